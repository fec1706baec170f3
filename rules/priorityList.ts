import { shareDown, sum, tenThousandths } from './amounts.ts'
import { isRevealed, weightUnits } from './ballots.ts'
import { carryingTeams } from './carryingTeams.ts'
import { costOf } from './costing.ts'
import { crossReferencesOf, openConflictsOf, partnerIn, standingProposal, works } from './crossReferencesOf.ts'
import { effectsOf } from './effects.ts'
import { byCode, entry, known } from './ids.ts'
import { perObject } from './memo.ts'
import { countsAsConflict } from './plans.ts'
import { type Link, type ListedMeasure, type ListLimits, type Profile, type RankedMeasure, WEIGHT_UNITS } from './procedures/procedure.ts'
import { type Score, scoreOf } from './procedures/score.ts'
import { procedures } from './procedures.ts'
import { issueOf } from './rounds.ts'
import type { ProcedureId, Scenario } from './scenario/scenario.ts'
import { type CrossReference, type Priority, type SessionState, STATUS_QUO } from './session.ts'

export interface ListEntry extends RankedMeasure {
  /** whatever the procedure: the score with its summands [L3] */
  readonly score: Score
  readonly adopted: boolean
  /** class as the table decided it, else by the budget line [L6] */
  readonly priority: Priority
  /** ★ [L6] */
  readonly key: boolean
  /** one sentence, and the team that wrote it; both empty if there is none */
  readonly reason: string
  readonly reasonBy: string
}

/** [L] The joint list of priorities with everything that explains it. */
export interface PriorityList {
  readonly procedure: ProcedureId
  /** why another procedure than the scenario's was chosen [L5]; empty: it was not */
  readonly procedureReason: string
  /** the ballot of the procedure is not revealed yet: ordered by score meanwhile */
  readonly provisional: boolean
  readonly entries: readonly ListEntry[]
  readonly lines: ListLimits
  readonly stability: Stability
}

/** How many of the first ranks stay among the first when each weight is a quarter lower or higher, one at a time. */
export interface Stability {
  readonly topSize: number
  readonly stableTop: number
  /** measures that are among the first, or would be under one of these weights, with the best and the worst rank they get */
  readonly ranges: readonly { readonly measureId: string; readonly rank: number; readonly highest: number; readonly lowest: number }[]
  /** changes of one weight (share: ±0.25) under which others are among the first */
  readonly turning: readonly { readonly goalId: string; readonly change: number; readonly leaves: readonly string[]; readonly enters: readonly string[] }[]
}

const TOP = 5

/** [L1] What belongs on the list: adopted and remaining proposals, by id. The departments' plans of round 0 are never mixed in. */
export function listedNow(state: SessionState): readonly string[] {
  return Object.keys(state.proposals)
    .filter((id) => standingProposal(state, id))
    .sort(byCode)
}

/** [L5] The list by the procedure in force. Before the list is fixed, of what would be on it. */
export function priorityList(state: SessionState): PriorityList {
  return listBy(state, state.prioritisation.procedure ?? state.scenario.prioritisation.procedure)
}

/** [L5] What every procedure is given: the same ballots, measures and budget lines. */
export function listMaterial(state: SessionState): { readonly measures: readonly ListedMeasure[]; readonly profile: Profile; readonly lines: ListLimits } {
  return { measures: listedMeasures(state), profile: profileOf(state), lines: budgetLines(state.scenario) }
}

/** [L5] The list as any procedure would order it on the same ballots. */
export function listBy(state: SessionState, procedure: ProcedureId): PriorityList {
  const { measures, profile, lines } = listMaterial(state)
  const provisional = !isReady(state, procedure)
  const order = procedures[provisional ? 'utility' : procedure]
  const rankedBy = ({ weights, ownWeights }: Weighing) => order({ ...profile, weights, ownWeights }, measures, lines, state.scenario.prioritisation)
  const ranked = rankedBy(profile)
  const byId = Object.fromEntries(measures.map((measure) => [measure.measureId, measure]))
  return {
    procedure,
    procedureReason: state.prioritisation.procedureReason,
    provisional,
    entries: ranked.map((place) => {
      const measure = known(byId, place.measureId)
      return { ...entryOf(state, place), score: scoreOf(measure, profile, state.scenario.prioritisation) }
    }),
    lines,
    stability: stabilityOf(ranked, profile, rankedBy),
  }
}

/** [L6] Own funds up to which measures are high and medium: shares of everything issued over all rounds, pot included; whole euro. */
export const budgetLines = perObject((scenario: Scenario): ListLimits => {
  const perRound = Array.from({ length: scenario.rounds }, (_, index) => Object.values(issueOf(scenario, index + 1)))
  const { funds } = sum(perRound.flat())
  const [high, medium] = scenario.prioritisation.classLines
  return { highLine: shareDown(funds, tenThousandths(high), 1), mediumLine: shareDown(funds, tenThousandths(medium), 1) }
})

/**
 * [L4] What is checked for resistance: the top of the list and „nichts davon jetzt“, which is always last.
 * Fixed by the first ballot, so that all rate the same.
 */
export function resistanceIds(state: SessionState): readonly string[] {
  const procedure = state.prioritisation.procedure ?? state.scenario.prioritisation.procedure
  const ranked = listBy(state, procedure === 'consensus' ? 'utility' : procedure).entries.map(({ measureId }) => measureId)
  const first = Object.values(state.prioritisation.resistance)[0]
  const top = first ? ranked.filter((id) => Object.hasOwn(first, id)) : ranked.slice(0, state.scenario.prioritisation.resistanceTop)
  return [...top, STATUS_QUO]
}

function isReady(state: SessionState, procedure: ProcedureId): boolean {
  if (procedure === 'dots') return isRevealed(state, 'dots')
  if (procedure === 'consensus') return isRevealed(state, 'resistance')
  if (procedure === 'equalShares' || procedure === 'ranking') return isRevealed(state, 'dots') || isRevealed(state, 'weights')
  return procedure === 'utility' || state.prioritisation.order.length > 0
}

function profileOf(state: SessionState): Profile {
  const { weights, dots, resistance, order } = state.prioritisation
  const inUnits = (ballot: Readonly<Record<string, number>>) => mapped(ballot, (weight) => weight * WEIGHT_UNITS)
  return {
    weights: weightUnits(state),
    dots: isRevealed(state, 'dots') ? dots : {},
    resistance: isRevealed(state, 'resistance') ? resistance : {},
    ownWeights: isRevealed(state, 'weights') ? mapped(weights, inUnits) : {},
    order,
    teamIds: state.scenario.teams.map(({ id }) => id),
  }
}

function listedMeasures(state: SessionState): readonly ListedMeasure[] {
  const fixed = state.prioritisation.measureIds.filter((id) => standingProposal(state, id))
  const ids = fixed.length > 0 ? fixed : listedNow(state)
  const onList = new Set(ids)
  return ids.map((measureId) => {
    const links = (counts: (reference: CrossReference) => boolean): readonly Link[] =>
      crossReferencesOf(state, measureId)
        .filter((reference) => counts(reference) && onList.has(partnerIn(reference, measureId)))
        .map((reference) => ({ crossReferenceId: reference.id, measureId: partnerIn(reference, measureId), strength: reference.strength }))
    return {
      measureId,
      effects: effectsOf(state, measureId),
      ownContribution: costOf(state, measureId).ownContribution,
      adopted: entry(state.proposals, measureId)?.status === 'adopted',
      supporters: carryingTeams(state, measureId).length,
      synergies: links((reference) => works(state, reference)),
      conflicts: links(countsAsConflict),
      requires: state.scenario.prerequisites.filter((pair) => pair.measureId === measureId).map(({ requiresId }) => requiresId),
      rivals: rivalsOf(state, measureId).filter((id) => onList.has(id)),
    }
  })
}

/** Measures that cannot stand beside this one: excluded [M6], or in open conflict with it [C5]. */
function rivalsOf(state: SessionState, measureId: string): readonly string[] {
  const excluded = state.scenario.exclusions.flatMap(({ a, b }) => (a === measureId ? [b] : b === measureId ? [a] : []))
  const inConflict = openConflictsOf(state, measureId).map((id) => partnerIn(known(state.crossReferences, id), measureId))
  return [...excluded, ...inConflict]
}

function entryOf(state: SessionState, measure: RankedMeasure): Omit<ListEntry, 'score'> {
  const { measureId } = measure
  const reason = entry(state.prioritisation.reasons, measureId)
  const given = isRevealed(state, 'classes') ? Object.values(state.prioritisation.classes).flatMap((ballot) => entry(ballot, measureId) ?? []) : []
  return {
    ...measure,
    adopted: entry(state.proposals, measureId)?.status === 'adopted',
    priority: mostGiven(given.flatMap(({ priority }) => priority ?? [])) ?? measure.budgetClass,
    key: given.filter(({ key }) => key === true).length >= 2 && carryingTeams(state, measureId).length >= 2,
    reason: reason?.text ?? '',
    reasonBy: reason?.teamId ?? '',
  }
}

/** The class that most teams gave; undefined when none was given or several were given equally often [L6]. */
function mostGiven(given: readonly Priority[]): Priority | undefined {
  const counted = (['high', 'medium', 'low'] as const).map((priority) => ({ priority, count: given.filter((other) => other === priority).length }))
  const most = Math.max(...counted.map(({ count }) => count))
  const winners = counted.filter(({ count }) => count === most)
  return most > 0 && winners.length === 1 ? winners[0]?.priority : undefined
}

type Weighing = Pick<Profile, 'weights' | 'ownWeights'>

function stabilityOf(
  ranked: readonly RankedMeasure[],
  { weights, ownWeights }: Weighing,
  rankedBy: (weighing: Weighing) => readonly RankedMeasure[],
): Stability {
  const idsOf = (list: readonly RankedMeasure[]) => list.map(({ measureId }) => measureId)
  const withQuarters = (goalId: string, quarters: number) => {
    const changed = (ballot: Readonly<Record<string, number>>) => ({ ...ballot, [goalId]: ((entry(ballot, goalId) ?? 0) * quarters) / 4 })
    const order = idsOf(rankedBy({ weights: changed(weights), ownWeights: mapped(ownWeights, changed) }))
    return { goalId, change: (quarters - 4) / 4, order, top: order.slice(0, TOP) }
  }
  const variations = Object.keys(weights).flatMap((goalId) => [withQuarters(goalId, 3), withQuarters(goalId, 5)])
  const order = idsOf(ranked)
  const top = order.slice(0, TOP)
  const ever = new Set([...top, ...variations.flatMap((variation) => variation.top)])
  const ranksOf = (measureId: string) => [order, ...variations.map((variation) => variation.order)].map((ids) => ids.indexOf(measureId) + 1)
  return {
    topSize: top.length,
    stableTop: top.filter((id) => variations.every((other) => other.top.includes(id))).length,
    ranges: order.flatMap((measureId, index) => {
      if (!ever.has(measureId)) return []
      const ranks = ranksOf(measureId)
      return [{ measureId, rank: index + 1, highest: Math.min(...ranks), lowest: Math.max(...ranks) }]
    }),
    turning: variations.flatMap(({ goalId, change, top: other }) => {
      const leaves = top.filter((id) => !other.includes(id))
      return leaves.length === 0 ? [] : [{ goalId, change, leaves, enters: other.filter((id) => !top.includes(id)) }]
    }),
  }
}

function mapped<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
