import type { Command } from '../../rules/commands.ts'
import { COMPARISON_KINDS, type Comparison } from '../../rules/comparisons.ts'
import { entry } from '../../rules/ids.ts'
import { portfolioOfSession } from '../../rules/portfolio/portfolioOfSession.ts'
import type { BestKnown, SessionState } from '../../rules/session.ts'
import type { OptimumProgress } from '../../rules/sessionView.ts'
import { phaseOf } from '../../rules/views/phaseOf.ts'
import type { SessionRuntime } from '../sessions/SessionRuntime.ts'
import type { BestPlans, Search } from './BestPlans.ts'

/** In front of the table nobody waits longer than this; while it still votes on its list, the search may take its time. */
const LIMIT_MS = { ready: 20_000, ahead: 60_000 } as const
/** For each of the plans that are shown beside the best one. */
const COMPARE_LIMIT_MS = { ready: 4_000, ahead: 10_000 } as const
/** After a full disk or the like, the list is recorded again this much later. */
const AGAIN_AFTER_MS = 5_000

type Need = 'ready' | 'ahead' | 'none'

/** Whether something is still to be found in this state: now, soon (everything is decided), nothing. */
function need(state: SessionState): Need {
  const { best, comparisons = {} } = state.debriefing
  if (state.closedAt !== null || (best !== null && COMPARISON_KINDS.every((kind) => entry(comparisons, kind)))) return 'none'
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
 * [W2] [W3] Sees to it that the best list stands beside the table's own in the debriefing, and then what it is compared with: looks for
 * them as soon as everything is decided, records them when the debriefing is there, and lets go if the session turns back.
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
  #found: BestKnown | null = null
  #comparing: AbortController | null = null
  #comparisons: readonly Comparison[] = []
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

  /** The facilitator wants no more of it; what was found stays. */
  cancel(): void {
    if (this.#comparing) {
      this.#comparing.abort()
      this.#comparing = null
      if (this.#progress?.compared) this.#tell({ ...this.#progress, compared: { ...this.#progress.compared, stopped: true } })
      return
    }
    if (!this.#search || this.#found) return
    this.#search.giveUp()
    this.#search = null
    this.#tell({ status: 'notFound', found: null, bound: null })
  }

  /** Looks again for what is missing. */
  resume(): void {
    const { state } = this.#runtime
    const needed = need(state)
    if (needed === 'none' || this.#comparing || this.#progress?.status === 'searching') return
    if (this.#found) void this.#compare(state, this.#found, needed)
    else this.#seek(state, needed)
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
      if (state.debriefing.best) void this.#compare(state, state.debriefing.best, needed)
      else this.#seek(state, needed)
    }
    if (needed === 'ready') void this.#record()
  }

  #seek(state: SessionState, needed: Exclude<Need, 'none'>): void {
    const search = this.#plans.seek(portfolioOfSession(state), LIMIT_MS[needed], (bounds) => {
      if (search === this.#search && !this.#found) this.#tell({ status: 'searching', ...bounds })
    })
    this.#search = search
    this.#tell({ status: 'searching', found: null, bound: null })
    search.result.then(
      (best) => {
        if (search !== this.#search) return
        if (!best) return this.#tell({ status: 'notFound', found: null, bound: null })
        const { value: column, bound, proven } = best
        const { state: now } = this.#runtime
        void this.#compare(now, { column: { ...column, measureIds: [...column.measureIds] }, bound, proven }, needed)
        this.#follow(now)
      },
      (error) => {
        if (search !== this.#search) return
        this.#onMistake(error)
        this.#tell({ status: 'notFound', found: null, bound: null })
      },
    )
  }

  /** [W3] Each is recorded as soon as it is there. */
  async #compare(state: SessionState, best: BestKnown, needed: Exclude<Need, 'none'>): Promise<void> {
    const comparing = new AbortController()
    this.#comparing = comparing
    this.#found = best
    const found = { status: 'found', found: best.column.total, bound: best.bound } as const
    this.#tell(found)
    const known = [...this.#comparisons.map(({ kind }) => kind), ...COMPARISON_KINDS.filter((kind) => entry(state.debriefing.comparisons ?? {}, kind))]
    try {
      const comparisons = this.#plans.compare(portfolioOfSession(state), best, {
        timeLimitMs: COMPARE_LIMIT_MS[needed],
        signal: comparing.signal,
        countUnconfirmed: state.scenario.value.countUnconfirmed,
        onDone: (done, of) => {
          if (comparing === this.#comparing) this.#tell({ ...found, compared: { done, of, stopped: false } })
        },
        known,
      })
      for await (const comparison of comparisons) {
        if (comparing !== this.#comparing) return
        this.#comparisons = [...this.#comparisons, comparison]
        this.#follow(this.#runtime.state)
      }
    } catch (error) {
      if (comparing !== this.#comparing || comparing.signal.aborted) return
      this.#onMistake(error)
      if (this.#progress?.compared) this.#tell({ ...this.#progress, compared: { ...this.#progress.compared, stopped: true } })
    } finally {
      if (comparing === this.#comparing) this.#comparing = null
    }
  }

  /** One after the other; what the rules refuse is not said again, what could not be stored is. */
  async #record(): Promise<void> {
    if (this.#recording) return
    this.#recording = true
    try {
      for (let command = this.#toRecord(); command; command = this.#toRecord()) {
        const answer = await this.#runtime.submit({ actor: { role: 'clock' }, commandId: this.#newId(), command })
        if (!('rejection' in answer)) continue
        const notStored = answer.rejection.code === 'storageFull' || answer.rejection.code === 'storeUnavailable'
        if (notStored) this.#again = setTimeout(() => this.#follow(this.#runtime.state), AGAIN_AFTER_MS).unref()
        break
      }
    } catch {
      // A mistake in the rules: the runtime has reported it, and there is nobody here to answer to.
    } finally {
      this.#recording = false
    }
  }

  #toRecord(): Command | undefined {
    const { best, comparisons = {} } = this.#runtime.state.debriefing
    if (!best) return this.#found ? { type: 'recordOptimum', best: { ...this.#found, column: ownColumn(this.#found) } } : undefined
    const comparison = this.#comparisons.find(({ kind }) => !entry(comparisons, kind))
    return comparison && { type: 'recordComparison', comparison }
  }

  #letGo(): void {
    clearTimeout(this.#again)
    const search = this.#search
    const comparing = this.#comparing
    this.#search = null
    this.#comparing = null
    this.#found = null
    this.#comparisons = []
    this.#sources = []
    search?.giveUp()
    comparing?.abort()
    if (this.#progress) this.#tell(null)
  }

  #tell(progress: OptimumProgress | null): void {
    this.#progress = progress
    for (const listener of this.#listeners) listener(progress)
  }
}

function ownColumn({ column }: BestKnown) {
  return { ...column, measureIds: [...column.measureIds] }
}
