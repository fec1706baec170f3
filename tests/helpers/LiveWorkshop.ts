import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import type { Command } from '../../rules/commands.ts'
import type { Actor, Role } from '../../rules/decision.ts'
import type { SessionState } from '../../rules/session.ts'
import { readConfig } from '../../server/config.ts'
import { createLog } from '../../server/log.ts'
import { loadScenarios } from '../../server/scenarios/loadScenarios.ts'
import type { SessionRuntime } from '../../server/sessions/SessionRuntime.ts'
import { type RunningServer, startServer } from '../../server/startServer.ts'
import { botWorkshop, type Moment } from './botWorkshop.ts'
import { seededRandom } from './seededRandom.ts'

/** Six screens follow a whole phase of a busy table on a busy machine. */
const PATIENCE_MS = 60_000

interface SeatTaken {
  readonly seat: { readonly id: string }
  readonly token: string
}
export type Station = 'team' | 'facilitator' | 'wall' | 'guest'

/**
 * A workshop on a real server in this process, played from behind as fast as commands are answered.
 * Browsers open its stations with seats of their own, so that a test can look at any screen in any phase without clicking its way there.
 */
export class LiveWorkshop {
  readonly code: string
  readonly leadToken: string
  readonly #server: RunningServer
  readonly #runtime: SessionRuntime
  readonly #facilitatorToken: string
  readonly #dataDir: string
  readonly #random: () => number
  readonly #teamSeats = new Map<string, string>()
  #leader: SeatTaken | undefined
  #commands = 0

  private constructor(server: RunningServer, dataDir: string, leadToken: string, session: { code: string; facilitatorToken: string }, seed: number) {
    this.#server = server
    this.#dataDir = dataDir
    this.leadToken = leadToken
    this.code = session.code
    this.#facilitatorToken = session.facilitatorToken
    this.#random = seededRandom(seed)
    const runtime = server.registry.get(session.code)
    if (!runtime) throw new Error('no session')
    this.#runtime = runtime
  }

  /** Server, session and the leading facilitator's seat. */
  static async open(wish: { readonly scenario: string; readonly variant: string; readonly title?: string; readonly seed?: number }): Promise<LiveWorkshop> {
    const dataDir = mkdtempSync(join(tmpdir(), 'aemterrunde-live-'))
    const scenarios = loadScenarios(fileURLToPath(new URL('../../scenarios', import.meta.url)), join(dataDir, 'scenarios'))
    const config = { ...readConfig({}), port: 0, host: '127.0.0.1', logLevel: 'error' as const, dataDir }
    const server = await startServer({ config, log: createLog('error'), scenarios })
    const { token } = await post<{ token: string }>(server.url, '/api/lead', { ticket: server.ticket })
    const { scenario, variant, title } = wish
    const session = await post<{ code: string; facilitatorToken: string }>(server.url, '/api/sessions', { scenario, variant, ...(title && { title }) }, token)
    const workshop = new LiveWorkshop(server, dataDir, token, session, wish.seed ?? 1)
    workshop.#leader = await workshop.#seat('facilitator', undefined, session.facilitatorToken)
    for (const team of workshop.state.scenario.teams) workshop.#teamSeats.set(team.id, (await workshop.#seat('team', team.id)).seat.id)
    return workshop
  }

  get url(): string {
    return this.#server.url
  }

  get state(): SessionState {
    return this.#runtime.state
  }

  /** Plays to the end; stops at every moment, so that one can look. */
  async *moments(): AsyncGenerator<Moment> {
    const steps = botWorkshop(() => this.state, this.#random)
    for (let next = steps.next(true); !next.done; ) {
      const step = next.value
      if (step.by === 'nobody') {
        yield step
        next = steps.next(true)
        continue
      }
      const refused = await this.submit(step.by === 'team' ? this.team(step.teamId) : this.facilitator(), step.command)
      if (refused && step.must) throw new Error(`${step.command.type}: ${refused}`)
      next = steps.next(refused === undefined)
    }
  }

  facilitator(): Actor {
    return { role: 'facilitator', seatId: this.#leader?.seat.id ?? '' }
  }

  team(teamId: string): Actor {
    return { role: 'team', teamId, seatId: this.#teamSeats.get(teamId) ?? '' }
  }

  /** @returns the code of a refusal; undefined when it was done */
  async submit(actor: Actor, command: Command): Promise<string | undefined> {
    const answer = await this.#runtime.submit({ actor, commandId: `live-${++this.#commands}`, command })
    return 'rejection' in answer ? answer.rejection.code : undefined
  }

  /** Gives the device a seat of its own and opens its station. */
  async enter(page: Page, station: Station, options: { readonly teamId?: string; readonly query?: string } = {}): Promise<void> {
    await this.seatFor(page.context(), station, options.teamId)
    await page.goto(this.addressOf(station, options.query))
  }

  addressOf(station: Station, query = ''): string {
    const path = { team: `/team/${this.code}`, guest: `/team/${this.code}`, facilitator: `/leitung/${this.code}`, wall: `/leinwand/${this.code}` }
    return `${this.url}${path[station]}${query}`
  }

  /** As if the device had joined before: its seat is in its memory. */
  async seatFor(context: BrowserContext, station: Station, teamId?: string): Promise<void> {
    if (station === 'wall') return
    const role = station === 'guest' ? 'observer' : station
    const { token } = role === 'facilitator' ? await this.#comeBackAsLeader() : await this.#seat(role, teamId)
    const key = `aemterrunde/seat/${this.code}/${role === 'facilitator' ? 'facilitator' : 'team'}`
    const value = JSON.stringify({ token, role, ...(teamId && { teamId }) })
    await context.addInitScript(([name, seat]) => localStorage.getItem(name) ?? localStorage.setItem(name, seat), [key, value] as const)
  }

  /** Resolves when the page shows everything that has happened. */
  async shown(page: Page): Promise<void> {
    await page.waitForFunction((sequence) => Number(document.body.dataset.sequence) >= sequence, this.#runtime.history.sequence, { timeout: PATIENCE_MS })
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  }

  async close(): Promise<void> {
    await this.#server.stop()
    rmSync(this.#dataDir, { recursive: true, force: true })
  }

  async #comeBackAsLeader(): Promise<SeatTaken> {
    this.#leader = await this.#seat('facilitator', undefined, this.#leader?.token ?? this.#facilitatorToken)
    return this.#leader
  }

  #seat(role: Role, teamId?: string, token?: string): Promise<SeatTaken> {
    return post(this.url, `/api/sessions/${this.code}/seats`, { role, ...(teamId && { teamId }), ...(token && { token }) })
  }
}

async function post<T>(url: string, path: string, body: object, token?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return (await response.json()) as T
}
