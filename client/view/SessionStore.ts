import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { OwnView, SharedView } from '../../rules/sessionView.ts'
import { shareStructure } from '../../rules/views/shareStructure.ts'
import type { OwnMessage } from '../../server/wire/protocol.ts'
import type { SeatAnswer } from '../connection/line.ts'
import { fromSections, type SectionCache } from './fromSections.ts'
import { plainRoom } from './toPlain.ts'

/**
 * The latest that this device knows of its session, as signals. Only what the server has stored ever gets in here.
 * Parts that did not change keep their reference.
 */
export class SessionStore {
  readonly #shared = signal<SharedView | null>(null)
  readonly #own = signal<OwnView | null>(null)
  readonly #presence = signal<Readonly<Record<string, boolean>>>({})
  readonly #sequence = signal(0)
  readonly #seat = signal<SeatAnswer['seat'] | null>(null)
  readonly #scenario = signal<Scenario | null>(null)
  #sections: Readonly<Record<string, string>> = {}
  readonly #readSections: SectionCache = new Map()
  #offsets: { readonly offset: number; readonly roundTripMs: number }[] = []
  readonly #offset = signal(0)
  readonly #tick = signal(Date.now())

  get shared(): ReadonlySignal<SharedView | null> {
    return this.#shared
  }
  get own(): ReadonlySignal<OwnView | null> {
    return this.#own
  }
  /** seat id → is a device of it connected */
  get presence(): ReadonlySignal<Readonly<Record<string, boolean>>> {
    return this.#presence
  }
  get sequence(): ReadonlySignal<number> {
    return this.#sequence
  }
  get seat(): ReadonlySignal<SeatAnswer['seat'] | null> {
    return this.#seat
  }
  get scenario(): ReadonlySignal<Scenario | null> {
    return this.#scenario
  }
  /** Server time in ms, moving once a second. */
  readonly now = computed(() => this.#tick.value + this.#offset.value)

  applyRoom(state: unknown): void {
    const room = plainRoom(state)
    if (!room) return
    batch(() => {
      this.#sequence.value = room.sequence
      this.#shared.value = shareStructure(this.#shared.value, room.shared)
      this.#presence.value = shareStructure(this.#presence.value, room.presence)
    })
  }

  applyOwn({ fresh, sections, gone }: OwnMessage): void {
    const kept = Object.entries(fresh ? {} : this.#sections).filter(([name]) => !gone.includes(name))
    this.#sections = { ...Object.fromEntries(kept), ...sections }
    this.#own.value = shareStructure(this.#own.value, fromSections(this.#sections, this.#readSections))
  }

  applySeat(answer: SeatAnswer): void {
    batch(() => {
      this.#seat.value = shareStructure(this.#seat.value, answer.seat)
      if (this.#offsets.length === 0) this.#offset.value = answer.now - Date.now()
    })
  }

  applyScenario(scenario: Scenario): void {
    this.#scenario.value = shareStructure(this.#scenario.value, scenario)
  }

  /** Takes the estimate of the fastest of the last answers: it had the least time to be wrong. */
  applyServerTime(now: number, roundTripMs: number): void {
    this.#offsets = [...this.#offsets.slice(-7), { offset: now + roundTripMs / 2 - Date.now(), roundTripMs }]
    const best = this.#offsets.reduce((a, b) => (b.roundTripMs < a.roundTripMs ? b : a))
    if (Math.abs(best.offset - this.#offset.value) > 50) this.#offset.value = best.offset
  }

  /** Moves the clock; called once a second by whoever shows it. */
  tick(): void {
    this.#tick.value = Date.now()
  }
}
