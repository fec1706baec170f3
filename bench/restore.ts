import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SqliteStore } from '../server/store/SqliteStore.ts'
import { type Finding, median, round } from './measure.ts'
import { playLong, registryOn } from './playLong.ts'

const ENTRIES = 10_000
const ROUNDS = 7

/** A session of 10,000 entries: back in play, against reading and parsing the same log. */
export async function restoreBench(): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aemterrunde-bench-'))
  const store = SqliteStore.open(folder)
  const code = await playLong(store, ENTRIES)
  await store.close()
  const restore: number[] = []
  const parse: number[] = []
  for (let r = 0; r < ROUNDS; r++) {
    restore.push(await timed(folder, async (store) => void (await registryOn(store).restoreAll())))
    parse.push(await timed(folder, (store) => readAndParse(store, code)))
  }
  rmSync(folder, { recursive: true, force: true })
  const raw = { restoreMs: restore.map(round), parseMs: parse.map(round) }
  return [
    { what: `restore of ${ENTRIES} entries against reading and parsing them`, measured: round(median(restore) / median(parse)), unit: '×', target: 3, raw },
  ]
}

/** What any program would have to do to know the log at all. */
async function readAndParse(store: SqliteStore, code: string): Promise<void> {
  for (const { body } of await store.readLog(code)) JSON.parse(body)
}

async function timed(folder: string, work: (store: SqliteStore) => Promise<void>): Promise<number> {
  const store = SqliteStore.open(folder)
  const began = performance.now()
  await work(store)
  const took = performance.now() - began
  await store.close()
  return took
}
