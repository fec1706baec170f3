import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from '../../rules/commands.ts'
import type { Actor } from '../../rules/decision.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import { actorOf } from '../../server/sessions/currentActor.ts'
import { newId } from '../../server/sessions/joinCode.ts'
import { Seats } from '../../server/sessions/Seats.ts'
import { type Restored, SessionRegistry } from '../../server/sessions/SessionRegistry.ts'
import type { Answer, SessionRuntime } from '../../server/sessions/SessionRuntime.ts'
import { SqliteStore } from '../../server/store/SqliteStore.ts'
import type { Store } from '../../server/store/Store.ts'
import { smallScenario } from './smallScenario.ts'

/** A clock that a test sets. */
export class SetClock {
  time = 1_000_000
  now(): number {
    return this.time
  }
}

/** The server without its network: sessions, seats and the embedded store on a folder of its own. */
export class SessionServer {
  readonly folder: string
  readonly clock: SetClock
  readonly store: Store
  readonly registry: SessionRegistry
  readonly seats: Seats
  readonly mistakes: unknown[] = []

  /** @param around puts something between sessions and store */
  constructor(folder = mkdtempSync(join(tmpdir(), 'aemterrunde-sessions-')), clock = new SetClock(), around: (store: Store) => Store = (store) => store) {
    this.folder = folder
    this.clock = clock
    this.store = around(SqliteStore.open(folder))
    this.registry = new SessionRegistry({ store: this.store, clock, newId, onMistake: (error) => this.mistakes.push(error) })
    this.seats = new Seats(this.registry, this.store, newId)
  }

  async open(scenario: Scenario = smallScenario): Promise<SessionRuntime> {
    const created = await this.registry.create({ scenario, title: 'Prüfung' })
    if (!created.ok) throw new Error(created.trouble)
    return created.runtime
  }

  /** A fresh seat and how it acts. */
  async seat(runtime: SessionRuntime, role: 'team' | 'facilitator' | 'wall', teamId?: string): Promise<{ id: string; token: string; actor: Actor }> {
    const taken = await this.seats.take({ code: runtime.code, role, ...(teamId && { teamId }), mayLead: true })
    if (!taken.ok) throw new Error(JSON.stringify(taken))
    return { id: taken.seat.id, token: taken.token, actor: actorOf(taken.seat) }
  }

  /** As if the process had been killed: nothing is noted, nobody is told. Then the same data in a new one. */
  async crashAndRestart(): Promise<{ server: SessionServer; restored: Restored }> {
    await this.store.close()
    const server = new SessionServer(this.folder, this.clock)
    return { server, restored: await server.registry.restoreAll() }
  }

  async remove(): Promise<void> {
    await this.registry.close()
    await this.store.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

let commands = 0
/** Sends a command under a fresh id. */
export function send(runtime: SessionRuntime, actor: Actor, command: Command, commandId = `command-${++commands}`): Promise<Answer> {
  return runtime.submit({ actor, commandId, command })
}
