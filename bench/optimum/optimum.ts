import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { modelOf } from '../../rules/portfolio/modelOf.ts'
import { portfolioOfScenario } from '../../rules/portfolio/portfolioOfSession.ts'
import { steadyClock } from '../../server/sessions/Clock.ts'
import { newId } from '../../server/sessions/joinCode.ts'
import { SessionRegistry } from '../../server/sessions/SessionRegistry.ts'
import type { SessionRuntime } from '../../server/sessions/SessionRuntime.ts'
import { loadSolver, type SolveModel } from '../../server/solver/highs.ts'
import { Solver } from '../../server/solver/Solver.ts'
import { SqliteStore } from '../../server/store/SqliteStore.ts'
import { type Finding, median, percentile, round } from '../measure.ts'
import { muldenau, scenarios } from '../tap/scenario.ts'
import { phasesToPlanning, STAGE, tap } from '../tap/stage.ts'
import { instance, type Size } from './instances.ts'
import { plainModel } from './plainModel.ts'

const SIZES: readonly Size[] = [
  { measures: 60, pairs: 100, rounds: 3, teamLimits: false },
  { measures: 120, pairs: 300, rounds: 3, teamLimits: false },
  { measures: 300, pairs: 600, rounds: 3, teamLimits: false },
  { measures: 120, pairs: 300, rounds: 1, teamLimits: true },
]
const SEEDS = [1, 2, 3]
/** Both sides give up after this; who does is counted with it. */
const LIMIT_MS = 60_000

/** Time to the proven optimum against HiGHS on the plain linearisation, and what a search costs the game meanwhile. */
export async function optimumBench(): Promise<readonly Finding[]> {
  const solve = await loadSolver()
  return [...SIZES.map((size) => provenIn(solve, size)), await tapsWhileSearching()]
}

function provenIn(solve: SolveModel, size: Size): Finding {
  const ours: number[] = []
  const plain: number[] = []
  let unproven = 0
  for (const seed of SEEDS) {
    const portfolio = instance(seed, size)
    const reference = plainModel(portfolio)
    const [first, second] = seed % 2 === 0 ? [ours, plain] : [plain, ours]
    const results = [first, second].map((times) => {
      const began = cpuMs()
      // Ours is measured with the building of its model, which is part of a search.
      const { model } = times === ours ? modelOf(portfolio, { aim: { kind: 'value' }, rounding: 'kind' }) : { model: reference }
      const solution = solve(model, { timeLimitMs: LIMIT_MS })
      times.push(cpuMs() - began)
      if (times === ours && solution.status !== 'optimal') unproven += 1
      return solution
    })
    const proven = results.filter(({ status }) => status === 'optimal').map(({ objective }) => Math.round(objective))
    if (new Set(proven).size > 1) throw new Error(`two proven optima that differ: ${proven.join(', ')}`)
  }
  const sum = (times: readonly number[]) => times.reduce((total, time) => total + time, 0)
  const limits = size.teamLimits ? 'limits of teams' : `${size.rounds} rounds`
  return {
    what: `proven optimum, ${size.measures} measures, ${size.pairs} pairs, ${limits}, against the plain linearisation`,
    measured: round(sum(ours) / sum(plain)),
    unit: '×',
    target: 1,
    raw: { oursCpuMs: ours.map(round), plainCpuMs: plain.map(round), unproven },
  }
}

/** Time of the processor, ms: what else runs on the machine does not count. */
function cpuMs(): number {
  return process.cpuUsage().user / 1000
}

const TAPS = 60
const BLOCKS = 8

/** Stored commands of one session, by turns while the solver rests and while it searches. */
async function tapsWhileSearching(): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'aemterrunde-bench-'))
  const store = SqliteStore.open(folder)
  const solver = new Solver()
  const { runtime, taps } = await stage(store)
  const largest = scenarios.resolve('muldenau', 'fullDay')
  const portfolio = portfolioOfScenario(largest ?? muldenau)
  const [resting, searching]: [number[], number[]] = [[], []]
  await taps(TAPS)
  for (let block = 0; block < BLOCKS; block++) {
    resting.push(...(await taps(TAPS)))
    const controller = new AbortController()
    const begun = new Promise<void>((resolve) => {
      solver.best(portfolio, { timeLimitMs: LIMIT_MS, signal: controller.signal, onBounds: () => resolve() }).then(
        () => resolve(),
        () => undefined,
      )
    })
    await begun
    searching.push(...(await taps(TAPS)))
    controller.abort()
  }
  await runtime.settled()
  await solver.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
  return {
    what: 'a stored command while the solver searches, against while it rests',
    measured: round(median(searching) / median(resting)),
    unit: '×',
    target: 1.3,
    raw: {
      restingMs: round(median(resting)),
      searchingMs: round(median(searching)),
      restingP99Ms: round(percentile(resting, 0.99)),
      searchingP99Ms: round(percentile(searching, 0.99)),
    },
  }
}

/** A session in its first planning phase, and a way to tap in it one command after the other. @returns milliseconds of each tap */
async function stage(store: SqliteStore): Promise<{ readonly runtime: SessionRuntime; readonly taps: (count: number) => Promise<number[]> }> {
  const onMistake = (error: unknown) => {
    throw error
  }
  const registry = new SessionRegistry({ store, clock: steadyClock(), newId, onMistake })
  const created = await registry.create({ scenario: muldenau, title: 'Messung' })
  if (!created.ok) throw new Error(created.trouble)
  const { runtime } = created
  await runtime.submit({ actor: { role: 'door' }, commandId: newId(), command: { type: 'takeSeat', role: 'facilitator' } })
  const leader = { role: 'facilitator', seatId: runtime.state.attendance.leaderSeatId ?? '' } as const
  for (const phaseId of phasesToPlanning(muldenau)) await runtime.submit({ actor: leader, commandId: newId(), command: { type: 'startPhase', phaseId } })
  const lead = async (teamId: string, command: (typeof STAGE)[number][1]) => {
    const answer = await runtime.submit({ actor: leader, commandId: newId(), command: { type: 'actFor', teamId, command } as never })
    if ('rejection' in answer) throw new Error(answer.rejection.code)
  }
  for (const [teamId, command] of STAGE) await lead(teamId, command)
  let n = 0
  return {
    runtime,
    async taps(count) {
      const times: number[] = []
      for (let i = 0; i < count; i++) {
        const { teamId, command } = tap(n++)
        const began = performance.now()
        await lead(teamId, command)
        times.push(performance.now() - began)
      }
      return times
    },
  }
}
