import { Worker } from 'node:worker_threads'
import type { Portfolio } from '../../rules/portfolio/portfolio.ts'
import type { BestPlan } from './bestPlan.ts'
import type { Bounds } from './highs.ts'
import type { Results, SolveRequest, SolverMessage, SolveTask } from './messages.ts'

export interface SearchOptions {
  readonly timeLimitMs: number
  readonly onBounds?: ((bounds: Bounds) => void) | undefined
  /** gives the search up: the thread ends, and a new one takes the next in the queue */
  readonly signal?: AbortSignal | undefined
  /** lets whoever else waits go first: nobody stands in front of a screen for this */
  readonly patient?: boolean | undefined
}

interface Waiting {
  readonly request: SolveRequest
  readonly options: SearchOptions
  readonly resolve: (result: never) => void
  readonly reject: (reason: unknown) => void
}

/** An idle thread holds some 200 MB; after this long without work it ends, and the next search starts a new one. */
const IDLE_MS = 600_000

/** Looks for the best plans of one portfolio after the other, in a thread of its own, so that the game never waits for it. */
export class Solver {
  #worker: Worker | null = null
  #running: Waiting | null = null
  #queue: Waiting[] = []
  #lastId = 0
  #closed = false
  #idle: NodeJS.Timeout | undefined

  /** Starts the thread now, so that the next search need not wait for that. */
  warm(): void {
    if (this.#closed) return
    this.#worker ??= this.#start()
    this.#rest()
  }

  /**
   * The best plan; null if no plan meets all rules, or none was found in time.
   * @throws what `signal` was aborted with, or if the thread dies
   */
  best(portfolio: Portfolio, options: SearchOptions): Promise<BestPlan | null> {
    return this.solve(portfolio, { kind: 'best' }, options)
  }

  /**
   * What this task comes to, see {@link Results}.
   * @throws what `signal` was aborted with, or if the thread dies
   */
  solve<K extends SolveTask['kind']>(portfolio: Portfolio, task: Extract<SolveTask, { kind: K }>, options: SearchOptions): Promise<Results[K]> {
    if (this.#closed) return Promise.reject(new Error('the solver is closed'))
    if (options.signal?.aborted) return Promise.reject(options.signal.reason)
    return new Promise((resolve, reject) => {
      this.#lastId += 1
      const request = { id: this.#lastId, portfolio, task, timeLimitMs: options.timeLimitMs }
      const waiting: Waiting = { request, options, resolve, reject }
      options.signal?.addEventListener('abort', () => this.#giveUp(waiting), { once: true })
      this.#queue.push(waiting)
      this.#next()
    })
  }

  /** Ends the thread; what waits is rejected. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#idle)
    await this.#end(new Error('the solver is closed'))
    for (const { reject } of this.#queue.splice(0)) reject(new Error('the solver is closed'))
  }

  #next(): void {
    const next = this.#running ? undefined : this.#takeNext()
    if (!next) {
      this.#rest()
      return
    }
    clearTimeout(this.#idle)
    this.#running = next
    this.#worker ??= this.#start()
    this.#worker.ref()
    this.#worker.postMessage(next.request)
  }

  #takeNext(): Waiting | undefined {
    const urgent = this.#queue.findIndex(({ options }) => !options.patient)
    return this.#queue.splice(Math.max(0, urgent), 1)[0]
  }

  #rest(): void {
    clearTimeout(this.#idle)
    if (this.#running || this.#closed) return
    this.#idle = setTimeout(() => {
      if (!this.#running) void this.#end(undefined)
    }, IDLE_MS).unref()
  }

  #giveUp(waiting: Waiting): void {
    if (waiting === this.#running) {
      void this.#end(waiting.options.signal?.reason).then(() => this.#next())
    } else if (this.#queue.includes(waiting)) {
      this.#queue = this.#queue.filter((other) => other !== waiting)
      waiting.reject(waiting.options.signal?.reason)
    }
  }

  async #end(reason: unknown): Promise<void> {
    const worker = this.#worker
    const running = this.#running
    this.#worker = null
    this.#running = null
    worker?.removeAllListeners()
    running?.reject(reason)
    await worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [] })
    // An idle thread keeps no process alive; one that is still starting does, or nobody would wait for it.
    worker.once('message', () => {
      if (!this.#running) worker.unref()
    })
    worker.on('message', (message: SolverMessage) => this.#hear(message))
    worker.on('error', (error) => this.#died(worker, error))
    worker.on('exit', (code) => this.#died(worker, new Error(`the solver's thread ended with ${code}`)))
    return worker
  }

  #hear(message: SolverMessage): void {
    const running = this.#running
    if (message.kind === 'ready' || !running || message.id !== running.request.id) return
    if (message.kind === 'bounds') {
      running.options.onBounds?.(message.bounds)
      return
    }
    this.#running = null
    this.#worker?.unref()
    if (message.kind === 'solved') running.resolve(message.result as never)
    else running.reject(new Error(message.message))
    this.#next()
  }

  #died(worker: Worker, error: unknown): void {
    if (worker !== this.#worker) return
    void this.#end(error).then(() => this.#next())
  }
}
