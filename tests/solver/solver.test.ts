import { performance } from 'node:perf_hooks'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Portfolio } from '../../rules/portfolio/portfolio.ts'
import { portfolioOfScenario } from '../../rules/portfolio/portfolioOfSession.ts'
import { BestPlans } from '../../server/solver/BestPlans.ts'
import type { BestPlan } from '../../server/solver/bestPlan.ts'
import type { Bounds } from '../../server/solver/highs.ts'
import { Solver } from '../../server/solver/Solver.ts'
import { muldenau } from '../helpers/muldenau.ts'

const easy = Portfolio.parse({ formatVersion: 1, teams: [{ id: 't', funds: [100] }], measures: [{ id: 'a', teamId: 't', value: 5, cost: 80 }] })
/** Takes seconds to prove. */
const hard = portfolioOfScenario(muldenau('halfDay'))
const LIMIT = { timeLimitMs: 60_000 }

let solver = new Solver()
afterEach(async () => {
  await solver.close()
  solver = new Solver()
})

describe('the solver in its own thread', () => {
  test('solves one after the other', async () => {
    const both = await Promise.all([solver.best(easy, LIMIT), solver.best({ ...easy, rounds: 2 }, LIMIT)])
    expect(both.map((best) => best?.value.total)).toEqual([5, 5])
  })

  test('tells bounds while it searches; given up, it ends at once and goes on with the next', { timeout: 60_000 }, async () => {
    const controller = new AbortController()
    const heard: Bounds[] = []
    const search = solver.best(hard, {
      ...LIMIT,
      signal: controller.signal,
      onBounds: (bounds) => {
        heard.push(bounds)
        if (bounds.bound !== null) controller.abort(new Error('no longer wanted'))
      },
    })
    const next = solver.best(easy, LIMIT)
    await expect(search).rejects.toThrow('no longer wanted')
    expect((await next)?.value.total).toBe(5)
    expect(heard.at(-1)?.bound).toBeGreaterThan(700)
  })

  test('one that waits in the queue is given up without disturbing the one before', async () => {
    const controller = new AbortController()
    const first = solver.best(easy, LIMIT)
    const second = solver.best(easy, { ...LIMIT, signal: controller.signal })
    controller.abort(new Error('no longer wanted'))
    await expect(second).rejects.toThrow('no longer wanted')
    expect((await first)?.value.total).toBe(5)
  })

  test('the thread of the game is never held: a timer rings in time while it searches', { timeout: 60_000 }, async () => {
    const controller = new AbortController()
    const search = solver.best(hard, { ...LIMIT, signal: controller.signal })
    const busy = performance.eventLoopUtilization()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(performance.eventLoopUtilization(busy).utilization).toBeLessThan(0.5)
    controller.abort()
    await expect(search).rejects.toThrow()
  })

  test('closed, it answers nobody', async () => {
    const waiting = expect(solver.best(hard, LIMIT)).rejects.toThrow('closed')
    await solver.close()
    await waiting
    await expect(solver.best(easy, LIMIT)).rejects.toThrow('closed')
  })
})

describe('best plans', () => {
  /** A solver whose searches end when the test says so. */
  function slowSolver() {
    const searches: { readonly title: string; readonly signal: AbortSignal | undefined; readonly end: (best: BestPlan | null) => void }[] = []
    const best = vi.fn(
      (portfolio: Portfolio, { signal }: { signal?: AbortSignal | undefined }) =>
        new Promise<BestPlan | null>((resolve, reject) => {
          searches.push({ title: portfolio.title, signal, end: resolve })
          signal?.addEventListener('abort', () => reject(signal.reason))
        }),
    )
    return { searches, best, solve: () => Promise.reject(new Error('not asked here')), warm: () => undefined }
  }
  const plan = { proven: true } as BestPlan

  test('two sessions that differ only in their title share a search, and a third finds it done', async () => {
    const slow = slowSolver()
    const plans = new BestPlans(slow)
    const one = plans.seek({ ...easy, title: 'one' }, 1000, () => undefined)
    const other = plans.seek({ ...easy, title: 'other' }, 1000, () => undefined)
    slow.searches[0]?.end(plan)
    expect(await Promise.all([one.result, other.result])).toEqual([plan, plan])
    expect(await plans.seek(easy, 1000, () => undefined).result).toBe(plan)
    expect(slow.best).toHaveBeenCalledTimes(1)
  })

  test('a search ends only when nobody waits for it any more', async () => {
    const slow = slowSolver()
    const plans = new BestPlans(slow)
    const one = plans.seek(easy, 1000, () => undefined)
    const other = plans.seek(easy, 1000, () => undefined)
    one.giveUp()
    expect(slow.searches[0]?.signal?.aborted).toBe(false)
    other.giveUp()
    expect(slow.searches[0]?.signal?.aborted).toBe(true)
    await expect(one.result).rejects.toThrow()
    plans.seek(easy, 1000, () => undefined)
    expect(slow.best).toHaveBeenCalledTimes(2)
  })
})
