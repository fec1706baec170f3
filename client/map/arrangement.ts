import type { Position } from '../../rules/scenario/townMap.ts'
import type { Camera, ScreenPoint, Size } from './camera.ts'
import type { Cluster } from './clusters.ts'
import type { MeasureSpot } from './linkRoutes.ts'
import type { Pin } from './mapModel.ts'
import { spreadPins } from './spreadPins.ts'

/** A pin or a number that stands on the map, with its way from the true spot in CSS pixels. */
export type Standing = { readonly id: string; readonly at: Position; readonly offset: ScreenPoint } & (
  | { readonly kind: 'pin'; readonly pin: Pin }
  | { readonly kind: 'cluster'; readonly cluster: Cluster }
)

/** Where everything stands at a scale. It does not depend on what part of the town is seen. */
export function arrange(pins: readonly Pin[], clusters: readonly Cluster[], scale: number, gap: number): readonly Standing[] {
  const spots = [...pins.flatMap(({ id, at }) => (at ? [{ id, at }] : [])), ...clusters.map(({ id, at }) => ({ id, at }))]
  const places = spreadPins(
    spots.map(({ id, at }) => ({ id, at: [at[0] * scale, at[1] * scale] as const })),
    gap,
  )
  const offsetOf = (id: string, at: Position): ScreenPoint => {
    const place = places.get(id)
    return place ? [place[0] - at[0] * scale, place[1] - at[1] * scale] : [0, 0]
  }
  return [
    ...pins.flatMap((pin): Standing[] => (pin.at ? [{ kind: 'pin', id: pin.id, pin, at: pin.at, offset: offsetOf(pin.id, pin.at) }] : [])),
    ...clusters.map((cluster): Standing => ({ kind: 'cluster', id: cluster.id, cluster, at: cluster.at, offset: offsetOf(cluster.id, cluster.at) })),
  ]
}

/** CSS pixels on the screen. */
export function standsAt({ at, offset }: Standing, camera: Camera, size: Size): ScreenPoint {
  return [(at[0] - camera.x) * camera.scale + size.width / 2 + offset[0], (at[1] - camera.y) * camera.scale + size.height / 2 + offset[1]]
}

/** Where each measure is to be found on the screen; measures behind one number share its spot. */
export function spotsOf(standing: readonly Standing[], camera: Camera, size: Size): ReadonlyMap<string, MeasureSpot> {
  const spots = new Map<string, MeasureSpot>()
  for (const each of standing) {
    const at = standsAt(each, camera, size)
    if (each.kind === 'pin') spots.set(each.id, { at, grouped: false })
    else for (const id of each.cluster.pinIds) spots.set(id, { at, grouped: true })
  }
  return spots
}
