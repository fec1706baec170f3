import { describe, expect, test } from 'vitest'
import { mapModel } from '../../client/map/mapModel.ts'
import { BENCH, FOUNTAIN, type PracticeProgress, practiceTown, TREE } from '../../client/panels/arrival/practiceTown.ts'
import { isInMunicipality } from '../../rules/geometry.ts'
import { sharedView } from '../../rules/views.ts'
import { givenScenario } from '../helpers/given.ts'
import { muldenau } from '../helpers/muldenau.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const TEXTS = { bench: 'Sitzbank', fountain: 'Trinkbrunnen', tree: 'Schattenbaum' }
const START: PracticeProgress = { bench: null, reference: 'none', request: 'none' }

describe.each([
  { name: 'Muldenau', scenario: muldenau('compact') },
  { name: 'the small scenario', scenario: smallScenario },
])('the probe task on the map of $name', ({ scenario }) => {
  const shared = sharedView(givenScenario(scenario).state)
  const [team] = scenario.teams
  const shown = (progress: PracticeProgress) => {
    const town = practiceTown(scenario, shared, team?.id ?? '', TEXTS, progress)
    return { town, model: mapModel(town) }
  }

  test('begins with the fountain of another team; the bench is still to be placed, where the scenario has a spot', () => {
    const { town, model } = shown(START)
    expect(model.pins.map(({ id }) => id)).toEqual([FOUNTAIN])
    expect(model.pins[0]?.team.id).not.toBe(team?.id)
    expect(isInMunicipality(scenario, town.market)).toBe(true)
    expect(town.bench.siteIds).toHaveLength(1)
  })

  test('ends with three pins at different spots, one line proposed and one confirmed', () => {
    const { market } = shown(START).town
    const { model } = shown({ bench: market, reference: 'proposed', request: 'confirmed' })
    expect(model.pins.map(({ id }) => id).sort()).toEqual([BENCH, FOUNTAIN, TREE].sort())
    expect(new Set(model.pins.map(({ at }) => String(at))).size).toBe(3)
    expect(model.links.map(({ state }) => state).sort()).toEqual(['confirmed', 'proposed'])
  })

  test('shows nothing of the real session, and changes nothing of it', () => {
    const before = JSON.stringify(shared)
    const { town } = shown({ bench: [1, 1], reference: 'proposed', request: 'asked' })
    expect(Object.keys(town.shared.proposals).every((id) => id.startsWith('practice-'))).toBe(true)
    expect(JSON.stringify(shared)).toBe(before)
  })
})
