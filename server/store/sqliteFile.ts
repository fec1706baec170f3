import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { MIGRATIONS } from './migrations.ts'
import { StoreInUse, StoreUnusable } from './Store.ts'

/** SQLite's primary result codes that this program tells apart. */
export const SQLITE = { BUSY: 5, READONLY: 8, IOERR: 10, CORRUPT: 11, FULL: 13, CANTOPEN: 14, NOTADB: 26 } as const

/** The primary result code of an error of node:sqlite; undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  const errcode = error instanceof Error && 'errcode' in error ? error.errcode : undefined
  return typeof errcode === 'number' ? errcode & 0xff : undefined
}

/** Before 3.51.3 a WAL could be reset under a reader, and the file be corrupted. */
const OLDEST_SQLITE = [3, 51, 3] as const

/** What durability and the single owner rest on; set at every opening, and read back. */
const SETTINGS: readonly (readonly [name: string, value: string | number])[] = [
  ['locking_mode', 'exclusive'],
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  // On macOS a plain fsync does not reach the disk.
  ['fullfsync', 1],
  ['checkpoint_fullfsync', 1],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  // What is deleted is overwritten.
  ['secure_delete', 1],
  ['wal_autocheckpoint', 200],
  ['journal_size_limit', 1_048_576],
]

export const FILE_NAME = 'sessions.db'

/**
 * Opens `sessions.db` in the folder, made if missing, for this process alone, and brings it to the present version.
 *
 * @throws StoreInUse if another process has it open
 * @throws StoreUnusable if it cannot be read, written or trusted; the message says what to do
 */
export function openSqliteFile(folder: string, migrations: readonly string[] = MIGRATIONS): DatabaseSync {
  const file = join(folder, FILE_NAME)
  refuseOldSqlite()
  let db: DatabaseSync | undefined
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    db = new DatabaseSync(file, { timeout: 0 })
    for (const [name, value] of SETTINGS) set(db, name, value)
    migrate(db, folder, migrations)
    return db
  } catch (error) {
    db?.close()
    throw explain(error, folder, file)
  }
}

function refuseOldSqlite(): void {
  const version = (process.versions.sqlite ?? '0').split('.').map(Number)
  const firstDifference = OLDEST_SQLITE.map((oldest, i) => (version[i] ?? 0) - oldest).find((difference) => difference !== 0) ?? 0
  if (firstDifference < 0)
    throw new StoreUnusable(`SQLite ${process.versions.sqlite} ist zu alt, nötig ist ${OLDEST_SQLITE.join('.')}. Starten Sie Ämterrunde mit npm start.`)
}

function set(db: DatabaseSync, name: string, value: string | number): void {
  db.exec(`PRAGMA ${name} = ${value}`)
  const read = Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]
  if (read !== value)
    throw new StoreUnusable(`Die Datenablage nimmt die Einstellung ${name} = ${value} nicht an (${read}). Liegen die Daten auf einem lokalen Datenträger?`)
}

function migrate(db: DatabaseSync, folder: string, migrations: readonly string[]): void {
  const version = Number(Object.values(db.prepare('PRAGMA user_version').get() ?? {})[0])
  if (version > migrations.length)
    throw new StoreUnusable(`Die Daten in ${folder} stammen aus einer neueren Version von Ämterrunde (Stand ${version}, hier bekannt: ${migrations.length}).`)
  if (version === migrations.length) return
  if (version > 0) copyBefore(db, join(folder, `sessions.version-${version}.db`))
  db.exec('BEGIN IMMEDIATE')
  for (const step of migrations.slice(version)) db.exec(step)
  db.exec(`PRAGMA user_version = ${migrations.length}`)
  db.exec('COMMIT')
}

/** A copy from which the older program can still start; one that is already there is from the same version, and kept. */
function copyBefore(db: DatabaseSync, file: string): void {
  if (!existsSync(file)) db.prepare('VACUUM INTO ?').run(file)
}

function explain(error: unknown, folder: string, file: string): unknown {
  if (error instanceof StoreUnusable) return error
  if (error instanceof Error && 'syscall' in error) return new StoreUnusable(notWritable(folder))
  switch (sqliteCode(error)) {
    case SQLITE.BUSY:
      return new StoreInUse(folder)
    case SQLITE.FULL:
      return new StoreUnusable(`Der Datenträger mit dem Ordner ${folder} ist voll. Schaffen Sie Platz, und starten Sie noch einmal.`)
    case SQLITE.CANTOPEN:
    case SQLITE.READONLY:
      return new StoreUnusable(notWritable(folder))
    case SQLITE.CORRUPT:
    case SQLITE.NOTADB:
      return new StoreUnusable(`Die Datei ${file} ist beschädigt. Legen Sie sie beiseite, und stellen Sie eine Sicherung her: npm run session -- restore DATEI`)
    case SQLITE.IOERR:
      return new StoreUnusable(`Der Datenträger mit dem Ordner ${folder} meldet Fehler beim Lesen oder Schreiben.`)
    default:
      return error
  }
}

function notWritable(folder: string): string {
  return `Im Ordner ${folder} kann nicht gespeichert werden. Prüfen Sie, ob es ein Ordner ist und ob Sie darin schreiben dürfen, oder wählen Sie mit DATA_DIR einen anderen Ordner.`
}
