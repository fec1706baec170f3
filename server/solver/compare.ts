import type { ComparedPlan, Comparison } from '../../rules/comparisons.ts'
import { entry } from '../../rules/ids.ts'
import { ALONE } from '../../rules/portfolio/planningView.ts'
import type { Portfolio } from '../../rules/portfolio/portfolio.ts'
import { COMBINATIONS, keyOf, shapley } from '../../rules/portfolio/shapley.ts'
import type { ValuedPlan } from '../../rules/portfolio/valueOfPlan.ts'
import type { ValueColumn } from '../../rules/sessionView.ts'
import { coreOf, type FrontPoint, goalMinimaOf, goalPoints } from './comparisons.ts'
import type { Solver } from './Solver.ts'

export interface CompareOptions {
  /** for each of the plans */
  readonly timeLimitMs: number
  readonly signal: AbortSignal
  /** do pairs that nobody confirmed count (setting `countUnconfirmed`)? */
  readonly countUnconfirmed: boolean
  /** told after each plan, and at the beginning */
  readonly onDone: (done: number, of: number) => void
  /** kinds that are known already; „alone“ is computed in any case, others are measured against it */
  readonly known: readonly Comparison['kind'][]
}

/** Points of the front: the budget goes down in this many equal steps at least. */
const FRONT_STEPS = 20
const TOGETHER = COMBINATIONS.filter((together) => Object.values(together).some(Boolean))

/**
 * [W3] What is shown beside the best list, one after the other as it is found: the departments alone at their best, where the
 * potential comes from, no losers, balanced, the front. Each plan is a search of its own that lets urgent ones go first.
 *
 * @throws what `signal` was aborted with
 */
export async function* compare(
  solver: Pick<Solver, 'solve'>,
  portfolio: Portfolio,
  best: { readonly column: ValueColumn; readonly proven: boolean },
  { timeLimitMs, signal, countUnconfirmed, onDone, known }: CompareOptions,
): AsyncGenerator<Comparison> {
  const search = { timeLimitMs, signal, patient: true }
  const isWanted = (kind: Comparison['kind']) => !known.includes(kind)
  const of =
    1 + (isWanted('sources') ? TOGETHER.length : 0) + Number(isWanted('withoutLosers')) + Number(isWanted('balanced')) + (isWanted('front') ? FRONT_STEPS : 0)
  let done = 0
  const step = () => onDone(Math.min(of - 1, ++done), of)
  onDone(0, of)

  const alone = await solver.solve<'planned'>(portfolio, { kind: 'planned', together: ALONE, countUnconfirmed }, search)
  step()
  if (isWanted('alone')) yield { kind: 'alone', plan: asCompared(portfolio, alone) }
  if (isWanted('sources')) yield await sources(countUnconfirmed ? undefined : alone)
  if (isWanted('withoutLosers')) {
    const plan = await solver.solve<'best'>({ ...portfolio, goalMinima: goalMinimaOf(goalPoints(portfolio, alone)) }, { kind: 'best' }, search)
    step()
    yield { kind: 'withoutLosers', plan: plan && asCompared(portfolio, plan) }
  }
  if (isWanted('balanced')) {
    const plan = await solver.solve<'balanced'>(portfolio, { kind: 'balanced' }, search)
    step()
    yield { kind: 'balanced', plan: plan && asCompared(portfolio, plan), share: Math.min(1, plan?.share ?? 0) }
  }
  if (isWanted('front')) yield await front()
  onDone(of, of)

  /** [W3] The Shapley split; the plan with everything together is the best list, which is known. */
  async function sources(planAlone: typeof alone | undefined): Promise<Comparison> {
    const worth = new Map<string, { readonly points: number; readonly proven: boolean }>()
    for (const together of COMBINATIONS) {
      const isAll = Object.values(together).every(Boolean)
      const known = isAll ? undefined : together === COMBINATIONS[0] ? planAlone : undefined
      const plan = isAll ? undefined : (known ?? (await solver.solve<'planned'>(portfolio, { kind: 'planned', together, countUnconfirmed: false }, search)))
      if (!known) step()
      worth.set(keyOf(together), { points: plan ? plan.value.total : best.column.total, proven: plan ? plan.proven : best.proven })
    }
    const shares = shapley((together) => worth.get(keyOf(together))?.points ?? 0)
    return { kind: 'sources', ...shares, proven: [...worth.values()].every(({ proven }) => proven) }
  }

  async function front(): Promise<Comparison> {
    const { total: value, funds: cost, measureIds } = best.column
    const points: FrontPoint[] = [{ value, cost, measureIds, proven: best.proven }]
    const down = Math.max(1, Math.floor(cost / FRONT_STEPS))
    for (let left = cost - down; left >= 0; ) {
      const plan = await solver.solve<'best'>(portfolio, { kind: 'best', costAtMost: left }, search)
      step()
      if (!plan) break
      points.push({ value: plan.value.total, cost: plan.value.funds, measureIds: plan.value.measureIds, proven: plan.proven && plan.leastCost })
      left = plan.value.funds - down
    }
    const core = coreOf(points, portfolio)
    return { kind: 'front', points: points.map(({ value, cost, proven }) => ({ value, cost, proven })), core: shown(core) }
  }
}

function asCompared(portfolio: Portfolio, plan: ValuedPlan & { readonly proven: boolean }): ComparedPlan {
  const { total, funds, staff, measureIds } = plan.value
  return { total, goals: { ...goalPoints(portfolio, plan) }, funds, staff, measureIds: [...measureIds], proven: plan.proven }
}

/** Without measures that are in none of the plans. */
function shown(core: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.keys(core).flatMap((id) => ((entry(core, id) ?? 0) > 0 ? [[id, entry(core, id) ?? 0]] : [])))
}
