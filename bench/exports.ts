import { setTimeout as pause } from 'node:timers/promises'
import { type Finding, median, percentile, round } from './measure.ts'
import { openOurs } from './tap/openOurs.ts'

const BLOCKS = 6
const TAPS = 60
const WARM_UP = 40
/** ms between taps of a lively table */
const PACE = 25

/** What documents cost: the time until they are there, and what the table feels of it meanwhile. */
export async function exportsBench(): Promise<readonly Finding[]> {
  const ours = await openOurs('stored')
  let next = 0
  const taps = async (count: number) => {
    const times: number[] = []
    for (let n = 0; n < count; n++) {
      await pause(PACE)
      times.push(await ours.tap(next++))
    }
    return times
  }
  await taps(WARM_UP)
  await ours.exported('zip')
  const [quiet, busy, archives]: [number[], number[], number[]] = [[], [], []]
  for (let block = 0; block < BLOCKS; block++) {
    quiet.push(...(await taps(TAPS)))
    let going = true
    const exporting = (async () => {
      while (going) archives.push(await ours.exported('zip'))
    })()
    busy.push(...(await taps(TAPS)))
    going = false
    await exporting
  }
  const list = await Promise.all([ours.exported('docx'), ours.exported('pdf')])
  ours.stop()
  const p95 = (times: readonly number[]) => percentile(times, 0.95)
  return [
    {
      what: 'tap → 30 screens while an archive is made, against while none is, p95',
      measured: round(p95(busy) / p95(quiet)),
      unit: '×',
      target: 1.2,
      raw: { quietMs: round(p95(quiet)), busyMs: round(p95(busy)), quietP50Ms: round(median(quiet)), busyP50Ms: round(median(busy)) },
    },
    {
      what: 'every document of a session in one archive, while it is played',
      measured: round(median(archives)),
      unit: 'ms',
      target: 10_000,
      raw: { archives: archives.map(round) },
    },
    { what: 'the list as Word and PDF, one after the other', measured: round(Math.max(...list)), unit: 'ms', target: 10_000, raw: { ms: list.map(round) } },
  ]
}
