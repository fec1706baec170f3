import type { Command } from '../../rules/commands.ts'
import { portfolioOfSession } from '../../rules/portfolio/portfolioOfSession.ts'
import type { SessionState } from '../../rules/session.ts'
import type { OptimumProgress } from '../../rules/sessionView.ts'
import { phaseOf } from '../../rules/views/phaseOf.ts'
import type { SessionRuntime } from '../sessions/SessionRuntime.ts'
import type { BestPlans, Search } from './BestPlans.ts'

/** In front of the table nobody waits longer than this; while it still votes on its list, the search may take its time. */
const LIMIT_MS = { ready: 20_000, ahead: 60_000 } as const
/** After a full disk or the like, the list is recorded again this much later. */
const AGAIN_AFTER_MS = 5_000

/** Whether the best list is needed in this state: now, soon (everything is decided), not at all. */
function need(state: SessionState): 'ready' | 'ahead' | 'none' {
  if (state.closedAt !== null || state.debriefing.best !== null) return 'none'
  const { kind } = phaseOf(state)
  if (kind === 'debriefing' || kind === 'transfer') return 'ready'
  return kind === 'prioritisation' && state.round > state.scenario.rounds ? 'ahead' : 'none'
}

/** What the best list depends on; as long as nothing of it has changed, neither has the list. */
function sourcesOf(state: SessionState): readonly unknown[] {
  const { scenario, crossReferences, writtenMeasures, lastingEffects, goalChanges, incidents, shortfalls, proposals, round } = state
  return [scenario, crossReferences, writtenMeasures, lastingEffects, goalChanges, incidents, shortfalls, proposals, round, state.accounts.issued]
}

/**
 * [W2] Sees to it that the best list stands beside the table's own in the debriefing: looks for it as soon as everything is
 * decided, records it when the debriefing is there, and lets go if the session turns back.
 */
export class OptimumFinder {
  readonly #runtime: SessionRuntime
  readonly #plans: BestPlans
  readonly #newId: () => string
  readonly #onMistake: (error: unknown) => void
  readonly #unsubscribe: () => void
  readonly #listeners = new Set<(progress: OptimumProgress | null) => void>()
  #sources: readonly unknown[] = []
  #search: Search | null = null
  #command: Command | null = null
  #recording = false
  #again: NodeJS.Timeout | undefined
  #progress: OptimumProgress | null = null

  constructor(runtime: SessionRuntime, around: { readonly plans: BestPlans; readonly newId: () => string; readonly onMistake: (error: unknown) => void }) {
    this.#runtime = runtime
    this.#plans = around.plans
    this.#newId = around.newId
    this.#onMistake = around.onMistake
    this.#unsubscribe = runtime.subscribe(({ history }) => this.#follow(history.state))
    this.#follow(runtime.state)
  }

  /** How far it is; null: nothing is looked for. */
  get progress(): OptimumProgress | null {
    return this.#progress
  }

  /** @returns a function that ends the subscription */
  watch(listener: (progress: OptimumProgress | null) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  stop(): void {
    this.#unsubscribe()
    this.#letGo()
    this.#listeners.clear()
  }

  #follow(state: SessionState): void {
    const needed = need(state)
    if (needed === 'none') {
      if (state.round === state.scenario.rounds && state.closedAt === null) this.#plans.warm()
      this.#letGo()
      return
    }
    const sources = sourcesOf(state)
    if (sources.some((source, index) => source !== this.#sources[index])) {
      this.#letGo()
      this.#sources = sources
      this.#seek(state, LIMIT_MS[needed])
    }
    if (needed === 'ready') void this.#record()
  }

  #seek(state: SessionState, timeLimitMs: number): void {
    const search = this.#plans.seek(portfolioOfSession(state), timeLimitMs, (bounds) => {
      if (search === this.#search) this.#tell({ status: 'searching', ...bounds })
    })
    this.#search = search
    this.#tell({ status: 'searching', found: null, bound: null })
    search.result.then(
      (best) => {
        if (search !== this.#search) return
        if (!best) return this.#tell({ status: 'notFound', found: null, bound: null })
        const { value: column, bound, proven } = best
        this.#command = { type: 'recordOptimum', best: { column: { ...column, measureIds: [...column.measureIds] }, bound, proven } }
        this.#tell({ status: 'found', found: column.total, bound })
        this.#follow(this.#runtime.state)
      },
      (error) => {
        if (search !== this.#search) return
        this.#onMistake(error)
        this.#tell({ status: 'notFound', found: null, bound: null })
      },
    )
  }

  /** Once at a time; what the rules refuse is not said again, what could not be stored is. */
  async #record(): Promise<void> {
    const command = this.#command
    if (!command || this.#recording) return
    this.#recording = true
    try {
      const answer = await this.#runtime.submit({ actor: { role: 'clock' }, commandId: this.#newId(), command })
      const notStored = 'rejection' in answer && (answer.rejection.code === 'storageFull' || answer.rejection.code === 'storeUnavailable')
      if (notStored) this.#again = setTimeout(() => this.#follow(this.#runtime.state), AGAIN_AFTER_MS).unref()
    } catch {
      // A mistake in the rules: the runtime has reported it, and there is nobody here to answer to.
    } finally {
      this.#recording = false
    }
  }

  #letGo(): void {
    clearTimeout(this.#again)
    const search = this.#search
    this.#search = null
    this.#command = null
    this.#sources = []
    search?.giveUp()
    if (this.#progress) this.#tell(null)
  }

  #tell(progress: OptimumProgress | null): void {
    this.#progress = progress
    for (const listener of this.#listeners) listener(progress)
  }
}
