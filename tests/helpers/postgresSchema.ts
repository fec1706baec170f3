import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

/** Where tests find a PostgreSQL; undefined: what needs one is skipped. */
export const DATABASE_URL: string | undefined = process.env.TEST_DATABASE_URL || undefined

export interface TestSchema {
  readonly name: string
  /** DATABASE_URL of this schema alone */
  readonly url: string
  /** runs statements in the schema, as somebody beside the program would */
  query(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
  remove(): Promise<void>
}

/** A schema of the test's own; made by the store that opens it, removed with everything in it. */
export function testSchema(): TestSchema {
  if (DATABASE_URL === undefined) throw new Error('without DATABASE_URL the test is skipped')
  const server = DATABASE_URL
  const name = `test_${randomBytes(6).toString('hex')}`
  const url = new URL(server)
  url.searchParams.set('schema', name)
  const query: TestSchema['query'] = async (sql, values = []) => {
    const client = new Client({ connectionString: server, options: `-c search_path=${name}` })
    await client.connect()
    try {
      return (await client.query(sql, [...values])).rows
    } finally {
      await client.end()
    }
  }
  return { name, url: url.href, query, remove: async () => void (await query(`DROP SCHEMA IF EXISTS ${name} CASCADE`)) }
}
