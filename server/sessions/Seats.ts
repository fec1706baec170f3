import type { Rejection, Role } from '../../rules/decision.ts'
import { entry } from '../../rules/ids.ts'
import type { LogEntry } from '../../rules/logEntry.ts'
import type { Seat } from '../../rules/session.ts'
import type { SeatToken, Store } from '../store/Store.ts'
import type { SessionRegistry } from './SessionRegistry.ts'
import type { SessionRuntime } from './SessionRuntime.ts'
import { newToken, tokenHash } from './token.ts'

export interface SeatRequest {
  /** join code as people type it */
  readonly code: string
  readonly role: Role
  readonly teamId?: string
  readonly label?: string
  /** of the seat to come back to */
  readonly token?: string
  /** has the sender shown that he may lead this session? Without it nobody sits down as facilitator. */
  readonly mayLead?: boolean
}

export type SeatTaken =
  | { readonly ok: true; readonly runtime: SessionRuntime; readonly seat: Seat; readonly token: string; readonly returned: boolean }
  | { readonly ok: false; readonly problem: 'unknownSession' }
  | { readonly ok: false; readonly problem: 'rejected'; readonly rejection: Rejection }

/** The door of all sessions: the one way in, and the one way back [S3]. */
export class Seats {
  readonly #registry: SessionRegistry
  readonly #store: Store
  readonly #newId: () => string

  constructor(registry: SessionRegistry, store: Store, newId: () => string) {
    this.#registry = registry
    this.#store = store
    this.#newId = newId
  }

  /**
   * Takes a fresh seat, or comes back to the seat of `token`; either way with a new token, the only one that will be good from its first use on.
   * A token that stands for no seat of this session is `unknownSeat`: the device may then ask again without it.
   */
  async take(request: SeatRequest): Promise<SeatTaken> {
    const runtime = this.#registry.get(request.code)
    if (!runtime) return { ok: false, problem: 'unknownSession' }
    return request.token === undefined ? this.#takeFresh(runtime, request) : this.#comeBack(runtime, request.token)
  }

  /** The seat that a token stands for; using a new token ends the one it replaced. */
  async seatOf(token: string): Promise<{ readonly runtime: SessionRuntime; readonly seat: Seat } | undefined> {
    const hash = tokenHash(token)
    const found = await this.#store.findSeatToken(hash)
    const runtime = found && this.#registry.get(found.code)
    const seat = runtime && entry(runtime.state.attendance.seats, found.seatId)
    if (!seat) return undefined
    if (found.unconfirmed && found.hash === hash) await this.#store.confirmSeatToken(hash)
    return { runtime, seat }
  }

  async #takeFresh(runtime: SessionRuntime, request: SeatRequest): Promise<SeatTaken> {
    const { role, teamId, label } = request
    if (role === 'facilitator' && !request.mayLead) return rejected('notAllowed')
    const token = newToken()
    let seatId = ''
    const seatToken = (line: LogEntry): SeatToken | undefined => {
      const taken = line.events.find((event) => event.type === 'seatTaken')
      if (!taken) return undefined
      seatId = taken.seatId
      return { code: runtime.code, seatId, role, hash: tokenHash(token) }
    }
    const command = { type: 'takeSeat', role, ...(teamId !== undefined && { teamId }), ...(label !== undefined && { label }) } as const
    const answer = await runtime.submit({ actor: { role: 'door' }, commandId: this.#newId(), command, seatToken })
    if ('rejection' in answer) return { ok: false, problem: 'rejected', rejection: answer.rejection }
    const seat = entry(runtime.state.attendance.seats, seatId)
    return seat ? { ok: true, runtime, seat, token, returned: false } : rejected('unknownSeat')
  }

  async #comeBack(runtime: SessionRuntime, presented: string): Promise<SeatTaken> {
    const known = await this.seatOf(presented)
    if (!known || known.runtime !== runtime) return rejected('unknownSeat')
    const token = newToken()
    const { seat } = known
    const fresh = { code: runtime.code, seatId: seat.id, role: seat.role, hash: tokenHash(token) }
    const written = await this.#store.rotateSeatToken(fresh, tokenHash(presented))
    // A full disk keeps nobody out: the token presented stays the good one.
    return { ok: true, runtime, seat, token: written.ok ? token : presented, returned: true }
  }
}

function rejected(code: 'notAllowed' | 'unknownSeat'): SeatTaken {
  return { ok: false, problem: 'rejected', rejection: { code, details: {} } }
}
