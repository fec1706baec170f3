import type { MapFeature, MapGeometry, Position } from '../../../rules/scenario/townMap.ts'
import type { ReportRow, ReportTown } from '../../../rules/sessionReport.ts'

export type Ring = readonly Position[]

/** Outer and inner rings of a surface; none for lines and points. */
export function ringsOf(geometry: MapGeometry): readonly Ring[] {
  if (geometry.type === 'Polygon') return geometry.coordinates
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
}

export function linesOf(geometry: MapGeometry): readonly (readonly Position[])[] {
  if (geometry.type === 'LineString') return [geometry.coordinates]
  return geometry.type === 'MultiLineString' ? geometry.coordinates : []
}

/** Outlines of an area of the scenario: its district, or the local districts that make it up. */
export function featuresOfArea({ features }: ReportTown, areaId: string): readonly MapFeature[] {
  const own = features.filter(({ properties }) => properties.areaId === areaId)
  const districts = own.filter(({ properties }) => properties.kind === 'district')
  return districts.length > 0 ? districts : own.filter(({ properties }) => properties.kind === 'localDistrict')
}

/** Where the sign of a measure stands: at its point, in the middle of its line or area; undefined for the whole municipality. */
export function anchorOf(town: ReportTown, { place }: ReportRow): Position | undefined {
  switch (place.kind) {
    case 'point':
      return place.at
    case 'line':
      return middleOf(place.points)
    case 'area':
      return centreOf(featuresOfArea(town, place.areaId))
    case 'municipality':
      return undefined
  }
}

/** Middle of the largest ring of these surfaces. */
export function centreOf(features: readonly MapFeature[]): Position | undefined {
  const rings = features.flatMap(({ geometry }) => ringsOf(geometry))
  const largest = rings.reduce<Ring | undefined>((best, ring) => (best && Math.abs(sizeOf(best)) >= Math.abs(sizeOf(ring)) ? best : ring), undefined)
  return largest && centroidOf(largest)
}

/** The point half way along a line. */
function middleOf(points: readonly Position[]): Position | undefined {
  const legs = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }))
  const lengthOf = ({ from, to }: (typeof legs)[number]) => Math.hypot(to[0] - from[0], to[1] - from[1])
  let left = legs.reduce((sum, leg) => sum + lengthOf(leg), 0) / 2
  for (const leg of legs) {
    const length = lengthOf(leg)
    if (left <= length && length > 0) {
      const part = left / length
      return [leg.from[0] + part * (leg.to[0] - leg.from[0]), leg.from[1] + part * (leg.to[1] - leg.from[1])]
    }
    left -= length
  }
  return points.at(-1)
}

/** Twice the area of a ring, negative where it runs the other way round. */
function sizeOf(ring: Ring): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
}

function centroidOf(ring: Ring): Position {
  const size = sizeOf(ring)
  if (size === 0) return ring[0] ?? [0, 0]
  let [sumX, sumY] = [0, 0]
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    const cross = x * nextY - nextX * y
    sumX += (x + nextX) * cross
    sumY += (y + nextY) * cross
  }
  return [sumX / (3 * size), sumY / (3 * size)]
}
