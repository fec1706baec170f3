import { beforeAll, describe, expect, test } from 'vitest'
import { portfolioOfScenario } from '../../rules/portfolio/portfolioOfSession.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import { commonValue, planOfSession } from '../../rules/value.ts'
import { bestPlan } from '../../server/solver/bestPlan.ts'
import { loadSolver, type SolveModel } from '../../server/solver/highs.ts'
import { muldenau } from '../helpers/muldenau.ts'
import { playPlan } from '../helpers/playPlan.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

let solve: SolveModel
beforeAll(async () => {
  solve = await loadSolver()
})

/** The best list is no theory: played command by command it is adopted as it is, and worth and costs what the solver says. */
describe.each<{ readonly name: string; readonly scenario: Scenario }>([
  { name: 'the small scenario', scenario: smallScenario },
  { name: 'Muldenau in ninety minutes', scenario: muldenau('compact') },
])('[W2] the best list of $name', ({ scenario }) => {
  test('can be played', { timeout: 120_000 }, () => {
    const best = bestPlan(solve, portfolioOfScenario(scenario), { timeLimitMs: 60_000 })
    if (!best) throw new Error('no plan')
    const { state } = playPlan(scenario, best.plan)
    const adopted = Object.values(state.proposals).map(({ measureId, status, adoptedRound, adopted: as }) => [
      measureId,
      status,
      adoptedRound,
      as?.ownContribution,
      as?.staff,
    ])
    expect(adopted.sort()).toEqual(best.decided.map(({ measureId, round, funds, staff }) => [measureId, 'adopted', round, funds, staff]).sort())
    expect(commonValue(planOfSession(state), scenario)).toEqual(best.value)
    expect(best.proven).toBe(true)
  })
})
