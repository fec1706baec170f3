import { Client, type Room, type SeatReservation } from '@colyseus/sdk'
import type { OwnMessage } from '../../server/wire/protocol.ts'
import { type Line, type LineEvents, Refused, type Requests } from './line.ts'

/**
 * Opens the room for a reservation. The SDK's own reconnection stays off: after a restart of the server it would go on with a decoder
 * whose object numbers mean something else by then. Every way back begins with a fresh room (see Connection).
 */
export async function colyseusLine(reservation: unknown, events: LineEvents): Promise<Line> {
  const client = new Client(location.origin)
  const room: Room = await client.consumeSeatReservation(reservation as SeatReservation)
  room.reconnection.enabled = false
  room.onStateChange((state: unknown) => events.onState(state))
  room.onMessage('own', (message: OwnMessage) => events.onOwn(message))
  room.onLeave((code: number) => events.onClose(code))
  // An error of one message is answered to its request; here only transport errors arrive, and onLeave follows them.
  room.onError(() => undefined)
  if (room.state) events.onState(room.state)
  const close = () => {
    room.removeAllListeners()
    void room.leave(false)
  }
  try {
    // Only now is anybody listening: the server sends what this device alone may see when it is asked to.
    await room.request('watch', {})
  } catch (error) {
    close()
    throw error
  }
  return { request: (type, message, timeoutMs) => request(room, type, message, timeoutMs), close }
}

async function request<K extends keyof Requests>(room: Room, type: K, message: Requests[K], timeoutMs: number): Promise<unknown> {
  try {
    return await room.request(type, message, { timeout: timeoutMs })
  } catch (error) {
    if (error instanceof Error && error.name === 'rejected') throw new Refused((error as Error & { reason?: unknown }).reason)
    throw error
  }
}
