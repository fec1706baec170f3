import { Pool, types } from 'pg'
import { explainStart } from './postgresErrors.ts'
import { POSTGRES_MIGRATIONS } from './postgresMigrations.ts'
import { StoreUnusable } from './Store.ts'

const DEFAULT_SCHEMA = 'aemterrunde'
const OLDEST_SERVER = 15
/** Tokens expire and clocks run by the time of the machines: further apart than this they may not be. */
const MOST_SKEW_MS = 2_000
const MOST_CONNECTIONS = 10

const INT8 = 20
// Milliseconds since 1970 and counts: far below what a number holds exactly.
types.setTypeParser(INT8, Number)

export interface PostgresPlace {
  readonly connectionString: string
  readonly schema: string
  /** for sentences: without name and password */
  readonly where: string
}

/**
 * Reads DATABASE_URL. The schema is its parameter `schema`, `aemterrunde` unless told otherwise.
 * @throws StoreUnusable
 */
export function postgresPlace(url: string): PostgresPlace {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol) || parsed.pathname.length < 2)
    throw new StoreUnusable('DATABASE_URL muss eine Adresse wie postgres://name:kennwort@rechner:5432/datenbank sein.')
  const schema = parsed.searchParams.get('schema') ?? DEFAULT_SCHEMA
  if (!/^[a-z_][a-z0-9_]{0,50}$/.test(schema)) throw new StoreUnusable('Der Name des Schemas in DATABASE_URL besteht aus kleinen Buchstaben, Ziffern und _.')
  const options = [parsed.searchParams.get('options'), `-c search_path=${schema}`].filter(Boolean).join(' ')
  parsed.searchParams.delete('schema')
  parsed.searchParams.set('options', options)
  parsed.search = parsed.search.replaceAll('+', '%20')
  return { connectionString: parsed.href, schema, where: `${parsed.host}${parsed.pathname}, Schema ${schema}` }
}

/**
 * Connects, checks what durability and order rest on, and brings the schema to the present version.
 * @throws StoreUnusable if it cannot be reached, trusted or brought up; then nothing was changed
 */
export async function openPostgres(url: string, migrations: readonly string[] = POSTGRES_MIGRATIONS): Promise<Pool> {
  const place = postgresPlace(url)
  const pool = new Pool({
    connectionString: place.connectionString,
    application_name: 'aemterrunde',
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: 2_000,
    query_timeout: 6_000,
    statement_timeout: 10_000,
    keepAlive: true,
  })
  // A connection that breaks while nobody uses it is replaced at the next use.
  pool.on('error', () => undefined)
  try {
    await refuseUnsafe(pool)
    await migrate(pool, place, migrations)
    await refuseMissingRights(pool)
    return pool
  } catch (error) {
    await pool.end()
    throw explainStart(error, place.where)
  }
}

interface ServerFacts {
  readonly version: number
  readonly fsync: string
  readonly synchronous_commit: string
  readonly recovering: boolean
  readonly now: number
}

async function refuseUnsafe(pool: Pool): Promise<void> {
  await pool.query('SELECT 1')
  const before = Date.now()
  const { rows } = await pool.query<ServerFacts>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('fsync') AS fsync,
       current_setting('synchronous_commit') AS synchronous_commit, pg_is_in_recovery() AS recovering,
       (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now`,
  )
  const after = Date.now()
  const [facts] = rows
  if (!facts) throw new Error('the server tells its settings')
  if (facts.version < OLDEST_SERVER) throw new StoreUnusable(`PostgreSQL ${facts.version} ist zu alt, nötig ist ${OLDEST_SERVER}.`)
  if (facts.recovering) throw new StoreUnusable('DATABASE_URL zeigt auf einen Nebenserver, der nur liest. Sie muss auf den Hauptserver zeigen.')
  if (facts.fsync !== 'on' || facts.synchronous_commit === 'off')
    throw new StoreUnusable(
      'PostgreSQL bestätigt, ohne auf den Datenträger zu schreiben (fsync oder synchronous_commit ist aus). So geht nach einem Stromausfall etwas verloren.',
    )
  refuseSkew(facts.now, before, after)
}

function refuseSkew(theirs: number, before: number, after: number): void {
  const skew = theirs < before ? before - theirs : Math.max(0, theirs - after)
  if (skew <= MOST_SKEW_MS) return
  const direction = theirs < before ? 'vor' : 'nach'
  throw new StoreUnusable(
    `Die Uhr dieses Rechners geht gegenüber der Datenbank um ${Math.round(skew / 1000)} Sekunden ${direction}. Stellen Sie die Zeit auf beiden nach derselben Quelle (NTP), und starten Sie noch einmal.`,
  )
}

/** One process after the other: each finds what the one before has done. All steps, or none. */
async function migrate(pool: Pool, { schema, where }: PostgresPlace, migrations: readonly string[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`aemterrunde ${schema}`])
    const exists = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema])
    if (exists.rowCount === 0) await client.query(`CREATE SCHEMA ${schema}`)
    const tables = await client.query<{ relname: string }>('SELECT relname FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = $2', [schema, 'r'])
    const names = tables.rows.map((row) => row.relname)
    if (names.length > 0 && !names.includes('schema_version'))
      throw new StoreUnusable(`In der Datenbank ${where} liegen schon andere Tabellen. Wählen Sie in DATABASE_URL ein eigenes Schema: …?schema=name`)
    if (names.length === 0) await client.query('CREATE TABLE schema_version (version integer PRIMARY KEY, taken_at timestamptz NOT NULL DEFAULT now())')
    const { rows } = await client.query<{ version: number }>('SELECT coalesce(max(version), 0) AS version FROM schema_version')
    const version = rows[0]?.version ?? 0
    if (version > migrations.length)
      throw new StoreUnusable(`Die Daten in ${where} stammen aus einer neueren Version von Ämterrunde (Stand ${version}, hier bekannt: ${migrations.length}).`)
    for (const [index, step] of migrations.entries()) {
      if (index < version) continue
      await client.query(step)
      await client.query('INSERT INTO schema_version (version) VALUES ($1)', [index + 1])
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

const TABLES = ['organisation', 'session', 'log', 'seat_token', 'admin_token', 'meta', 'turn', 'process']

async function refuseMissingRights(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS name WHERE NOT has_table_privilege(name, 'SELECT')
       OR NOT has_table_privilege(name, 'INSERT') OR NOT has_table_privilege(name, 'UPDATE') OR NOT has_table_privilege(name, 'DELETE')`,
    [TABLES],
  )
  if (rows.length > 0)
    throw new StoreUnusable(
      `Der Benutzer aus DATABASE_URL darf in diesen Tabellen nicht lesen und schreiben: ${rows.map((row) => row.name).join(', ')}. Geändert wurde nichts.`,
    )
}
