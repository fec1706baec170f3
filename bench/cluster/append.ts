import { Pool } from 'pg'
import { CHAIN_START, toLine } from '../../server/store/hashChain.ts'
import { PostgresStore } from '../../server/store/PostgresStore.ts'
import type { LogLine } from '../../server/store/Store.ts'
import { type Finding, median, percentile, round } from '../measure.ts'

const ROUNDS = 40
const PER_ROUND = 25
const BODY = 'x'.repeat(300)

const lineOf = (sequence: number, previous: string): LogLine => {
  const entry = {
    sequence,
    at: sequence,
    actor: { role: 'team', seatId: 's1', teamId: 't1' },
    commandId: `c${sequence}`,
    command: { type: 'note', text: BODY },
    events: [],
  } as const
  return toLine(entry, previous)
}

/** A durable append to the fenced log, by turns with a bare INSERT … COMMIT of the same row into a table with the same keys. */
export async function appendBench(url: string, server: string, schema: string): Promise<readonly Finding[]> {
  const store = await PostgresStore.open(url, 'bench')
  const bare = new Pool({ connectionString: server, options: `-c search_path=${schema}`, max: 1 })
  await bare.query(
    'CREATE TABLE bare (code text, sequence integer, actor text, command_id text, version integer, body text, hash text, PRIMARY KEY (code, sequence), UNIQUE (code, actor, command_id))',
  )
  let last = lineOf(1, CHAIN_START)
  await store.create({ code: 'BENCH1', title: 'Messung', createdAt: 1, lines: [last] })
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < PER_ROUND; i++) {
      const line = lineOf(last.sequence + 1, last.hash)
      ours.push(await timed(() => store.append({ code: 'BENCH1', epoch: 1, lines: [line] })))
      last = line
    }
    for (let i = 0; i < PER_ROUND; i++) {
      const { sequence, actor, commandId, version, body, hash } = lineOf(round * PER_ROUND + i, CHAIN_START)
      const values = ['BENCH1', sequence, actor, commandId, version, body, hash]
      theirs.push(await timed(() => bare.query({ name: 'bare', text: 'INSERT INTO bare VALUES ($1, $2, $3, $4, $5, $6, $7)', values })))
    }
  }
  await bare.end()
  await store.delete('BENCH1')
  await store.close()
  const raw = {
    oursMs: round(median(ours)),
    bareMs: round(median(theirs)),
    oursP99Ms: round(percentile(ours, 0.99)),
    bareP99Ms: round(percentile(theirs, 0.99)),
  }
  return [
    {
      what: 'PostgreSQL: durable append to the fenced log against a bare INSERT … COMMIT, p50',
      measured: round(median(ours) / median(theirs)),
      unit: '×',
      target: 1.3,
      raw,
    },
  ]
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
