import { Client, type Room, type SeatReservation } from '@colyseus/sdk'
import { ApiError } from '../../client/connection/api.ts'
import { Connection, type Outcome } from '../../client/connection/Connection.ts'
import { type Line, type LineEvents, Refused, type SeatAnswer, type SeatRequest } from '../../client/connection/line.ts'
import type { Command } from '../../rules/commands.ts'
import { canonical } from '../helpers/canonical.ts'
import { toPlain } from '../helpers/toPlain.ts'

/** A command as its sender lived it; times on one steady clock, ms. */
export interface Asked {
  readonly seatId: string
  readonly command: Command
  readonly askedAt: number
  readonly answeredAt: number
  readonly outcome: Outcome
}

/** What a screen showed: the place in the log, and the shared view as text. */
export interface Seen {
  readonly sequence: number
  readonly view: string
}

/** A shared view as text; null and missing are the same on the wire. */
export function asShown(view: unknown): string {
  return canonical(JSON.parse(JSON.stringify(view, (_key, value: unknown) => (value === null ? undefined : value))))
}

/** A device with the product's own connection, that keeps whatever happens to it. */
export class Recorder {
  readonly asked: Asked[] = []
  readonly seen: Seen[] = []
  readonly connection: Connection
  seatId = ''

  /** @param origin where the session is reached; faults lie in between */
  constructor(origin: string, code: string, seat: SeatRequest) {
    this.connection = new Connection(seat, {
      takeSeat: (request) => takeSeat(origin, code, request),
      openLine: (reservation, events) => openLine(origin, reservation, events),
      onSeat: (answer) => {
        this.seatId = answer.seat.id
      },
      onState: (state) => this.#see(state as { sequence: number; shared: unknown }),
      onOwn: () => undefined,
      onServerTime: () => undefined,
    })
  }

  get isOpen(): boolean {
    return this.connection.link.value.kind === 'open'
  }

  get turnedAway(): string | undefined {
    const link = this.connection.link.value
    return link.kind === 'ended' ? link.ending.why : undefined
  }

  async ask(command: Command): Promise<Outcome> {
    const askedAt = performance.now()
    const outcome = await this.connection.sendCommand(command)
    this.asked.push({ seatId: this.seatId, command, askedAt, answeredAt: performance.now(), outcome })
    return outcome
  }

  #see({ sequence, shared }: { sequence: number; shared: unknown }): void {
    // Before the first patch there is a room, but nothing is known of it.
    if (shared === undefined || this.seen.at(-1)?.sequence === sequence) return
    this.seen.push({ sequence, view: asShown(toPlain(shared)) })
  }
}

async function takeSeat(origin: string, code: string, request: SeatRequest): Promise<SeatAnswer> {
  const response = await fetch(`${origin}/api/sessions/${code}/seats`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(8000),
  }).catch(() => undefined)
  if (!response) throw new ApiError('unreachable', 'nicht erreicht', 0)
  const answer = (await response.json().catch(() => undefined)) as (SeatAnswer & { error?: { code: string; message: string } }) | undefined
  if (response.ok && answer) return answer
  throw new ApiError(answer?.error?.code ?? 'unreachable', answer?.error?.message ?? '', answer?.error ? response.status : 0)
}

/** As client/connection/colyseusLine.ts does it, for a machine that is no browser. */
async function openLine(origin: string, reservation: unknown, events: LineEvents): Promise<Line> {
  const client = new Client(origin, { headers: { origin } })
  const room: Room = await client.consumeSeatReservation(reservation as SeatReservation)
  room.reconnection.enabled = false
  room.onStateChange((state: unknown) => events.onState(state))
  room.onMessage('own', () => undefined)
  room.onLeave((code: number) => events.onClose(code))
  room.onError(() => undefined)
  if (room.state) events.onState(room.state)
  const close = () => {
    room.removeAllListeners()
    room.leave(false).catch(() => undefined)
  }
  await room.request('watch', {}).catch((error: unknown) => {
    close()
    throw error
  })
  return {
    close,
    request: async (type, message, timeout) => {
      try {
        return await room.request(type, message, { timeout })
      } catch (error) {
        throw error instanceof Error && error.name === 'rejected' ? new Refused((error as Error & { reason?: unknown }).reason) : error
      }
    },
  }
}
