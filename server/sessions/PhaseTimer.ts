import type { SessionState } from '../../rules/session.ts'
import type { SessionRuntime } from './SessionRuntime.ts'

/** After a full disk or the like kept it from being stored, `timeUp` is said again this much later. */
const AGAIN_AFTER_MS = 1_000

/**
 * When the clock of the phase has to speak next, in the session's time; null: it stands, or needs not to speak.
 * Where a scenario only signals the end of a phase, the screens do that by themselves [P4].
 */
function dueAt({ clock, closedAt, scenario }: SessionState): number | null {
  if (scenario.settings.onTimeUp !== 'close') return null
  if (!clock.running || clock.plannedMs === 0 || clock.phaseClosed || closedAt !== null) return null
  return clock.closesAt ?? clock.since + clock.remainingMs
}

/** Says `timeUp` when it is due. What that means is up to the rules [P4]. */
export class PhaseTimer {
  readonly #runtime: SessionRuntime
  readonly #newId: () => string
  readonly #unsubscribe: () => void
  #timeout: NodeJS.Timeout | undefined

  constructor(runtime: SessionRuntime, newId: () => string) {
    this.#runtime = runtime
    this.#newId = newId
    this.#unsubscribe = runtime.subscribe(({ history, previous }) => {
      if (dueAt(history.state) !== dueAt(previous.state)) this.#arm()
    })
    this.#arm()
  }

  stop(): void {
    this.#unsubscribe()
    clearTimeout(this.#timeout)
  }

  #arm(): void {
    clearTimeout(this.#timeout)
    const due = dueAt(this.#runtime.state)
    if (due !== null) this.#timeout = setTimeout(() => void this.#speak(due), Math.max(0, due - this.#runtime.now()))
  }

  async #speak(due: number): Promise<void> {
    // Timers may ring a moment early.
    if (this.#runtime.now() < due) {
      this.#arm()
      return
    }
    try {
      const answer = await this.#runtime.submit({ actor: { role: 'clock' }, commandId: this.#newId(), command: { type: 'timeUp' } })
      const notStored = 'rejection' in answer && (answer.rejection.code === 'storageFull' || answer.rejection.code === 'storeUnavailable')
      if (notStored) this.#timeout = setTimeout(() => void this.#speak(due), AGAIN_AFTER_MS)
    } catch {
      // A mistake in the rules: the runtime has reported it, and there is nobody here to answer to.
    }
  }
}
