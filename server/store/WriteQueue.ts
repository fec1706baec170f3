import type { DatabaseSync } from 'node:sqlite'
import type { Trouble } from './Store.ts'
import { SQLITE, sqliteCode } from './sqliteFile.ts'

interface Job {
  /** writes, or returns a refusal without having written */
  readonly write: () => unknown
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

/** After one of these nobody knows what is on the disk: nothing more is written until the file is opened anew. */
const FATAL: readonly (number | undefined)[] = [SQLITE.IOERR, SQLITE.CORRUPT, SQLITE.READONLY, SQLITE.CANTOPEN, SQLITE.NOTADB]

/**
 * Group commit: everything that is asked for within one turn of the event loop becomes one transaction, and waits for the disk once.
 * If the group fails, each write is tried alone, so that a large one that no longer fits does not take small ones with it.
 */
export class WriteQueue {
  readonly #db: DatabaseSync
  #jobs: Job[] = []
  #closed = false

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** @returns what `write` returns once it is durable, or why nothing was written; rejects only on our own mistakes */
  add<T>(write: () => T): Promise<T | Trouble> {
    if (this.#closed) return Promise.resolve({ ok: false, trouble: 'storeUnavailable' })
    if (this.#jobs.length === 0) setImmediate(() => this.flush())
    return new Promise<T | Trouble>((resolve, reject) => {
      this.#jobs.push({ write, resolve: resolve as Job['resolve'], reject })
    })
  }

  /** Writes what waits, now. */
  flush(): void {
    const jobs = this.#jobs
    this.#jobs = []
    if (jobs.length > 0) this.#commit(jobs)
  }

  /** Writes what waits, and takes nothing more. */
  close(): void {
    this.flush()
    this.#closed = true
  }

  #commit(jobs: readonly Job[]): void {
    if (this.#closed) {
      answerAll(jobs, 'storeUnavailable')
      return
    }
    try {
      this.#db.exec('BEGIN IMMEDIATE')
      const results = jobs.map((job) => job.write())
      this.#db.exec('COMMIT')
      jobs.forEach((job, i) => {
        job.resolve(results[i])
      })
    } catch (error) {
      this.#rollBack()
      this.#fail(jobs, error)
    }
  }

  #fail(jobs: readonly Job[], error: unknown): void {
    const code = sqliteCode(error)
    if (FATAL.includes(code)) {
      this.#closed = true
      answerAll(jobs, 'storeUnavailable')
    } else if (jobs.length > 1) {
      for (const job of jobs) this.#commit([job])
    } else if (code === SQLITE.FULL) {
      answerAll(jobs, 'storageFull')
    } else {
      for (const job of jobs) job.reject(error)
    }
  }

  /** Some errors have ended the transaction already; a rollback that fails leaves a file that must be opened anew. */
  #rollBack(): void {
    try {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
    } catch {
      this.#closed = true
    }
  }
}

function answerAll(jobs: readonly Job[], trouble: Trouble['trouble']): void {
  for (const job of jobs) job.resolve({ ok: false, trouble })
}
