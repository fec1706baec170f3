import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Room } from '@colyseus/sdk'
import { WebSocket } from 'ws'
import { PROTOCOL_VERSION } from '../../server/wire/protocol.ts'
import { type Finding, percentile, round } from '../measure.ts'
import { muldenau } from './scenario.ts'
import { phasesToPlanning, STAGE, tap } from './stage.ts'

const SCREENS = 30
const TAPS = 800
/** not measured: what a server does for the first time takes longer */
const WARM_UP = 60
/** ms from one tap to the next of the same contestant: a lively table, not a machine gun */
const PACE = 25
/** screens that take the news in: one of each team */
const READING = 4
/** first byte of a message that brings a change of the shared state, under its flags */
const { code: PATCH, mask: CODE } = { code: 15, mask: 0x1f }

/** One of the two servers with its screens; a tap ends when every screen has it. */
interface Contestant {
  readonly tap: (n: number) => Promise<number>
  readonly bytes: () => number
  readonly cpuMs: () => Promise<number>
  readonly stop: () => void
}

/**
 * Tap → all screens, ours against the reference, tap by tap in turn, at the pace of a lively table.
 *
 * Every screen of a workshop is a device of its own; here all of them hang on one process. So that their work does not add up to a time
 * nobody waits for, one screen per team takes the news in as the client does, and the others count as served when its bytes are there.
 */
export async function tapBench(): Promise<readonly Finding[]> {
  return [...(await compare('unstored')), ...(await compare('stored'))]
}

async function compare(stored: 'stored' | 'unstored'): Promise<readonly Finding[]> {
  const [ours, reference] = [await openOurs(stored), await openReference(stored)]
  const samples = { ours: [] as number[], reference: [] as number[] }
  const run = async (from: number, taps: number, into: typeof samples) => {
    for (let n = from; n < from + taps; n++) {
      await pause(PACE / 2)
      into.ours.push(await ours.tap(n))
      await pause(PACE / 2)
      into.reference.push(await reference.tap(n))
    }
  }
  await run(0, WARM_UP, { ours: [], reference: [] })
  const start = { ours: [ours.bytes(), await ours.cpuMs()], reference: [reference.bytes(), await reference.cpuMs()] } as const
  await run(WARM_UP, TAPS, samples)
  const perTap = async (contestant: Contestant, [bytes, cpu]: readonly [number, number]) => ({
    bytes: (contestant.bytes() - bytes) / TAPS / SCREENS,
    cpu: ((await contestant.cpuMs()) - cpu) / TAPS,
  })
  const used = { ours: await perTap(ours, start.ours), reference: await perTap(reference, start.reference) }
  ours.stop()
  reference.stop()
  const ratio = (share: number) => percentile(samples.ours, share) / percentile(samples.reference, share)
  const raw = (share: number) => ({ oursMs: round(percentile(samples.ours, share)), referenceMs: round(percentile(samples.reference, share)) })
  const name = stored === 'stored' ? 'stored durably before anyone sees it' : 'no store'
  const latency: Finding[] = [
    { what: `tap → ${SCREENS} screens, ${name}, p50`, measured: round(ratio(0.5)), unit: '×', target: 1.3, raw: raw(0.5) },
    { what: `tap → ${SCREENS} screens, ${name}, p99`, measured: round(ratio(0.99)), unit: '×', ...(stored === 'unstored' && { target: 1.5 }), raw: raw(0.99) },
  ]
  if (stored === 'stored') return latency
  return [
    ...latency,
    {
      what: 'bytes per action and screen',
      measured: round(used.ours.bytes / used.reference.bytes),
      unit: '×',
      target: 0.5,
      raw: { ours: round(used.ours.bytes), reference: round(used.reference.bytes) },
    },
    {
      what: 'server CPU per action',
      measured: round(used.ours.cpu / used.reference.cpu),
      unit: '×',
      target: 2,
      raw: { oursMs: round(used.ours.cpu), referenceMs: round(used.reference.cpu) },
    },
  ]
}

function child(file: string, ...args: string[]): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
}

function answer<T>(process: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    process.once('message', (message) => resolve(message as T))
    process.once('exit', (code) => reject(new Error(`a server ended with ${code}`)))
  })
}

async function cpuOf(process: ChildProcess): Promise<number> {
  const told = answer<{ cpu: NodeJS.CpuUsage }>(process)
  process.send('cpu')
  const { cpu } = await told
  return (cpu.user + cpu.system) / 1000
}

/** Counts down from the number of screens; the tap is over at zero. */
class Arrivals {
  #left = 0
  #done: () => void = () => undefined
  readonly arrived = () => {
    if (--this.#left === 0) this.#done()
  }
  expect(count: number): Promise<void> {
    this.#left = count
    return new Promise((resolve) => {
      this.#done = resolve
    })
  }
}

async function openReference(stored: string): Promise<Contestant> {
  const folder = mkdtempSync(join(tmpdir(), 'aemterrunde-bench-'))
  const server = child('reference.ts', folder, stored)
  const { url } = await answer<{ url: string }>(server)
  const arrivals = new Arrivals()
  let bytes = 0
  const views: Record<string, unknown>[] = []
  const sockets = await Promise.all(
    Array.from({ length: SCREENS }, async (_, index) => {
      const socket = new WebSocket(url)
      views[index] = {}
      socket.on('message', (data: Buffer) => {
        bytes += data.length
        if (index >= READING) return arrivals.arrived()
        const delta = JSON.parse(String(data))
        if (delta.teams === undefined) return
        Object.assign(views[index] as object, delta)
        arrivals.arrived()
      })
      await new Promise((resolve) => socket.once('open', resolve))
      return socket
    }),
  )
  return {
    tap: async (n) => {
      const { teamId, command } = tap(n)
      const all = arrivals.expect(SCREENS)
      const began = performance.now()
      sockets[n % SCREENS]?.send(JSON.stringify({ id: `tap-${n}`, teamId, command }))
      await all
      return performance.now() - began
    },
    bytes: () => bytes,
    cpuMs: () => cpuOf(server),
    stop: () => {
      for (const socket of sockets) socket.terminate()
      server.disconnect()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Screen {
  readonly room: Room
  readonly teamId: string
}

async function openOurs(stored: string): Promise<Contestant> {
  // Both contestants are to hear through the same kind of socket: the SDK takes `ws` where there is no global WebSocket.
  Reflect.deleteProperty(globalThis, 'WebSocket')
  const { Client } = await import('@colyseus/sdk')
  const folder = mkdtempSync(join(tmpdir(), 'aemterrunde-bench-'))
  const server = child('ours.ts', folder, stored)
  const { url, ticket } = await answer<{ url: string; ticket: string }>(server)
  const post = async (path: string, body: object, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    return response.json()
  }
  const { token } = await post('/api/lead', { ticket })
  const { code, facilitatorToken } = await post('/api/sessions', { scenario: muldenau.id, variant: muldenau.variantId }, token)
  const arrivals = new Arrivals()
  let bytes = 0
  const join_ = async (seat: object): Promise<Room> => {
    const { reservation } = await post(`/api/sessions/${code}/seats`, seat)
    const room = await new Client(url, { headers: { origin: url } }).consumeSeatReservation(reservation)
    room.reconnection.enabled = false
    const socket = (room.connection.transport as unknown as { ws: EventTarget }).ws
    socket.addEventListener('message', (event) => {
      bytes += (event as MessageEvent<ArrayBuffer>).data.byteLength
    })
    await new Promise<void>((resolve) => room.onStateChange.once(() => resolve()))
    return room
  }
  const facilitator = await join_({ role: 'facilitator', token: facilitatorToken })
  const teams = muldenau.teams.map(({ id }) => id)
  const screens: Screen[] = []
  for (let index = 0; index < SCREENS - 1; index++) {
    const teamId = teams[index % teams.length] as string
    screens.push({ room: await join_({ role: 'team', teamId }), teamId })
  }
  const send = (room: Room, id: string, command: object) => room.request('command', { v: PROTOCOL_VERSION, id, command })
  for (const phaseId of phasesToPlanning(muldenau)) await send(facilitator, phaseId, { type: 'startPhase', phaseId })
  for (const [teamId, command] of STAGE) await send(screens.find((screen) => screen.teamId === teamId)?.room as Room, `stage-${teamId}`, command)
  for (const room of [facilitator, ...screens.slice(READING).map((screen) => screen.room)]) {
    const { ws } = room.connection.transport as unknown as { ws: { onmessage: (event: MessageEvent<ArrayBuffer>) => void } }
    const takeIn = ws.onmessage.bind(ws)
    ws.onmessage = (event) => {
      if ((new Uint8Array(event.data)[0] ?? 0) % (CODE + 1) === PATCH) arrivals.arrived()
      else takeIn(event)
    }
  }
  for (const { room } of screens.slice(0, READING)) {
    let shown = (room.state as { sequence: number }).sequence
    room.onStateChange((state) => {
      const { sequence } = state as { sequence: number }
      if (sequence === shown) return
      shown = sequence
      arrivals.arrived()
    })
  }
  return {
    tap: async (n) => {
      const { teamId, command } = tap(n)
      const { room } = screens.filter((screen) => screen.teamId === teamId)[n % 5] as Screen
      // By turns, as people do: the room ends connections that send more than thirty messages a second.
      const all = arrivals.expect(SCREENS)
      const began = performance.now()
      const answered = send(room, `tap-${n}`, command)
      await all
      const took = performance.now() - began
      await answered
      return took
    },
    bytes: () => bytes,
    cpuMs: () => cpuOf(server),
    stop: () => {
      server.disconnect()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
