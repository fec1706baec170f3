import type { ScreenPoint } from './camera.ts'
import { arc, symbolSpot } from './linePath.ts'
import type { Link } from './mapModel.ts'

/** Where a measure stands on the screen; `grouped`: behind the number of its area. */
export interface MeasureSpot {
  readonly at: ScreenPoint
  readonly grouped: boolean
}

export interface Route {
  readonly link: Link
  /** no points when the pins touch */
  readonly way: readonly ScreenPoint[]
  readonly symbol: ScreenPoint
}

export interface RouteOptions {
  readonly pinSize: number
  /** half of a symbol's width */
  readonly symbolRadius: number
  /** where names stand; lines bow away from them */
  readonly names: readonly ScreenPoint[]
}

/** The ways of cross-references between what stands on the screen; none between measures that hide behind numbers. */
export function linkRoutes(links: readonly Link[], spots: ReadonlyMap<string, MeasureSpot>, { pinSize, symbolRadius, names }: RouteOptions): readonly Route[] {
  const pins = [...spots.values()].map(({ at }) => at)
  return links.flatMap((link) => {
    const [a, b] = [spots.get(link.a), spots.get(link.b)]
    if (!a || !b || (a.grouped && b.grouped)) return []
    const way = arc(a.at, b.at, pinSize / 2, names)
    const between: ScreenPoint = [(a.at[0] + b.at[0]) / 2, (a.at[1] + b.at[1]) / 2]
    return [{ link, way, symbol: symbolSpot(way, pins, pinSize / 2 + symbolRadius) ?? between }]
  })
}
