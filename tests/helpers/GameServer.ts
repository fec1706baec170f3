import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

/** The real program in a process of its own, so that it can be killed like one; its data outlive it. */
export class GameServer {
  readonly url: string
  readonly #port: number
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'aemterrunde-play-'))
  #process: ChildProcess | undefined
  #ticket = ''

  private constructor(port: number) {
    this.#port = port
    this.url = `http://localhost:${port}`
  }

  static async start(): Promise<GameServer> {
    const server = new GameServer(await freePort())
    await server.start()
    return server
  }

  /** Address of the lead page with the one-time link of this start. */
  get leadLink(): string {
    return `${this.url}/leitung#${this.#ticket}`
  }

  async start(): Promise<void> {
    const env = { ...process.env, PORT: String(this.#port), HOST: '127.0.0.1', DATA_DIR: this.#dataDir, LOG_LEVEL: 'error' }
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    this.#process = child
    let said = ''
    for await (const part of child.stdout) {
      said += String(part)
      const ticket = /\/leitung#([\w-]+)/.exec(said)?.[1]
      if (ticket && said.includes('Beenden mit')) {
        this.#ticket = ticket
        child.stdout.resume()
        return
      }
    }
    throw new Error(`the server did not start: ${said}`)
  }

  /** As a power cut would: no time to say anything. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async remove(): Promise<void> {
    await this.#end('SIGTERM')
    rmSync(this.#dataDir, { recursive: true, force: true })
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process
    this.#process = undefined
    if (!child || child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
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
