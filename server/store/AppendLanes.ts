import type { Pool } from 'pg'
import { isUnanswered, troubleOf } from './postgresErrors.ts'
import type { Batch, Written } from './Store.ts'

/** Statements under way at once; what arrives meanwhile goes together into the next. */
const LANES = 3
/** So long a batch is tried again while the database does not answer, before its senders are told. */
const TRY_FOR_MS = 3_000
const AGAIN_AFTER_MS = 150

interface Job {
  readonly batch: Batch
  readonly since: number
  readonly resolve: (written: Written<'fenced'>) => void
  readonly reject: (error: unknown) => void
}

/**
 * Group commit: everything that is asked for while the lanes are busy becomes one statement, and waits for the disk once.
 * Batches of one session go one after the other. A statement whose answer was lost is repeated; a batch that turns out
 * to be stored already is not stored twice.
 */
export class AppendLanes {
  readonly #pool: Pool
  readonly #busy = new Set<string>()
  /** sessions of which batches may or may not have been stored, with the hashes they ended in */
  readonly #doubts = new Map<string, Set<string>>()
  #waiting: Job[] = []
  #lanes = 0
  #scheduled = false
  #down = false

  constructor(pool: Pool) {
    this.#pool = pool
  }

  add(batch: Batch): Promise<Written<'fenced'>> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, since: performance.now(), resolve, reject })
      this.#schedule()
    })
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.#lanes > 0 || this.#waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      while (this.#lanes < LANES) {
        const jobs = this.#take()
        if (jobs.length === 0) return
        void this.#run(jobs)
      }
    })
  }

  /** The oldest waiting batch of every session of which none is under way. */
  #take(): readonly Job[] {
    const taken: Job[] = []
    this.#waiting = this.#waiting.filter((job) => {
      if (this.#busy.has(job.batch.code)) return true
      this.#busy.add(job.batch.code)
      taken.push(job)
      return false
    })
    return taken
  }

  async #run(jobs: readonly Job[]): Promise<void> {
    this.#lanes += 1
    await this.#write(jobs)
    for (const job of jobs) this.#busy.delete(job.batch.code)
    this.#lanes -= 1
    this.#schedule()
  }

  async #write(jobs: readonly Job[]): Promise<void> {
    try {
      const { rows } = await this.#pool.query<{ code: string }>(appendStatement(jobs.map((job) => job.batch)))
      this.#down = false
      const stored = new Set(rows.map((row) => row.code))
      for (const job of jobs) {
        if (stored.has(job.batch.code)) this.#stored(job)
        else await this.#explain(job)
      }
    } catch (error) {
      if (isUnanswered(error)) await this.#again(jobs, error)
      else if (jobs.length > 1 && troubleOf(error)?.trouble !== 'storeUnavailable') for (const job of jobs) await this.#write([job])
      else for (const job of jobs) answer(job, error)
    }
  }

  async #again(jobs: readonly Job[], error: unknown): Promise<void> {
    for (const { batch } of jobs) {
      const last = batch.lines.at(-1)
      if (last) this.#doubts.set(batch.code, (this.#doubts.get(batch.code) ?? new Set()).add(last.hash))
    }
    const now = performance.now()
    const worthWaiting = this.#down ? [] : jobs.filter((job) => now - job.since < TRY_FOR_MS)
    for (const job of jobs) if (!worthWaiting.includes(job)) answer(job, error)
    if (worthWaiting.length < jobs.length) this.#down = true
    if (worthWaiting.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS))
    await this.#write(worthWaiting)
  }

  #stored({ batch, resolve }: Job): void {
    this.#doubts.delete(batch.code)
    resolve({ ok: true })
  }

  /** Nothing was stored: another process has the session, or it was stored before and only its answer was lost. */
  async #explain(job: Job): Promise<void> {
    const { code, epoch, lines } = job.batch
    const { rows } = await this.#pool.query<{ epoch: number; lastSequence: number; lastHash: string }>({
      name: 'state',
      text: 'SELECT epoch, last_sequence AS "lastSequence", last_hash AS "lastHash" FROM session WHERE code = $1',
      values: [code],
    })
    const [held] = rows
    if (!held || held.epoch !== epoch) job.resolve({ ok: false, trouble: 'fenced' })
    else if (!this.#doubts.get(code)?.has(held.lastHash)) job.reject(new Error(`line ${lines[0]?.sequence} cannot follow line ${held.lastSequence}`))
    else if (held.lastHash === lines.at(-1)?.hash) this.#stored(job)
    // An earlier batch was stored although its sender was told otherwise: the log knows more than this process.
    else job.resolve({ ok: false, trouble: 'fenced' })
  }
}

function answer(job: Job, error: unknown): void {
  const trouble = troubleOf(error)
  if (trouble) job.resolve(trouble)
  else job.reject(error)
}

const APPEND = `
WITH batch AS (
  SELECT * FROM unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::text[]) AS b(code, epoch, before, last_sequence, last_hash)
), held AS (
  UPDATE session s SET last_sequence = coalesce(b.last_sequence, s.last_sequence), last_hash = coalesce(b.last_hash, s.last_hash),
    last_at = (extract(epoch FROM clock_timestamp()) * 1000)::bigint
  FROM batch b WHERE s.code = b.code AND s.epoch = b.epoch AND (b.before IS NULL OR s.last_sequence = b.before)
  RETURNING s.code
), lines AS (
  INSERT INTO log (code, sequence, actor, command_id, version, body, hash)
  SELECT l.* FROM unnest($6::text[], $7::int[], $8::text[], $9::text[], $10::int[], $11::text[], $12::text[])
    AS l(code, sequence, actor, command_id, version, body, hash) WHERE l.code IN (SELECT code FROM held)
), tokens AS (
  INSERT INTO seat_token (code, seat_id, role, hash)
  SELECT t.* FROM unnest($13::text[], $14::text[], $15::text[], $16::text[]) AS t(code, seat_id, role, hash) WHERE t.code IN (SELECT code FROM held)
), removed AS (
  DELETE FROM seat_token t USING unnest($17::text[], $18::text[]) AS r(code, seat_id)
  WHERE t.code = r.code AND t.seat_id = r.seat_id AND r.code IN (SELECT code FROM held)
)
SELECT code FROM held`

function appendStatement(batches: readonly Batch[]) {
  const lines = batches.flatMap(({ code, lines }) => lines.map((line) => ({ code, ...line })))
  const tokens = batches.flatMap(({ seatTokens = [] }) => seatTokens)
  const removed = batches.flatMap(({ code, removedSeatIds = [] }) => removedSeatIds.map((seatId) => ({ code, seatId })))
  const first = ({ lines: [line] }: Batch) => (line ? line.sequence - 1 : null)
  return {
    name: 'append',
    text: APPEND,
    values: [
      batches.map((batch) => batch.code),
      batches.map((batch) => batch.epoch),
      batches.map(first),
      batches.map((batch) => batch.lines.at(-1)?.sequence ?? null),
      batches.map((batch) => batch.lines.at(-1)?.hash ?? null),
      ...columns(lines, ['code', 'sequence', 'actor', 'commandId', 'version', 'body', 'hash']),
      ...columns(tokens, ['code', 'seatId', 'role', 'hash']),
      ...columns(removed, ['code', 'seatId']),
    ],
  }
}

function columns<T>(rows: readonly T[], names: readonly (keyof T)[]): unknown[][] {
  return names.map((name) => rows.map((row) => row[name]))
}
