import { mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { Server as ColyseusServer, LocalDriver, LocalPresence, matchMaker } from '@colyseus/core'
import { WebSocketTransport } from '@colyseus/ws-transport'
import { Backups } from './Backups.ts'
import type { Shared } from './cluster/openShared.ts'
import type { Config } from './config.ts'
import { ExportWorkshop } from './exports/ExportWorkshop.ts'
import { Addresses } from './http/addresses.ts'
import { createApp } from './http/app.ts'
import { FailureLimiter } from './http/FailureLimiter.ts'
import { mayUpgrade } from './http/guards.ts'
import { Leads } from './http/Leads.ts'
import { Metrics } from './http/Metrics.ts'
import type { Services } from './http/Services.ts'
import type { Logger } from './log.ts'
import { keepNoLonger } from './retention.ts'
import { SessionRooms } from './room/SessionRooms.ts'
import type { ScenarioLibrary } from './scenarios/loadScenarios.ts'
import { steadyClock } from './sessions/Clock.ts'
import { newHostedCode, newId, newJoinCode } from './sessions/joinCode.ts'
import { Seats } from './sessions/Seats.ts'
import { type DamagedSession, SessionRegistry } from './sessions/SessionRegistry.ts'
import type { Surroundings } from './sessions/SessionRuntime.ts'
import { BestPlans } from './solver/BestPlans.ts'
import { Solver } from './solver/Solver.ts'
import { SqliteStore } from './store/SqliteStore.ts'
import type { Store } from './store/Store.ts'
import { MAX_MESSAGE_BYTES } from './wire/protocol.ts'

const ANYWHERE = ['0.0.0.0', '::']
/** Far beyond what a process carries (docs/hosting.md): it is there so that a flood ends somewhere. */
const MOST_CONNECTIONS = 20_000
/** A break with coffee is shorter. */
const IDLE_MS = 30 * 60_000

export interface StartOptions {
  readonly config: Config
  readonly log: Logger
  readonly scenarios: ScenarioLibrary
  /** the built client; dist/ unless told otherwise */
  readonly clientFolder?: string
  /** where sessions are kept; the embedded store in the data folder unless told otherwise */
  readonly openStore?: (dataDir: string) => Store
  /** on PostgreSQL: a session unused for so long is put away until somebody comes back to it */
  readonly idleMs?: number
}

export interface RunningServer {
  readonly url: string
  readonly addresses: Addresses
  /** the sessions it runs */
  readonly registry: SessionRegistry
  /** secret of the one-time link to the lead page; undefined where a PIN opens it */
  readonly ticket: string | undefined
  /** this process among others that work on the same log; undefined: it has the embedded store */
  readonly process: string | undefined
  /** sessions that could not be restored */
  readonly damaged: readonly DamagedSession[]
  /** a fresh secret for the one-time link */
  newTicket(): Promise<string | undefined>
  /** Takes no more, stores what is under way, sends clients away so that they come back by themselves, lets go of the data. */
  stop(): Promise<void>
}

/**
 * Starts everything in this process, of which there can be one: the store is opened and every session restored before the port is.
 * On PostgreSQL sessions are brought back when somebody comes to them, by whichever process is asked.
 * @throws StoreInUse, StoreUnusable, ConfigError, and what `listen` throws
 */
export async function startServer({
  config,
  log,
  scenarios,
  clientFolder,
  openStore = SqliteStore.open,
  idleMs = IDLE_MS,
}: StartOptions): Promise<RunningServer> {
  mkdirSync(config.dataDir, { recursive: true })
  // Loaded only where it is asked for: the embedded default needs neither PostgreSQL nor Redis.
  const cluster = config.databaseUrl === undefined ? undefined : await import('./cluster/openShared.ts')
  const shared = await cluster?.openShared(config, log)
  const store = shared?.store ?? openStore(config.dataDir)
  const clock = steadyClock()
  const onMistake = (error: unknown) => log.error({ err: error }, 'mistake in a session')
  const solver = new Solver()
  const backups = config.backupDir === undefined ? undefined : new Backups(store, config.backupDir, log)
  const around: Surroundings = {
    store,
    clock,
    newId,
    onMistake,
    bestPlans: new BestPlans(solver),
    onGone: (runtime) => void sharing?.sessions.give(runtime),
    onHeld: (runtime) => backups?.follow(runtime),
    onDeleted: async (code) => {
      await backups?.forget(code)
      await sharing?.sessions.deleteCopiesOf(code)
    },
  }
  const registry = new SessionRegistry(around, config.publicUrl === undefined ? newJoinCode : newHostedCode)
  const { damaged } = shared ? { damaged: [] } : await registry.restoreAll()

  let serving = true
  const http = httpServer()
  const addresses = new Addresses(config, () => portOf(http))
  const metrics = new Metrics()
  const colyseus = await openRooms(webSockets(http, addresses), { log, network: shared?.network, publicAddress: config.publicAddress })
  const rooms = new SessionRooms({ runtimeOf: (code) => registry.get(code), optimumOf: (code) => registry.optimumOf(code), log, metrics })
  const sharing =
    shared &&
    cluster?.share(shared, {
      registry,
      rooms,
      log,
      idleMs,
      isServing: () => serving,
      address: () => ({ host: ANYWHERE.includes(config.host) ? '127.0.0.1' : config.host, port: portOf(http) }),
      publicHost: new URL(addresses.origin).host,
    })
  const exportWorkshop = new ExportWorkshop()
  const services: Services = {
    config,
    log,
    clock,
    store,
    registry,
    seats: new Seats(registry, store, newId),
    rooms,
    scenarios,
    addresses,
    leads: new Leads(store, clock, config.facilitatorPin, shared && ((keyHash) => shared.store.findOrganisationByKey(keyHash))),
    limiter: await FailureLimiter.open(store, () => clock.now()),
    metrics,
    shared: sharing?.services,
    renderExport: (order) => exportWorkshop.render(order),
    isServing: () => serving,
  }
  http.on('request', createApp(services, clientFolder ?? fileURLToPath(new URL('../dist', import.meta.url))))
  const endRetention = keepNoLonger(services)
  const newTicket = () => (services.leads.hasPin ? Promise.resolve(undefined) : services.leads.newTicket())

  const stop = async () => {
    if (!serving) return
    serving = false
    endRetention()
    await sharing?.handOver()
    await colyseus.gracefullyShutdown(false)
    http.closeAllConnections()
    await registry.close()
    await backups?.settled()
    await solver.close()
    await sharing?.stop()
    await (shared ?? store).close()
    metrics.stop()
  }

  try {
    await listen(http, config)
    await sharing?.sessions.start()
    return { url: `http://localhost:${portOf(http)}`, addresses, registry, ticket: await newTicket(), process: shared?.own, damaged, newTicket, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * Colyseus' rooms without its matchmaking: it is never told to listen, so that its routes do not exist
 * and the only way in is a reservation of our door.
 */
async function openRooms(
  transport: WebSocketTransport,
  { log, network, publicAddress }: { readonly log: Logger; readonly network: Shared['network']; readonly publicAddress: string | undefined },
): Promise<ColyseusServer> {
  const quiet = (...parts: unknown[]) => log.debug(parts.map(String).join(' '))
  const logger = { debug: quiet, info: quiet, trace: quiet, warn: quiet, error: quiet }
  const server = new ColyseusServer({
    transport,
    logger,
    presence: network?.presence ?? new LocalPresence(),
    driver: network?.driver ?? new LocalDriver(),
    ...(publicAddress !== undefined && { publicAddress }),
    // A room is where its session is, however busy the others are.
    selectProcessIdToCreateRoom: async () => matchMaker.processId,
    greet: false,
    gracefullyShutdown: false,
  })
  await matchMaker.onReady
  await matchMaker.accept()
  return server
}

function httpServer(): Server {
  const server = createServer({ maxHeaderSize: 8192, connectionsCheckingInterval: 1000, headersTimeout: 5000, requestTimeout: 15_000, keepAliveTimeout: 5000 })
  server.maxConnections = MOST_CONNECTIONS
  return server
}

function webSockets(server: Server, addresses: Addresses): WebSocketTransport {
  return new WebSocketTransport({
    server,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    pingInterval: 1500,
    pingMaxRetries: 2,
    beforeUpgrade: (_request, { headers }) => {
      const allowed = mayUpgrade(addresses, { host: headers.get('host') ?? undefined, origin: headers.get('origin') ?? undefined })
      return allowed ? undefined : new Response('', { status: 403 })
    },
  })
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0
}
