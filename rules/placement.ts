import { z } from 'zod'
import type { Rejection } from './decision.ts'
import { areaAt, isInMunicipality, pointsOf } from './geometry.ts'
import { Id } from './ids.ts'
import type { Measure } from './scenario/parts.ts'
import type { Scenario } from './scenario/scenario.ts'
import { Position } from './scenario/townMap.ts'
import type { Place } from './session.ts'

/** Where a measure lies [M2]. */
export const PlaceInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('point'), at: Position }),
  z.strictObject({ kind: z.literal('line'), points: z.array(Position).min(2).max(50).readonly() }),
  z.strictObject({ kind: z.literal('area'), areaId: Id }),
  z.strictObject({ kind: z.literal('municipality') }),
])

/** [M2] Why the measure cannot lie there; undefined if it can. */
export function placeRefusal(scenario: Scenario, measure: Measure, place: Place): Rejection | undefined {
  if (place.kind !== measure.spatialReference) return { code: 'wrongPlaceKind', details: { expected: measure.spatialReference } }
  if (place.kind === 'area' && !scenario.areas.some(({ id }) => id === place.areaId)) return { code: 'unknownArea', details: { areaId: place.areaId } }
  if (!pointsOf(place).every((point) => isInMunicipality(scenario, point))) return { code: 'outsideMunicipality', details: {} }
  return isAllowedThere(scenario, measure, place) ? undefined : { code: 'placeNotAllowed', details: { areaIds: measure.allowedAreaIds } }
}

/** Every point must lie in one of the areas that the scenario allows; without such a list, anywhere. */
function isAllowedThere(scenario: Scenario, measure: Measure, place: Place): boolean {
  if (measure.allowedAreaIds.length === 0) return true
  const areas = place.kind === 'area' ? [place.areaId] : pointsOf(place).map((point) => areaAt(scenario, point))
  return areas.every((areaId) => areaId !== undefined && measure.allowedAreaIds.includes(areaId))
}

/** [M2] The place that the scenario suggests: its area, its first site, the whole municipality. A line has to be drawn. */
export function usualPlace(scenario: Scenario, measure: Measure): Place | undefined {
  if (measure.spatialReference === 'municipality') return { kind: 'municipality' }
  if (measure.spatialReference === 'area') return measure.areaId === undefined ? undefined : { kind: 'area', areaId: measure.areaId }
  const site = measure.spatialReference === 'point' ? scenario.sites.find(({ id }) => id === measure.siteIds[0]) : undefined
  return site && { kind: 'point', at: site.position }
}

/** Do both name the same spot? */
export function isSamePlace(a: Place, b: Place): boolean {
  if (a.kind === 'area' && b.kind === 'area') return a.areaId === b.areaId
  const one = pointsOf(a)
  const other = pointsOf(b)
  return a.kind === b.kind && one.length === other.length && one.every(([x, y], i) => x === other[i]?.[0] && y === other[i]?.[1])
}
