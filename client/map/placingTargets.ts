import { areaAt } from '../../rules/geometry.ts'
import type { Position } from '../../rules/scenario/townMap.ts'
import { anchorsOf } from './anchors.ts'
import { allowedAreas, type Placing, suggestedSites } from './placing.ts'

/** A place being asked for, with the points of a line so far. */
export interface PlacingState {
  readonly placing: Placing
  readonly points: readonly Position[]
}

export interface PlacingTarget {
  readonly kind: 'site' | 'area'
  readonly id: string
  readonly at: Position
  readonly suggested: boolean
}

/** What the keyboard reaches while a place is asked for: areas, or sites where the measure may lie. */
export function placingTargets({ placing }: PlacingState): readonly PlacingTarget[] {
  const { scenario, kind } = placing
  const allowed = allowedAreas(placing)
  const isAllowed = (areaId: string | undefined) => allowed.length === 0 || (areaId !== undefined && allowed.includes(areaId))
  if (kind === 'area') {
    return [...anchorsOf(scenario).areas].filter(([id]) => isAllowed(id)).map(([id, at]) => ({ kind: 'area', id, at, suggested: allowed.includes(id) }))
  }
  const suggested = suggestedSites(placing)
  return scenario.sites
    .filter(({ position }) => isAllowed(areaAt(scenario, position)))
    .map(({ id, position }) => ({ kind: 'site', id, at: position, suggested: suggested.includes(id) }))
}
