import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { TestClient } from '../helpers/TestClient.ts'

interface Started {
  readonly child: ChildProcess
  readonly exited: Promise<number | null>
  /** resolves with the match as soon as it has been printed */
  printed(pattern: RegExp): Promise<RegExpExecArray>
}

/** The server as `npm start` runs it, in a process of its own. */
function startProcess(environment: Readonly<Record<string, string>>): Started {
  const env = { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'fatal', ...environment }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve))
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part) => {
      text += part
      child.emit('text')
    })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return {
    child,
    exited,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(text)
          if (match) resolve(match)
        }
        child.on('text', look)
        look()
        exited.then(() => reject(new Error(`ended without ${pattern}: ${text}`)))
      }),
  }
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aemterrunde-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const LINK = /http:\/\/localhost:(\d+)\/leitung#([\w-]{43})/

/** Three starts of Node on a busy machine. */
const LONG_MS = 60_000

test(
  'a started server says where to lead, tells a second one that it runs, and sends its devices away in order',
  async () => {
    const DATA_DIR = temporaryFolder()
    const first = startProcess({ DATA_DIR, PORT: '0' })
    const [, port, ticket] = await first.printed(LINK)
    await first.printed(/Die Daten liegen in .*aemterrunde-/)
    const url = `http://localhost:${port}`

    const second = startProcess({ DATA_DIR, PORT: '0' })
    await second.printed(/läuft bereits/)
    expect(await second.exited).toBe(1)
    const third = startProcess({ DATA_DIR: temporaryFolder(), PORT: String(port) })
    await third.printed(/Anschluss ist schon belegt/)
    expect(await third.exited).toBe(1)

    const post = async (path: string, body: object, token?: string) => {
      const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
      return (await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()
    }
    const { token } = await post('/api/lead', { ticket })
    const { code } = await post('/api/sessions', { scenario: 'probe' }, token)
    const wall = await TestClient.join(url, code, { role: 'wall' })
    first.child.kill('SIGTERM')
    await wall.waitFor((c) => c.closeCode === 4001, 'sent away with 4001')
    expect(await first.exited).toBe(0)
  },
  LONG_MS,
)

test(
  'a wrong setting is named in German, all at once, before anything starts',
  async () => {
    const server = startProcess({ DATA_DIR: temporaryFolder(), PORT: '99999', FACILITATOR_PIN: '123', RETENTION_DAYS: 'immer' })
    await server.printed(/PORT liegt zwischen/)
    await server.printed(/FACILITATOR_PIN braucht mindestens 8 Ziffern/)
    await server.printed(/RETENTION_DAYS muss eine Zahl sein/)
    expect(await server.exited).toBe(1)
  },
  LONG_MS,
)
