import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Finding, percentile, round } from '../measure.ts'
import { LoadSession, post } from './LoadSession.ts'

/** SESSIONS and CLIENTS for other sizes. */
const SESSIONS = Number(process.env.SESSIONS ?? 1000)
const CLIENTS = Number(process.env.CLIENTS ?? 10)
const MEASURE_MS = 15_000
/** Taps in all sessions together, per second: the second is what 1,000 workshops do, the others look for the knee. */
const RATES = [25, 50, 100, 200]
const WORKSHOP_RATE = 50
/** of one session alone: enough samples for a p99 */
const ALONE_RATE = 5
const OPENED_AT_ONCE = 8
/** Slower than this nobody calls it at once: the knee is passed. */
const KNEE_MS = 1_000
const IDLE_MS = 4_000
const MB = 1 << 20

interface Use {
  readonly cpu: NodeJS.CpuUsage
  readonly rss: number
  readonly heap: number
}

/** Many workshops in one process: how long from a tap to the last of its screens, and what it costs. Open loop: taps come when they are due. */
export async function loadBench(databaseUrl: string): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aemterrunde-bench-'))
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), [folder, databaseUrl, String(IDLE_MS)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
  })
  const [{ url, ticket }] = (await once(child, 'message')) as [{ url: string; ticket: string }]
  const use = async (): Promise<Use> => {
    child.send('use')
    return (await once(child, 'message'))[0] as Use
  }
  const { token } = await post(url, '/api/lead', { ticket })
  const empty = await use()
  const [first] = await open(url, token, 1)
  if (!first) throw new Error('a session')
  const alone = await measure([first], ALONE_RATE, use)
  const sessions = [first, ...(await open(url, token, SESSIONS - 1))]
  const idle = await use()
  const results = []
  for (const rate of RATES) {
    const result = await measure(sessions, rate, use)
    console.log(
      `${SESSIONS} sessions × ${CLIENTS}, ${rate} taps/s: p50 ${round(result.p50)} ms, p99 ${round(result.p99)} ms, ${round(result.cpuShare * 100)} % of a core, ${round(result.bytesPerTap)} B per tap and device`,
    )
    results.push({ rate, ...result })
    if (result.p99 > KNEE_MS) break
  }
  for (const session of sessions) session.close()
  const putAway = await whenPutAway(url, use)
  child.disconnect()
  await once(child, 'exit')
  rmSync(folder, { recursive: true, force: true })
  const workshop = results.find(({ rate }) => rate === WORKSHOP_RATE) ?? results[0]
  const perSession = (later: Use, before: Use) => round((later.rss - before.rss) / SESSIONS / MB)
  const raw = {
    sessions: SESSIONS,
    clients: CLIENTS,
    aloneP50Ms: round(alone.p50),
    aloneP99Ms: round(alone.p99),
    rates: results.map(({ rate }) => rate),
    p50Ms: results.map(({ p50 }) => round(p50)),
    p99Ms: results.map(({ p99 }) => round(p99)),
    cpuShare: results.map(({ cpuShare }) => round(cpuShare)),
    bytesPerTapAndDevice: results.map(({ bytesPerTap }) => round(bytesPerTap)),
    emptyMb: round(empty.rss / MB),
    connectedMb: round(idle.rss / MB),
    connectedHeapMb: round(idle.heap / MB),
    putAwayMb: round(putAway.rss / MB),
    putAwayHeapMb: round(putAway.heap / MB),
    idleCpuShare: round(await idleShare(results)),
  }
  return [
    {
      what: `${SESSIONS} sessions × ${CLIENTS} devices in one process, p99 of a tap to all screens against one session`,
      measured: round((workshop?.p99 ?? Number.NaN) / alone.p99),
      unit: '×',
      target: 5,
      raw,
    },
    { what: 'memory of a session with its devices connected', measured: perSession(idle, empty), unit: 'MB', raw: {} },
  ]
}

/** CPU that connected sessions take besides what taps cost, by the line through two rates. */
async function idleShare(results: readonly { readonly rate: number; readonly cpuShare: number }[]): Promise<number> {
  const [slow, fast] = results
  if (!slow || !fast) return Number.NaN
  return Math.max(0, slow.cpuShare - ((fast.cpuShare - slow.cpuShare) / (fast.rate - slow.rate)) * slow.rate)
}

async function open(url: string, token: string, count: number): Promise<LoadSession[]> {
  const sessions: LoadSession[] = []
  let left = count
  const lane = async () => {
    while (left-- > 0) {
      sessions.push(await LoadSession.open(url, token, CLIENTS))
      if (sessions.length % 100 === 0) console.log(`${sessions.length} sessions are open`)
    }
  }
  await Promise.all(Array.from({ length: OPENED_AT_ONCE }, lane))
  return sessions
}

async function measure(sessions: readonly LoadSession[], rate: number, use: () => Promise<Use>) {
  const took: Promise<number>[] = []
  const bytes = () => sessions.reduce((sum, session) => sum + session.bytes, 0)
  const before = { use: await use(), bytes: bytes(), at: performance.now() }
  const perTap = 1000 / rate
  for (let n = 0; n * perTap < MEASURE_MS; n++) {
    const due = before.at + n * perTap
    const early = due - performance.now()
    if (early > 0) await wait(early)
    // Where all are busy the tap waits, and its waiting counts.
    let session = sessions.find((each, i) => i >= n % sessions.length && !each.isBusy) ?? sessions.find((each) => !each.isBusy)
    while (!session) {
      await wait(1)
      session = sessions.find((each) => !each.isBusy)
    }
    took.push(session.tap(due))
  }
  const samples = await Promise.all(took)
  const after = await use()
  const cpuMs = (after.cpu.user + after.cpu.system - before.use.cpu.user - before.use.cpu.system) / 1000
  return {
    p50: percentile(samples, 0.5),
    p99: percentile(samples, 0.99),
    cpuShare: cpuMs / (performance.now() - before.at),
    bytesPerTap: (bytes() - before.bytes) / samples.length / (CLIENTS - 1),
  }
}

/** Nobody is connected any more: the sessions are put away, and their memory is free. */
async function whenPutAway(url: string, use: () => Promise<Use>): Promise<Use> {
  for (let tries = 0; tries < 240; tries++) {
    const metrics = await (await fetch(`${url}/metrics`)).text()
    if (metrics.includes('aemterrunde_sessions 0\n')) return use()
    await wait(500)
  }
  return use()
}
