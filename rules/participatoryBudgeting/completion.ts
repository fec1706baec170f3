import { type EqualSharesOptions, equalShares, type Prepared, prepare, type Run } from './equalShares.ts'
import type { Instance } from './instance.ts'
import type { Rational } from './rational.ts'

/** With small steps and large sums raising the purses would not end within anybody's patience: limits of runs, and of wishes looked at. */
const MAX_RUNS = 300_000
const MAX_LOOKS = 1_000_000_000

/** `none`: the purses are equal parts of the budget and stay so. `exhaustive`, `infeasible`: when raising them ends. */
export type Raising = 'none' | 'exhaustive' | 'infeasible'

export interface Completed {
  readonly run: Run
  /** the purses of that run: of one voter of weight 1 / weightUnit, in money units */
  readonly purse: readonly [bigint, bigint]
}

/** The purses were raised so often without an end that the step must be chosen larger. */
export class StepTooSmall extends Error {}

/**
 * Equal Shares, and again with larger purses while the outcome stays within the budget.
 *
 * `exhaustive` (pabutools' `voter_budget_increment`) ends with the first outcome that leaves no affordable project of those supported;
 * `infeasible` (the default of equalshares.net) with the last one before the budget is exceeded. If all supported projects are
 * affordable together, it takes them all.
 *
 * @param step by which the purse of a voter of weight 1 grows, above zero, in the unit of the budget
 * @throws StepTooSmall after 300,000 runs, sooner in large elections
 */
export function completedEqualShares(instance: Instance, raising: Raising, step: Rational, options: EqualSharesOptions): Completed {
  const prepared = prepare(instance)
  const first = firstPurse(instance)
  const start = { run: equalShares(prepared, first, options), purse: first }
  if (raising === 'none' || instance.weight === 0n) return start
  if (raising === 'infeasible' && !options.isAvailable && totalCost(prepared) <= instance.budget) return everything(prepared, options)
  let last: Completed = start
  const most = Math.min(MAX_RUNS, MAX_LOOKS / (1 + prepared.priced.reduce((sum, { units }) => sum + units.length, 0)))
  for (let runs = 1; runs < most; runs++) {
    const isDone = raising === 'exhaustive' ? isExhaustive(prepared, last.run) : nothingLeft(prepared, last.run, options)
    if (isDone) return last
    const purse = raised(last.purse, step, instance)
    const next = { run: equalShares(prepared, purse, options), purse }
    if (next.run.cost > instance.budget) return last
    last = next
  }
  throw new StepTooSmall()
}

/** Equal parts of the budget. */
function firstPurse({ budget, weight }: Instance): readonly [bigint, bigint] {
  return [budget, weight === 0n ? 1n : weight]
}

/** A step in the unit of the budget for a weight of 1 is step × moneyUnit ÷ weightUnit for the smallest weight. */
function raised([numerator, denominator]: readonly [bigint, bigint], step: Rational, { moneyUnit, weightUnit }: Instance): readonly [bigint, bigint] {
  const below = step.denominator * weightUnit
  return [numerator * below + step.numerator * moneyUnit * denominator, denominator * below]
}

function totalCost({ priced }: Prepared): bigint {
  return priced.reduce((sum, { candidate }) => sum + candidate.cost, 0n)
}

/** With purses in which each alone could pay everything, all supported projects are bought, the most utility per cost first. */
function everything(prepared: Prepared, options: EqualSharesOptions): Completed {
  const purse = [totalCost(prepared) + 1n, 1n] as const
  return { run: equalShares(prepared, purse, options), purse }
}

/** No supported project that was not bought fits into the rest of the budget. */
function isExhaustive({ instance, priced }: Prepared, { bought, cost }: Run): boolean {
  return priced.every(({ candidate }) => bought.includes(candidate) || cost + candidate.cost > instance.budget)
}

/** Larger purses could add nothing: what was not bought is not available beside what was. */
function nothingLeft({ priced }: Prepared, { bought }: Run, { isAvailable }: EqualSharesOptions): boolean {
  const ids = new Set(bought.map(({ id }) => id))
  return priced.every(({ candidate: { id } }) => ids.has(id) || isAvailable?.(id, ids) === false)
}
