import { type Branch, type BranchWish, branching } from '../../rules/branching.ts'
import { remainingAt } from '../../rules/clock.ts'
import type { LogEntry } from '../../rules/logEntry.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { WhatIfChanges } from '../../rules/whatIf.ts'
import { OptimumFinder } from '../solver/OptimumFinder.ts'
import { CHAIN_START, type CheckedLog, checkLog, type Damage, toLine } from '../store/hashChain.ts'
import type { LogLine, SessionRecord, Trouble } from '../store/Store.ts'
import { BotPlayers } from './BotPlayers.ts'
import { newJoinCode, normaliseCode } from './joinCode.ts'
import { PhaseTimer } from './PhaseTimer.ts'
import { withoutNames } from './pseudonyms.ts'
import { type Ownership, SessionRuntime, type Surroundings } from './SessionRuntime.ts'

/** How often a running clock is noted, so that a restart knows what was left [P3]. */
const TOUCH_EVERY_MS = 5_000

/** A stored session that cannot be played on, with the part of its log that can be trusted. */
export interface DamagedSession {
  readonly code: string
  readonly title: string
  readonly damage: Damage | 'notReplayable'
  readonly intactEntries: number
  readonly expectedEntries: number
}

/** Commands of running sessions wait no longer than this for a copy that is being made. */
const PORTION_MS = 5

/** Codes that are found to be taken this many times in a row mean that something else is wrong. */
const CODES_TO_TRY = 20

export interface Restored {
  readonly sessions: readonly SessionRuntime[]
  readonly damaged: readonly DamagedSession[]
}

type Opened = { readonly ok: true; readonly runtime: SessionRuntime } | Trouble

interface Held {
  readonly runtime: SessionRuntime
  readonly timer: PhaseTimer
  readonly bots: BotPlayers
  readonly optimum: OptimumFinder | undefined
}

/** All sessions of this process, by join code. */
export class SessionRegistry {
  readonly #around: Surroundings
  readonly #newCode: () => string
  readonly #held = new Map<string, Held>()
  #damaged: readonly DamagedSession[] = []
  readonly #touching: NodeJS.Timeout

  constructor(around: Surroundings, newCode: () => string = newJoinCode) {
    this.#around = around
    this.#newCode = newCode
    this.#touching = setInterval(() => void this.#touchRunning(), TOUCH_EVERY_MS).unref()
  }

  /** Sessions that were found damaged at the last start. */
  get damaged(): readonly DamagedSession[] {
    return this.#damaged
  }

  /**
   * Brings every stored session back, before the server takes connections. A damaged one is left out and reported, the others start.
   * Where a clock was running it stands paused with what was left when the server was last alive.
   */
  async restoreAll(): Promise<Restored> {
    const damaged: DamagedSession[] = []
    for (const record of await this.#around.store.list()) {
      const damage = await this.#restore(record)
      if (damage) damaged.push(damage)
    }
    this.#damaged = damaged
    return { sessions: this.list(), damaged }
  }

  /** Opens a session from a scenario [S1] under a fresh join code. */
  async create({
    scenario,
    title,
    organisation,
  }: {
    readonly scenario: Scenario
    readonly title: string
    readonly organisation?: string | undefined
  }): Promise<Opened> {
    const { clock, newId } = this.#around
    const at = clock.now()
    const command = { type: 'openSession', title, scenarioId: scenario.id, variantId: scenario.variantId } as const
    const events = [{ type: 'sessionOpened', scenario, title, at }] as const
    const opened: LogEntry = { sequence: 1, at, actor: { role: 'door' }, commandId: newId(), command, events }
    return this.#open([opened], { title, createdAt: at, organisation })
  }

  /** [X1] Opens a copy of a session under a code of its own; the original is only read. */
  async branch(original: SessionRuntime, wish: BranchWish & { readonly title: string; readonly changes: WhatIfChanges }): Promise<Opened> {
    const { store, clock, newId } = this.#around
    await original.settled()
    const branch = await copied(checkLog(await store.readLog(original.code)).entries, wish)
    const last = branch.entries.at(-1)
    if (!last) throw new Error('a log has at least its opening')
    const at = Math.max(clock.now(), last.at)
    const { title, changes, without } = wish
    const origin = { code: original.code, title: original.state.title, sequence: wish.sequence }
    const remainingMs = Math.round(remainingAt(branch.history.state.clock, last.at))
    const event = { type: 'sessionBranched', origin, title, changes, without, dropped: branch.dropped, remainingMs, at } as const
    const command = { type: 'branchSession', origin, title, changes, without } as const
    const branched: LogEntry = { sequence: last.sequence + 1, at, actor: { role: 'door' }, commandId: newId(), command, events: [event] }
    return this.#open([...branch.entries, branched], { title, createdAt: at, organisation: original.organisation })
  }

  /**
   * Brings back a session that this process has just taken over, as its record says.
   * @returns undefined if it is in play, else what is wrong with it
   */
  async revive(record: SessionRecord, organisation?: string): Promise<DamagedSession | undefined> {
    const log = checkLog(await this.#around.store.readLog(record.code), record)
    // What this process may still have of it from an earlier epoch is over.
    this.#release(record.code)
    const damaged = log.damage
      ? this.#damagedBy(log.damage, record, log)
      : await this.#replay(record, log, { epoch: record.epoch, claimed: true, organisation })
    this.#damaged = [...this.#damaged.filter(({ code }) => code !== record.code), ...(damaged ? [damaged] : [])]
    return damaged
  }

  /** Lets go of a session, so that it may be brought back elsewhere or later: what waits is stored, its clock noted, its memory freed. */
  async letGo(runtime: SessionRuntime): Promise<void> {
    const { code } = runtime
    await runtime.retire()
    if (this.#held.get(code)?.runtime !== runtime) return
    if (runtime.state.clock.running) await this.#around.store.touch(code, runtime.now())
    this.#release(code)
  }

  /** Forgets a session that already is another's. */
  drop(runtime: SessionRuntime): void {
    if (this.#held.get(runtime.code)?.runtime === runtime) this.#release(runtime.code)
  }

  /** @param code as people type it */
  get(code: string): SessionRuntime | undefined {
    return this.#held.get(normaliseCode(code))?.runtime
  }

  /** Who looks for the best list of this session; undefined: nobody. */
  optimumOf(code: string): OptimumFinder | undefined {
    return this.#held.get(normaliseCode(code))?.optimum
  }

  /** Oldest first. */
  list(): readonly SessionRuntime[] {
    return [...this.#held.values()].map((held) => held.runtime)
  }

  /** Deletes a session, played or damaged, with everything stored of it. */
  async delete(code: string): Promise<{ readonly ok: true } | Trouble> {
    const plain = normaliseCode(code)
    await this.#held.get(plain)?.runtime.settled()
    const deleted = await this.#around.store.delete(plain)
    if (!deleted.ok) return deleted
    // A copy holds what the original held: whoever has that deleted does not want it kept there.
    for (const copy of this.copiesOf(plain)) {
      const gone = await this.delete(copy.code)
      if (!gone.ok) return gone
    }
    this.#release(plain)
    await this.#around.onDeleted?.(plain)
    this.#damaged = this.#damaged.filter((session) => session.code !== plain)
    return { ok: true }
  }

  /** [X1] Copies of this session, and copies of those. */
  copiesOf(code: string): readonly SessionRuntime[] {
    const direct = this.list().filter((runtime) => runtime.code !== code && runtime.state.whatIf?.origin.code === code)
    return direct.flatMap((copy) => [copy, ...this.copiesOf(copy.code)])
  }

  /**
   * Replaces the names in a session's log for good. The session goes on from the new log; its devices come back to it by themselves.
   * @returns how many names were replaced, and the session as it was held before, whose room is to be closed
   */
  async pseudonymise(
    code: string,
  ): Promise<{ readonly ok: true; readonly names: number; readonly before: SessionRuntime | undefined } | Trouble<'unknownSession'>> {
    const before = this.get(code)
    if (!before) return { ok: false, trouble: 'unknownSession' }
    const { store } = this.#around
    await before.settled()
    const { lines, names } = withoutNames(checkLog(await store.readLog(before.code)).entries)
    if (names === 0) return { ok: true, names, before: undefined }
    const rewritten = await store.rewrite(before.code, lines)
    if (!rewritten.ok) return rewritten
    this.#release(before.code)
    this.#hold(before.code, checkLog(lines), { epoch: rewritten.epoch, claimed: true, organisation: before.organisation })
    return { ok: true, names, before }
  }

  /** Codes of sessions in which nothing has happened since `before` (ms): those whose time of keeping is over. */
  unusedSince(before: number): readonly string[] {
    return this.list()
      .filter((runtime) => runtime.lastAt < before)
      .map((runtime) => runtime.code)
  }

  /** Lets what is under way be stored, notes running clocks and lets go of everything. The store stays open. */
  async close(): Promise<void> {
    clearInterval(this.#touching)
    for (const held of this.#held.values()) stopActing(held)
    await Promise.all(this.list().map((runtime) => runtime.settled()))
    await this.#touchRunning()
    this.#held.clear()
  }

  /** A session with this log under a fresh code. */
  async #open(
    entries: readonly LogEntry[],
    { title, createdAt, organisation }: { readonly title: string; readonly createdAt: number; readonly organisation: string | undefined },
  ): Promise<Opened> {
    const lines = chained(entries)
    for (let tried = 0; tried < CODES_TO_TRY; tried++) {
      const code = this.#newCode()
      const created = await this.#around.store.create({ code, title, createdAt, lines, ...(organisation !== undefined && { organisation }) })
      if (created.ok) return { ok: true, runtime: this.#hold(code, checkLog(lines), { epoch: 1, claimed: true, organisation }) }
      if (created.trouble !== 'codeTaken') return { ok: false, trouble: created.trouble }
    }
    throw new Error(`no free join code among ${CODES_TO_TRY}`)
  }

  async #restore(record: SessionRecord): Promise<DamagedSession | undefined> {
    const log = checkLog(await this.#around.store.readLog(record.code), record)
    if (log.damage) return this.#damagedBy(log.damage, record, log)
    const claim = await this.#around.store.claim(record.code)
    return this.#replay(record, log, claim.ok ? { epoch: claim.epoch, claimed: true } : { epoch: record.epoch, claimed: false })
  }

  async #replay(record: SessionRecord, log: CheckedLog, ownership: Ownership): Promise<DamagedSession | undefined> {
    try {
      const runtime = this.#hold(record.code, log, ownership)
      await this.#pauseClock(runtime, record)
    } catch (error) {
      this.#around.onMistake(error)
      this.#release(record.code)
      return this.#damagedBy('notReplayable', record, log)
    }
    return undefined
  }

  #damagedBy(damage: DamagedSession['damage'], { code, title, lastSequence }: SessionRecord, log: CheckedLog): DamagedSession {
    return { code, title, damage, intactEntries: log.entries.length, expectedEntries: lastSequence }
  }

  #hold(code: string, log: CheckedLog, ownership: Ownership): SessionRuntime {
    const runtime = new SessionRuntime(code, log, ownership, this.#around)
    const { newId, onMistake, bestPlans: plans } = this.#around
    const optimum = plans && new OptimumFinder(runtime, { plans, newId, onMistake })
    this.#around.onHeld?.(runtime)
    this.#held.set(code, { runtime, timer: new PhaseTimer(runtime, newId), bots: new BotPlayers(runtime, { newId }), optimum })
    return runtime
  }

  #release(code: string): void {
    const held = this.#held.get(code)
    if (held) stopActing(held)
    this.#held.delete(code)
  }

  /** [P3] The clock ran until the server was last alive; since then no time has passed in the game. */
  async #pauseClock(runtime: SessionRuntime, record: SessionRecord): Promise<void> {
    const { clock } = runtime.state
    if (!clock.running) return
    const aliveUntil = Math.max(record.aliveAt ?? 0, runtime.lastAt)
    const remainingMs = Math.round(clock.remainingMs - Math.max(0, aliveUntil - clock.since))
    const command = { type: 'pauseAfterRestart', remainingMs } as const
    await runtime.submitOwed({ actor: { role: 'clock' }, commandId: this.#around.newId(), command })
  }

  /** One small write for each session whose clock runs; a full disk costs at most the accuracy of what is left. */
  async #touchRunning(): Promise<void> {
    try {
      const running = this.list().filter((runtime) => runtime.state.clock.running)
      await Promise.all(running.map((runtime) => this.#around.store.touch(runtime.code, runtime.now())))
    } catch (error) {
      this.#around.onMistake(error)
    }
  }
}

/** A copy, made in portions, so that the sessions that run meanwhile do not wait for it. */
async function copied(original: readonly LogEntry[], wish: BranchWish): Promise<Branch> {
  const copying = branching(original, wish)
  for (let since = performance.now(); ; ) {
    const { done, value } = copying.next()
    if (done) return value
    if (performance.now() - since < PORTION_MS) continue
    await new Promise(setImmediate)
    since = performance.now()
  }
}

function chained(entries: readonly LogEntry[]): readonly LogLine[] {
  let hash = CHAIN_START
  return entries.map((entry) => {
    const line = toLine(entry, hash)
    hash = line.hash
    return line
  })
}

/** Nothing acts in the session by itself any more. */
function stopActing({ timer, bots, optimum }: Held): void {
  timer.stop()
  bots.stop()
  optimum?.stop()
}
