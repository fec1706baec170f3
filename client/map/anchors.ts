import { isInsidePolygon } from '../../rules/geometry.ts'
import { perObject } from '../../rules/memo.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { MapGeometry, Position } from '../../rules/scenario/townMap.ts'
import { type Bounds, boundsOf } from './camera.ts'

type Polygon = readonly (readonly Position[])[]

export function polygonsOf(geometry: MapGeometry): readonly Polygon[] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : []
}

/** All corners of a geometry. */
export function cornersOf(geometry: MapGeometry): readonly Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'LineString':
      return geometry.coordinates
    case 'MultiLineString':
      return geometry.coordinates.flat()
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
  }
}

function ringArea(ring: readonly Position[]): number {
  return Math.abs(
    ring.reduce((sum, [x, y], index) => {
      const [nx, ny] = ring[(index + 1) % ring.length] ?? [x, y]
      return sum + x * ny - nx * y
    }, 0) / 2,
  )
}

const GRID = 14

/** A spot well inside the largest part of an area: of a grid over it the point farthest from its outline. */
export function innerPoint(geometry: MapGeometry): Position | undefined {
  const largest = polygonsOf(geometry).reduce<Polygon | undefined>((best, polygon) => {
    return best && ringArea(best[0] ?? []) >= ringArea(polygon[0] ?? []) ? best : polygon
  }, undefined)
  const bounds = largest && boundsOf(largest[0] ?? [])
  if (!largest || !bounds) return undefined
  const corners = largest.flat()
  let best: Position = [(bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2]
  let clearance = -1
  for (let column = 1; column < GRID; column++) {
    for (let row = 1; row < GRID; row++) {
      const x = bounds.left + ((bounds.right - bounds.left) * column) / GRID
      const y = bounds.top + ((bounds.bottom - bounds.top) * row) / GRID
      const room = Math.min(...corners.map(([cx, cy]) => (cx - x) ** 2 + (cy - y) ** 2))
      if (room > clearance && isInsidePolygon([x, y], largest)) {
        best = [x, y]
        clearance = room
      }
    }
  }
  return [Math.round(best[0]), Math.round(best[1])]
}

/** The point half-way along a line of the town. */
export function halfWay(points: readonly Position[]): Position | undefined {
  const steps = points.slice(1).map((point, index) => ({ from: points[index] ?? point, to: point }))
  const length = ({ from, to }: { from: Position; to: Position }) => Math.hypot(to[0] - from[0], to[1] - from[1])
  let left = steps.reduce((sum, step) => sum + length(step), 0) / 2
  for (const step of steps) {
    const own = length(step)
    if (own > 0 && left <= own) return [step.from[0] + ((step.to[0] - step.from[0]) * left) / own, step.from[1] + ((step.to[1] - step.from[1]) * left) / own]
    left -= own
  }
  return points[0]
}

interface TownAnchors {
  /** area id → where its name stands and its measures gather */
  readonly areas: ReadonlyMap<string, Position>
  readonly localDistricts: ReadonlyMap<string, Position>
  /** what has to be seen to see the whole municipality */
  readonly bounds: Bounds
}

/** Worked out once per scenario. */
export const anchorsOf = perObject((scenario: Scenario): TownAnchors => {
  const { features, extent } = scenario.map
  const inner = (kind: 'district' | 'localDistrict', idOf: (id: string | undefined, areaId: string | undefined) => string | undefined) =>
    new Map(
      features.flatMap(({ id, properties, geometry }) => {
        const key = properties.kind === kind ? idOf(id, properties.areaId) : undefined
        const at = key ? innerPoint(geometry) : undefined
        return key && at ? [[key, at] as const] : []
      }),
    )
  const areas = inner('district', (id, areaId) => areaId ?? id)
  const localDistricts = inner('localDistrict', (id) => id)
  // Scenarios may draw local districts only: then the first of an area stands for it.
  for (const { id, areaId } of scenario.localDistricts) {
    const at = localDistricts.get(id)
    if (areaId && at && !areas.has(areaId)) areas.set(areaId, at)
  }
  const outline = features.filter(({ properties }) => properties.kind === 'municipality').flatMap(({ geometry }) => cornersOf(geometry))
  return { areas, localDistricts, bounds: boundsOf(outline) ?? { left: 0, top: 0, right: extent.width, bottom: extent.height } }
})
