import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type BalanceReport, balanceReport } from '../../../rules/authoring/balance/balanceReport.ts'
import type { GameFacts, PlanFacts } from '../../../rules/authoring/balance/facts.ts'
import { portfolioOfScenario } from '../../../rules/portfolio/portfolioOfSession.ts'
import type { Scenario } from '../../../rules/scenario/scenario.ts'
import type { BalanceAnswer, BalanceTask } from './balanceWorker.ts'

export interface BalanceOptions {
  /** games of the computer; fewer are played where time runs out */
  readonly games?: number
  /** for everything together, ms */
  readonly timeLimitMs?: number
  /** 0…1 */
  readonly onProgress?: ((share: number, step: string) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

const USUAL_GAMES = 200
const USUAL_MS = 55_000
const MOST_THREADS = 4

/**
 * The balance report of a scenario as one variant plays it: plans are searched for and games played side by side, each in a thread
 * of its own, until all is done or time is up.
 *
 * @throws what `signal` was aborted with, or if a thread dies
 */
export async function balanceOf(
  scenario: Scenario,
  { games = USUAL_GAMES, timeLimitMs = USUAL_MS, onProgress, signal }: BalanceOptions = {},
): Promise<BalanceReport> {
  const deadline = performance.now() + timeLimitMs
  const played: GameFacts[] = []
  const plans: { alone: PlanFacts | null; best: PlanFacts | null } = { alone: null, best: null }
  // The two searches share the time with the games, but leave them most of it.
  const searches: BalanceTask[] = [
    { kind: 'best', timeLimitMs: timeLimitMs * 0.35 },
    { kind: 'alone', timeLimitMs: timeLimitMs * 0.2 },
  ]
  let seed = 0
  const next = (): BalanceTask | undefined => searches.shift() ?? (seed < games && performance.now() < deadline ? { kind: 'game', seed: seed++ } : undefined)
  const take = (answer: BalanceAnswer) => {
    if (answer.kind === 'game') played.push(answer.game)
    else if (answer.kind !== 'ready') plans[answer.kind] = answer.plan
    onProgress?.(
      Math.min(1, Math.max(played.length / Math.max(1, games), 1 - (deadline - performance.now()) / timeLimitMs)),
      `${played.length} von ${games} Spielen`,
    )
  }
  const threads = Math.max(1, Math.min(MOST_THREADS, availableParallelism()))
  await Promise.all(Array.from({ length: threads }, () => work(scenario, next, take, signal)))
  onProgress?.(1, 'Fertig')
  return balanceReport(scenario, portfolioOfScenario(scenario), { ...plans, games: played })
}

/** One thread, asked for the next task as soon as it has answered the last. */
function work(scenario: Scenario, next: () => BalanceTask | undefined, take: (answer: BalanceAnswer) => void, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason)
      return
    }
    const worker = new Worker(new URL('./balanceWorker.ts', import.meta.url), { workerData: scenario, execArgv: [] })
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', giveUp)
      worker.removeAllListeners()
      worker.on('error', () => undefined)
      void worker.terminate()
      settle()
    }
    const giveUp = () => end(() => reject(signal?.reason))
    signal?.addEventListener('abort', giveUp)
    worker.on('error', (error) => end(() => reject(error)))
    worker.on('message', (answer: BalanceAnswer) => {
      take(answer)
      const task = next()
      if (task) worker.postMessage(task)
      else end(resolve)
    })
  })
}
