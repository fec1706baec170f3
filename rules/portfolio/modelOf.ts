import { entry } from '../ids.ts'
import { type LinearModel, ModelBuilder, type Term, times } from './linearModel.ts'
import { type Areas, areaVariables } from './modelAreas.ts'
import { type Decisions, decisionVariables } from './modelDecisions.ts'
import { type Funding, fundingVariables } from './modelFunding.ts'
import { limitMeans } from './modelMeans.ts'
import { limitPairs, type Settlements, settlementVariables, synergyPoints } from './modelPairs.ts'
import { type Portfolio, type PortfolioMeasure, type PortfolioPlan, roundsOf } from './portfolio.ts'
import type { Rounding } from './reliefs.ts'

/** What a plan is to be best at. */
export type Aim =
  | { readonly kind: 'value' }
  /** least own contributions, with at least this value */
  | { readonly kind: 'cost'; readonly valueAtLeast: number }
  /** with at least this value, the greatest value with these points added: measure id → points */
  | { readonly kind: 'tie'; readonly valueAtLeast: number; readonly added: Readonly<Record<string, number>> }
  /** the goal that comes off worst reaches the greatest share of what all measures together would bring it */
  | { readonly kind: 'smallestShare' }

export interface ModelRequest {
  readonly aim: Aim
  readonly rounding: Rounding
  /** all own contributions and settlements together, whole euro; absent: only the means of the rounds limit them */
  readonly costAtMost?: number | undefined
  /** whole euro kept back in every round */
  readonly reserve?: number | undefined
}

export interface PortfolioModel {
  readonly model: LinearModel
  /** the model says exactly what the rules say; else its best value is a bound (`kind`), or can be paid (`strict`) */
  readonly exact: boolean
  /** @param values of the variables, in their order */
  readonly planOf: (values: readonly number[]) => PortfolioPlan
}

/** The portfolio as a linear model: see docs/portfolio.md for the rows in words. */
export function modelOf(portfolio: Portfolio, { aim, rounding, costAtMost, reserve = 0 }: ModelRequest): PortfolioModel {
  const builder = new ModelBuilder()
  const decisions = decisionVariables(portfolio, builder)
  const areas = areaVariables(portfolio, builder, decisions)
  const funding = fundingVariables(portfolio, builder, decisions, areas, rounding)
  const settlements = settlementVariables(portfolio, builder, decisions)
  limitPairs(portfolio, builder, decisions)
  limitMeans(portfolio, builder, reserve, { decisions, funding, settlements })
  const value = [...measurePoints(portfolio, decisions), ...synergyPoints(portfolio, builder, decisions), ...settlements.points, ...areas.points]
  const constant = weightedPoints(portfolio, portfolio.goalChanges)
  const cost = costTerms(portfolio, funding, settlements)
  for (const { goalIds, points } of portfolio.goalMinima) builder.atLeast(goalTerms(portfolio, decisions, goalIds), points)
  if (costAtMost !== undefined) builder.atMost(cost, costAtMost - reserve)
  return {
    model: aimed(portfolio, builder, decisions, aim, { value, constant, cost }),
    exact: funding.exact,
    planOf: (values) => readPlan(portfolio, values, { decisions, areas, funding, settlements }),
  }
}

interface Sums {
  readonly value: readonly Term[]
  readonly constant: number
  readonly cost: readonly Term[]
}

function aimed(portfolio: Portfolio, builder: ModelBuilder, decisions: Decisions, aim: Aim, { value, constant, cost }: Sums): LinearModel {
  if (aim.kind === 'value') return builder.model(value, constant, true)
  if (aim.kind === 'cost') {
    builder.atLeast(value, aim.valueAtLeast - constant)
    return builder.model(cost, 0, false)
  }
  if (aim.kind === 'tie') {
    builder.atLeast(value, aim.valueAtLeast - constant)
    const added = portfolio.measures.flatMap(({ id }) => times(entry(aim.added, id) ?? 0, decisions.done(id)))
    return builder.model([...value, ...added], constant, true)
  }
  const share = builder.amount('share', 1)
  for (const { id } of portfolio.goals) {
    const reachable = reachablePoints(portfolio, id)
    if (reachable > 0) builder.atLeast([...goalTerms(portfolio, decisions, [id]), [-reachable, share]], 0)
  }
  return builder.model([[1, share]], 0, true)
}

/** Weighted points of a goal if every measure that helps it were decided. */
export function reachablePoints({ measures, goals }: Portfolio, goalId: string): number {
  const weight = goals.find(({ id }) => id === goalId)?.weight ?? 0
  return weight * measures.reduce((sum, { effects }) => sum + Math.max(0, entry(effects, goalId) ?? 0), 0)
}

function measurePoints(portfolio: Portfolio, decisions: Decisions): readonly Term[] {
  return portfolio.measures.flatMap((measure) => {
    const early = roundsOf(portfolio).slice(0, -1)
    return [
      ...times(measure.value + weightedPoints(portfolio, measure.effects), decisions.done(measure.id)),
      ...early.flatMap((round) => times(portfolio.pointsPerRoundEarlier, decisions.doneBy(measure.id, round))),
    ]
  })
}

/** Σ weight × points over the goals of the portfolio. */
export function weightedPoints({ goals }: Portfolio, points: PortfolioMeasure['effects']): number {
  return goals.reduce((sum, { id, weight }) => sum + weight * (entry(points, id) ?? 0), 0)
}

function goalTerms({ measures, goals }: Portfolio, { done }: Decisions, goalIds: readonly string[]): readonly Term[] {
  const counted = goals.filter(({ id }) => goalIds.includes(id))
  return measures.flatMap(({ id, effects }) =>
    times(
      counted.reduce((sum, goal) => sum + goal.weight * (entry(effects, goal.id) ?? 0), 0),
      done(id),
    ),
  )
}

function costTerms(portfolio: Portfolio, funding: Funding, { dues }: Settlements): readonly Term[] {
  return roundsOf(portfolio).flatMap((round) => [
    ...portfolio.measures.flatMap(({ id }) => funding.fundsIn(id, round)),
    ...dues.flatMap(({ way, paidIn }) => times(way.funds, paidIn(round))),
  ])
}

interface Variables {
  readonly decisions: Decisions
  readonly areas: Areas
  readonly funding: Funding
  readonly settlements: Settlements
}

/** A solver's figures are nearly whole; what they mean is decided by rounding, and checked afterwards in whole numbers. */
function readPlan(portfolio: Portfolio, values: readonly number[], { decisions, areas, funding, settlements }: Variables): PortfolioPlan {
  const isSet = (terms: readonly Term[]) => terms.reduce((sum, [coefficient, variable]) => sum + coefficient * Math.round(values[variable] ?? 0), 0) > 0
  const decided = portfolio.measures.flatMap((measure) => {
    const round = roundsOf(portfolio).find((candidate) => isSet(decisions.decidedIn(measure.id, candidate)))
    if (round === undefined) return []
    const options = funding.options(measure.id, round)
    return [
      {
        measureId: measure.id,
        round,
        programmeId: (options.find(({ taken }) => isSet(taken)) ?? options[0])?.programmeId ?? null,
        areaId: areas.mattering(measure.id).find((areaId) => isSet(areas.liesIn(measure.id, areaId))) ?? measure.areaIds[0] ?? null,
      },
    ]
  })
  const roundOf = new Map(decided.map(({ measureId, round }) => [measureId, round]))
  return {
    decisions: decided.sort((a, b) => a.round - b.round),
    settled: settledOnce(
      settlements.chosen
        .filter(({ a, b, taken }) => roundOf.has(a) && roundOf.has(b) && isSet(taken))
        .filter(({ a, b, way }) => way !== 'stagger' || roundOf.get(a) !== roundOf.get(b))
        .map(({ a, b, way }) => ({ a, b, way })),
    ),
    focusAreas: portfolio.focusAreas.areaIds.filter((areaId) => isSet(areas.declared(areaId))),
  }
}

/** A conflict needs one settlement; staggering, which costs nothing, stands first. */
function settledOnce(settled: PortfolioPlan['settled']): PortfolioPlan['settled'] {
  return settled.filter(({ a, b }, index) => settled.findIndex((other) => other.a === a && other.b === b) === index)
}
