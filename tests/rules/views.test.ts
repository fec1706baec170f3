import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import { shareStructure } from '../../rules/views/shareStructure.ts'
import { ownView, scenarioView, sharedView } from '../../rules/views.ts'
import { given } from '../helpers/given.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

describe('the scenario as each role receives it', () => {
  const hinted = (scenario: Scenario) => [...scenario.synergies, ...scenario.conflicts].every(({ hint }) => hint)

  test('[V1] teams and wall get no incident that may still come, no pair without a hint, and not what the facilitator says', () => {
    for (const role of ['team', 'wall', 'observer', 'council'] as const) {
      const view = scenarioView(smallScenario, role)
      expect(view.incidents).toEqual([])
      expect(hinted(view)).toBe(true)
      expect(view.phases.every(({ say, watch }) => say.length === 0 && watch === undefined)).toBe(true)
    }
  })

  test('[V1] the facilitator gets the whole scenario', () => {
    expect(scenarioView(smallScenario, 'facilitator')).toBe(smallScenario)
  })

  test('[C4] every pair is known once the debriefing has begun', () => {
    const view = scenarioView(smallScenario, 'team', true)
    expect(view.synergies).toEqual(smallScenario.synergies)
    expect(view.conflicts).toEqual(smallScenario.conflicts)
    expect(view.incidents).toEqual([])
  })
})

describe('sharing structure', () => {
  test('equal content keeps the earlier object, changed content brings only its own path', () => {
    const previous = { teams: { a: { funds: 1 }, b: { funds: 2 } }, list: [{ id: 'x' }, { id: 'y' }] }
    const next = { teams: { a: { funds: 1 }, b: { funds: 3 } }, list: [{ id: 'x' }, { id: 'y' }] }
    const shared = shareStructure(previous, next)
    expect(shared).toEqual(next)
    expect(shared.teams.a).toBe(previous.teams.a)
    expect(shared.teams).not.toBe(previous.teams)
    expect(shared.list).toBe(previous.list)
  })

  test('the same content as a whole is the earlier object', () => {
    const previous = { a: [1, 2, { b: null }] }
    expect(shareStructure(previous, structuredClone(previous))).toBe(previous)
  })

  test('what is gone is gone, and undefined is not the same as absent', () => {
    expect(shareStructure<object>({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 })
    expect(Object.keys(shareStructure<object>({ b: 1 }, { a: undefined }))).toEqual(['a'])
    expect(shareStructure([1, 2, 3], [1, 2])).toEqual([1, 2])
    expect(shareStructure<unknown>([1], { 0: 1 })).toEqual({ 0: 1 })
  })
})

test('[V2] the wall has nothing of its own', () => {
  expect(ownView(given().state, { role: 'wall', seatId: 'w' })).toBeNull()
})

test('a shared view has no undefined anywhere, so that it goes over the wire as it is', () => {
  const view = sharedView(given().state)
  expect(JSON.parse(JSON.stringify(view))).toStrictEqual(view)
  expect(Object.keys(view.teams)).toEqual(smallScenario.teams.map(({ id }) => id))
})
