import type { Pool } from 'pg'
import type { Role } from '../../rules/decision.ts'
import { AppendLanes } from './AppendLanes.ts'
import { openPostgres } from './postgresDatabase.ts'
import { troubleOf } from './postgresErrors.ts'
import { type Company, SchemaLock } from './SchemaLock.ts'
import type { Organisation, SharedRecord, SharedStore, Summary, TakenOver } from './SharedStore.ts'
import type { AdminToken, Batch, Claimed, FoundSeatToken, LogLine, NewSession, SeatToken, SessionRecord, Trouble, Written } from './Store.ts'

const WRITTEN = { ok: true } as const
const CLOSED = { ok: false, trouble: 'storeUnavailable' } as const

const RECORD = `code, title, created_at AS "createdAt", epoch, last_sequence AS "lastSequence", last_hash AS "lastHash", alive_at AS "aliveAt"`
const SHARED_RECORD = `${RECORD}, owner, organisation, summary`
const ADMIN_TOKEN = 'hash, kind, code, organisation, expires_at AS "expiresAt"'
const ORGANISATION = 'id, name, key_hash AS "keyHash", most_sessions AS "mostSessions", most_seats AS "mostSeats"'

/** The store of several processes: one PostgreSQL schema, in which the epoch of a session decides who may write it. */
export class PostgresStore implements SharedStore {
  readonly #pool: Pool
  readonly #owner: string
  readonly #lock: SchemaLock
  readonly #lanes: AppendLanes
  #touched = new Map<string, number>()
  #touching: Promise<Written> | undefined
  #closed = false

  private constructor(pool: Pool, owner: string, lock: SchemaLock) {
    this.#lock = lock
    this.#pool = pool
    this.#owner = owner
    this.#lanes = new AppendLanes(pool)
  }

  /**
   * @param url DATABASE_URL
   * @param owner this process, unlike every other that works on the same data
   * @param company `alone`: no other process may be there; `among others`: only such as do not want to be alone
   * @throws StoreInUse, StoreUnusable
   */
  static async open(url: string, owner: string, company: Company = 'among others'): Promise<PostgresStore> {
    const pool = await openPostgres(url)
    try {
      return new PostgresStore(pool, owner, await SchemaLock.take(url, company))
    } catch (error) {
      await pool.end()
      throw error
    }
  }

  list(): Promise<readonly SessionRecord[]> {
    return this.#all<SessionRecord>('list', `SELECT ${RECORD} FROM session ORDER BY created_at, code`)
  }

  listOf(organisation: string | null): Promise<readonly SharedRecord[]> {
    const sql = `SELECT ${SHARED_RECORD} FROM session WHERE organisation IS NOT DISTINCT FROM $1 ORDER BY created_at, code`
    return this.#all<SharedRecord>('listOf', sql, organisation)
  }

  async find(code: string): Promise<SharedRecord | undefined> {
    return (await this.#all<SharedRecord>('find', `SELECT ${SHARED_RECORD} FROM session WHERE code = $1`, code))[0]
  }

  readLog(code: string): Promise<readonly LogLine[]> {
    const sql = 'SELECT sequence, actor, command_id AS "commandId", version, body, hash FROM log WHERE code = $1 ORDER BY sequence'
    return this.#all<LogLine>('readLog', sql, code)
  }

  async create({ code, title, createdAt, lines, organisation }: NewSession): Promise<Written<'codeTaken'>> {
    const last = lines.at(-1)
    const sql = `
      WITH made AS (
        INSERT INTO session (code, title, created_at, epoch, last_sequence, last_hash, owner, organisation)
        VALUES ($1, $2, $3, 1, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING code
      ), lines AS (
        INSERT INTO log (code, sequence, actor, command_id, version, body, hash)
        SELECT made.code, l.* FROM made, unnest($8::int[], $9::text[], $10::text[], $11::int[], $12::text[], $13::text[])
          AS l(sequence, actor, command_id, version, body, hash)
      )
      SELECT code FROM made`
    const values = [code, title, createdAt, last?.sequence ?? 0, last?.hash ?? '', this.#owner, organisation ?? null, ...columnsOf(lines)]
    const made = await this.#write('create', sql, values)
    if ('trouble' in made) return made
    return made.rows.length > 0 ? WRITTEN : { ok: false, trouble: 'codeTaken' }
  }

  async claim(code: string): Promise<Claimed> {
    const sql = 'UPDATE session SET epoch = epoch + 1, owner = $2 WHERE code = $1 RETURNING epoch'
    const claimed = await this.#write<{ epoch: number }>('claim', sql, [code, this.#owner])
    if ('trouble' in claimed) return claimed
    const [row] = claimed.rows
    return row ? { ok: true, epoch: row.epoch } : { ok: false, trouble: 'unknownSession' }
  }

  async takeOver(code: string, epoch: number): Promise<TakenOver> {
    const sql = `UPDATE session SET epoch = epoch + 1, owner = $3 WHERE code = $1 AND epoch = $2 RETURNING ${SHARED_RECORD}`
    const claimed = await this.#write<SharedRecord>('takeOver', sql, [code, epoch, this.#owner])
    if ('trouble' in claimed) return claimed
    const [record] = claimed.rows
    return record ? { ok: true, record } : { ok: false, trouble: 'fenced' }
  }

  release(code: string, epoch: number): Promise<Written> {
    return this.#run('release', 'UPDATE session SET owner = NULL WHERE code = $1 AND epoch = $2', code, epoch)
  }

  async lost(held: readonly { readonly code: string; readonly epoch: number }[]): Promise<readonly string[]> {
    if (held.length === 0) return []
    const sql = `SELECT h.code FROM unnest($1::text[], $2::int[]) AS h(code, epoch)
      WHERE NOT EXISTS (SELECT 1 FROM session s WHERE s.code = h.code AND s.epoch = h.epoch)`
    const rows = await this.#all<{ code: string }>(
      'lost',
      sql,
      held.map((each) => each.code),
      held.map((each) => each.epoch),
    )
    return rows.map((row) => row.code)
  }

  append(batch: Batch): Promise<Written<'fenced'>> {
    return this.#closed ? Promise.resolve(CLOSED) : this.#lanes.add(batch)
  }

  /** The replaced lines stand in no query any more; their bytes are overwritten when PostgreSQL cleans up its table. */
  async rewrite(code: string, lines: readonly LogLine[]): Promise<Claimed> {
    if (this.#closed) return CLOSED
    const last = lines.at(-1)
    const client = await this.#pool.connect().catch((error) => error as Error)
    if (client instanceof Error) return orThrow(client)
    try {
      await client.query('BEGIN')
      const update = 'UPDATE session SET epoch = epoch + 1, owner = $2, last_sequence = $3, last_hash = $4 WHERE code = $1 RETURNING epoch'
      const { rows } = await client.query<{ epoch: number }>(update, [code, this.#owner, last?.sequence ?? 0, last?.hash ?? ''])
      await client.query('DELETE FROM log WHERE code = $1', [code])
      if (rows.length > 0) await client.query(INSERT_LINES, [code, ...columnsOf(lines)])
      await client.query('COMMIT')
      client.release()
      return rows[0] ? { ok: true, epoch: rows[0].epoch } : { ok: false, trouble: 'unknownSession' }
    } catch (error) {
      // Closing the connection takes back what was begun on it.
      client.release(true)
      return orThrow(error)
    }
  }

  delete(code: string): Promise<Written> {
    return this.#run('delete', 'DELETE FROM session WHERE code = $1', code)
  }

  /** Those of one turn of the event loop become one statement. Only who holds a session may say that its clock runs. */
  touch(code: string, at: number): Promise<Written> {
    if (this.#closed) return Promise.resolve(CLOSED)
    this.#touched.set(code, at)
    this.#touching ??= new Promise((resolve) => setImmediate(resolve)).then(() => {
      const touched = this.#touched
      this.#touched = new Map()
      this.#touching = undefined
      const sql = `UPDATE session s SET alive_at = t.at FROM unnest($1::text[], $2::bigint[]) AS t(code, at) WHERE s.code = t.code AND s.owner = $3`
      return this.#run('touch', sql, [...touched.keys()], [...touched.values()], this.#owner)
    })
    return this.#touching
  }

  summarise(summaries: readonly Summary[]): Promise<Written> {
    const sql = `UPDATE session s SET summary = n.summary FROM unnest($1::text[], $2::int[], $3::text[]) AS n(code, epoch, summary)
      WHERE s.code = n.code AND s.epoch = n.epoch`
    const columns = (['code', 'epoch', 'summary'] as const).map((name) => summaries.map((each) => each[name]))
    return this.#run('summarise', sql, ...columns)
  }

  unusedSince(before: number): Promise<readonly SharedRecord[]> {
    return this.#all<SharedRecord>('unusedSince', `SELECT ${SHARED_RECORD} FROM session WHERE last_at < $1`, before)
  }

  async copiesOf(code: string): Promise<readonly string[]> {
    const sql = `SELECT code FROM session WHERE summary::jsonb ->> 'originCode' = $1`
    return (await this.#all<{ code: string }>('copiesOf', sql, code)).map((row) => row.code)
  }

  async takeTurn(job: string, everyMs: number): Promise<boolean> {
    const sql = `INSERT INTO turn (job, taken_at) VALUES ($1, clock_timestamp())
      ON CONFLICT (job) DO UPDATE SET taken_at = excluded.taken_at WHERE turn.taken_at <= excluded.taken_at - $2 * interval '1 millisecond' RETURNING job`
    const taken = await this.#write('takeTurn', sql, [job, everyMs])
    return 'rows' in taken && taken.rows.length > 0
  }

  beat(serving: boolean): Promise<Written> {
    const sql = `INSERT INTO process (id, serving, beat_at) VALUES ($1, $2, clock_timestamp())
      ON CONFLICT (id) DO UPDATE SET serving = excluded.serving, beat_at = excluded.beat_at`
    return this.#run('beat', sql, this.#owner, serving)
  }

  async leave(): Promise<void> {
    await this.#run('leave', `DELETE FROM process WHERE id = $1 OR beat_at < clock_timestamp() - interval '1 day'`, this.#owner)
  }

  async isAlive(process: string, withinMs: number): Promise<boolean> {
    const sql = `SELECT id FROM process WHERE id = $1 AND beat_at > clock_timestamp() - $2 * interval '1 millisecond'`
    return (await this.#all('isAlive', sql, process, withinMs)).length > 0
  }

  async peers(withinMs: number): Promise<readonly string[]> {
    const sql = `SELECT id FROM process WHERE id <> $1 AND serving AND beat_at > clock_timestamp() - $2 * interval '1 millisecond' ORDER BY id`
    return (await this.#all<{ id: string }>('peers', sql, this.#owner, withinMs)).map((row) => row.id)
  }

  async saveOrganisation({ id, name, keyHash, mostSessions, mostSeats }: Organisation): Promise<Written> {
    const sql = `INSERT INTO organisation (id, name, key_hash, most_sessions, most_seats) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, key_hash = excluded.key_hash, most_sessions = excluded.most_sessions, most_seats = excluded.most_seats`
    return this.#run('saveOrganisation', sql, id, name, keyHash, mostSessions, mostSeats)
  }

  listOrganisations(): Promise<readonly Organisation[]> {
    return this.#all<Organisation>('listOrganisations', `SELECT ${ORGANISATION} FROM organisation ORDER BY id`)
  }

  async findOrganisation(id: string): Promise<Organisation | undefined> {
    return (await this.#all<Organisation>('findOrganisation', `SELECT ${ORGANISATION} FROM organisation WHERE id = $1`, id))[0]
  }

  async findOrganisationByKey(keyHash: string): Promise<Organisation | undefined> {
    return (await this.#all<Organisation>('findOrganisationByKey', `SELECT ${ORGANISATION} FROM organisation WHERE key_hash = $1`, keyHash))[0]
  }

  async findSeatToken(hash: string): Promise<FoundSeatToken | undefined> {
    const sql = 'SELECT code, seat_id AS "seatId", role, hash, replaced_hash AS replaced FROM seat_token WHERE hash = $1 OR replaced_hash = $1'
    const [found] = await this.#all<{ code: string; seatId: string; role: string; hash: string; replaced: string | null }>('findSeatToken', sql, hash)
    if (!found) return undefined
    const { replaced, ...token } = found
    return { ...token, role: token.role as Role, unconfirmed: replaced !== null }
  }

  rotateSeatToken({ code, seatId, role, hash }: SeatToken, replacedHash: string): Promise<Written> {
    const sql = 'UPDATE seat_token SET role = $1, hash = $2, replaced_hash = $3 WHERE code = $4 AND seat_id = $5'
    return this.#run('rotateSeatToken', sql, role, hash, replacedHash, code, seatId)
  }

  confirmSeatToken(hash: string): Promise<Written> {
    return this.#run('confirmSeatToken', 'UPDATE seat_token SET replaced_hash = NULL WHERE hash = $1', hash)
  }

  saveAdminToken({ hash, kind, code, organisation, expiresAt }: AdminToken): Promise<Written> {
    const sql = 'INSERT INTO admin_token (hash, kind, code, organisation, expires_at) VALUES ($1, $2, $3, $4, $5)'
    return this.#run('saveAdminToken', sql, hash, kind, code, organisation ?? null, expiresAt)
  }

  async findAdminToken(hash: string, now: number): Promise<AdminToken | undefined> {
    const [found] = await this.#all<AdminTokenRow>('findAdminToken', `SELECT ${ADMIN_TOKEN} FROM admin_token WHERE hash = $1 AND expires_at > $2`, hash, now)
    return found && asAdminToken(found)
  }

  async consumeAdminToken(hash: string, now: number): Promise<{ readonly ok: true; readonly token: AdminToken | undefined } | Trouble> {
    const sql = `DELETE FROM admin_token WHERE hash = $1 AND expires_at > $2 RETURNING ${ADMIN_TOKEN}`
    const consumed = await this.#write<AdminTokenRow>('consumeAdminToken', sql, [hash, now])
    if ('trouble' in consumed) return consumed
    const [found] = consumed.rows
    return { ok: true, token: found && asAdminToken(found) }
  }

  deleteExpiredAdminTokens(now: number): Promise<Written> {
    return this.#run('deleteExpiredAdminTokens', 'DELETE FROM admin_token WHERE expires_at <= $1', now)
  }

  async getMeta(key: string): Promise<string | undefined> {
    return (await this.#all<{ value: string }>('getMeta', 'SELECT value FROM meta WHERE key = $1', key))[0]?.value
  }

  setMeta(key: string, value: string): Promise<Written> {
    return this.#run('setMeta', 'INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, value)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#lanes.settled()
    await this.#lock.end()
    await this.#pool.end()
  }

  /** The columns of `sql` are named as the fields of T. */
  async #all<T extends object>(name: string, sql: string, ...values: readonly unknown[]): Promise<readonly T[]> {
    return (await this.#pool.query<T>({ name, text: sql, values: [...values] })).rows
  }

  async #run(name: string, sql: string, ...values: readonly unknown[]): Promise<Written> {
    const done = await this.#write(name, sql, values)
    return 'trouble' in done ? done : WRITTEN
  }

  async #write<T extends object>(name: string, sql: string, values: readonly unknown[]): Promise<{ readonly rows: readonly T[] } | Trouble> {
    if (this.#closed) return CLOSED
    try {
      return { rows: (await this.#pool.query<T>({ name, text: sql, values: [...values] })).rows }
    } catch (error) {
      return orThrow(error)
    }
  }
}

const INSERT_LINES = `
  INSERT INTO log (code, sequence, actor, command_id, version, body, hash)
  SELECT $1, l.* FROM unnest($2::int[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[]) AS l(sequence, actor, command_id, version, body, hash)`

function columnsOf(lines: readonly LogLine[]): unknown[][] {
  return (['sequence', 'actor', 'commandId', 'version', 'body', 'hash'] as const).map((name) => lines.map((line) => line[name]))
}

/** What the error means for who wanted to write. @throws our own mistakes */
function orThrow(error: unknown): Trouble {
  const trouble = troubleOf(error)
  if (trouble) return trouble
  throw error
}

type AdminTokenRow = Omit<AdminToken, 'organisation'> & { readonly organisation: string | null }

function asAdminToken({ organisation, ...token }: AdminTokenRow): AdminToken {
  return organisation === null ? token : { ...token, organisation }
}
