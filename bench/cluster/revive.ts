import { Pool } from 'pg'
import { PostgresStore } from '../../server/store/PostgresStore.ts'
import { type Finding, median, round } from '../measure.ts'
import { playLong, registryOn } from '../playLong.ts'

const ENTRIES = 2_000
const ROUNDS = 15

/** A session of 2,000 entries is taken over and back in play, by turns with the query that reads its log. */
export async function reviveBench(url: string, server: string, schema: string): Promise<readonly Finding[]> {
  const store = await PostgresStore.open(url, 'bench')
  const code = await playLong(store, ENTRIES)
  const bare = new Pool({ connectionString: server, options: `-c search_path=${schema}`, max: 1 })
  const revive: number[] = []
  const query: number[] = []
  for (let r = 0; r < ROUNDS; r++) {
    const registry = registryOn(store)
    const record = await store.find(code)
    const began = performance.now()
    const taken = await store.takeOver(code, record?.epoch ?? 0)
    if (!taken.ok || (await registry.revive(taken.record))) throw new Error('the session could not be revived')
    revive.push(performance.now() - began)
    await registry.close()
    const asked = performance.now()
    await bare.query({
      name: 'log',
      text: 'SELECT sequence, actor, command_id, version, body, hash FROM log WHERE code = $1 ORDER BY sequence',
      values: [code],
    })
    query.push(performance.now() - asked)
  }
  await bare.end()
  await store.delete(code)
  await store.close()
  const raw = { reviveMs: revive.map(round), queryMs: query.map(round) }
  return [
    {
      what: `PostgreSQL: revive of ${ENTRIES} entries against the query that reads them, p50`,
      measured: round(median(revive) / median(query)),
      unit: '×',
      target: 2,
      raw,
    },
  ]
}
