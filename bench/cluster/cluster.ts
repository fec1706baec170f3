import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import type { Finding } from '../measure.ts'
import { appendBench } from './append.ts'
import { loadBench } from './load.ts'
import { reviveBench } from './revive.ts'

/** What a host of many sessions wants to know, on PostgreSQL; nothing without DATABASE_URL. */
export async function clusterBench(): Promise<readonly Finding[]> {
  const server = process.env.DATABASE_URL
  if (!server) {
    console.log('cluster: skipped, DATABASE_URL is not set')
    return []
  }
  const schema = `bench_${randomBytes(5).toString('hex')}`
  const url = new URL(server)
  url.searchParams.set('schema', schema)
  try {
    return [...(await appendBench(url.href, server, schema)), ...(await reviveBench(url.href, server, schema)), ...(await loadBench(url.href))]
  } finally {
    const client = new Client(server)
    await client.connect()
    await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
    await client.end()
  }
}
