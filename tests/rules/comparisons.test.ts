import { describe, expect, it } from 'vitest'
import type { Comparison } from '../../rules/comparisons.ts'
import { ownView, sharedView } from '../../rules/views.ts'
import { clock, facilitator, given, team } from '../helpers/given.ts'
import { confirmed, proposed } from '../helpers/moves.ts'

const column = { total: 127, goals: 100, early: 7, synergies: 20, focusAreas: 0, conflicts: 0, funds: 900_000, staff: 20, measureIds: ['W1', 'K1'] }
const best = { type: 'recordOptimum' as const, best: { column, bound: 127, proven: true } }
const plan = { total: 60, goals: { Z1: 30, Z2: 20, Z3: 10 }, funds: 400_000, staff: 9, measureIds: ['W1'], proven: true }
const record = (comparison: Comparison) => ({ type: 'recordComparison' as const, comparison })
const figures = { type: 'spotlight', target: { kind: 'slide', id: 'value' }, figures: true } as const

describe('What stands beside the best list', () => {
  const found = () => given().reaching('debriefing').and([clock, best])

  it('[W3] is recorded by the clock, in the debriefing, after the best list, once of a kind', () => {
    given()
      .reaching('debriefing')
      .when(clock, record({ kind: 'alone', plan }))
      .thenRejected('notOpen')
    const alone = found()
      .when(clock, record({ kind: 'alone', plan }))
      .thenEvents({ type: 'comparisonRecorded' })
    alone.when(clock, record({ kind: 'alone', plan: { ...plan, total: 61 } })).thenRejected('notOpen')
    alone.when(clock, record({ kind: 'withoutLosers', plan: null })).thenEvents({ type: 'comparisonRecorded' })
    found()
      .when(facilitator, record({ kind: 'alone', plan }))
      .thenRejected('notAllowed')
    found()
      .when(team('housing'), record({ kind: 'alone', plan }))
      .thenRejected('notAllowed')
  })

  it('[W3] no step of the game: there is nothing to undo', () => {
    const before = found()
    expect(before.and([clock, record({ kind: 'alone', plan })]).state.steps).toEqual(before.state.steps)
  })

  it('[W3] everyone sees it with the figures, the facilitator before', () => {
    const all = found().and(
      [clock, record({ kind: 'alone', plan })],
      [clock, record({ kind: 'withoutLosers', plan: null })],
      [clock, record({ kind: 'balanced', plan: { ...plan, proven: false }, share: 0.25 })],
      [clock, record({ kind: 'sources', pooledMeans: 30, commonGoals: 7, crossReferences: 30, proven: true })],
      [clock, record({ kind: 'front', points: [{ value: 127, cost: 900_000, proven: true }], core: { W1: 1 } })],
    )
    expect(sharedView(all.state).debriefing.value).toBeNull()
    const own = ownView(all.state, { role: 'facilitator', seatId: 'f' })
    const shown = sharedView(all.and([facilitator, figures]).state).debriefing.value
    expect(own?.role === 'facilitator' && own.value).toEqual(shown)
    expect(shown?.compared).toEqual({
      alone: plan,
      // Nothing was decided: 0 − 60 of 127 − 60.
      added: { kind: 'below', points: -60, potential: 0, atLeast: -60 / 67, atMost: -60 / 67 },
      withoutLosers: null,
      balanced: { ...plan, proven: false },
      balancedShare: 0.25,
      sources: { pooledMeans: 30, commonGoals: 7, crossReferences: 30, proven: true },
      front: [{ value: 127, cost: 900_000, proven: true }],
      core: { W1: 1 },
    })
  })

  it('[W3] without anything recorded every place is there and empty', () => {
    const value = sharedView(given().reaching('debriefing').and([facilitator, figures]).state).debriefing.value
    expect(value?.compared).toEqual({ alone: null, added: null, withoutLosers: null, balanced: null, balancedShare: 0, sources: null, front: [], core: {} })
  })

  it('[W1] points of each goal: alone, together, and in the best list', () => {
    const played = given()
      .reaching('alone')
      .and([team('housing'), { type: 'planAlone', measureIds: ['W1'] }])
      .reaching('planning-1')
      .and(proposed('W1'), proposed('K1'), ...confirmed('synergy', 'W1', 'K1'))
      .reaching('debriefing')
      .and([clock, best], [facilitator, figures])
    const goals = sharedView(played.state).debriefing.value?.goals
    // Nothing was adopted; alone there is W1.
    const effects = played.state.scenario.measures.find(({ id }) => id === 'W1')?.effects ?? {}
    for (const { id, weight } of played.state.scenario.goals) {
      expect(goals?.[id]?.together).toBe(0)
      expect(goals?.[id]?.alone).toBe(weight * (effects[id] ?? 0))
    }
    const inBest = (goalId: string) =>
      ['W1', 'K1'].reduce((sum, id) => sum + (played.state.scenario.measures.find((one) => one.id === id)?.effects[goalId] ?? 0), 0)
    for (const { id, weight } of played.state.scenario.goals) expect(goals?.[id]?.best).toBe(weight * inBest(id))
  })
})
