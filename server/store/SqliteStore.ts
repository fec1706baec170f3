import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { Role } from '../../rules/decision.ts'
import type { AdminToken, Batch, Claimed, FoundSeatToken, LogLine, NewSession, SeatToken, SessionRecord, Store, Trouble, Written } from './Store.ts'
import { openSqliteFile, SQLITE, sqliteCode } from './sqliteFile.ts'
import { WriteQueue } from './WriteQueue.ts'

const WRITTEN = { ok: true } as const

/** The embedded store: one SQLite file, one process. */
export class SqliteStore implements Store {
  readonly #db: DatabaseSync
  readonly #queue: WriteQueue
  readonly #statements = new Map<string, StatementSync>()

  private constructor(db: DatabaseSync) {
    this.#db = db
    this.#queue = new WriteQueue(db)
  }

  /**
   * Opens the data in this folder for this process alone.
   *
   * @throws StoreInUse, StoreUnusable
   */
  static open(folder: string): SqliteStore {
    return new SqliteStore(openSqliteFile(folder))
  }

  async list(): Promise<readonly SessionRecord[]> {
    return this.#all<SessionRecord>(
      `SELECT code, title, created_at AS createdAt, epoch, last_sequence AS lastSequence, last_hash AS lastHash, alive_at AS aliveAt
       FROM session ORDER BY created_at, code`,
    )
  }

  /** As far as the file can be read: the chain shows whether that is all. */
  async readLog(code: string): Promise<readonly LogLine[]> {
    const lines: LogLine[] = []
    const select = 'SELECT sequence, actor, command_id AS commandId, version, body, hash FROM log WHERE code = ? ORDER BY sequence'
    try {
      for (const line of this.#statement(select).iterate(code)) lines.push(line as unknown as LogLine)
    } catch (error) {
      if (sqliteCode(error) !== SQLITE.CORRUPT && sqliteCode(error) !== SQLITE.IOERR) throw error
    }
    return lines
  }

  create({ code, title, createdAt, lines }: NewSession): Promise<Written<'codeTaken'>> {
    return this.#queue.add((): Written<'codeTaken'> => {
      if (this.#get('SELECT 1 FROM session WHERE code = ?', code)) return { ok: false, trouble: 'codeTaken' }
      const last = lines.at(-1)
      this.#run(
        'INSERT INTO session (code, title, created_at, epoch, last_sequence, last_hash) VALUES (?, ?, ?, 1, ?, ?)',
        code,
        title,
        createdAt,
        last?.sequence ?? 0,
        last?.hash ?? '',
      )
      this.#insertLines(code, lines)
      return WRITTEN
    })
  }

  claim(code: string): Promise<Claimed> {
    return this.#queue.add((): Claimed => {
      const claimed = this.#get<{ epoch: number }>('UPDATE session SET epoch = epoch + 1 WHERE code = ? RETURNING epoch', code)
      return claimed ? { ok: true, epoch: claimed.epoch } : { ok: false, trouble: 'unknownSession' }
    })
  }

  append({ code, epoch, lines, seatTokens = [], removedSeatIds = [] }: Batch): Promise<Written<'fenced'>> {
    return this.#queue.add((): Written<'fenced'> => {
      const held = this.#get<{ lastSequence: number }>('SELECT last_sequence AS lastSequence FROM session WHERE code = ? AND epoch = ?', code, epoch)
      if (!held) return { ok: false, trouble: 'fenced' }
      const [first, last] = [lines[0], lines.at(-1)]
      if (first && last) {
        if (first.sequence !== held.lastSequence + 1) throw new Error(`line ${first.sequence} cannot follow line ${held.lastSequence}`)
        this.#insertLines(code, lines)
        this.#run('UPDATE session SET last_sequence = ?, last_hash = ? WHERE code = ?', last.sequence, last.hash, code)
      }
      for (const token of seatTokens)
        this.#run('INSERT INTO seat_token (code, seat_id, role, hash) VALUES (?, ?, ?, ?)', token.code, token.seatId, token.role, token.hash)
      for (const seatId of removedSeatIds) this.#run('DELETE FROM seat_token WHERE code = ? AND seat_id = ?', code, seatId)
      return WRITTEN
    })
  }

  async rewrite(code: string, lines: readonly LogLine[]): Promise<Claimed> {
    const last = lines.at(-1)
    const rewritten = await this.#queue.add((): Claimed => {
      const update = 'UPDATE session SET epoch = epoch + 1, last_sequence = ?, last_hash = ? WHERE code = ? RETURNING epoch'
      const claimed = this.#get<{ epoch: number }>(update, last?.sequence ?? 0, last?.hash ?? '', code)
      if (!claimed) return { ok: false, trouble: 'unknownSession' }
      this.#run('DELETE FROM log WHERE code = ?', code)
      this.#insertLines(code, lines)
      return { ok: true, epoch: claimed.epoch }
    })
    if (rewritten.ok) this.#emptyWal()
    return rewritten
  }

  async delete(code: string): Promise<Written> {
    const deleted = await this.#queue.add(() => {
      this.#run('DELETE FROM session WHERE code = ?', code)
      return WRITTEN
    })
    if (deleted.ok) this.#emptyWal()
    return deleted
  }

  touch(code: string, at: number): Promise<Written> {
    return this.#queue.add(() => {
      this.#run('UPDATE session SET alive_at = ? WHERE code = ?', at, code)
      return WRITTEN
    })
  }

  async findSeatToken(hash: string): Promise<FoundSeatToken | undefined> {
    const found = this.#get<{ code: string; seatId: string; role: string; hash: string; replaced: string | null }>(
      'SELECT code, seat_id AS seatId, role, hash, replaced_hash AS replaced FROM seat_token WHERE hash = ? OR replaced_hash = ?',
      hash,
      hash,
    )
    if (!found) return undefined
    const { replaced, ...token } = found
    return { ...token, role: token.role as Role, unconfirmed: replaced !== null }
  }

  rotateSeatToken({ code, seatId, role, hash }: SeatToken, replacedHash: string): Promise<Written> {
    return this.#queue.add(() => {
      this.#run('UPDATE seat_token SET role = ?, hash = ?, replaced_hash = ? WHERE code = ? AND seat_id = ?', role, hash, replacedHash, code, seatId)
      return WRITTEN
    })
  }

  confirmSeatToken(hash: string): Promise<Written> {
    return this.#queue.add(() => {
      this.#run('UPDATE seat_token SET replaced_hash = NULL WHERE hash = ?', hash)
      return WRITTEN
    })
  }

  saveAdminToken({ hash, kind, code, expiresAt }: AdminToken): Promise<Written> {
    return this.#queue.add(() => {
      this.#run('INSERT INTO admin_token (hash, kind, code, expires_at) VALUES (?, ?, ?, ?)', hash, kind, code, expiresAt)
      return WRITTEN
    })
  }

  async findAdminToken(hash: string, now: number): Promise<AdminToken | undefined> {
    return this.#get<AdminToken>('SELECT hash, kind, code, expires_at AS expiresAt FROM admin_token WHERE hash = ? AND expires_at > ?', hash, now)
  }

  consumeAdminToken(hash: string, now: number): Promise<{ readonly ok: true; readonly token: AdminToken | undefined } | Trouble> {
    return this.#queue.add(() => {
      const columns = 'hash, kind, code, expires_at AS expiresAt'
      const token = this.#get<AdminToken>(`DELETE FROM admin_token WHERE hash = ? AND expires_at > ? RETURNING ${columns}`, hash, now)
      return { ok: true, token } as const
    })
  }

  deleteExpiredAdminTokens(now: number): Promise<Written> {
    return this.#queue.add(() => {
      this.#run('DELETE FROM admin_token WHERE expires_at <= ?', now)
      return WRITTEN
    })
  }

  async getMeta(key: string): Promise<string | undefined> {
    return this.#get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value
  }

  setMeta(key: string, value: string): Promise<Written> {
    return this.#queue.add(() => {
      this.#run('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, value)
      return WRITTEN
    })
  }

  async close(): Promise<void> {
    this.#queue.close()
    if (this.#db.isOpen) this.#db.close()
  }

  /** Otherwise pages with what was deleted would linger in the WAL until others take their place. */
  #emptyWal(): void {
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  #insertLines(code: string, lines: readonly LogLine[]): void {
    const insert = 'INSERT INTO log (code, sequence, actor, command_id, version, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?)'
    for (const { sequence, actor, commandId, version, body, hash } of lines) this.#run(insert, code, sequence, actor, commandId, version, body, hash)
  }

  #statement(sql: string): StatementSync {
    const prepared = this.#statements.get(sql) ?? this.#db.prepare(sql)
    this.#statements.set(sql, prepared)
    return prepared
  }

  #run(sql: string, ...values: readonly SQLInputValue[]): void {
    this.#statement(sql).run(...values)
  }

  /** The columns of `sql` are named as the fields of T. */
  #get<T>(sql: string, ...values: readonly SQLInputValue[]): T | undefined {
    return this.#statement(sql).get(...values) as T | undefined
  }

  #all<T>(sql: string, ...values: readonly SQLInputValue[]): readonly T[] {
    return this.#statement(sql).all(...values) as readonly unknown[] as readonly T[]
  }
}
