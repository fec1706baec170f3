import { perObject } from './memo.ts'
import type { Measure } from './scenario/parts.ts'
import type { Scenario } from './scenario/scenario.ts'
import type { MapFeature, MapGeometry, Position } from './scenario/townMap.ts'
import type { Place } from './session.ts'

/** Where things lie, in the local metres of the map. Used for rules only, never for drawing. */

type Ring = readonly Position[]
/** First ring: outline; further ones: holes. */
type Polygon = readonly Ring[]

/** Does the point lie on the straight stretch from a to b? */
function onSegment([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): boolean {
  const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  return cross === 0 && x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by)
}

/** Even-odd rule; the outline itself belongs to the inside. The ring may be closed (first point repeated) or not. */
export function isInsideRing(point: Position, ring: Ring): boolean {
  const [x, y] = point
  let inside = false
  let before = ring.at(-1)
  for (const corner of ring) {
    if (before) {
      if (onSegment(point, before, corner)) return true
      const crosses = corner[1] > y !== before[1] > y
      if (crosses && x < ((before[0] - corner[0]) * (y - corner[1])) / (before[1] - corner[1]) + corner[0]) inside = !inside
    }
    before = corner
  }
  return inside
}

/** Inside the outline and in none of the holes. */
export function isInsidePolygon(point: Position, polygon: Polygon): boolean {
  const [outline, ...holes] = polygon
  return outline !== undefined && isInsideRing(point, outline) && !holes.some((hole) => isInsideRing(point, hole))
}

function polygonsOf(geometry: MapGeometry): readonly Polygon[] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : []
}

interface Outline {
  readonly id: string
  readonly areaId: string | undefined
  readonly polygons: readonly Polygon[]
}

interface Outlines {
  readonly municipality: readonly Polygon[]
  readonly areas: readonly Outline[]
  readonly localDistricts: readonly Outline[]
}

const outlinesOf = perObject((scenario: Scenario): Outlines => {
  const ofKind = (kind: MapFeature['properties']['kind']) => scenario.map.features.filter((f) => f.properties.kind === kind)
  const outline = (f: MapFeature): Outline => ({ id: f.id ?? '', areaId: f.properties.areaId, polygons: polygonsOf(f.geometry) })
  return {
    municipality: ofKind('municipality').flatMap((f) => polygonsOf(f.geometry)),
    areas: ofKind('district').map(outline),
    localDistricts: ofKind('localDistrict').map(outline),
  }
})

const contains = (polygons: readonly Polygon[], point: Position) => polygons.some((polygon) => isInsidePolygon(point, polygon))

/** Does the point lie within the municipality? A map without a boundary counts as a whole. */
export function isInMunicipality(scenario: Scenario, point: Position): boolean {
  const { municipality } = outlinesOf(scenario)
  const { width, height } = scenario.map.extent
  return municipality.length > 0 ? contains(municipality, point) : point[0] >= 0 && point[1] >= 0 && point[0] <= width && point[1] <= height
}

/** The area of the scenario in which a point lies: by the districts of the map, else by its local districts. */
export function areaAt(scenario: Scenario, point: Position): string | undefined {
  const { areas, localDistricts } = outlinesOf(scenario)
  return (areas.find((o) => contains(o.polygons, point)) ?? localDistricts.find((o) => contains(o.polygons, point)))?.areaId
}

/** What the points of a place lie in. Looked up once for each place: places never change, and looking at outlines takes long. */
const groundOf = perObject((scenario: Scenario) =>
  perObject((place: Place) => {
    const points = pointsOf(place)
    const { localDistricts } = outlinesOf(scenario)
    return {
      areaIds: points.flatMap((point) => areaAt(scenario, point) ?? []),
      districtIds: localDistricts.filter(({ polygons }) => points.some((point) => contains(polygons, point))).map(({ id }) => id),
    }
  }),
)

/** The points that make a place up; none for an area or the whole municipality. */
export function pointsOf(place: Place): readonly Position[] {
  if (place.kind === 'point') return [place.at]
  return place.kind === 'line' ? place.points : []
}

/**
 * The area for which a placed measure counts (focus areas, conditions of programmes).
 * A line counts for the usual area of its measure if it touches it, else for the first area that it touches;
 * a measure for the whole municipality counts for the area that the scenario gives it, usually none.
 */
export function areaOf(scenario: Scenario, place: Place, measure: Measure): string | undefined {
  if (place.kind === 'area') return place.areaId
  if (place.kind === 'municipality') return measure.areaId
  const touched = groundOf(scenario)(place).areaIds
  return touched.find((areaId) => areaId === measure.areaId) ?? touched[0]
}

/** Ids of the local districts that a place touches; an area touches those that belong to it. */
export function districtsOf(scenario: Scenario, place: Place): readonly string[] {
  if (place.kind === 'municipality') return []
  if (place.kind === 'area') return scenario.localDistricts.filter(({ areaId }) => areaId === place.areaId).map(({ id }) => id)
  return groundOf(scenario)(place).districtIds
}

/** The first local district that a place touches. */
export function districtOf(scenario: Scenario, place: Place): string | undefined {
  return districtsOf(scenario, place)[0]
}
