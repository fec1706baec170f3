import { areaAt, isInMunicipality } from '../../rules/geometry.ts'
import { placeRefusal } from '../../rules/placement.ts'
import type { Measure } from '../../rules/scenario/parts.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { Position } from '../../rules/scenario/townMap.ts'
import type { Place } from '../../rules/session.ts'
import { cornersOf } from './anchors.ts'

/** What is asked for on the map. */
export interface Placing {
  readonly scenario: Scenario
  readonly kind: Place['kind']
  /** absent: any place in the municipality will do */
  readonly measure?: Measure
}

/** What a tap came to: a whole place, one more point of a line, or why not. */
export type PlacingAnswer =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'points'; readonly points: readonly Position[] }
  | { readonly kind: 'refused'; readonly why: 'outside' | 'notAllowed' }

const MAX_POINTS = 50

/**
 * A tap while a place is asked for.
 *
 * @param points the points of a line so far
 * @param reach metres within which a tap means the site, road or stream beside it
 */
export function tapped(placing: Placing, points: readonly Position[], at: Position, reach: number): PlacingAnswer {
  const { scenario, kind } = placing
  if (kind === 'municipality') return { kind: 'place', place: { kind } }
  if (!isInMunicipality(scenario, at)) return { kind: 'refused', why: 'outside' }
  if (kind === 'area') {
    const areaId = areaAt(scenario, at)
    return areaId === undefined ? { kind: 'refused', why: 'outside' } : checked(placing, { kind, areaId })
  }
  const spot = snapped(scenario, at, reach, kind === 'line')
  if (kind === 'point') return checked(placing, { kind, at: spot })
  const alone = checked(placing, { kind: 'line', points: [spot, spot] })
  if (alone.kind === 'refused') return alone
  const last = points.at(-1)
  const isSame = last?.[0] === spot[0] && last[1] === spot[1]
  return { kind: 'points', points: isSame || points.length >= MAX_POINTS ? points : [...points, spot] }
}

function checked({ scenario, measure }: Placing, place: Place): PlacingAnswer {
  const refusal = measure && placeRefusal(scenario, measure, place)
  if (!refusal) return { kind: 'place', place }
  return { kind: 'refused', why: refusal.code === 'outsideMunicipality' ? 'outside' : 'notAllowed' }
}

/** Areas in which the measure may lie; empty when it may lie anywhere. */
export function allowedAreas({ measure }: Placing): readonly string[] {
  return measure?.allowedAreaIds ?? []
}

/** Sites that the scenario suggests for the measure. */
export function suggestedSites({ scenario, measure }: Placing): readonly string[] {
  return measure ? measure.siteIds.filter((id) => scenario.sites.some((site) => site.id === id)) : []
}

/** Whole metres; onto a site nearby, for lines also onto a road, path or stream. */
export function snapped(scenario: Scenario, at: Position, reach: number, alongWays: boolean): Position {
  const site = nearest(
    scenario.sites.map(({ position }) => position),
    at,
    reach,
  )
  if (site) return site
  const way = alongWays ? nearestOnWays(scenario, at, reach) : undefined
  const inside = way && isInMunicipality(scenario, way) ? way : at
  return [Math.round(inside[0]), Math.round(inside[1])]
}

function nearest(points: readonly Position[], [x, y]: Position, reach: number): Position | undefined {
  let best: Position | undefined
  let least = reach
  for (const point of points) {
    const distance = Math.hypot(point[0] - x, point[1] - y)
    if (distance <= least) {
      best = point
      least = distance
    }
  }
  return best
}

const WAYS: readonly string[] = ['road', 'path', 'stream', 'railway']

function nearestOnWays(scenario: Scenario, at: Position, reach: number): Position | undefined {
  const feet = scenario.map.features
    .filter(({ properties }) => WAYS.includes(properties.kind))
    .flatMap(({ geometry }) => (geometry.type === 'MultiLineString' ? geometry.coordinates : [cornersOf(geometry)]))
    .flatMap((line) => line.slice(1).map((end, index) => footOn(at, line[index] ?? end, end)))
  const foot = nearest(feet, at, reach)
  return foot && [Math.round(foot[0]), Math.round(foot[1])]
}

/** The point of the stretch from a to b nearest to `at`. */
function footOn([x, y]: Position, a: Position, b: Position): Position {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / length))
  return [a[0] + dx * share, a[1] + dy * share]
}
