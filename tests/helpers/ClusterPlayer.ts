import { Client, type SeatReservation } from '@colyseus/sdk'
import { ApiError } from '../../client/connection/api.ts'
import { Connection } from '../../client/connection/Connection.ts'
import { type Line, type LineEvents, Refused, type Requests, type SeatAnswer, type SeatRequest } from '../../client/connection/line.ts'
import type { Command } from '../../rules/commands.ts'
import type { SharedView } from '../../rules/sessionView.ts'
import type { CommandMessage } from '../../server/wire/protocol.ts'
import { toPlain } from './toPlain.ts'

export interface Acknowledged {
  readonly seatId: string
  readonly commandId: string
  readonly sequence: number
  /** steady time in ms */
  readonly at: number
}

/** A device with the client's own connection, that acts without pause: what was answered is kept, for a later check against the log. */
export class ClusterPlayer {
  readonly acknowledged: Acknowledged[] = []
  /** refusals by their code */
  readonly refused: string[] = []
  /** sequences shown, in the order in which they were */
  readonly shown: number[] = []
  seatId = ''
  /** when the present line was opened: steady time in ms */
  openedAt = 0
  shared: SharedView | undefined
  readonly #url: string
  readonly #code: string
  readonly #connection: Connection
  readonly #tries: string[] = []
  #acting = false
  #done: Promise<void> = Promise.resolve()

  constructor(url: string, code: string, seat: SeatRequest) {
    this.#url = url
    this.#code = code
    this.#connection = new Connection(seat, {
      takeSeat: (request) => this.#tried('seat', () => this.#takeSeat(request)),
      openLine: (reservation, events) => this.#tried('line', () => this.#openLine(reservation, events)),
      onSeat: (answer) => {
        this.seatId = answer.seat.id
      },
      onState: (state) => this.#show(state as { readonly sequence: number; readonly shared: unknown }),
      onOwn: () => undefined,
      onServerTime: () => undefined,
    })
    this.#connection.start()
  }

  get isOpen(): boolean {
    return this.#connection.link.value.kind === 'open'
  }

  /** For messages of failed tests: how the line stands, and the latest tries to open it. */
  get link(): string {
    return JSON.stringify([this.#connection.link.value, ...this.#tries.slice(-6)])
  }

  async #tried<T>(what: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now()
    const at = this.#tries.push(`${what}: under way`) - 1
    const note = (result: string) => {
      this.#tries[at] = `${what} ${Math.round(performance.now() - began)} ms: ${result}`
    }
    try {
      const done = await work()
      note('ok')
      return done
    } catch (error) {
      note(String(error))
      throw error
    }
  }

  send(command: Command) {
    return this.#connection.sendCommand(command)
  }

  /** Sends commands one after the other until {@link rest}. */
  act(next: (n: number) => Command, pauseMs = 15): void {
    this.#acting = true
    this.#done = (async () => {
      for (let n = 0; this.#acting; n++) {
        const outcome = await this.send(next(n))
        if (outcome.kind === 'rejected') this.refused.push(outcome.rejection.code)
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    })()
  }

  async rest(): Promise<void> {
    this.#acting = false
    await this.#done
  }

  async leave(): Promise<void> {
    await this.rest()
    this.#connection.stop()
  }

  async #takeSeat(request: SeatRequest): Promise<SeatAnswer> {
    const response = await fetch(`${this.#url}/api/sessions/${this.#code}/seats`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(8_000),
    })
    const text = await response.text()
    if (response.ok) return JSON.parse(text)
    const error = text.startsWith('{') ? JSON.parse(text).error : { code: 'unexpected', message: text }
    throw new ApiError(error.code, error.message, response.status)
  }

  async #openLine(reservation: unknown, events: LineEvents): Promise<Line> {
    const room = await new Client(this.#url, { headers: { origin: this.#url } }).consumeSeatReservation(reservation as SeatReservation)
    room.reconnection.enabled = false
    room.onStateChange((state: unknown) => events.onState(state))
    room.onMessage('own', () => undefined)
    room.onLeave((code: number) => events.onClose(code))
    room.onError(() => undefined)
    if (room.state) events.onState(room.state)
    await room.request('watch', {})
    this.openedAt = performance.now()
    const close = () => {
      room.removeAllListeners()
      void room.leave(false)
    }
    return { close, request: (type, message, timeout) => this.#request(() => room.request(type, message, { timeout }), type, message) }
  }

  async #request<K extends keyof Requests>(ask: () => Promise<unknown>, type: K, message: Requests[K]): Promise<unknown> {
    try {
      const answer = await ask()
      if (type === 'command') {
        const { sequence } = answer as { sequence: number }
        this.acknowledged.push({ seatId: this.seatId, commandId: (message as CommandMessage).id, sequence, at: performance.now() })
      }
      return answer
    } catch (error) {
      if (error instanceof Error && error.name === 'rejected') throw new Refused((error as Error & { reason?: unknown }).reason)
      throw error
    }
  }

  #show(state: { readonly sequence: number; readonly shared: unknown }): void {
    if (this.shown.at(-1) !== state.sequence) this.shown.push(state.sequence)
    this.shared = toPlain(state.shared) as SharedView
  }
}
