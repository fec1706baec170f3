import { parentPort, workerData } from 'node:worker_threads'
import type { GameFacts, PlanFacts } from '../../../rules/authoring/balance/facts.ts'
import { playGame } from '../../../rules/authoring/balance/playGame.ts'
import { portfolioOfScenario } from '../../../rules/portfolio/portfolioOfSession.ts'
import type { Scenario } from '../../../rules/scenario/scenario.ts'
import { bestPlan } from '../../solver/bestPlan.ts'
import { departmentsAlone } from '../../solver/comparisons.ts'
import { loadSolver } from '../../solver/highs.ts'

/** What the thread is asked next, and what it answers. */
export type BalanceTask = { readonly kind: 'game'; readonly seed: number } | { readonly kind: 'alone' | 'best'; readonly timeLimitMs: number }
export type BalanceAnswer =
  | { readonly kind: 'game'; readonly game: GameFacts }
  | { readonly kind: 'alone' | 'best'; readonly plan: PlanFacts | null }
  | { readonly kind: 'ready' }

const scenario = workerData as Scenario
const post = (answer: BalanceAnswer) => parentPort?.postMessage(answer)

async function answer(task: BalanceTask): Promise<BalanceAnswer> {
  if (task.kind === 'game') return { kind: 'game', game: playGame(scenario, task.seed) }
  const solve = await loadSolver()
  const portfolio = portfolioOfScenario(scenario)
  const { timeLimitMs } = task
  const found =
    task.kind === 'best' ? bestPlan(solve, portfolio, { timeLimitMs }) : departmentsAlone(solve, portfolio, { timeLimitMs }, scenario.value.countUnconfirmed)
  if (!found) return { kind: task.kind, plan: null }
  const { total, measureIds, funds, staff } = found.value
  return { kind: task.kind, plan: { value: total, measureIds: [...measureIds], funds, staff, proven: found.proven } }
}

parentPort?.on('message', (task: BalanceTask) => {
  void answer(task).then(post)
})
post({ kind: 'ready' })
