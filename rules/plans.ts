import { inOrder, NOTHING, plus } from './amounts.ts'
import { isIntegrated, type Plan, type PlannedMeasure } from './commonValue.ts'
import { baseOwnContribution, costOf } from './costing.ts'
import { added, effectsOf, goalWeights, weighted } from './effects.ts'
import { areaOf } from './geometry.ts'
import { byCode, entry } from './ids.ts'
import { type Circumstances, type IncidentOutcome, metEffects, missedAtRoundEnd, outcomeIn } from './incidentOutcome.ts'
import { knownMeasure, measureOf } from './measureOf.ts'
import type { Scenario } from './scenario/scenario.ts'
import type { Amounts, CrossReference, SessionState } from './session.ts'
import { soloIssue } from './soloMeans.ts'

/** [W1] What the table has decided together so far. */
export function planOfSession(state: SessionState): Plan {
  const decided = Object.values(state.proposals)
    .filter(({ status }) => status === 'adopted')
    .map(({ measureId, teamId, place, adoptedRound, round }): PlannedMeasure => {
      const { ownContribution: funds, staffNeed: staff } = costOf(state, measureId)
      const areaId = areaOf(state.scenario, place, knownMeasure(state, measureId))
      return { measureId, teamId, areaId, round: adoptedRound ?? round, effects: effectsOf(state, measureId), funds, staff }
    })
  const named = Object.values(state.crossReferences)
  const confirmed = named.flatMap((reference) => (countsAsSynergy(reference) ? [{ ...reference, effect: reference.effect ?? 'amplify' }] : []))
  const unsettled = named.filter(countsAsConflict)
  const nobodyConfirmed = unconfirmedPairs(state.scenario, (pair) => !named.some(({ id, status }) => id === pair && isAgreed(status)))
  return {
    decided,
    synergies: withBothDecided(decided, [...confirmed, ...nobodyConfirmed.synergies]),
    conflicts: withBothDecided(decided, [...unsettled, ...nobodyConfirmed.conflicts]),
    focusAreas: Object.values(state.focusAreas).flatMap(({ areaId, status }) => (status === 'confirmed' ? [areaId] : [])),
    goalWeights: goalWeights(state),
    goalChanges: state.goalChanges,
  }
}

/**
 * [W1] [A2] What the departments had planned alone, side by side: each plan in its order within its own means [A1], every measure in the
 * earliest round in which funds and staff issued so far allow it. Nobody had confirmed anything with others, so pairs and focus areas
 * count only where the scenario says so (`countUnconfirmed`). Incidents met these plans as they met the joint one.
 * Kind to the departments: no conditions or windows of programmes, no follow-up costs.
 */
export function planOfDepartmentsAlone(state: SessionState): Plan {
  const { scenario } = state
  const scheduled = scenario.teams.flatMap(({ id }) => scheduledAlone(state, id))
  const bare = withoutRivals(state, scheduled)
  const { effects, goalChanges } = incidentsOn(state, bare)
  const decided = bare.map((measure) => ({ ...measure, effects: entry(effects, measure.measureId) ?? measure.effects }))
  const pairs = unconfirmedPairs(scenario, () => true)
  return {
    decided,
    synergies: withBothDecided(decided, pairs.synergies),
    conflicts: withBothDecided(decided, pairs.conflicts),
    focusAreas: scenario.value.countUnconfirmed
      ? scenario.areas.flatMap(({ id, focusArea }) => (focusArea && isIntegrated({ decided }, id, scenario.focusAreas) ? [id] : []))
      : [],
    goalWeights: goalWeights(state),
    goalChanges,
  }
}

type Pair = { readonly a: string; readonly b: string }

/** The measures of one department's plan that its means and prerequisites allow, with their rounds. */
function scheduledAlone(state: SessionState, teamId: string): readonly PlannedMeasure[] {
  const free = meansAlone(state.scenario, teamId).map((means) => ({ ...means }))
  const scheduled: PlannedMeasure[] = []
  for (const measureId of prerequisitesFirst(state.scenario, entry(state.soloPlans, teamId)?.measureIds ?? [])) {
    const measure = measureOf(state, measureId)
    if (!measure || scheduled.some((other) => other.measureId === measureId || excludes(state.scenario, measureId, other.measureId))) continue
    const need = { funds: baseOwnContribution(state, measure), staff: measure.staff }
    const round = firstRound(free, need, earliestAfterPrerequisites(state.scenario, measureId, scheduled))
    if (round === undefined) continue
    for (const means of free.slice(round - 1)) {
      means.funds -= need.funds
      means.staff -= need.staff
    }
    scheduled.push({ measureId, teamId, areaId: measure.areaId, round, effects: measure.effects, ...need })
  }
  return scheduled
}

/** Cumulated means of a department alone, round by round [A1]. */
function meansAlone(scenario: Scenario, teamId: string): readonly Amounts[] {
  let means = NOTHING
  return Array.from({ length: scenario.rounds }, (_, index) => {
    means = plus(means, soloIssue(scenario, teamId, index + 1))
    return means
  })
}

/** The earliest round from which on the means suffice to the end; undefined: never. */
function firstRound(free: readonly Amounts[], need: Amounts, earliest: number | undefined): number | undefined {
  if (earliest === undefined) return undefined
  const suffices = ({ funds, staff }: Amounts) => funds >= need.funds && staff >= need.staff
  const index = free.findIndex((_, round) => round >= earliest - 1 && free.slice(round).every(suffices))
  return index === -1 ? undefined : index + 1
}

/** The plan in its order, only that what a measure needs comes before it. */
function prerequisitesFirst({ prerequisites }: Scenario, measureIds: readonly string[]): readonly string[] {
  const ordered: string[] = []
  const visited = new Set<string>()
  const visit = (id: string) => {
    if (visited.has(id) || !measureIds.includes(id)) return
    visited.add(id)
    for (const { measureId, requiresId } of prerequisites) if (measureId === id) visit(requiresId)
    ordered.push(id)
  }
  for (const id of measureIds) visit(id)
  return ordered
}

/** A measure that needs another one waits for it; undefined if the department has not planned that one itself. */
function earliestAfterPrerequisites(scenario: Scenario, measureId: string, scheduled: readonly PlannedMeasure[]): number | undefined {
  const rounds = scenario.prerequisites
    .filter((prerequisite) => prerequisite.measureId === measureId)
    .map(({ requiresId }) => scheduled.find((other) => other.measureId === requiresId)?.round)
  return rounds.reduce((latest, round) => (latest === undefined || round === undefined ? undefined : Math.max(latest, round)), 1 as number | undefined)
}

function excludes(scenario: Scenario, a: string, b: string): boolean {
  return scenario.exclusions.some((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))
}

/** Of two that exclude each other the one with more points stays (equal: the lower id); the money of the other stays lost. */
function withoutRivals(state: SessionState, planned: readonly PlannedMeasure[]): readonly PlannedMeasure[] {
  const weights = goalWeights(state)
  const points = ({ effects }: PlannedMeasure) => weighted(effects, weights)
  const best = [...planned].sort((a, b) => points(b) - points(a) || byCode(a.measureId, b.measureId))
  const kept = new Set<string>()
  for (const { measureId } of best) if (![...kept].some((other) => excludes(state.scenario, measureId, other))) kept.add(measureId)
  return planned.filter(({ measureId }) => kept.has(measureId))
}

/** What the incidents of this session would have done to a plan that nobody played: effects of its measures, points of goals. */
function incidentsOn(
  state: SessionState,
  planned: readonly PlannedMeasure[],
): { effects: Record<string, PlannedMeasure['effects']>; goalChanges: Readonly<Record<string, number>> } {
  const effects: Record<string, PlannedMeasure['effects']> = Object.fromEntries(planned.map((measure) => [measure.measureId, measure.effects]))
  let goalChanges: Readonly<Record<string, number>> = {}
  for (const { lasting, goalChanges: changes } of outcomesOn(state, planned)) {
    for (const [goalId, amount] of Object.entries(changes)) goalChanges = added(goalChanges, goalId, amount)
    for (const { effect } of lasting) {
      if (effect.kind !== 'addEffect') continue
      for (const id of effect.measureIds) {
        const before = entry(effects, id)
        if (before) effects[id] = added(before, effect.goalId, effect.amount)
      }
    }
  }
  return { effects, goalChanges }
}

/** Incidents fall between the decisions of two rounds: what was planned for earlier rounds is there by then. */
function outcomesOn(state: SessionState, planned: readonly PlannedMeasure[]): readonly IncidentOutcome[] {
  return state.incidents.flatMap(({ id, round, skipped }) => {
    const incident = state.scenario.incidents.find((candidate) => candidate.id === id)
    if (!incident || skipped) return []
    const before = townOf(
      planned.filter((measure) => measure.round < round),
      round,
    )
    const atEnd = townOf(
      planned.filter((measure) => measure.round <= round),
      round,
    )
    return [outcomeIn(before, id, metEffects(before, incident.effects)), outcomeIn(atEnd, id, missedAtRoundEnd(atEnd, incident.effects))]
  })
}

/** No accounts: what incidents do to money and staff does not reach a plan that was never paid. */
function townOf(decided: readonly PlannedMeasure[], round: number): Circumstances {
  return {
    round,
    amountStep: 1,
    accounts: {},
    isAdopted: (measureId) => decided.some((measure) => measure.measureId === measureId),
    adoptedInArea: (areaId) => decided.filter((measure) => measure.areaId === areaId).length,
    mostPayers: 1,
    shortfallCount: 0,
  }
}

/** Confirmed and worth something [C6]. */
export function countsAsSynergy({ kind, status, strength, effect }: CrossReference): boolean {
  return kind === 'synergy' && status === 'confirmed' && strength > 0 && effect !== null
}

/** Open ones and those accepted with a reason; what was relocated, staggered, adapted or compensated is settled [C5]. */
export function countsAsConflict({ kind, status, settlement }: CrossReference): boolean {
  return kind === 'conflict' && (status === 'confirmed' || (status === 'settled' && settlement?.way === 'accept'))
}

function isAgreed(status: CrossReference['status']): boolean {
  return status === 'confirmed' || status === 'settled'
}

/** *Setting* `countUnconfirmed`: pairs that the scenario knows also count where nobody named or confirmed them. */
function unconfirmedPairs({ value, synergies, conflicts }: Scenario, isOpen: (crossReferenceId: string) => boolean) {
  if (!value.countUnconfirmed) return { synergies: [], conflicts: [] }
  const open = (kind: string) => (pair: Pair) => isOpen(`${kind}-${inOrder(pair.a, pair.b).join('-')}`)
  return { synergies: synergies.filter(open('s')).map(({ kind: effect, ...pair }) => ({ ...pair, effect })), conflicts: conflicts.filter(open('c')) }
}

function withBothDecided<T extends Pair>(decided: readonly PlannedMeasure[], pairs: readonly T[]): readonly T[] {
  const ids = new Set(decided.map(({ measureId }) => measureId))
  return pairs.filter(({ a, b }) => ids.has(a) && ids.has(b))
}
