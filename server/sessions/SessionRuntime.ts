import type { Command } from '../../rules/commands.ts'
import { decide } from '../../rules/decide.ts'
import type { Actor, DecideContext, Rejection } from '../../rules/decision.ts'
import { type History, record, replay } from '../../rules/history.ts'
import type { LogEntry } from '../../rules/logEntry.ts'
import { type Preview, preview } from '../../rules/preview.ts'
import type { SessionState } from '../../rules/session.ts'
import type { BestPlans } from '../solver/BestPlans.ts'
import { actorKey, type CheckedLog, toLine } from '../store/hashChain.ts'
import type { LogLine, SeatToken, Store, Trouble } from '../store/Store.ts'
import type { Clock } from './Clock.ts'
import { CommandMemory } from './CommandMemory.ts'
import { currentActor } from './currentActor.ts'
import { shareScenario } from './shareScenario.ts'

/** A command on its way in. Who and when are stamped by the server; `commandId` is the sender's own. */
export interface Submission {
  readonly actor: Actor
  readonly commandId: string
  readonly command: Command
  /** a token that is stored together with what the command does, or not at all */
  readonly seatToken?: (entry: LogEntry) => SeatToken | undefined
}

/** `sequence`: the line of the log that holds the command. `duplicate`: it was there already. */
export type Answer = { readonly sequence: number; readonly duplicate?: true } | { readonly rejection: Rejection }

/** What listeners hear after entries are stored, and before their senders are answered. */
export interface Published {
  readonly history: History
  readonly previous: History
  readonly entries: readonly LogEntry[]
}

/** What a session needs from around it. */
export interface Surroundings {
  readonly store: Store
  readonly clock: Clock
  /** a fresh id that fits rules/ids.ts, unique in the session */
  readonly newId: () => string
  /** hears of our own mistakes: exceptions of rules or listeners */
  readonly onMistake: (error: unknown) => void
  /** hears that a session belongs to another process from now on, or is deleted */
  readonly onGone?: (runtime: SessionRuntime) => void
  /** hears of every session that comes into play here, and of every one that is deleted */
  readonly onHeld?: (runtime: SessionRuntime) => void
  readonly onDeleted?: (code: string) => Promise<void>
  /** finds the best list for the debriefing; absent: nobody looks for it */
  readonly bestPlans?: BestPlans
}

/** By which right this process writes a session. */
export interface Ownership {
  readonly epoch: number
  readonly claimed: boolean
  /** whose session it is, where several organisations share a store */
  readonly organisation?: string | undefined
}

interface Waiting {
  readonly submission: Submission
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** A batch while it is judged: the state as it would be, and what has to be stored for it. */
interface Draft {
  history: History
  lastHash: string
  readonly entries: LogEntry[]
  readonly lines: LogLine[]
  readonly seatTokens: SeatToken[]
  readonly memory: CommandMemory
}

/**
 * One session in play. Every command goes the same way, one after the other:
 * decide → append (one durable write for everything that waits) → record → publish → answer.
 * Nothing is published or answered that is not stored; what cannot be stored changes nothing.
 */
export class SessionRuntime {
  readonly code: string
  readonly organisation: string | undefined
  readonly #around: Surroundings
  readonly #memory: CommandMemory
  readonly #listeners = new Set<(published: Published) => void>()
  readonly #connections = new Map<string, { devices: number; since: number }>()
  readonly #clockOffset: number
  readonly #startedAt: number
  #waiting: Waiting[] = []
  #working: Promise<void> | null = null
  #history: History
  #lastHash: string
  #lastAt: number
  #epoch: number
  #claimed: boolean
  #gone = false
  #owed: Submission | null = null

  /** @param log an intact log; it is replayed here */
  constructor(code: string, log: CheckedLog, ownership: Ownership, around: Surroundings) {
    this.code = code
    this.organisation = ownership.organisation
    this.#around = around
    this.#memory = new CommandMemory(log.entries)
    this.#history = replay(shareScenario(log.entries))
    this.#lastHash = log.lastHash
    this.#lastAt = log.entries.at(-1)?.at ?? 0
    this.#epoch = ownership.epoch
    this.#claimed = ownership.claimed
    this.#clockOffset = Math.max(0, this.#lastAt - around.clock.now())
    this.#startedAt = this.now()
  }

  get history(): History {
    return this.#history
  }

  get state(): SessionState {
    return this.#history.state
  }

  /** Counts the processes that have held this session; part of the room's id. */
  get epoch(): number {
    return this.#epoch
  }

  /** Is the session no longer this process's? Then nothing more is stored, and whoever asks has to ask elsewhere. */
  get gone(): boolean {
    return this.#gone
  }

  /** Takes nothing more; what waits is still stored and answered. Afterwards another process may take the session over. */
  async retire(): Promise<void> {
    this.#gone = true
    await this.settled()
  }

  /** Since when nothing has happened here and nobody has been connected; undefined: somebody is. Session time in ms. */
  get idleSince(): number | undefined {
    const connections = [...this.#connections.values()]
    if (connections.some(({ devices }) => devices > 0)) return undefined
    return Math.max(this.#startedAt, this.#lastAt, ...connections.map(({ since }) => since))
  }

  /** When the last entry was written, ms. */
  get lastAt(): number {
    return this.#lastAt
  }

  /** The session's time in ms: never before its last entry, even if the machine's clock was set back between two starts. */
  now(): number {
    return this.#around.clock.now() + this.#clockOffset
  }

  /** Brings a command in. Rejects only on our own mistakes, with the state as it was. */
  submit(submission: Submission): Promise<Answer> {
    if (this.#gone) return Promise.resolve(asRejection('fenced'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ submission, resolve, reject })
      this.#working ??= this.#work()
    })
  }

  /** Like {@link submit}, and again before every later batch until the store has taken it. */
  submitOwed(submission: Submission): Promise<Answer> {
    this.#owed = submission
    return this.submit(submission)
  }

  /** What a command would change, tried on the state as it is now; nothing is stored and nobody hears of it. */
  preview(sender: Actor, command: Command): Preview {
    const actor = currentActor(sender, this.state)
    if (!actor) return { ok: false, rejection: { code: 'unknownSeat', details: {} } }
    return preview(this.#history, this.#context(actor, this.state), command)
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: (published: Published) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working
  }

  /** A device of this seat has connected. */
  connected(seatId: string): void {
    this.#connections.set(seatId, { devices: this.#devices(seatId) + 1, since: this.now() })
  }

  /** A device of this seat is gone. */
  disconnected(seatId: string): void {
    this.#connections.set(seatId, { devices: Math.max(0, this.#devices(seatId) - 1), since: this.now() })
  }

  isConnected(seatId: string): boolean {
    return this.#devices(seatId) > 0
  }

  #devices(seatId: string): number {
    return this.#connections.get(seatId)?.devices ?? 0
  }

  #leaderAwayMs(state: SessionState, now: number): number {
    const { leaderSeatId } = state.attendance
    if (leaderSeatId !== null && this.isConnected(leaderSeatId)) return 0
    const since = leaderSeatId === null ? undefined : this.#connections.get(leaderSeatId)?.since
    return now - (since ?? this.#startedAt)
  }

  /** What decisions may know, at this moment. */
  #context(actor: Actor, state: SessionState): DecideContext {
    const now = this.now()
    return { actor, now, newId: this.#around.newId, leaderAwayMs: this.#leaderAwayMs(state, now) }
  }

  async #work(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        await new Promise(setImmediate)
        await this.#commit(this.#waiting.splice(0))
      }
    } finally {
      this.#working = null
    }
  }

  async #commit(arrived: readonly Waiting[]): Promise<void> {
    const draft: Draft = { history: this.#history, lastHash: this.#lastHash, entries: [], lines: [], seatTokens: [], memory: new CommandMemory([]) }
    const judged: { readonly waiting: Waiting; readonly answer: Answer }[] = []
    for (const waiting of this.#withOwed(arrived)) {
      try {
        judged.push({ waiting, answer: this.#judge(waiting.submission, draft) })
      } catch (error) {
        this.#around.onMistake(error)
        waiting.reject(error)
      }
    }
    try {
      const stored = draft.entries.length === 0 ? { ok: true as const } : await this.#append(draft)
      if (stored.ok) this.#publish(draft)
      else if (stored.trouble === 'fenced' || stored.trouble === 'unknownSession') this.#lose()
      for (const { waiting, answer } of judged) waiting.resolve(stored.ok || this.#isStored(answer) ? answer : asRejection(stored.trouble))
    } catch (error) {
      this.#around.onMistake(error)
      for (const { waiting } of judged) waiting.reject(error)
    }
  }

  #lose(): void {
    if (this.#gone) return
    this.#gone = true
    this.#around.onGone?.(this)
  }

  /** The batch with what is owed at its head, unless that is just arriving itself. */
  #withOwed(arrived: readonly Waiting[]): readonly Waiting[] {
    const submission = this.#owed
    if (!submission || arrived.some((waiting) => waiting.submission === submission)) return arrived
    return [{ submission, resolve: () => undefined, reject: () => undefined }, ...arrived]
  }

  /** Does the answer speak of something that was stored before this batch? */
  #isStored(answer: Answer): boolean {
    return 'sequence' in answer && answer.sequence <= this.#history.sequence
  }

  /** Judges one command on the draft and, if it is accepted, carries the draft on. */
  #judge({ actor: sender, commandId, command, seatToken }: Submission, draft: Draft): Answer {
    const state = draft.history.state
    const actor = currentActor(sender, state)
    if (!actor) return { rejection: { code: 'unknownSeat', details: {} } }
    for (const memory of [this.#memory, draft.memory]) {
      const recalled = memory.recall(actorKey(actor), commandId, command)
      if (recalled === 'reused') return { rejection: { code: 'idReused', details: {} } }
      if (recalled !== 'new') return { sequence: recalled.sequence, duplicate: true }
    }
    const context = this.#context(actor, state)
    const decision = decide(command, context, state)
    if (!decision.ok) return { rejection: decision.rejection }
    const sequence = draft.history.sequence + 1
    const line = toLine({ sequence, at: context.now, actor, commandId, command, events: decision.events }, draft.lastHash)
    // What is recorded is what a replay will read, not what was in memory before.
    const entry = JSON.parse(line.body) as LogEntry
    const token = seatToken?.(entry)
    draft.history = record(draft.history, entry)
    draft.lastHash = line.hash
    draft.lines.push(line)
    draft.entries.push(entry)
    draft.memory.remember(entry)
    if (token) draft.seatTokens.push(token)
    return { sequence }
  }

  async #append(draft: Draft): Promise<{ readonly ok: true } | Trouble<'fenced' | 'unknownSession'>> {
    const { store } = this.#around
    if (!this.#claimed) {
      const claim = await store.claim(this.code)
      if (!claim.ok) return claim
      this.#epoch = claim.epoch
      this.#claimed = true
    }
    const removedSeatIds = draft.entries.flatMap((entry) => entry.events.flatMap((event) => (event.type === 'seatRemoved' ? [event.seatId] : [])))
    return store.append({ code: this.code, epoch: this.#epoch, lines: draft.lines, seatTokens: draft.seatTokens, removedSeatIds })
  }

  #publish(draft: Draft): void {
    if (draft.entries.length === 0) return
    const previous = this.#history
    this.#history = draft.history
    this.#lastHash = draft.lastHash
    this.#owed = null
    for (const entry of draft.entries) {
      this.#memory.remember(entry)
      this.#lastAt = entry.at
    }
    for (const listener of this.#listeners) {
      try {
        listener({ history: this.#history, previous, entries: draft.entries })
      } catch (error) {
        this.#around.onMistake(error)
      }
    }
  }
}

/** Fenced off, or deleted meanwhile: for the sender both mean that this process cannot store his command. */
function asRejection(trouble: 'storageFull' | 'storeUnavailable' | 'fenced' | 'unknownSession'): Answer {
  return { rejection: { code: trouble === 'storageFull' ? 'storageFull' : 'storeUnavailable', details: {} } }
}
