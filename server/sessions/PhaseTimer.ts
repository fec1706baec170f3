import type { SessionState } from '../../rules/session.ts'
import type { SessionRuntime } from './SessionRuntime.ts'

/** When the clock of the phase has to speak next, in the session's time; null: it stands, or has spoken. */
export function dueAt(state: SessionState): number | null {
  const { clock } = state
  if (!clock.running || clock.plannedMs === 0 || clock.phaseClosed || state.closedAt !== null) return null
  return clock.closesAt ?? clock.since + clock.remainingMs
}

/** Says `timeUp` when it is due. What that means is up to the rules [P4]. */
export class PhaseTimer {
  readonly #runtime: SessionRuntime
  readonly #newId: () => string
  readonly #unsubscribe: () => void
  #timeout: NodeJS.Timeout | undefined
  /** the moment already spoken of, so that a rule that does nothing with it is not asked again and again */
  #said: number | null = null

  constructor(runtime: SessionRuntime, newId: () => string) {
    this.#runtime = runtime
    this.#newId = newId
    this.#unsubscribe = runtime.subscribe(({ history, previous }) => {
      if (history.state.clock !== previous.state.clock || history.state.closedAt !== previous.state.closedAt) this.#arm()
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
    if (due === null || due === this.#said) return
    this.#timeout = setTimeout(() => this.#speak(due), Math.max(0, due - this.#runtime.now()))
  }

  #speak(due: number): void {
    this.#said = due
    // A mistake in the rules is reported by the runtime; there is nobody here to answer to.
    this.#runtime.submit({ actor: { role: 'clock' }, commandId: this.#newId(), command: { type: 'timeUp' } }).catch(() => undefined)
  }
}
