import { statfs } from 'node:fs/promises'
import { Router } from 'express'
import { diagnosis } from './diagnosis.ts'
import { asHouse } from './requests.ts'
import type { Services } from './Services.ts'
import { version } from './version.ts'

const LEAST_FREE_BYTES = 200 * 1024 * 1024
const READY_FOR_MS = 10_000
const SECURITY_TXT_MS = 180 * 86_400_000

/** Alive, ready, which version, and figures. None of it says anything about people. */
export function healthRoutes(services: Services): Router {
  const { store, clock, config, metrics, registry } = services
  const router = Router()
  let ready = { at: Number.NEGATIVE_INFINITY, storeWritable: false, diskFree: false }

  router.get('/healthz', (_request, response) => {
    response.json({ ok: true })
  })

  // A real write, but at most every ten seconds, whoever asks how often.
  router.get('/readyz', async (_request, response) => {
    if (clock.now() - ready.at > READY_FOR_MS) {
      const written = await store.setMeta('ready', String(clock.now()))
      ready = { at: clock.now(), storeWritable: written.ok, diskFree: (await freeBytes(config.dataDir)) >= LEAST_FREE_BYTES }
    }
    const { storeWritable, diskFree } = ready
    const serving = services.isServing()
    response.status(storeWritable && diskFree && serving ? 200 : 503).json({ storeWritable, diskFree, serving })
  })

  // RFC 9116; it has to be renewed before it expires, and so it always is.
  router.get('/.well-known/security.txt', (_request, response) => {
    const { origin } = services.addresses
    const expires = new Date(clock.now() + SECURITY_TXT_MS).toISOString()
    const lines = [`Contact: ${config.securityContact ?? `${origin}/hilfe`}`, `Expires: ${expires}`, 'Preferred-Languages: de, en']
    response.type('text/plain').send(`${lines.join('\n')}\n`)
  })

  router.get('/version', (_request, response) => {
    response.json(version)
  })

  router.get('/metrics', async (request, response) => {
    const local = isLoopback(request.socket.remoteAddress) && request.headers['x-forwarded-for'] === undefined
    if (!local) await asHouse(services, request)
    const sessions = registry.list()
    const gauges = {
      sessions: sessions.length,
      clients: sessions.flatMap((session) => Object.keys(session.state.attendance.seats).filter((seatId) => session.isConnected(seatId))).length,
      log_entries: sessions.reduce((sum, session) => sum + session.history.sequence, 0),
      disk_free_bytes: await freeBytes(config.dataDir),
    }
    response.type('text/plain; version=0.0.4').send(metrics.text(gauges))
  })

  // What somebody who helps needs to know: nothing of sessions, people or secrets is in it.
  router.get('/api/diagnosis', async (request, response) => {
    await asHouse(services, request)
    const zip = await diagnosis(services, { ready: { ...ready, at: undefined }, freeBytes: await freeBytes(config.dataDir) })
    response.attachment('Diagnosepaket.zip').type('application/zip').send(zip)
  })

  return router
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || (address?.replace('::ffff:', '').startsWith('127.') ?? false)
}
