import { readConfig } from '../../server/config.ts'
import { createLog } from '../../server/log.ts'
import { startServer } from '../../server/startServer.ts'
import { scenarios } from '../tap/scenario.ts'

/** Our server on PostgreSQL in a process of its own; says what it uses when asked. */
const [dataDir = '', databaseUrl = '', idleMs = ''] = process.argv.slice(2)
const config = { ...readConfig({}), port: 0, host: '127.0.0.1', logLevel: 'fatal' as const, dataDir, databaseUrl }
const server = await startServer({ config, log: createLog('fatal'), scenarios, idleMs: Number(idleMs) })
process.send?.({ url: server.url, ticket: server.ticket })
process.on('message', () => {
  globalThis.gc?.()
  process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss(), heap: process.memoryUsage().heapUsed })
})
process.on('disconnect', () => void server.stop().then(() => process.exit(0)))
