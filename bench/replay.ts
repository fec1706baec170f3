import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Replayer } from '../rules/Replayer.ts'
import { sharedView } from '../rules/views.ts'
import { checkLog } from '../server/store/hashChain.ts'
import { SqliteStore } from '../server/store/SqliteStore.ts'
import { type Finding, median, percentile, round } from './measure.ts'
import { playLong } from './playLong.ts'

const ENTRIES = 10_000
const ROUNDS = 5
const SEEKS = 300
/** A slider that moves with every picture of a screen has this long. */
const FRAME_MS = 16.7

/** The course of a session of 10,000 entries: read as its page does, then gone to at places far apart, with what the page shows there. */
export async function replayBench(): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aemterrunde-bench-'))
  const store = SqliteStore.open(folder)
  const { entries } = checkLog(await store.readLog(await playLong(store, ENTRIES)))
  await store.close()
  rmSync(folder, { recursive: true, force: true })
  const text = entries.map((entry) => JSON.stringify(entry))
  const [read, parse, seek]: [number[], number[], number[]] = [[], [], []]
  let replayer = new Replayer(entries)
  for (let r = 0; r < ROUNDS; r++) {
    parse.push(timed(() => text.map((line) => JSON.parse(line))))
    read.push(
      timed(() => {
        replayer = new Replayer(entries)
        while (!replayer.isRead) replayer.readOn(200)
      }),
    )
  }
  for (let n = 0; n < SEEKS; n++) seek.push(timed(() => sharedView(replayer.at((n * 7_919) % entries.length).state)))
  return [
    {
      what: `replay of ${ENTRIES} entries against parsing them`,
      measured: round(median(read) / median(parse)),
      unit: '×',
      target: 3,
      raw: { replayMs: read.map(round), parseMs: parse.map(round) },
    },
    {
      what: 'going to any place of it, with all that is shown there, p99',
      measured: round(percentile(seek, 0.99)),
      unit: 'ms',
      target: FRAME_MS,
      raw: { p50Ms: round(median(seek)), p99Ms: round(percentile(seek, 0.99)), mostMs: round(Math.max(...seek)) },
    },
  ]
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
