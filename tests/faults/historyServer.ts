/**
 * The whole server in a process to be killed, with the small scenario of the tests: `historyServer.ts FOLDER PUBLIC_URL [BUG]`.
 * Prints `listening PORT TICKET`. A bug can be planted, to see that the checker finds it:
 * `ackFirst` answers and shows before anything is stored, `noDedup` takes every command for a new one.
 */
import { writeSync } from 'node:fs'
import { readConfig } from '../../server/config.ts'
import { createLog } from '../../server/log.ts'
import { SessionRuntime } from '../../server/sessions/SessionRuntime.ts'
import { startServer } from '../../server/startServer.ts'
import { SqliteStore } from '../../server/store/SqliteStore.ts'
import type { Store } from '../../server/store/Store.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const [dataDir = '', publicUrl = '', bug = ''] = process.argv.slice(2)
/** what an `ackFirst` store writes later than it says */
const LATE_MS = 150

function late(store: Store): Store {
  let writing: Promise<unknown> = Promise.resolve()
  return new Proxy(store, {
    get: (_store, name) => {
      if (name !== 'append') return (...args: unknown[]) => Reflect.apply(store[name as keyof Store], store, args)
      return async (batch: Parameters<Store['append']>[0]) => {
        writing = writing.then(() => new Promise((resolve) => setTimeout(resolve, LATE_MS))).then(() => store.append(batch))
        return { ok: true }
      }
    },
  })
}

if (bug === 'noDedup') {
  const submit = SessionRuntime.prototype.submit
  let times = 0
  SessionRuntime.prototype.submit = function (submission) {
    return submit.call(this, { ...submission, commandId: `${submission.commandId.slice(0, 40)}-${times++}` })
  }
}

const { id, title, note, version, municipality } = smallScenario
const server = await startServer({
  config: { ...readConfig({}), port: 0, host: '127.0.0.1', logLevel: 'fatal', dataDir, publicUrl },
  log: createLog('fatal'),
  scenarios: {
    list: () => [{ id, title, note, version, municipality, variants: [] }],
    get: (wanted) => (wanted === id ? ({ file: smallScenario, map: smallScenario.map } as never) : undefined),
    resolve: () => smallScenario,
    add: () => ({ problems: [] }),
    broken: [],
  },
  openStore: (folder) => (bug === 'ackFirst' ? late(SqliteStore.open(folder)) : SqliteStore.open(folder)),
})
writeSync(1, `listening ${new URL(server.url).port} ${server.ticket ?? ''}\n`)
