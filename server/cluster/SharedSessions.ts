import type { Logger } from '../log.ts'
import type { SessionRooms } from '../room/SessionRooms.ts'
import { normaliseCode } from '../sessions/joinCode.ts'
import type { SessionRegistry } from '../sessions/SessionRegistry.ts'
import type { SessionRuntime } from '../sessions/SessionRuntime.ts'
import { summaryOf } from '../sessions/summaryOf.ts'
import type { SharedStore } from '../store/SharedStore.ts'

/** How often this process says that it is alive, and asks which sessions it still holds. */
const BEAT_EVERY_MS = 2_000
/** A process that has said nothing for so long is dead, whatever the network says. */
const DEAD_AFTER_MS = 10_000
/** Looked for and taken by others in between: after so many times somebody else may try. */
const TRIES = 5

export type Found =
  | { readonly where: 'here' }
  /** `epoch`: as which that process holds it */
  | { readonly where: 'elsewhere'; readonly owner: string; readonly epoch: number }
  | { readonly where: 'nowhere' | 'damaged' | 'unreachable' }

export interface SharedSurroundings {
  readonly store: SharedStore
  readonly registry: SessionRegistry
  readonly rooms: SessionRooms
  readonly log: Logger
  /** this process, as the store knows it */
  readonly own: string
  /** a session in which nothing happens and nobody is connected for so long is put away */
  readonly idleMs: number
}

/** The sessions of all processes, as far as they concern this one: found, brought back, let go of, handed over. */
export class SharedSessions {
  readonly #around: SharedSurroundings
  readonly #finding = new Map<string, Promise<Found>>()
  readonly #noted = new Map<string, string>()
  #beating: NodeJS.Timeout | undefined
  #serving = true

  constructor(around: SharedSurroundings) {
    this.#around = around
  }

  /** Begins to say that this process is there. */
  async start(): Promise<void> {
    await this.#beat()
    this.#beating = setInterval(() => void this.#beat(), BEAT_EVERY_MS).unref()
  }

  /** Where a session is in play; one that nobody holds is brought back here. Asked twice at once it is brought back once. */
  find(typed: string): Promise<Found> {
    const code = normaliseCode(typed)
    return this.#once(code, () => this.#find(code))
  }

  /** Takes a session from a process that is dead or frozen. */
  async takeFrom(typed: string, epoch: number): Promise<void> {
    const code = normaliseCode(typed)
    await this.#once(code, async () => ({ where: (await this.#take(code, epoch)) ?? 'unreachable' }))
  }

  /** Whatever brings a session here is done once at a time: two at once would take it from each other. */
  #once(code: string, work: () => Promise<Found>): Promise<Found> {
    const held = this.#around.registry.get(code)
    if (held && !held.gone) return Promise.resolve({ where: 'here' })
    const finding = this.#finding.get(code) ?? work().finally(() => this.#finding.delete(code))
    this.#finding.set(code, finding)
    return finding
  }

  /** Has this process said nothing for so long that it must be dead? */
  async isDead(process: string): Promise<boolean> {
    return !(await this.#around.store.isAlive(process, DEAD_AFTER_MS).catch(() => true))
  }

  /** Who has a session deleted does not want it kept in copies that other processes hold, or nobody does. */
  async deleteCopiesOf(code: string): Promise<void> {
    for (const copy of await this.#around.store.copiesOf(code)) await this.#around.registry.delete(copy)
  }

  /** Others to whom sessions may go. */
  peers(): Promise<readonly string[]> {
    return this.#around.store.peers(DEAD_AFTER_MS).catch(() => [])
  }

  /** The session belongs to another process: whoever is connected here is sent on his way back. */
  async give(runtime: SessionRuntime): Promise<void> {
    this.#around.registry.drop(runtime)
    this.#noted.delete(runtime.code)
    await this.#around.rooms.move(runtime)
  }

  /**
   * Lets go of every session, one after the other: stored, released, brought back by another process, and only then are its devices
   * sent there.
   * @param offer asks another process to bring a session back
   */
  async handOver(offer: (code: string) => Promise<void>): Promise<void> {
    this.#serving = false
    await this.#around.store.beat(false)
    for (const runtime of this.#around.registry.list()) {
      await this.#putAway(runtime, () => offer(runtime.code)).catch((error) => this.#around.log.error({ err: error }, 'a session could not be handed over'))
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#beating)
    await this.#around.store.leave().catch(() => undefined)
  }

  async #find(code: string): Promise<Found> {
    try {
      for (let tried = 0; tried < TRIES; tried++) {
        const record = await this.#around.store.find(code)
        if (!record) return { where: 'nowhere' }
        const { owner, epoch } = record
        if (owner !== null && owner !== this.#around.own) return { where: 'elsewhere', owner, epoch }
        if (!this.#serving) return { where: 'unreachable' }
        const taken = await this.#take(code, epoch)
        if (taken) return { where: taken }
      }
    } catch (error) {
      this.#around.log.warn({ err: error, code }, 'a session could not be looked for')
    }
    return { where: 'unreachable' }
  }

  /** @returns undefined if somebody else was faster */
  async #take(code: string, epoch: number): Promise<'here' | 'damaged' | 'unreachable' | undefined> {
    const { store, registry } = this.#around
    const taken = await store.takeOver(code, epoch)
    if (!taken.ok) return taken.trouble === 'fenced' ? undefined : 'unreachable'
    const { record } = taken
    return (await registry.revive(record, record.organisation ?? undefined)) ? 'damaged' : 'here'
  }

  async #beat(): Promise<void> {
    try {
      await this.#around.store.beat(this.#serving)
      await this.#giveLost()
      await this.#note()
      await this.#putAwayIdle()
    } catch (error) {
      this.#around.log.warn({ err: error }, 'the log is not reached')
    }
  }

  /** A process that was frozen learns here that others have gone on. */
  async #giveLost(): Promise<void> {
    const { registry, store } = this.#around
    const lost = new Set(await store.lost(registry.list().map(({ code, epoch }) => ({ code, epoch }))))
    for (const runtime of registry.list()) {
      if (!lost.has(runtime.code)) continue
      await runtime.retire()
      await this.give(runtime)
    }
  }

  /** What lists show of the sessions of this process, where it has changed. */
  async #note(): Promise<void> {
    const { registry, store } = this.#around
    const summaries = registry.list().map((runtime) => ({ code: runtime.code, epoch: runtime.epoch, summary: JSON.stringify(summaryOf(runtime)) }))
    const changed = summaries.filter(({ code, summary }) => this.#noted.get(code) !== summary)
    if (changed.length === 0) return
    const noted = await store.summarise(changed)
    if (noted.ok) for (const { code, summary } of changed) this.#noted.set(code, summary)
  }

  async #putAwayIdle(): Promise<void> {
    for (const runtime of this.#around.registry.list()) {
      const { idleSince } = runtime
      if (idleSince !== undefined && runtime.now() - idleSince > this.#around.idleMs) await this.#putAway(runtime)
    }
  }

  async #putAway(runtime: SessionRuntime, before: () => Promise<void> = async () => undefined): Promise<void> {
    const { registry, store, rooms } = this.#around
    await registry.letGo(runtime)
    await store.summarise([{ code: runtime.code, epoch: runtime.epoch, summary: JSON.stringify({ ...summaryOf(runtime), connected: 0 }) }])
    this.#noted.delete(runtime.code)
    await store.release(runtime.code, runtime.epoch)
    await before()
    await rooms.move(runtime)
  }
}
