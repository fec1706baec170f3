import { Client, type Room } from '@colyseus/sdk'
import type { Rejection } from '../../rules/decision.ts'
import type { OwnView, SharedView } from '../../rules/sessionView.ts'
import { type OwnMessage, PROTOCOL_VERSION } from '../../server/wire/protocol.ts'
import { toPlain } from './toPlain.ts'

interface SeatAnswer {
  readonly seat: { readonly id: string; readonly role: string; readonly teamId?: string }
  readonly token: string
  readonly reservation: never
  readonly now: number
}

/** A device at the workshop: a seat, a socket, and what it has received. */
export class TestClient {
  static #ids = 0
  readonly seat: SeatAnswer['seat']
  readonly token: string
  readonly room: Room
  /** code with which the server closed the connection; 0 while open */
  closeCode = 0
  /** every byte that came over the socket */
  readonly received: Buffer[] = []

  readonly #sections = new Map<string, string>()

  private constructor({ seat, token }: SeatAnswer, room: Room, received: Buffer[]) {
    this.seat = seat
    this.token = token
    this.room = room
    this.received = received
    room.reconnection.enabled = false
    room.onStateChange(() => undefined)
    room.onMessage('own', (message: OwnMessage) => this.#keep(message))
    room.onLeave((code) => {
      this.closeCode = code
    })
    room.onError(() => undefined)
  }

  /** Takes a seat through the door and connects to the room. @throws what the door answers */
  static async join(url: string, code: string, seat: object): Promise<TestClient> {
    const response = await fetch(`${url}/api/sessions/${code}/seats`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(seat),
    })
    const answer = (await response.json()) as SeatAnswer & { error?: { code: string } }
    if (!response.ok) throw Object.assign(new Error(`${response.status} ${answer.error?.code}`), { status: response.status, code: answer.error?.code })
    const client = new TestClient(answer, ...(await connect(url, answer.reservation)))
    await client.room.request('watch', {})
    return client
  }

  /** Sends a command. @returns its answer, or what the server refused it with */
  async command(command: object, id = `test-${++TestClient.#ids}-${process.pid}`): Promise<{ sequence?: number; duplicate?: boolean; refused?: Rejection }> {
    return this.request('command', { v: PROTOCOL_VERSION, id, command })
  }

  async request(type: string, message: unknown): Promise<{ sequence?: number; duplicate?: boolean; refused?: Rejection }> {
    try {
      return (await this.room.request(type, message)) as object
    } catch (error) {
      if (error instanceof Error && error.name === 'rejected') return { refused: (error as Error & { reason: Rejection }).reason }
      throw error
    }
  }

  get shared(): SharedView {
    return toPlain((this.room.state as { shared: unknown }).shared) as SharedView
  }

  get sequence(): number {
    return (this.room.state as { sequence?: number }).sequence ?? 0
  }

  get presence(): Readonly<Record<string, boolean>> {
    return toPlain((this.room.state as { presence: unknown }).presence) as Record<string, boolean>
  }

  /** What only this device may see; undefined for the wall. */
  get own(): OwnView | undefined {
    return this.#sections.size === 0 ? undefined : fromSections(Object.fromEntries(this.#sections))
  }

  #keep({ fresh, sections, gone }: OwnMessage): void {
    if (fresh) this.#sections.clear()
    for (const name of gone) this.#sections.delete(name)
    for (const [name, json] of Object.entries(sections)) this.#sections.set(name, json)
  }

  /** Resolves as soon as the condition holds; the error says what did not happen. */
  async waitFor(condition: (client: TestClient) => boolean, what: string, withinMs = 5000): Promise<void> {
    const until = Date.now() + withinMs
    while (!this.#holds(condition)) {
      if (Date.now() > until) throw new Error(`did not happen: ${what}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  #holds(condition: (client: TestClient) => boolean): boolean {
    try {
      return condition(this)
    } catch {
      return false
    }
  }

  async leave(): Promise<void> {
    await this.room.leave(false)
  }
}

/** Opens the room for a reservation and keeps every byte that comes. */
async function connect(url: string, reservation: never): Promise<[Room, Buffer[]]> {
  const received: Buffer[] = []
  const client = new Client(url, { headers: { origin: url } })
  const joining = client.consumeSeatReservation(reservation)
  const room = await joining
  const socket = (room.connection.transport as unknown as { ws: { addEventListener(type: 'message', listener: (event: { data: ArrayBuffer }) => void): void } })
    .ws
  socket.addEventListener('message', ({ data }) => received.push(Buffer.from(data)))
  await new Promise<void>((resolve) => room.onStateChange.once(() => resolve()))
  return [room, received]
}

function fromSections(sections: Readonly<Record<string, string>>): OwnView {
  const view: Record<string, unknown> = {}
  for (const [name, json] of Object.entries(sections)) {
    const [key = '', ...rest] = name.split('/')
    if (rest.length === 0) view[key] = JSON.parse(json)
    else view[key] = { ...(view[key] as object), [rest.join('/')]: JSON.parse(json) }
  }
  return view as unknown as OwnView
}
