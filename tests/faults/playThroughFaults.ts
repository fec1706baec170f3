import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { LogEntry } from '../../rules/logEntry.ts'
import { checkLog } from '../../server/store/hashChain.ts'
import { SqliteStore } from '../../server/store/SqliteStore.ts'
import { FaultProxy } from '../helpers/FaultProxy.ts'
import { seededRandom } from '../helpers/seededRandom.ts'
import { smallScenario } from '../helpers/smallScenario.ts'
import { Recorder } from './Recorder.ts'

const SCRIPT = join(import.meta.dirname, 'historyServer.ts')
const DUPLICATES = 0.15
/** How fast is measured; this only says that somebody will not come back at all. */
const BACK_WITHIN_MS = 60_000

export interface FaultyPlay {
  readonly devices: readonly Recorder[]
  readonly log: readonly LogEntry[]
  /** how long after the network, or the server, was there again a device that had lost it was back, ms */
  readonly backAfterNetwork: readonly number[]
  readonly backAfterServer: readonly number[]
}

/** A workshop on a bad network with a server that is killed: eight devices write texts of their own, whatever happens. */
export async function playThroughFaults(seed: number, { faults = 3, bug = '' } = {}): Promise<FaultyPlay> {
  const random = seededRandom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'aemterrunde-history-'))
  const proxy = await FaultProxy.open({ random: seededRandom(seed + 1), duplicates: DUPLICATES })
  const origin = `http://localhost:${proxy.port}`
  const server = new Killable(folder, origin, bug, proxy)
  const devices: Recorder[] = []
  try {
    const ticket = await server.start()
    devices.push(...(await seated(origin, await openSession(origin, ticket))))
    let over = false
    const writing = devices.slice(0, -1).map((device, index) => write(device, index, random, () => over))
    const back = { network: [] as number[], server: [] as number[] }
    for (let fault = 0; fault < faults; fault++) {
      await wait(200 + random() * 500)
      // One of each in every play.
      const kill = fault === 0 || (fault > 1 && random() < 0.4)
      const since = await strike(kill, server, proxy, random)
      // As the browser's „online“ does.
      for (const device of devices) device.connection.hurry()
      back[kill ? 'server' : 'network'].push(...(await allBack(devices, since)))
    }
    over = true
    await Promise.all(writing)
    await allBack(devices, performance.now())
    await wait(100)
    for (const device of devices) device.connection.stop()
    await server.kill()
    return { devices, log: await logIn(folder), backAfterNetwork: back.network, backAfterServer: back.server }
  } finally {
    for (const device of devices) device.connection.stop()
    await server.kill()
    await proxy.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns when network and server were there again */
async function strike(kill: boolean, server: Killable, proxy: FaultProxy, random: () => number): Promise<number> {
  if (kill) {
    await server.kill()
    await server.start()
    return performance.now()
  }
  const kind = random()
  if (kind < 0.4) {
    proxy.cut()
    return performance.now()
  }
  proxy.openHole(kind < 0.7 ? 'holds' : 'swallows')
  await wait(500 + random() * 3000)
  proxy.closeHole()
  return performance.now()
}

/** @returns for each device that had lost its line how long it took, ms */
async function allBack(devices: readonly Recorder[], since: number): Promise<number[]> {
  const took: number[] = []
  const waiting = new Set(devices)
  const lost = new Set<Recorder>()
  // Devices notice a line that has fallen silent only after some seconds: until then „open“ says nothing.
  const settledAfter = since + 3000
  while (waiting.size > 0 || performance.now() < settledAfter) {
    for (const device of devices) {
      if (!device.isOpen) lost.add(device)
      else if (lost.has(device) && waiting.has(device)) took.push(performance.now() - since)
      if (device.isOpen && lost.has(device)) waiting.delete(device)
      if ((device.isOpen && performance.now() >= settledAfter) || device.turnedAway !== undefined) waiting.delete(device)
    }
    if (performance.now() - since > BACK_WITHIN_MS)
      throw new Error(`devices do not come back: ${[...waiting].map(({ connection }) => JSON.stringify(connection.link.value)).join(' ')}`)
    await wait(5)
  }
  return took
}

async function write(device: Recorder, index: number, random: () => number, isOver: () => boolean): Promise<void> {
  for (let n = 0; !isOver(); n++) {
    await wait(20 + random() * 60)
    const text = `${index}-${n}`
    if (index > 0) await device.ask({ type: 'addTransferCard', stack: 'insek', text })
    // After a restart the clock stands [P3], and teams wait for the facilitator.
    else if (n % 3 === 2) await device.connection.sendCommand({ type: 'resume' })
    else await device.ask({ type: 'announce', text })
  }
}

async function seated(origin: string, { code, facilitatorToken }: { code: string; facilitatorToken: string }): Promise<Recorder[]> {
  const teams = smallScenario.teams.map(({ id }) => ({ role: 'team', teamId: id }) as const)
  const seats = [{ role: 'facilitator', token: facilitatorToken } as const, ...teams, ...teams, { role: 'wall' } as const]
  const devices = seats.map((seat) => new Recorder(origin, code, seat))
  for (const device of devices) device.connection.start()
  await allBack(devices, performance.now() - 3000)
  const [leader] = devices
  for (const { id } of smallScenario.phases.slice(1)) {
    const outcome = await leader?.connection.sendCommand({ type: 'startPhase', phaseId: id })
    if (outcome?.kind !== 'ok') throw new Error(`${id} does not start: ${JSON.stringify(outcome)}`)
  }
  return devices
}

async function openSession(origin: string, ticket: string): Promise<{ code: string; facilitatorToken: string }> {
  const post = async (path: string, body: object, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    return (await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()
  }
  const { token } = (await post('/api/lead', { ticket })) as { token: string }
  return (await post('/api/sessions', { scenario: smallScenario.id }, token)) as { code: string; facilitatorToken: string }
}

async function logIn(folder: string): Promise<readonly LogEntry[]> {
  const store = SqliteStore.open(folder)
  const [session] = await store.list()
  const log = checkLog(await store.readLog(session?.code ?? ''), session)
  await store.close()
  if (log.damage) throw new Error(`the log is damaged: ${log.damage}`)
  return log.entries
}

/** The server process, behind the proxy. */
class Killable {
  readonly #arguments: readonly string[]
  readonly #proxy: FaultProxy
  #process: ChildProcess | undefined

  constructor(folder: string, origin: string, bug: string, proxy: FaultProxy) {
    this.#arguments = [SCRIPT, folder, origin, bug]
    this.#proxy = proxy
  }

  async start(): Promise<string> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...this.#arguments], { stdio: ['ignore', 'pipe', 'inherit'] })
    this.#process = child
    let said = ''
    for await (const part of child.stdout) {
      said += String(part)
      const [, port, ticket] = /listening (\d+) (\S*)\n/.exec(said) ?? []
      if (!port) continue
      this.#proxy.target = Number(port)
      child.stdout.resume()
      return ticket ?? ''
    }
    throw new Error(`the server did not start: ${said}`)
  }

  async kill(): Promise<void> {
    const child = this.#process
    this.#process = undefined
    if (!child || child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
}
