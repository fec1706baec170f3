import type { Client, Room } from '@colyseus/sdk'
import { type Arrivals, READING } from './Contestant.ts'

/** First byte of a message that brings a change of the shared state, under its flags. */
const PATCH = 15
const FLAGS_FROM = 32

interface Opened {
  readonly room: Room
  readonly bytes: () => number
}

/** The client of Colyseus on the same kind of socket as the reference: the SDK takes `ws` where there is no global WebSocket. */
export async function sdk(): Promise<typeof Client> {
  Reflect.deleteProperty(globalThis, 'WebSocket')
  return (await import('@colyseus/sdk')).Client
}

/** Waits until the room's state is there, and counts what arrives. */
export async function opened(room: Room): Promise<Opened> {
  let bytes = 0
  room.reconnection.enabled = false
  const socket = (room.connection.transport as unknown as { ws: EventTarget }).ws
  socket.addEventListener('message', (event) => {
    bytes += (event as MessageEvent<ArrayBuffer>).data.byteLength
  })
  await new Promise<void>((resolve) => room.onStateChange.once(() => resolve()))
  return { room, bytes: () => bytes }
}

/** From now on every change of the state counts once for each room: the first ones take it in, the others when its bytes are there. */
export function countArrivals(rooms: readonly Room[], arrivals: Arrivals): void {
  for (const room of rooms.slice(0, READING)) {
    let shown = (room.state as { sequence: number }).sequence
    room.onStateChange((state) => {
      const { sequence } = state as { sequence: number }
      if (sequence === shown) return
      shown = sequence
      arrivals.arrived()
    })
  }
  for (const room of rooms.slice(READING)) {
    const { ws } = room.connection.transport as unknown as { ws: { onmessage: (event: MessageEvent<ArrayBuffer>) => void } }
    const takeIn = ws.onmessage.bind(ws)
    ws.onmessage = (event) => {
      if ((new Uint8Array(event.data)[0] ?? 0) % FLAGS_FROM === PATCH) arrivals.arrived()
      else takeIn(event)
    }
  }
}
