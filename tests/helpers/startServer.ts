import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { type Config, readConfig } from '../../server/config.ts'
import { createLog } from '../../server/log.ts'
import { loadScenarios, type ScenarioLibrary } from '../../server/scenarios/loadScenarios.ts'
import { type RunningServer, startServer } from '../../server/startServer.ts'
import { smallScenario } from './smallScenario.ts'
import { TestClient } from './TestClient.ts'

export interface TestServer extends RunningServer {
  readonly dataDir: string
  /** a token of the lead page */
  readonly leadToken: string
  /** Sends JSON; the answer with its body read. */
  ask(method: string, path: string, options?: Ask): Promise<{ readonly status: number; readonly body: Body; readonly headers: Headers; readonly text: string }>
  openSession(title?: string): Promise<{ readonly code: string; readonly facilitatorToken: string }>
  join(code: string, seat: { role: string; teamId?: string; token?: string; label?: string }): Promise<TestClient>
}

interface Ask {
  readonly body?: unknown
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
}
// biome-ignore lint/suspicious/noExplicitAny: bodies of answers are what the tests are about
type Body = any

const { id, title, note, version, municipality, variantId, variantTitle, minutes } = smallScenario
const variants = [{ id: variantId, title: variantTitle, minutes, teams: smallScenario.teams.length, measures: smallScenario.measures.length }]
const SHIPPED = fileURLToPath(new URL('../../scenarios', import.meta.url))

/** The scenarios that come with the program, the small one of the tests, and what this server takes in. */
function scenariosFor(dataDir: string): ScenarioLibrary {
  const library = loadScenarios(SHIPPED, join(dataDir, 'scenarios'))
  return {
    ...library,
    list: () => [...library.list(), { id, title, note, version, municipality, variants }],
    get: (scenarioId) => (scenarioId === id ? ({ file: smallScenario, map: smallScenario.map } as never) : library.get(scenarioId)),
    resolve: (scenarioId, variant) => (scenarioId === id ? smallScenario : library.resolve(scenarioId, variant)),
  }
}

/** A real server on a free port with data of its own (or those of an earlier one), stopped after the test at the latest. */
export async function startTestServer(options: Partial<Config> = {}, { idleMs }: { readonly idleMs?: number | undefined } = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'aemterrunde-'))
  const config: Config = { ...readConfig({}), port: 0, host: '127.0.0.1', logLevel: 'fatal', ...options, dataDir }
  const server = await startServer({ config, log: createLog(config.logLevel), scenarios: scenariosFor(dataDir), ...(idleMs !== undefined && { idleMs }) })
  onTestFinished(async () => {
    await server.stop()
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
  })

  const ask: TestServer['ask'] = async (method, path, { body, token, headers } = {}) => {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      redirect: 'manual',
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    return { status: response.status, body: isJson ? JSON.parse(text) : undefined, headers: response.headers, text }
  }
  const leadToken = server.ticket === undefined ? '' : ((await ask('POST', '/api/lead', { body: { ticket: server.ticket } })).body.token as string)
  return {
    ...server,
    dataDir,
    leadToken,
    ask,
    async openSession(title) {
      const { status, body } = await ask('POST', '/api/sessions', { token: leadToken, body: { scenario: smallScenario.id, ...(title && { title }) } })
      if (status !== 201) throw new Error(`no session: ${JSON.stringify(body)}`)
      return body
    },
    join: (code, seat) => TestClient.join(server.url, code, seat),
  }
}
