import { readConfig } from '../../server/config.ts'
import { createLog } from '../../server/log.ts'
import { startServer } from '../../server/startServer.ts'
import { SqliteStore } from '../../server/store/SqliteStore.ts'
import { MemoryStore } from '../MemoryStore.ts'
import { scenarios } from './scenario.ts'

/** Our server in a process of its own; says its address, and the CPU time it has used when asked. */
const [dataDir = '', stored = ''] = process.argv.slice(2)
const config = { ...readConfig({}), port: 0, host: '127.0.0.1', logLevel: 'fatal' as const, dataDir }
const openStore = stored === 'stored' ? SqliteStore.open : () => new MemoryStore()
const server = await startServer({ config, log: createLog('fatal'), scenarios, openStore })
process.send?.({ url: server.url, ticket: server.ticket })
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }))
process.on('disconnect', () => void server.stop().then(() => process.exit(0)))
