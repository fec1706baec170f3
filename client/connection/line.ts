import type { Command } from '../../rules/commands.ts'
import type { Role } from '../../rules/decision.ts'
import type { CloseCodes, CommandMessage, OwnMessage, PROTOCOL_VERSION } from '../../server/wire/protocol.ts'

/** The values are the server's; the types make a difference a compile error. */
export const PROTOCOL: typeof PROTOCOL_VERSION = 1
export const CLOSE: typeof CloseCodes = { serverStops: 4001, seatOpenedElsewhere: 4100, seatRemoved: 4101, sessionDeleted: 4102 }

export interface SeatRequest {
  readonly role: Role
  readonly teamId?: string
  readonly label?: string
  readonly token?: string
}

export interface SeatAnswer {
  readonly seat: { readonly id: string; readonly role: Role; readonly teamId?: string }
  readonly token: string
  /** for Colyseus; opaque to us */
  readonly reservation: unknown
  /** server time, ms */
  readonly now: number
}

export interface Requests {
  readonly command: CommandMessage
  readonly preview: { readonly command: Command }
  readonly ping: Record<string, never>
}

/** One living connection to the room. */
export interface Line {
  /** @throws {Refused} the server said no · {Error} no answer: line broken, time over, or a fault of the server */
  request<K extends keyof Requests>(type: K, message: Requests[K], timeoutMs: number): Promise<unknown>
  close(): void
}

export interface LineEvents {
  /** the room's state changed; plain data, see toPlain */
  readonly onState: (state: unknown) => void
  /** what only this device may see, or a change of it */
  readonly onOwn: (message: OwnMessage) => void
  readonly onClose: (code: number) => void
}

export type OpenLine = (reservation: unknown, events: LineEvents) => Promise<Line>

/** The server's deliberate no, with what it said. */
export class Refused extends Error {
  readonly reason: unknown

  constructor(reason: unknown) {
    super('refused')
    this.name = 'Refused'
    this.reason = reason
  }
}
