import { Client, type Room } from '@colyseus/sdk'
import WebSocket from 'ws'
import { PROTOCOL_VERSION } from '../../server/wire/protocol.ts'

/** First bytes of Colyseus' frames. */
const JOIN_ROOM = 10
const STATE_PATCH = 15
const TEAMS = ['housing', 'mobility', 'climate', 'digital'] as const

interface Reservation {
  readonly processId: string
  readonly roomId: string
  readonly sessionId: string
}

/** One workshop under load: its leader with the real SDK, the other devices as bare sockets that speak just enough to be seated. */
export class LoadSession {
  readonly #url: string
  readonly #lead: Room
  readonly #sockets: readonly WebSocket[]
  readonly #seen: { bytes: number }
  #taps = 0
  #waiting: { left: number; readonly done: () => void } | undefined

  private constructor(url: string, lead: Room, sockets: readonly WebSocket[], seen: { bytes: number }) {
    this.#url = url
    this.#lead = lead
    this.#sockets = sockets
    this.#seen = seen
    let shown = (lead.state as { sequence: number }).sequence
    lead.onStateChange((state) => {
      const { sequence } = state as { sequence: number }
      if (sequence !== shown) this.#arrived()
      shown = sequence
    })
    for (const socket of sockets) {
      socket.on('message', (data: Buffer) => {
        seen.bytes += data.length
        if (data[0] === STATE_PATCH) this.#arrived()
      })
    }
  }

  /** @param clients devices, the leader among them */
  static async open(url: string, token: string, clients: number): Promise<LoadSession> {
    const { code, facilitatorToken } = await post(url, '/api/sessions', { scenario: 'muldenau', variant: 'compact' }, token)
    const { reservation } = await post(url, `/api/sessions/${code}/seats`, { role: 'facilitator', token: facilitatorToken })
    const lead = await new Client(url, { headers: { origin: url } }).consumeSeatReservation(reservation)
    lead.reconnection.enabled = false
    lead.onMessage('own', () => undefined)
    await new Promise<void>((resolve) => lead.onStateChange.once(() => resolve()))
    const sockets: WebSocket[] = []
    for (let i = 1; i < clients; i++) {
      const seat = await post(url, `/api/sessions/${code}/seats`, { role: 'team', teamId: TEAMS[i % TEAMS.length] })
      sockets.push(await bareSocket(url, seat.reservation))
    }
    return new LoadSession(url, lead, sockets, { bytes: 0 })
  }

  /** Bytes that reached the bare sockets. */
  get bytes(): number {
    return this.#seen.bytes
  }

  /** Is a tap still on its way to its screens? */
  get isBusy(): boolean {
    return (this.#waiting?.left ?? 0) > 0
  }

  /** Something that everybody sees. @returns ms from the moment it was due until the last device had it */
  tap(due: number): Promise<number> {
    const n = ++this.#taps
    return new Promise((resolve, reject) => {
      this.#waiting = { left: this.#sockets.length + 1, done: () => resolve(performance.now() - due) }
      const command = { type: n % 2 === 0 ? 'openDoor' : 'closeDoor' }
      this.#lead.request('command', { v: PROTOCOL_VERSION, id: `tap-${n}`, command }).catch((error) => reject(new Error(`${this.#url}: ${error}`)))
    })
  }

  close(): void {
    this.#lead.leave(false)
    for (const socket of this.#sockets) socket.terminate()
  }

  #arrived(): void {
    if (this.#waiting && --this.#waiting.left === 0) this.#waiting.done()
  }
}

/** Takes its seat, acknowledges, and from then on reads. */
function bareSocket(url: string, { processId, roomId, sessionId }: Reservation): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`, {
      headers: { origin: url },
      perMessageDeflate: false,
    })
    socket.once('error', reject)
    socket.once('message', (data: Buffer) => {
      if (data[0] !== JOIN_ROOM) reject(new Error(`first frame is ${data[0]}`))
      socket.send(Buffer.from([JOIN_ROOM]))
      socket.once('message', () => resolve(socket))
    })
  })
}

export async function post(url: string, path: string, body: object, token?: string) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return response.json()
}
