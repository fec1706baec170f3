import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { Arrivals, answer, type Contestant, child, cpuOf, READING, SCREENS } from './Contestant.ts'
import { tap } from './stage.ts'

/** News begin with `{"sequence"`, the answer to a tap with `{"id"`. */
const SECOND = 2
const NEWS = 's'.charCodeAt(0)

/** The bare WebSocket with its screens. */
export async function openReference(stored: string): Promise<Contestant> {
  const folder = mkdtempSync(join(tmpdir(), 'aemterrunde-bench-'))
  const server = child('reference.ts', folder, stored)
  const { url } = await answer<{ url: string }>(server)
  const arrivals = new Arrivals()
  let bytes = 0
  const views: Record<string, unknown>[] = []
  const sockets = await Promise.all(
    Array.from({ length: SCREENS }, async (_, index) => {
      const socket = new WebSocket(url)
      views[index] = {}
      socket.on('message', (data: Buffer) => {
        bytes += data.length
        if (data[SECOND] !== NEWS) return
        const delta = index < READING ? JSON.parse(String(data)) : {}
        Object.assign(views[index] as object, delta)
        arrivals.arrived()
      })
      await new Promise((resolve) => socket.once('open', resolve))
      return socket
    }),
  )
  return {
    tap: async (n) => {
      const { teamId, command } = tap(n)
      const all = arrivals.expect(SCREENS)
      const began = performance.now()
      sockets[n % SCREENS]?.send(JSON.stringify({ id: `tap-${n}`, teamId, command }))
      await all
      return performance.now() - began
    },
    bytes: () => bytes,
    cpuMs: () => cpuOf(server),
    stop: () => {
      for (const socket of sockets) socket.terminate()
      server.disconnect()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
