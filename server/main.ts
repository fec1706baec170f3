import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ConfigError, readConfig } from './config.ts'
import { leadLines, welcome } from './console.ts'
import { createLog } from './log.ts'
import { openBrowser } from './openBrowser.ts'
import { loadScenarios } from './scenarios/loadScenarios.ts'
import { type RunningServer, startServer } from './startServer.ts'
import { StoreInUse, StoreUnusable } from './store/Store.ts'

/** `npm start`, once the client is built: wiring only. */
try {
  const config = readConfig(process.env)
  const scenarios = loadScenarios(fileURLToPath(new URL('../scenarios', import.meta.url)), join(config.dataDir, 'scenarios'))
  for (const { folder, problems } of scenarios.broken) console.error(`Szenario ${folder} ist nicht spielbar: ${problems[0]?.path}: ${problems[0]?.message}`)
  const server = await startServer({ config, log: createLog(config.logLevel, config.dataDir), scenarios })
  console.log(welcome(server, config.dataDir))
  if (process.env.OPEN_BROWSER === '1' && server.ticket !== undefined) openBrowser(`${server.url}/leitung#${server.ticket}`)
  stopOnSignal(server)
  if (process.stdin.isTTY && server.ticket !== undefined) offerNewLinks(server)
} catch (error) {
  console.error(sentenceOf(error))
  process.exit(1)
}

/** Ends in order; a second signal does not wait. */
function stopOnSignal(server: RunningServer): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      server.stop().then(
        () => process.exit(0),
        (error) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}

function offerNewLinks({ newTicket, addresses }: RunningServer): void {
  process.stdin.on('data', async () => console.log(['', ...leadLines(addresses.origins, await newTicket())].join('\n')))
}

function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StoreInUse || error instanceof StoreUnusable) return error.message
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (code === 'EADDRINUSE') return 'Der Anschluss ist schon belegt. Läuft Ämterrunde bereits? Mit PORT=… lässt sich ein anderer wählen.'
  if (code === 'EACCES') return 'Auf diesen Anschluss oder Ordner darf das Programm nicht zugreifen. Mit PORT=… und DATA_DIR=… lassen sich andere wählen.'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
