import { areaAt } from '../../../rules/geometry.ts'
import { placeRefusal } from '../../../rules/placement.ts'
import type { Measure } from '../../../rules/scenario/parts.ts'
import type { Scenario } from '../../../rules/scenario/scenario.ts'
import type { MapFeature, Position } from '../../../rules/scenario/townMap.ts'
import type { Place } from '../../../rules/session.ts'
import { localText, t } from '../../texts/index.ts'
import { areaName } from '../../view/selectors.ts'

/** A place to choose by name, where the map takes a tap. */
export interface NamedPlace {
  readonly id: string
  readonly name: string
  readonly area: string
  readonly at: Position
  readonly suggested: boolean
}

/** Sites at which the measure may lie, the scenario's suggestions first. */
export function namedPlaces(scenario: Scenario, measure: Measure): readonly NamedPlace[] {
  const sites = scenario.sites.map((site) => ({
    id: site.id,
    name: localText(site.name),
    area: areaName(scenario, site.areaId ?? areaAt(scenario, site.position) ?? ''),
    at: site.position,
    suggested: measure.siteIds.includes(site.id),
  }))
  const places = [...sites, ...middles(scenario)].filter(({ at }) => isPossible(scenario, measure, at))
  return [...places.filter(({ suggested }) => suggested), ...places.filter(({ suggested }) => !suggested)]
}

/** One spot within each area, so that no part of the town can be reached by tap only. */
function middles(scenario: Scenario): readonly NamedPlace[] {
  return scenario.areas.flatMap(({ id, name }) => {
    const corners = scenario.map.features.filter(({ properties }) => properties.areaId === id && properties.kind !== 'site').flatMap(cornersOf)
    const [first] = corners
    if (!first) return []
    const centre: Position = [mean(corners.map(([x]) => x)), mean(corners.map(([, y]) => y))]
    // A bent area may not contain its own centre: then somewhere between it and a corner.
    const tries = [centre, ...corners.map(([x, y]): Position => [(x * 9 + centre[0]) / 10, (y * 9 + centre[1]) / 10])]
    const at = tries.map(([x, y]): Position => [Math.round(x), Math.round(y)]).find((spot) => areaAt(scenario, spot) === id)
    return at ? [{ id: `middle-${id}`, name: t.measures.middleOf(localText(name)), area: '', at, suggested: false }] : []
  })
}

function cornersOf({ geometry }: MapFeature): readonly Position[] {
  if (geometry.type === 'Polygon') return geometry.coordinates[0] ?? []
  return geometry.type === 'MultiPolygon' ? (geometry.coordinates[0]?.[0] ?? []) : []
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function isPossible(scenario: Scenario, measure: Measure, at: Position): boolean {
  const place: Place = measure.spatialReference === 'line' ? { kind: 'line', points: [at, at] } : { kind: 'point', at }
  return placeRefusal(scenario, measure, place) === undefined
}

/** Areas in which the measure may lie. */
export function possibleAreas(scenario: Scenario, measure: Measure): readonly { readonly id: string; readonly name: string }[] {
  const possible = scenario.areas.filter(({ id }) => placeRefusal(scenario, measure, { kind: 'area', areaId: id }) === undefined)
  return possible.map(({ id, name }) => ({ id, name: localText(name) }))
}

/** A place in words: the site that lies there, else the area, else the town. */
export function placeWords(scenario: Scenario, place: Place): string {
  if (place.kind === 'municipality') return t.common.wholeTown
  if (place.kind === 'area') return areaName(scenario, place.areaId)
  const points = place.kind === 'point' ? [place.at] : place.points
  const names = points.map((point) => siteAt(scenario, point) || areaName(scenario, areaAt(scenario, point) ?? '') || t.measures.onTheMap)
  return [...new Set(names)].join(' – ')
}

function siteAt(scenario: Scenario, [x, y]: Position): string {
  const site = scenario.sites.find(({ position }) => position[0] === x && position[1] === y)
  return site ? localText(site.name) : ''
}
