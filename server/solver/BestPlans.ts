import { createHash } from 'node:crypto'
import type { Comparison } from '../../rules/comparisons.ts'
import type { Portfolio } from '../../rules/portfolio/portfolio.ts'
import type { BestKnown } from '../../rules/session.ts'
import type { BestPlan } from './bestPlan.ts'
import { type CompareOptions, compare } from './compare.ts'
import type { Bounds } from './highs.ts'
import type { Solver } from './Solver.ts'

/** Best plans kept in memory; each is a few kilobytes. */
const MOST_KEPT = 50

/** A search that somebody waits for. */
export interface Search {
  /** null if none was found in time; rejected if the search was given up or failed */
  readonly result: Promise<BestPlan | null>
  /** this one waits no longer; once nobody does, the search ends */
  giveUp(): void
}

interface Running {
  readonly result: Promise<BestPlan | null>
  readonly controller: AbortController
  readonly listeners: Set<(bounds: Bounds) => void>
}

/** Best plans by portfolio: what was found is kept, and who asks for what is being looked for already waits with the others. */
export class BestPlans {
  readonly #solver: Pick<Solver, 'best' | 'solve' | 'warm'>
  readonly #found = new Map<string, BestPlan>()
  readonly #running = new Map<string, Running>()

  constructor(solver: Pick<Solver, 'best' | 'solve' | 'warm'>) {
    this.#solver = solver
  }

  /** Makes the solver ready: somebody will ask soon. */
  warm(): void {
    this.#solver.warm()
  }

  seek(portfolio: Portfolio, timeLimitMs: number, onBounds: (bounds: Bounds) => void): Search {
    const key = keyOf(portfolio)
    const found = this.#found.get(key)
    if (found) return { result: Promise.resolve(found), giveUp: () => undefined }
    const running = this.#running.get(key) ?? this.#start(key, portfolio, timeLimitMs)
    running.listeners.add(onBounds)
    return {
      result: running.result,
      giveUp: () => {
        running.listeners.delete(onBounds)
        if (running.listeners.size > 0) return
        if (this.#running.get(key) === running) this.#running.delete(key)
        running.controller.abort(new Error('nobody waits for this plan any more'))
      },
    }
  }

  /** [W3] What is shown beside the best plan, one after the other. */
  compare(portfolio: Portfolio, best: Pick<BestKnown, 'column' | 'proven'>, options: CompareOptions): AsyncIterable<Comparison> {
    return compare(this.#solver, portfolio, best, options)
  }

  #start(key: string, portfolio: Portfolio, timeLimitMs: number): Running {
    const controller = new AbortController()
    const listeners = new Set<(bounds: Bounds) => void>()
    const tell = (bounds: Bounds) => {
      for (const listener of listeners) listener(bounds)
    }
    const result = this.#solver.best(portfolio, { timeLimitMs, onBounds: tell, signal: controller.signal })
    const running = { result, controller, listeners }
    this.#running.set(key, running)
    result.then(
      (best) => this.#ended(key, running, best),
      () => this.#ended(key, running, null),
    )
    return running
  }

  #ended(key: string, running: Running, best: BestPlan | null): void {
    if (this.#running.get(key) === running) this.#running.delete(key)
    if (!best) return
    this.#found.set(key, best)
    const [oldest] = this.#found.keys()
    if (this.#found.size > MOST_KEPT && oldest !== undefined) this.#found.delete(oldest)
  }
}

/** Sessions of one scenario that differ in nothing but their title share a plan. */
function keyOf(portfolio: Portfolio): string {
  return createHash('sha256')
    .update(JSON.stringify({ ...portfolio, title: '' }))
    .digest('base64url')
}
