import { entry } from '../ids.ts'
import { carryThrough, type Due } from './means.ts'
import { joined, programmeIn } from './pairs.ts'
import {
  inRound,
  isDecidableIn,
  type PlannedDecision,
  type Portfolio,
  type PortfolioCondition,
  type PortfolioMeasure,
  type PortfolioPlan,
} from './portfolio.ts'
import { costIn, staffOf } from './portfolioCosts.ts'

/** A rule of the portfolio that a plan breaks; amounts are what is missing, whole euro, staff points or points of goals. */
export interface BrokenRule {
  readonly rule:
    | 'unknownMeasure'
    | 'decidedTwice'
    | 'round'
    | 'area'
    | 'programme'
    | 'condition'
    | 'prerequisite'
    | 'exclusion'
    | 'settlement'
    | 'focusAreas'
    | 'funds'
    | 'staff'
    | 'goalMinimum'
  /** measures, teams, programmes, areas or goals */
  readonly subjects: readonly string[]
  readonly round?: number
  readonly missing?: number
}

/** A decision with what it takes of the municipality. */
export interface CostedDecision extends PlannedDecision {
  readonly measure: PortfolioMeasure
  readonly funds: number
  readonly staff: number
  readonly grant: number
}

export interface CheckedPlan {
  readonly broken: readonly BrokenRule[]
  /** known measures, each once, by round, within a round in the order of the plan */
  readonly decided: readonly CostedDecision[]
  /** what settled conflicts cost */
  readonly settlements: readonly Due[]
}

/**
 * Checks a plan in whole numbers against every rule of the portfolio. Knows nothing of linear models: whatever a solver
 * or a person says, this is what counts.
 */
export function checkPlan(portfolio: Portfolio, plan: PortfolioPlan): CheckedPlan {
  const shape = plan.decisions.flatMap((decision, index) => shapeProblems(portfolio, plan.decisions.slice(0, index), decision))
  const decided = costed(portfolio, plan)
  const settlements = settlementsDue(portfolio, plan)
  const broken = [
    ...shape,
    ...decided.flatMap((decision) => fundingProblems(portfolio, plan, decision)),
    ...pairProblems(portfolio, plan),
    ...settlementProblems(portfolio, plan),
    ...focusProblems(portfolio, plan),
    ...minimumProblems(portfolio, decided),
    ...carryThrough(portfolio, [...duesOf(decided), ...settlements]),
  ]
  return { broken, decided, settlements }
}

function shapeProblems(portfolio: Portfolio, before: readonly PlannedDecision[], { measureId, round, areaId, programmeId }: PlannedDecision): BrokenRule[] {
  const measure = joined(portfolio, measureId)?.measure
  if (!measure) return [{ rule: 'unknownMeasure', subjects: [measureId] }]
  const broken: BrokenRule[] = []
  if (before.some((other) => other.measureId === measureId)) broken.push({ rule: 'decidedTwice', subjects: [measureId] })
  if (round > portfolio.rounds || !isDecidableIn(measure, round)) broken.push({ rule: 'round', subjects: [measureId], round })
  if (areaId !== null && !measure.areaIds.includes(areaId)) broken.push({ rule: 'area', subjects: [measureId, areaId] })
  if (programmeId !== null && !measure.programmeIds.includes(programmeId)) broken.push({ rule: 'programme', subjects: [measureId, programmeId] })
  return broken
}

/** What each decision takes. Programmes pay in the order of the plan, as long as their pot of the round lasts [F3]. */
function costed(portfolio: Portfolio, plan: PortfolioPlan): readonly CostedDecision[] {
  const known = new Map<string, PlannedDecision>()
  for (const decision of plan.decisions) if (joined(portfolio, decision.measureId) && !known.has(decision.measureId)) known.set(decision.measureId, decision)
  const paid = new Map<string, number>()
  return [...known.values()]
    .sort((a, b) => a.round - b.round)
    .flatMap((decision) => {
      const found = joined(portfolio, decision.measureId)
      if (!found) return []
      const { measure, savings, bonusPartnerIds } = found
      const working = savings.filter(({ partnerId }) => known.has(partnerId)).map(({ synergy }) => synergy)
      const programme = programmeIn(portfolio, decision.programmeId)
      const potOf = `${decision.round} ${programme?.id}`
      const potLeft = programme?.potPerRound === undefined ? undefined : Math.max(0, programme.potPerRound - (paid.get(potOf) ?? 0))
      const { own, grant } = costIn(portfolio, measure, decision.round, {
        programme,
        bonus: bonusPartnerIds.some((id) => known.has(id)),
        saved: working.reduce((sum, { savedFunds }) => sum + savedFunds, 0),
        ...(potLeft === undefined ? {} : { potLeft }),
      })
      paid.set(potOf, (paid.get(potOf) ?? 0) + grant)
      const savedStaff = working.reduce((sum, synergy) => sum + synergy.savedStaff, 0)
      return [{ ...decision, measure, funds: own, staff: staffOf(measure, savedStaff), grant }]
    })
}

function duesOf(decided: readonly CostedDecision[]): readonly Due[] {
  return decided.map(({ measure, round, funds, staff }) => ({ teamId: measure.teamId, round, funds, staff, followUpCosts: measure.followUpCosts }))
}

/** [F2] The programme is open, and what it asks for is there. */
function fundingProblems(portfolio: Portfolio, plan: PortfolioPlan, { measure, round, programmeId, areaId }: CostedDecision): BrokenRule[] {
  const programme = programmeIn(portfolio, programmeId)
  if (!programme) return []
  if (inRound(programme.rates, round) === null) return [{ rule: 'programme', subjects: [measure.id, programme.id], round }]
  const needsSynergy = programme.synergyRounds.includes(round)
  const conditions: readonly PortfolioCondition[] = needsSynergy ? [...programme.conditions, { kind: 'confirmedSynergy' }] : programme.conditions
  const decidedBy = (id: string, last: number) => plan.decisions.some((other) => other.measureId === id && other.round <= last)
  const isMet = (condition: PortfolioCondition): boolean => {
    switch (condition.kind) {
      case 'focusArea':
        return areaId !== null && plan.focusAreas.includes(areaId)
      case 'area':
        return areaId !== null && condition.areaIds.includes(areaId)
      case 'confirmedSynergy':
        return (joined(portfolio, measure.id)?.bonusPartnerIds ?? []).some((id) => decidedBy(id, portfolio.rounds))
      case 'measuresInArea':
        return areaId !== null && plan.decisions.filter((other) => other.areaId === areaId && other.round <= round).length >= condition.min
      case 'prerequisite':
        return decidedBy(condition.measureId, round)
    }
  }
  return conditions.filter((condition) => !isMet(condition)).map(({ kind }) => ({ rule: 'condition', subjects: [measure.id, programme.id, kind], round }))
}

function pairProblems({ exclusions, prerequisites }: Portfolio, { decisions }: PortfolioPlan): BrokenRule[] {
  const roundOf = new Map(decisions.map(({ measureId, round }) => [measureId, round]))
  const lacking = prerequisites.filter(({ measureId, requiresId }) => {
    const round = roundOf.get(measureId)
    return round !== undefined && (roundOf.get(requiresId) ?? Number.POSITIVE_INFINITY) > round
  })
  return [
    ...lacking.map(({ measureId, requiresId }): BrokenRule => ({ rule: 'prerequisite', subjects: [measureId, requiresId] })),
    ...exclusions.filter(({ a, b }) => roundOf.has(a) && roundOf.has(b)).map(({ a, b }): BrokenRule => ({ rule: 'exclusion', subjects: [a, b] })),
  ]
}

/** [C5] A conflict is settled in a way that it has; staggering means different rounds. */
function settlementProblems(portfolio: Portfolio, { settled, decisions }: PortfolioPlan): BrokenRule[] {
  const roundOf = new Map(decisions.map(({ measureId, round }) => [measureId, round]))
  return settled
    .filter(({ a, b, way }) => {
      const known = wayOf(portfolio, a, b, way)
      return !known || (way === 'stagger' && roundOf.get(a) === roundOf.get(b))
    })
    .map(({ a, b, way }) => ({ rule: 'settlement', subjects: [a, b, way] }))
}

function wayOf(portfolio: Portfolio, a: string, b: string, way: string) {
  return portfolio.conflicts.find((conflict) => conflict.a === a && conflict.b === b)?.ways.find((known) => known.way === way)
}

function settlementsDue(portfolio: Portfolio, { settled, decisions }: PortfolioPlan): readonly Due[] {
  const of = (id: string) => decisions.find(({ measureId }) => measureId === id)
  return settled.flatMap(({ a, b, way }) => {
    const price = wayOf(portfolio, a, b, way)
    const [one, other] = [of(a), of(b)]
    const payer = joined(portfolio, price?.paidBy ?? a)?.measure
    if (!price || !one || !other || !payer) return []
    return [{ teamId: payer.teamId, round: Math.max(one.round, other.round), funds: price.funds, staff: price.staff, followUpCosts: 0 }]
  })
}

function focusProblems({ focusAreas }: Portfolio, plan: PortfolioPlan): BrokenRule[] {
  const areas = new Set(plan.focusAreas)
  const unknown = [...areas].filter((id) => !focusAreas.areaIds.includes(id))
  return areas.size > focusAreas.max || unknown.length > 0 ? [{ rule: 'focusAreas', subjects: [...areas] }] : []
}

function minimumProblems({ goals, goalMinima }: Portfolio, decided: readonly CostedDecision[]): BrokenRule[] {
  const weights = Object.fromEntries(goals.map(({ id, weight }) => [id, weight]))
  return goalMinima.flatMap(({ goalIds, points }) => {
    const reached = decided.reduce(
      (sum, { measure }) => sum + goalIds.reduce((of, id) => of + (entry(weights, id) ?? 0) * (entry(measure.effects, id) ?? 0), 0),
      0,
    )
    return reached < points ? [{ rule: 'goalMinimum' as const, subjects: goalIds, missing: points - reached }] : []
  })
}
