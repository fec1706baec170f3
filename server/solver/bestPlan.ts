import { type ModelRequest, modelOf, type PortfolioModel } from '../../rules/portfolio/modelOf.ts'
import type { Portfolio, PortfolioPlan } from '../../rules/portfolio/portfolio.ts'
import { type ValuedPlan, valueOfPlan } from '../../rules/portfolio/valueOfPlan.ts'
import type { Bounds, Solution, SolveModel } from './highs.ts'

export interface BestPlanOptions {
  readonly timeLimitMs: number
  /** all own contributions together, whole euro */
  readonly costAtMost?: number | undefined
  readonly onBounds?: ((bounds: Bounds) => void) | undefined
}

export interface BestPlan extends ValuedPlan {
  readonly plan: PortfolioPlan
  /** no plan has more points; whole, since points are */
  readonly bound: number
  /** is it known that no plan has more points? */
  readonly proven: boolean
  /** is it known that none with as many points costs less? */
  readonly leastCost: boolean
}

/** Time left for looking for a cheaper plan of the same value, at least. */
const LEAST_FOR_COST_MS = 1_000
/** Rows hold up to the solver's tolerance; where a plan is some euro short, it is sought again with so much kept back. */
const RESERVES = [1, 10, 100] as const

/**
 * The plan with the greatest common value, and among those one that costs least.
 * What the solver says is never taken as it is: the plan is read in whole numbers, checked against every rule, and valued by the
 * function that scores the table. Where the linear model can only come close to the rules, a kind model gives the bound and a
 * strict one the plan.
 *
 * @returns null if no plan meets all rules (goal minima may ask too much), or none was found in time
 */
export function bestPlan(solve: SolveModel, portfolio: Portfolio, options: BestPlanOptions): BestPlan | null {
  const startedAt = performance.now()
  const leftMs = () => Math.max(0, options.timeLimitMs - (performance.now() - startedAt))
  const request: ModelRequest = { aim: { kind: 'value' }, rounding: 'kind', costAtMost: options.costAtMost }
  const kind = modelOf(portfolio, request)
  const solution = solve(kind.model, options)
  if (solution.values.length === 0) return null
  const bound = wholeBound(solution)
  const found = checked(portfolio, kind, solution, options.costAtMost) ?? strictPlan(solve, portfolio, request, leftMs)
  if (!found) return null
  const value = found.value.total
  const cheaper = cheaperPlan(solve, portfolio, found, options, Math.max(LEAST_FOR_COST_MS, leftMs()))
  return { ...(cheaper?.plan ?? found), bound: Math.max(bound, value), proven: value >= bound, leastCost: cheaper?.proven ?? false }
}

type Found = ValuedPlan & { readonly plan: PortfolioPlan }

/** Points are whole, so the bound is; a hair above a whole number is that number. */
function wholeBound({ bound }: Solution): number {
  return Math.floor(bound + 1e-6)
}

/** The plan that a solution stands for; undefined if it breaks a rule after all. */
function checked(portfolio: Portfolio, { planOf }: PortfolioModel, { values }: Solution, costAtMost: number | undefined): Found | undefined {
  if (values.length === 0) return undefined
  const plan = planOf(values)
  const valued = valueOfPlan(portfolio, plan)
  return valued.broken.length > 0 || valued.value.funds > (costAtMost ?? Number.POSITIVE_INFINITY) ? undefined : { ...valued, plan }
}

/** The best plan of the strict model, which can be paid for certain. */
function strictPlan(solve: SolveModel, portfolio: Portfolio, request: ModelRequest, leftMs: () => number): Found | undefined {
  for (const reserve of [0, ...RESERVES]) {
    const strict = modelOf(portfolio, { ...request, rounding: 'strict', reserve })
    const solution = solve(strict.model, { timeLimitMs: Math.max(LEAST_FOR_COST_MS, leftMs()) })
    const found = checked(portfolio, strict, solution, request.costAtMost)
    if (found || solution.values.length === 0) return found
  }
  throw new Error('a plan of the strict model breaks a rule: model and rules do not agree')
}

/** Among plans of at least this value the one that costs least; undefined if none of them was found that keeps all rules. */
function cheaperPlan(
  solve: SolveModel,
  portfolio: Portfolio,
  found: Found,
  options: BestPlanOptions,
  timeLimitMs: number,
): { readonly plan: Found; readonly proven: boolean } | undefined {
  const aim = { kind: 'cost', valueAtLeast: found.value.total } as const
  const model = modelOf(portfolio, { aim, rounding: 'kind', costAtMost: options.costAtMost })
  const solution = solve(model.model, { timeLimitMs })
  const plan = checked(portfolio, model, solution, options.costAtMost)
  if (!plan || plan.value.total < found.value.total || plan.value.funds > found.value.funds) return undefined
  return { plan, proven: solution.status === 'optimal' }
}
