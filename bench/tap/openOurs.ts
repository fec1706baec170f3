import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Room } from '@colyseus/sdk'
import { PROTOCOL_VERSION } from '../../server/wire/protocol.ts'
import { Arrivals, answer, type Contestant, child, cpuOf, SCREENS } from './Contestant.ts'
import { countArrivals, opened, sdk } from './colyseusScreens.ts'
import { muldenau } from './scenario.ts'
import { phasesToPlanning, STAGE, tap } from './stage.ts'

/** Ours can also be asked for documents. */
export interface Ours extends Contestant {
  /** @returns milliseconds until the file is there */
  readonly exported: (format: string) => Promise<number>
}

/** Our server with its screens: a facilitator and devices of every team, let in by the door as any device is. */
export async function openOurs(stored: string): Promise<Ours> {
  const Client = await sdk()
  const folder = mkdtempSync(join(tmpdir(), 'aemterrunde-bench-'))
  const server = child('ours.ts', folder, stored)
  const { url, ticket } = await answer<{ url: string; ticket: string }>(server)
  const { token } = await post(`${url}/api/lead`, { ticket })
  const { code, facilitatorToken } = await post(`${url}/api/sessions`, { scenario: muldenau.id, variant: muldenau.variantId }, token)
  const enter = async (seat: object) => {
    const { reservation } = await post(`${url}/api/sessions/${code}/seats`, seat)
    return opened(await new Client(url, { headers: { origin: url } }).consumeSeatReservation(reservation))
  }
  const facilitator = await enter({ role: 'facilitator', token: facilitatorToken })
  const teams = muldenau.teams.map(({ id }) => id)
  const devices: Awaited<ReturnType<typeof opened>>[] = []
  for (let index = 0; index < SCREENS - 1; index++) devices.push(await enter({ role: 'team', teamId: teams[index % teams.length] }))
  const devicesOf = (teamId: string) => devices.filter((_, index) => teams[index % teams.length] === teamId).map(({ room }) => room)
  const send = (room: Room, id: string, command: object) => room.request('command', { v: PROTOCOL_VERSION, id, command })
  for (const phaseId of phasesToPlanning(muldenau)) await send(facilitator.room, phaseId, { type: 'startPhase', phaseId })
  for (const [teamId, command] of STAGE) await send(devicesOf(teamId)[0] as Room, `stage-${teamId}`, command)
  const arrivals = new Arrivals()
  const screens = [...devices, facilitator]
  countArrivals(
    screens.map(({ room }) => room),
    arrivals,
  )
  return {
    tap: async (n) => {
      const { teamId, command } = tap(n)
      // By turns, as people do: the room ends connections that send more than thirty messages a second.
      const room = devicesOf(teamId)[n % 5] as Room
      const all = arrivals.expect(SCREENS)
      const began = performance.now()
      const answered = send(room, `tap-${n}`, command)
      await all
      const took = performance.now() - began
      await answered
      return took
    },
    exported: async (format) => {
      const began = performance.now()
      const response = await fetch(`${url}/api/sessions/${code}/exports/${format}`, { headers: { authorization: `Bearer ${facilitatorToken}` } })
      if (!response.ok) throw new Error(`${format}: ${response.status}`)
      await response.arrayBuffer()
      return performance.now() - began
    },
    bytes: () => screens.reduce((sum, { bytes }) => sum + bytes(), 0),
    cpuMs: () => cpuOf(server),
    stop: () => {
      server.disconnect()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function post(address: string, body: object, token?: string) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${address}: ${await response.text()}`)
  return response.json()
}
