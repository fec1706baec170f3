import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Redis } from 'ioredis'
import { DATABASE_URL, type TestSchema, testSchema } from './postgresSchema.ts'
import { StandInProxy } from './StandInProxy.ts'

/** Where tests find a Redis; undefined: what needs one is skipped. */
const REDIS_URL = process.env.TEST_REDIS_URL || undefined
export const CLUSTER_POSSIBLE = DATABASE_URL !== undefined && REDIS_URL !== undefined

const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
const CADDYFILE = fileURLToPath(new URL('../../server/deploy/Caddyfile', import.meta.url))
const PIN = '20261124'

export interface ClusterOptions {
  readonly databaseUrl?: (url: string) => string
  readonly redisUrl?: (url: string) => string
}

/** The real program in two processes behind one proxy, on a schema and a key prefix of its own. */
export class Cluster {
  readonly url: string
  readonly schema: TestSchema
  readonly redisUrl: string
  readonly processes: readonly ClusterProcess[]
  readonly #port: number
  readonly #prefix: string
  #endProxy: () => Promise<void> = async () => undefined

  private constructor(port: number, ports: readonly number[], { databaseUrl = (url) => url, redisUrl = (url) => url }: ClusterOptions) {
    this.#port = port
    this.url = `http://localhost:${port}`
    this.schema = testSchema()
    this.#prefix = `${this.schema.name}:`
    const redis = new URL(redisUrl(REDIS_URL ?? ''))
    redis.searchParams.set('prefix', this.#prefix)
    this.redisUrl = redis.href
    this.processes = ports.map(
      (own, index) =>
        new ClusterProcess(own, {
          DATABASE_URL: databaseUrl(this.schema.url),
          REDIS_URL: this.redisUrl,
          PUBLIC_URL: this.url,
          PUBLIC_ADDRESS: `localhost:${port}/p${index + 1}`,
        }),
    )
  }

  static async start(options: ClusterOptions = {}): Promise<Cluster> {
    const [port = 0, ...ports] = await Promise.all([freePort(), freePort(), freePort()])
    const cluster = new Cluster(port, ports, options)
    await Promise.all(cluster.processes.map((process) => process.start()))
    await cluster.#startProxy(ports)
    return cluster
  }

  process(index: number): ClusterProcess {
    const process = this.processes[index]
    if (!process) throw new Error(`no process ${index}`)
    return process
  }

  /** The process that holds this session, by what the log says. */
  async holder(code: string): Promise<ClusterProcess> {
    const [row] = await this.schema.query('SELECT owner FROM session WHERE code = $1', [code])
    const holder = this.processes.find((process) => process.id !== undefined && process.id === row?.owner)
    if (!holder) throw new Error(`${code} is held by ${row?.owner}`)
    return holder
  }

  async ask(
    method: string,
    path: string,
    { body, token }: { body?: unknown; token?: string } = {},
    at: string = this.url,
  ): Promise<{ status: number; body: never }> {
    const headers = {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      connection: 'close',
    }
    const response = await fetch(`${at}${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    const text = await response.text()
    return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : text) as never }
  }

  async leadToken(): Promise<string> {
    const { body } = await this.ask('POST', '/api/lead', { body: { pin: PIN } })
    return (body as { token: string }).token
  }

  async openSession(token: string, scenario = 'probe'): Promise<{ code: string; facilitatorToken: string }> {
    const { status, body } = await this.ask('POST', '/api/sessions', { token, body: { scenario } })
    if (status !== 201) throw new Error(`no session: ${status} ${JSON.stringify(body)}`)
    return body
  }

  /** Waits until the condition holds; the error says what did not happen. */
  async until(what: string | (() => string), condition: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
    const end = Date.now() + withinMs
    while (!(await condition())) {
      if (Date.now() > end) throw new Error(`did not happen: ${typeof what === 'string' ? what : what()}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  async remove(): Promise<void> {
    await Promise.all(this.processes.map((process) => process.remove()))
    await this.#endProxy()
    await this.schema.remove()
    const redis = new Redis(REDIS_URL ?? '')
    const keys = await redis.keys(`${this.#prefix}*`)
    if (keys.length > 0) await redis.del(...keys)
    await redis.quit()
  }

  async #startProxy(ports: readonly number[]): Promise<void> {
    const caddy = process.env.CADDY
    if (caddy === undefined) {
      const proxy = await StandInProxy.start(this.#port, ports)
      this.#endProxy = () => proxy.stop()
      return
    }
    const [one, two] = ports
    const env = { ...process.env, SITE: this.url, PUBLIC_HOST: `localhost:${this.#port}`, PROCESS_1: `127.0.0.1:${one}`, PROCESS_2: `127.0.0.1:${two}` }
    const child = spawn(caddy, ['run', '--config', CADDYFILE, '--adapter', 'caddyfile'], { env, stdio: 'ignore' })
    this.#endProxy = async () => {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    }
    await this.until('the proxy answers', () =>
      fetch(`${this.url}/healthz`).then(
        (response) => response.ok,
        () => false,
      ),
    )
  }
}

export class ClusterProcess {
  /** as the log knows it; another one after each start */
  id: string | undefined
  readonly url: string
  readonly #env: Readonly<Record<string, string>>
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'aemterrunde-cluster-'))
  #child: ChildProcess | undefined

  constructor(port: number, env: Readonly<Record<string, string>>) {
    this.url = `http://127.0.0.1:${port}`
    this.#env = {
      ...env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: this.#dataDir,
      FACILITATOR_PIN: PIN,
      LOG_LEVEL: process.env.CLUSTER_LOG ?? 'error',
      NODE_COMPILE_CACHE: join(tmpdir(), 'aemterrunde-compiled'),
    }
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [MAIN], { env: { ...process.env, ...this.#env }, stdio: ['ignore', 'pipe', 'inherit'] })
    this.#child = child
    let said = ''
    for await (const part of child.stdout) {
      said += String(part)
      if (!said.includes('Beenden mit')) continue
      this.id = /Prozess ([\w-]+)/.exec(said)?.[1]
      child.stdout.resume()
      return
    }
    throw new Error(`the process did not start: ${said}`)
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(signal)
  }

  /** Ends it; SIGTERM in order, SIGKILL as a power cut would. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#child
    if (!child || !this.isRunning) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  async remove(): Promise<void> {
    this.signal('SIGCONT')
    await this.end('SIGKILL')
    rmSync(this.#dataDir, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
