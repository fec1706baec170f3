import { setTimeout as pause } from 'node:timers/promises'
import { type Finding, percentile, round } from '../measure.ts'
import { type Contestant, SCREENS } from './Contestant.ts'
import { openFramework } from './openFramework.ts'
import { openOurs } from './openOurs.ts'
import { openReference } from './openReference.ts'

const TAPS = 800
/** not measured: what a server does for the first time takes longer */
const WARM_UP = 60
/** ms from one tap to the next of the same contestant: a lively table, not a machine gun */
const PACE = 25

/**
 * Tap → all screens, ours against the reference, tap by tap in turn, at the pace of a lively table; and Colyseus alone beside them.
 *
 * Every screen of a workshop is a device of its own; here all of them hang on one process. So that their work does not add up to a time
 * nobody waits for, one screen per team takes the news in as the client does, and the others count as served when its bytes are there.
 */
export async function tapBench(): Promise<readonly Finding[]> {
  return [...(await unstored()), ...(await stored())]
}

interface Measured {
  /** ms of each tap */
  readonly taps: number[]
  /** per tap and screen */
  bytes: number
  /** ms of the server per tap */
  cpu: number
}

async function unstored(): Promise<readonly Finding[]> {
  const [ours, reference, framework] = await measure([await openOurs('unstored'), await openReference('unstored'), await openFramework()])
  if (!ours || !reference || !framework) throw new Error('three contestants were asked')
  return [
    latency('no store', 0.5, ours, reference, 1.3),
    latency('no store', 0.99, ours, reference, 1.5),
    latency('Colyseus alone', 0.5, framework, reference),
    latency('no store, against Colyseus alone', 0.5, ours, framework),
    {
      what: 'bytes per action and screen',
      measured: round(ours.bytes / reference.bytes),
      unit: '×',
      target: 0.5,
      raw: { ours: round(ours.bytes), reference: round(reference.bytes), framework: round(framework.bytes) },
    },
    {
      what: 'server CPU per action',
      measured: round(ours.cpu / reference.cpu),
      unit: '×',
      target: 2,
      raw: { oursMs: round(ours.cpu), referenceMs: round(reference.cpu), frameworkMs: round(framework.cpu) },
    },
  ]
}

async function stored(): Promise<readonly Finding[]> {
  const [ours, reference] = await measure([await openOurs('stored'), await openReference('stored')])
  if (!ours || !reference) throw new Error('two contestants were asked')
  const name = 'stored durably before anyone sees it'
  return [latency(name, 0.5, ours, reference, 1.3), latency(name, 0.99, ours, reference)]
}

async function measure(contestants: readonly Contestant[]): Promise<readonly Measured[]> {
  const run = async (from: number, taps: number) => {
    const times = contestants.map((): number[] => [])
    for (let n = from; n < from + taps; n++) {
      for (const [index, contestant] of contestants.entries()) {
        await pause(PACE / contestants.length)
        times[index]?.push(await contestant.tap(n))
      }
    }
    return times
  }
  const used = () => Promise.all(contestants.map(async (contestant) => ({ bytes: contestant.bytes(), cpu: await contestant.cpuMs() })))
  await run(0, WARM_UP)
  const before = await used()
  const times = await run(WARM_UP, TAPS)
  const after = await used()
  for (const contestant of contestants) contestant.stop()
  return times.map((taps, index) => {
    const spent = (what: 'bytes' | 'cpu') => ((after[index]?.[what] ?? 0) - (before[index]?.[what] ?? 0)) / TAPS
    return { taps, bytes: spent('bytes') / SCREENS, cpu: spent('cpu') }
  })
}

function latency(name: string, share: number, one: Measured, other: Measured, target?: number): Finding {
  const [oneMs, otherMs] = [percentile(one.taps, share), percentile(other.taps, share)]
  return {
    what: `tap → ${SCREENS} screens, ${name}, p${share * 100}`,
    measured: round(oneMs / otherMs),
    unit: '×',
    ...(target !== undefined && { target }),
    raw: { oneMs: round(oneMs), otherMs: round(otherMs) },
  }
}
