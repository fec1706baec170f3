import { isIntegrated } from '../../rules/commonValue.ts'
import { entry } from '../../rules/ids.ts'
import { modelOf, reachablePoints, weightedPoints } from '../../rules/portfolio/modelOf.ts'
import { ALONE, planningView, type Togetherness, withinDepartments } from '../../rules/portfolio/planningView.ts'
import type { Portfolio, PortfolioPlan } from '../../rules/portfolio/portfolio.ts'
import { COMBINATIONS, keyOf, type Shares, shapley } from '../../rules/portfolio/shapley.ts'
import { type ValuedPlan, valueOfPlan } from '../../rules/portfolio/valueOfPlan.ts'
import { type BestPlan, type BestPlanOptions, bestPlan } from './bestPlan.ts'
import type { SolveModel } from './highs.ts'

export type PlannedView = ValuedPlan & { readonly plan: PortfolioPlan; readonly proven: boolean }

/**
 * The best plan of those who plan like this, with what it is worth to the whole town. Whoever counts only its own goals takes,
 * of plans that are equally good for these, the one that is best for all: kind to the departments, so that the added value is
 * never made too large, and one figure even where many plans tie.
 * Without cross-references only pairs within a department count, unless the scenario counts unconfirmed ones (`countUnconfirmed`).
 */
export function plannedAs(solve: SolveModel, portfolio: Portfolio, together: Togetherness, options: BestPlanOptions, countUnconfirmed = false): PlannedView {
  const view = planningView(portfolio, together)
  const best = bestPlan(solve, view, options)
  const tied = best && !together.commonGoals ? bestForAll(solve, portfolio, view, best, options) : undefined
  const plan = tied ?? best?.plan ?? { decisions: [], settled: [], focusAreas: [] }
  return { ...valueOfPlan(...asScored(portfolio, plan, together, countUnconfirmed)), plan, proven: best?.proven ?? false }
}

/** What counts of a plan that was made like this. */
function asScored(portfolio: Portfolio, plan: PortfolioPlan, { crossReferences }: Togetherness, countUnconfirmed: boolean): [Portfolio, PortfolioPlan] {
  const own = { ...portfolio, goalMinima: [] }
  if (crossReferences) return [own, plan]
  if (!countUnconfirmed) return [withinDepartments(own), plan]
  const { focusAreas } = own
  const there = valueOfPlan(own, plan).decided.map(({ areaId, measure }) => ({ areaId, teamId: measure.teamId }))
  const earned = focusAreas.areaIds.filter((id) => isIntegrated({ decided: there }, id, focusAreas))
  return [own, { ...plan, focusAreas: earned.slice(0, focusAreas.max) }]
}

/** Of the plans that are as good in this view, the one with the greatest common value; undefined if none was found in time. */
function bestForAll(solve: SolveModel, portfolio: Portfolio, view: Portfolio, best: BestPlan, { timeLimitMs }: BestPlanOptions): PortfolioPlan | undefined {
  const points = (of: Portfolio, measureId: string) => weightedPoints(portfolio, of.measures.find(({ id }) => id === measureId)?.effects ?? {})
  const added = Object.fromEntries(view.measures.map(({ id }) => [id, points(portfolio, id) - points(view, id)]))
  const { model, planOf } = modelOf(view, { aim: { kind: 'tie', valueAtLeast: best.value.total, added }, rounding: 'strict' })
  const { values } = solve(model, { timeLimitMs })
  const plan = values.length > 0 ? planOf(values) : undefined
  return plan && valueOfPlan(view, plan).broken.length === 0 ? plan : undefined
}

/** [W2] What the departments would reach at best if each planned for itself, with its own goals and means. */
export function departmentsAlone(solve: SolveModel, portfolio: Portfolio, options: BestPlanOptions, countUnconfirmed = false): PlannedView {
  return plannedAs(solve, portfolio, ALONE, options, countUnconfirmed)
}

/** Where the potential comes from: eight plans, and what pooled means, common goals and cross-references add to them on average. */
export function sourcesOfValue(solve: SolveModel, portfolio: Portfolio, options: BestPlanOptions): { readonly shares: Shares; readonly proven: boolean } {
  const plans = new Map(COMBINATIONS.map((together) => [keyOf(together), plannedAs(solve, portfolio, together, options)]))
  return { shares: shapley((together) => plans.get(keyOf(together))?.value.total ?? 0), proven: [...plans.values()].every(({ proven }) => proven) }
}

/** Weighted points of each goal in a plan. */
export function goalPoints(portfolio: Portfolio, { decided }: ValuedPlan): Readonly<Record<string, number>> {
  return Object.fromEntries(
    portfolio.goals.map(({ id, weight }) => [id, weight * decided.reduce((sum, { measure }) => sum + (entry(measure.effects, id) ?? 0), 0)]),
  )
}

/** The best plan in which no goal has fewer points than the departments alone reach for it: „ohne Verlierer“. */
export function withoutLosers(solve: SolveModel, portfolio: Portfolio, alone: ValuedPlan, options: BestPlanOptions): BestPlan | null {
  return bestPlan(solve, { ...portfolio, goalMinima: goalMinimaOf(goalPoints(portfolio, alone)) }, options)
}

/** Every goal gets at least so much. */
export function goalMinimaOf(points: Readonly<Record<string, number>>): Portfolio['goalMinima'] {
  return Object.entries(points).map(([id, least]) => ({ goalIds: [id], points: least }))
}

/**
 * The balanced plan, „ausgewogen“: first the goal that comes off worst gets as great a share as possible of what all measures
 * together would bring it, then the common value is as great as it can be.
 */
export function balanced(solve: SolveModel, portfolio: Portfolio, options: BestPlanOptions): (BestPlan & { readonly share: number }) | null {
  const free = { ...portfolio, goalMinima: [] }
  const { model } = modelOf(free, { aim: { kind: 'smallestShare' }, rounding: 'strict' })
  const solution = solve(model, { timeLimitMs: options.timeLimitMs })
  if (solution.values.length === 0) return null
  const share = Math.max(0, solution.objective - 1e-6)
  const goalMinima = portfolio.goals
    .map(({ id }) => ({ goalIds: [id], points: Math.ceil(share * reachablePoints(portfolio, id) - 1e-6) }))
    .filter(({ points }) => points > 0)
  const best = bestPlan(solve, { ...portfolio, goalMinima }, options)
  return best && { ...best, share }
}

/** A point of the front: nobody gets more points for as little money. */
export interface FrontPoint {
  readonly value: number
  readonly cost: number
  readonly measureIds: readonly string[]
  readonly proven: boolean
}

export interface Front {
  /** dearest first */
  readonly points: readonly FrontPoint[]
  /** measure id → share of the points whose plan holds it, 0…1 */
  readonly core: Readonly<Record<string, number>>
}

/**
 * Value against money, by always asking for the best plan that costs less than the last one. With `steps` the budget goes down in
 * that many equal steps at least; without, by one euro, so that no point is left out.
 */
export function front(solve: SolveModel, portfolio: Portfolio, options: BestPlanOptions & { readonly steps?: number | undefined }): Front {
  const points: FrontPoint[] = []
  let costAtMost: number | undefined
  for (;;) {
    const best: BestPlan | null = bestPlan(solve, portfolio, { ...options, costAtMost })
    if (!best) break
    const { total: value, funds: cost, measureIds } = best.value
    points.push({ value, cost, measureIds, proven: best.proven && best.leastCost })
    const step = options.steps === undefined ? 1 : Math.max(1, Math.floor((points[0]?.cost ?? 0) / options.steps))
    if (cost - step < 0) break
    costAtMost = cost - step
  }
  return { points, core: coreOf(points, portfolio) }
}

/** Measure id → share of the plans of a front that hold it, 0…1. */
export function coreOf(points: readonly Pick<FrontPoint, 'measureIds'>[], { measures }: Portfolio): Front['core'] {
  const shareOf = (id: string) => points.filter(({ measureIds }) => measureIds.includes(id)).length / points.length
  return Object.fromEntries(measures.map(({ id }) => [id, points.length === 0 ? 0 : shareOf(id)]))
}
