import { inOrder } from '../amounts.ts'
import { effectsOf, goalWeights } from '../effects.ts'
import { programmeState } from '../fundingConditions.ts'
import { entry } from '../ids.ts'
import { crossReferenceId } from '../knownPairs.ts'
import { lasting } from '../lasting.ts'
import { allMeasures } from '../measureOf.ts'
import { openSession } from '../openSession.ts'
import { countsAsConflict, countsAsSynergy } from '../plans.ts'
import type { FundingCondition, FundingProgramme, KnownConflict, KnownSynergy, Measure } from '../scenario/parts.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { CrossReference, SessionState } from '../session.ts'
import { synergyWorth } from '../synergyWorth.ts'
import { presentCost, totalCost } from '../totalCost.ts'
import type { Portfolio, PortfolioCondition, PortfolioConflict, PortfolioMeasure, PortfolioProgramme, PortfolioSynergy } from './portfolio.ts'
import { meansOfSession } from './sessionMeans.ts'

/** The portfolio of a scenario as it lies before anybody has played it: no incidents, nothing written, all pairs known. */
export function portfolioOfScenario(scenario: Scenario): Portfolio {
  return portfolioOfSession(openSession({ type: 'sessionOpened', scenario, title: '', at: 0 }))
}

/**
 * The portfolio of a session: what the table could have decided at best, had it known everything. Measures that were written or
 * came with incidents, pairs that were confirmed, and everything incidents did are part of it, with the same rules as at the table.
 * Two things are simpler: a settled conflict is paid with the later of its measures, and a departments' condition counts as met
 * where enough departments could pledge something.
 */
export function portfolioOfSession(state: SessionState): Portfolio {
  const { scenario } = state
  const rounds = Array.from({ length: scenario.rounds }, (_, index) => index + 1)
  const measures = allMeasures(state)
  const { teams, pot } = meansOfSession(state)
  return {
    formatVersion: 1,
    title: state.title,
    rounds: scenario.rounds,
    teams,
    pot,
    sharing: 'all',
    // Funds that are pledged to a measure stay in any case, and so does staff where the scenario lets it [P7].
    carryOver: { funds: true, staff: scenario.settings.carryOver.staff !== 'none' },
    goals: Object.entries(goalWeights(state)).map(([id, weight]) => ({ id, weight })),
    goalChanges: state.goalChanges,
    goalMinima: [],
    measures: measures.map((measure) => measureIn(state, measure, rounds)),
    programmes: scenario.programmes.map((programme) => programmeIn(state, programme, rounds)),
    funding: {
      base: scenario.settings.grantBase,
      step: scenario.settings.amountStep,
      maxRate: scenario.settings.maxFundingRate,
      minOwnShare: scenario.settings.minOwnShare,
    },
    synergies: synergiesIn(state),
    conflicts: conflictsIn(state),
    exclusions: scenario.exclusions.map(({ a, b }) => ({ a, b })),
    prerequisites: scenario.prerequisites.map(({ measureId, requiresId }) => ({ measureId, requiresId })),
    focusAreas: {
      areaIds: scenario.areas.filter(({ focusArea }) => focusArea).map(({ id }) => id),
      max: scenario.focusAreas.max,
      minMeasures: scenario.focusAreas.minMeasures,
      minTeams: scenario.focusAreas.minTeams,
      points: scenario.value.focusAreaPoints,
    },
    pointsPerRoundEarlier: scenario.value.pointsPerRoundEarlier,
  }
}

function measureIn(state: SessionState, measure: Measure, rounds: readonly number[]): PortfolioMeasure {
  const { scenario } = state
  const programmes = measure.programmeIds.flatMap((id) => scenario.programmes.filter((programme) => programme.id === id))
  const blocked = rounds.filter((round) => isBlocked(inRoundOf(state, round), measure))
  return {
    id: measure.id,
    teamId: measure.leadTeamId,
    value: 0,
    effects: effectsOf(state, measure.id),
    cost: rounds.map((round) => presentCost(inRoundOf(state, round), measure)),
    ownFactors: rounds.map((round) => ownFactors(inRoundOf(state, round), measure)),
    staff: measure.staff,
    leastStaff: scenario.settings.minStaff,
    followUpCosts: measure.followUpCosts,
    programmeIds: programmes.filter(({ conditions }) => conditions.every((condition) => canMeet(scenario, measure, condition))).map(({ id }) => id),
    areaIds: possibleAreas(scenario, measure),
    ...(blocked.length > 0 ? { rounds: rounds.filter((round) => !blocked.includes(round)) } : {}),
  }
}

/** The session with what incidents left for that round, and without what the table did: a measure that nobody has placed or adopted. */
function inRoundOf(state: SessionState, round: number): SessionState {
  return { ...state, round, proposals: {}, grantsThisRound: {} }
}

function ownFactors(state: SessionState, measure: Measure): number[] {
  return lasting(state, 'changeOwnContribution')
    .filter(({ measureIds }) => !measureIds || measureIds.includes(measure.id))
    .filter(({ areaId }) => areaId === undefined || areaId === measure.areaId)
    .filter(({ minTotalCost }) => totalCost(measure) >= (minTotalCost ?? 0))
    .map(({ factor }) => factor)
}

function isBlocked(state: SessionState, { id, programmeIds }: Measure): boolean {
  return lasting(state, 'blockMeasures').some(
    ({ measureIds, withoutProgramme }) =>
      (measureIds?.includes(id) ?? withoutProgramme === undefined) || (withoutProgramme === true && programmeIds.length === 0),
  )
}

/** Conditions that a measure meets or fails by itself; the others depend on the plan and stay. */
function canMeet({ teams }: Scenario, measure: Measure, condition: FundingCondition): boolean {
  if (condition.kind === 'goal') return condition.goalIds.some((goalId) => (entry(measure.effects, goalId) ?? 0) > 0)
  if (condition.kind === 'cost') return totalCost(measure) >= (condition.min ?? 0) && totalCost(measure) <= (condition.max ?? Number.POSITIVE_INFINITY)
  return condition.kind !== 'departments' || condition.min <= teams.length
}

/** [M2] The areas for which it can count, the usual one first. */
function possibleAreas({ areas, map }: Scenario, measure: Measure): string[] {
  const { areaId, allowedAreaIds, spatialReference } = measure
  if (spatialReference === 'municipality') return areaId === undefined ? [] : [areaId]
  const onMap = (id: string) => spatialReference === 'area' || map.features.some(({ properties }) => properties.areaId === id)
  const possible = allowedAreaIds.length > 0 ? allowedAreaIds : areas.map(({ id }) => id).filter(onMap)
  return [...possible.filter((id) => id === areaId), ...possible.filter((id) => id !== areaId)]
}

function programmeIn(state: SessionState, programme: FundingProgramme, rounds: readonly number[]): PortfolioProgramme {
  const byRound = rounds.map((round) => programmeState(inRoundOf(state, round), programme.id))
  return {
    id: programme.id,
    rates: byRound.map(({ open, rate }) => (open ? rate : null)),
    bonus: programme.integrationBonus,
    minGrant: programme.minGrant,
    ...(programme.maxGrant === undefined ? {} : { maxGrant: programme.maxGrant }),
    ...(programme.potPerRound === undefined ? {} : { potPerRound: programme.potPerRound }),
    conditions: programme.conditions.flatMap(dependsOnPlan),
    synergyRounds: rounds.filter((_, index) => byRound[index]?.needsSynergy),
  }
}

function dependsOnPlan(condition: FundingCondition): PortfolioCondition[] {
  return condition.kind === 'goal' || condition.kind === 'cost' || condition.kind === 'departments' ? [] : [condition]
}

/** [C3] Pairs that the scenario knows, and those the table found; a rated one with the strength it was given. */
function synergiesIn(state: SessionState): PortfolioSynergy[] {
  const found = Object.values(state.crossReferences).filter(countsAsSynergy)
  const named = new Map(found.map((reference) => [reference.id, reference]))
  const unnamed = state.scenario.synergies.filter(({ a, b }) => !named.has(crossReferenceId('synergy', a, b)))
  return [...found, ...unnamed.map(asReference)].map((reference) => {
    const { points, savedFunds, savedStaff, savedAt } = synergyWorth(state, reference)
    return { a: reference.a, b: reference.b, points, savedFunds, savedStaff, ...(savedAt === null ? {} : { savedAt }) }
  })
}

function asReference({ a, b, kind, strength }: KnownSynergy): Pick<CrossReference, 'a' | 'b' | 'effect' | 'strength'> {
  const [one, other] = inOrder(a, b)
  return { a: one, b: other, effect: kind, strength }
}

/** [C4] [C5] Where conflicts come to light only in the debriefing, those that nobody named cost nothing. */
function conflictsIn(state: SessionState): PortfolioConflict[] {
  const { crossReferenceRules, conflicts, value } = state.scenario
  const hidden = crossReferenceRules.revealConflicts === 'atDebriefing' && !value.countUnconfirmed
  const found = Object.values(state.crossReferences).filter(
    (reference) => countsAsConflict(reference) || (reference.kind === 'conflict' && reference.status === 'settled'),
  )
  const named = new Set(found.map(({ id }) => id))
  const unnamed = hidden ? [] : conflicts.filter(({ a, b }) => !named.has(crossReferenceId('conflict', a, b)))
  return [...found, ...unnamed].map((conflict) => conflictIn(state, conflict))
}

function conflictIn(state: SessionState, { a, b, strength }: Pick<KnownConflict, 'a' | 'b' | 'strength'>): PortfolioConflict {
  const { settlement } = state.scenario.crossReferenceRules
  const movable = [a, b].some((id) => allMeasures(state).some((measure) => measure.id === id && measure.spatialReference !== 'municipality'))
  const ways = (['stagger', 'relocate', 'adapt', 'compensate'] as const).filter((way) => way !== 'relocate' || movable)
  return {
    a,
    b,
    points: state.scenario.value.conflictPointsPerStrength * strength,
    ways: ways.map((way) => ({ way, funds: settlement[way].fundsPerStrength * strength, staff: settlement[way].staff })),
  }
}
