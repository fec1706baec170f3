import { weighted } from './effects.ts'
import { byCode } from './ids.ts'
import type { KnownSynergy } from './scenario/parts.ts'
import type { Scenario } from './scenario/scenario.ts'
import type { ValueColumn } from './sessionView.ts'

/** A measure as one plan decides it: whole euro and staff points of the municipality, goal effects as incidents left them. */
export interface PlannedMeasure {
  readonly measureId: string
  readonly teamId: string
  /** area for which it counts; undefined: none */
  readonly areaId: string | undefined
  readonly round: number
  readonly effects: Readonly<Record<string, number>>
  readonly funds: number
  readonly staff: number
}

/** Everything the common value asks of a plan; the joint plan, the departments' plans and a computed one look the same to it. */
export interface Plan {
  readonly decided: readonly PlannedMeasure[]
  /** that count in this plan: confirmed, and both measures decided */
  readonly synergies: readonly { readonly a: string; readonly b: string; readonly effect: KnownSynergy['kind']; readonly strength: number }[]
  /** between decided measures, neither relocated, staggered, adapted nor compensated; accepted ones count as unsettled */
  readonly conflicts: readonly { readonly a: string; readonly b: string; readonly strength: number }[]
  /** declared focus areas; whether they earn their points is worked out here */
  readonly focusAreas: readonly string[]
  readonly goalWeights: Readonly<Record<string, number>>
  /** points of goals for the whole town, from incidents */
  readonly goalChanges: Readonly<Record<string, number>>
}

/** What a scenario says about points; all that the common value asks of it. */
export interface Scoring {
  readonly rounds: number
  readonly value: Omit<Scenario['value'], 'countUnconfirmed'>
  readonly crossReferenceRules: Pick<Scenario['crossReferenceRules'], 'pointsPerStrength'>
  readonly focusAreas: Scenario['focusAreas']
}

/**
 * [W1] The common value of a plan in whole points, with its parts; `measureIds` with most points first:
 * Σ weight × effect + points for every round earlier + confirmed synergies + focus areas − unsettled conflicts.
 * One function for all columns, the score and the balance of a scenario.
 */
export function commonValue(plan: Plan, { value, rounds, crossReferenceRules, focusAreas }: Scoring): ValueColumn {
  const worthOf = ({ effects }: PlannedMeasure) => weighted(effects, plan.goalWeights)
  const goals = total(plan.decided, worthOf) + weighted(plan.goalChanges, plan.goalWeights)
  const early = value.pointsPerRoundEarlier * total(plan.decided, ({ round }) => Math.max(0, rounds - round))
  const synergies = total(plan.synergies, ({ effect, strength }) => crossReferenceRules.pointsPerStrength[effect] * strength)
  const conflicts = value.conflictPointsPerStrength * total(plan.conflicts, ({ strength }) => strength)
  const earned = plan.focusAreas.filter((areaId) => isIntegrated(plan, areaId, focusAreas)).length
  const focus = value.focusAreaPoints * Math.min(earned, focusAreas.max)
  return {
    total: goals + early + synergies + focus - conflicts,
    goals,
    early,
    synergies,
    focusAreas: focus,
    conflicts,
    funds: total(plan.decided, ({ funds }) => funds),
    staff: total(plan.decided, ({ staff }) => staff),
    measureIds: [...plan.decided].sort((a, b) => worthOf(b) - worthOf(a) || byCode(a.measureId, b.measureId)).map(({ measureId }) => measureId),
  }
}

/** [W1] An area earns its points with enough decided measures led by enough different teams. */
export function isIntegrated(
  plan: { readonly decided: readonly { readonly areaId: string | null | undefined; readonly teamId: string }[] },
  areaId: string,
  { minMeasures, minTeams }: Pick<Scenario['focusAreas'], 'minMeasures' | 'minTeams'>,
): boolean {
  const there = plan.decided.filter((measure) => measure.areaId === areaId)
  return there.length >= minMeasures && new Set(there.map(({ teamId }) => teamId)).size >= minTeams
}

function total<T>(items: readonly T[], figure: (item: T) => number): number {
  return items.reduce((sum, item) => sum + figure(item), 0)
}
