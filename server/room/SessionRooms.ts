import { randomBytes } from 'node:crypto'
import { CloseCode, type IRoomCache, matchMaker } from '@colyseus/core'
import type { SessionRuntime } from '../sessions/SessionRuntime.ts'
import { CloseCodes, ROOM_NAME } from '../wire/protocol.ts'
import { type RoomSurroundings, roomIdOf, SessionRoom } from './SessionRoom.ts'

export type SeatReservation = Awaited<ReturnType<typeof matchMaker.reserveSeatFor>>

/** The rooms of this process. There is no other way into one than `reserve`. */
export class SessionRooms {
  readonly #opening = new Map<string, Promise<IRoomCache>>()

  /** @param around what rooms need */
  constructor(around: RoomSurroundings) {
    matchMaker.defineRoomType(ROOM_NAME, SessionRoom, { around } as never)
  }

  /** A reservation with which the holder of this seat may connect, within seconds and once. */
  async reserve(runtime: SessionRuntime, seatId: string): Promise<SeatReservation> {
    const room = await this.#roomOf(runtime)
    return matchMaker.reserveSeatFor(room, {}, { sessionId: randomBytes(16).toString('base64url'), seatId })
  }

  /** Closes the room of a session that was deleted. */
  close(runtime: SessionRuntime): Promise<void> {
    return this.#end(runtime, CloseCodes.sessionDeleted)
  }

  /** Closes the room of a session that is somebody else's by now: its devices find their way there by themselves. */
  move(runtime: SessionRuntime): Promise<void> {
    return this.#end(runtime, CloseCode.MAY_TRY_RECONNECT)
  }

  async #end(runtime: SessionRuntime, code: number): Promise<void> {
    const id = roomIdOf(runtime)
    this.#opening.delete(id)
    await matchMaker.getLocalRoomById(id)?.disconnect(code)
  }

  /** Opened when first needed; asked twice at once it is still opened once. */
  #roomOf(runtime: SessionRuntime): Promise<IRoomCache> {
    const id = roomIdOf(runtime)
    const known = this.#opening.get(id)
    if (known) return known
    const opening = matchMaker.createRoom(ROOM_NAME, { code: runtime.code })
    this.#opening.set(id, opening)
    opening.catch(() => this.#opening.delete(id))
    return opening
  }
}
