import { PROJECTIONS } from '../../../rules/authoring/map/projections.ts'
import type { MapGeometry, Position } from '../../../rules/scenario/townMap.ts'
import type { ReportRow, ReportTown, SessionReport } from '../../../rules/sessionReport.ts'
import { FIGURES, KEYS, listCells } from '../content/listColumns.ts'
import { type Writing, written } from '../content/writing.ts'
import { featuresOfArea, ringsOf } from '../map/places.ts'

/** A feature as geographic programs read it; properties bear the column titles of the list. */
interface Feature {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: unknown
  readonly properties: Readonly<Record<string, string | number | null>>
}

/**
 * Measures and focus areas for a geographic information system, in degrees of WGS 84 (RFC 7946). A town that does not exist has no place
 * on the earth: its coordinates are metres on its own grid, counted northwards as such systems do.
 */
export function renderGeojson(writing: Writing, report: SessionReport): string {
  const { t } = writing
  const { town, list, focusAreas, title } = report
  const north = onEarth(town)
  const features: readonly Feature[] = [
    ...list.map((row) => measureFeature(writing, report, row, north)),
    ...focusAreas.map(({ areaId, name, reason, status, codes }): Feature => {
      const { area, status: outcome, reason: why, measures } = t.space.columns
      const properties = { [area]: writing.say(name), [outcome]: t.space.status[status], [why]: reason, [measures]: writing.codes(codes) }
      return { type: 'Feature', id: `area-${areaId}`, geometry: areaGeometry(report, areaId, north), properties }
    }),
  ]
  return `${JSON.stringify({ type: 'FeatureCollection', name: `${t.listTitle}: ${title}`, note: `${town.origin ? t.map.degrees : t.map.grid} ${t.foot}`, features }, null, 1)}\n`
}

type Turn = (position: Position) => Position

/** Seven decimals are a centimetre. */
const DEGREE_DIGITS = 1e7

function onEarth({ origin, extent }: ReportTown): Turn {
  if (!origin) return ([x, y]) => [x, extent.height - y]
  const { inverse } = PROJECTIONS[origin.crs]
  const degrees = (value: number) => Math.round(value * DEGREE_DIGITS) / DEGREE_DIGITS
  return ([x, y]) => {
    const [longitude, latitude] = inverse(origin.x + x, origin.y - y)
    return [degrees(longitude), degrees(latitude)]
  }
}

function measureFeature(writing: Writing, report: SessionReport, row: ReportRow, north: Turn): Feature {
  const cells = listCells(writing, row, report.scale)
  const properties = Object.fromEntries(
    KEYS.map((key) => {
      const cell = cells[key]
      // A column of figures has no words in between: what is not stated is null.
      const value = cell.kind === 'number' ? cell.value : FIGURES.has(key) ? null : written(writing, cell).replaceAll('\u00a0', ' ')
      return [writing.t.columns[key], value]
    }),
  )
  return { type: 'Feature', id: row.measureId, geometry: placeGeometry(report, row, north), properties }
}

/** null: the whole municipality, whose boundary is not drawn for each of its measures. */
function placeGeometry(report: SessionReport, { place }: ReportRow, north: Turn): MapGeometry | null {
  switch (place.kind) {
    case 'point':
      return { type: 'Point', coordinates: north(place.at) }
    case 'line':
      return { type: 'LineString', coordinates: place.points.map(north) }
    case 'area':
      return areaGeometry(report, place.areaId, north)
    case 'municipality':
      return null
  }
}

function areaGeometry({ town }: SessionReport, areaId: string, north: Turn): MapGeometry | null {
  const polygons = featuresOfArea(town, areaId).flatMap(({ geometry }) => (geometry.type === 'MultiPolygon' ? geometry.coordinates : [[...ringsOf(geometry)]]))
  if (polygons.length === 0) return null
  return { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map((ring, index) => closed(ring.map(north), index === 0))) }
}

/** RFC 7946: rings end where they begin, outer ones run counter-clockwise, inner ones clockwise. */
function closed(ring: readonly Position[], outer: boolean): Position[] {
  const [first] = ring
  const last = ring.at(-1)
  const whole = first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : [...ring]
  const turning = whole.slice(1).reduce((sum, [x, y], index) => sum + (whole[index]?.[0] ?? x) * y - x * (whole[index]?.[1] ?? y), 0)
  return turning > 0 === outer ? whole : whole.reverse()
}
