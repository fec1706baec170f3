import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from './log.ts'
import type { SessionRuntime } from './sessions/SessionRuntime.ts'
import { sessionFileOf } from './sessions/sessionFile.ts'
import type { Store } from './store/Store.ts'

/** Copies sessions into a second folder, such as a stick, at each change of phase: what `npm run session -- restore` reads. */
export class Backups {
  readonly #store: Store
  readonly #folder: string
  readonly #log: Logger
  #last: Promise<void> = Promise.resolve()
  #problem: string | null = null

  constructor(store: Store, folder: string, log: Logger) {
    this.#store = store
    this.#folder = folder
    this.#log = log
  }

  /** Why the last copy could not be made, as a German sentence; null: all is well. */
  get problem(): string | null {
    return this.#problem
  }

  /** Follows a session until it is let go. */
  follow(runtime: SessionRuntime): void {
    runtime.subscribe(({ history, previous }) => {
      if (history.state.phaseId !== previous.state.phaseId || history.state.closedAt !== previous.state.closedAt) this.copy(runtime.code)
    })
  }

  /** One copy after the other; play does not wait for them, and goes on if they fail. */
  copy(code: string): void {
    this.#last = this.#last
      .then(() => this.#write(code))
      .then(
        () => {
          this.#problem = null
        },
        (error) => {
          this.#problem = `Die Sicherung nach ${this.#folder} gelingt nicht. Steckt der Datenträger, und ist Platz darauf?`
          this.#log.error({ err: error, code }, 'a copy of a session could not be written')
        },
      )
  }

  /** A deleted session leaves no copy behind. */
  async forget(code: string): Promise<void> {
    await this.#last
    await rm(this.#fileOf(code), { force: true })
  }

  /** Resolves when nothing is being copied. */
  settled(): Promise<void> {
    return this.#last
  }

  #fileOf(code: string): string {
    return join(this.#folder, `${code}.ndjson`)
  }

  /** Complete or not at all: written beside, brought to the disk, then put in place of the one before. */
  async #write(code: string): Promise<void> {
    const text = await sessionFileOf(this.#store, code)
    if (text === undefined) return
    await mkdir(this.#folder, { recursive: true })
    const file = this.#fileOf(code)
    const handle = await open(`${file}.neu`, 'w', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(`${file}.neu`, file)
  }
}
