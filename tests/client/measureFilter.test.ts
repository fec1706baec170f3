import { describe, expect, test } from 'vitest'
import { filterCount, leftOut, type MeasureFilter, NO_FILTER, passes, WHOLE_TOWN } from '../../client/view/measureFilter.ts'
import { measuresOf } from '../../client/view/selectors.ts'
import { usualOwnContribution } from '../../rules/baseOwnContribution.ts'
import { sharedView } from '../../rules/views.ts'
import { given, team } from '../helpers/given.ts'
import { covered, proposed } from '../helpers/moves.ts'

const { state } = given()
  .reaching('planning-1')
  .and(proposed('W1'), ...covered('W3'), proposed('K1'), [team('climate'), { type: 'proposeMeasure', measureId: 'K2', place: { kind: 'area', areaId: 'AUE' } }])
const { scenario } = state
const shared = sharedView(state)
const measures = measuresOf({ scenario, shared, own: null })

/** Ids of all measures that pass. */
function found(wish: Partial<MeasureFilter>, means?: { funds: number; staff: number }): readonly string[] {
  const filter = { ...NO_FILTER, ...wish }
  const sources = { scenario, changedEffects: shared.changedEffects, means }
  return Object.values(measures)
    .filter((measure) => passes(filter, measure, shared.proposals[measure.id], sources))
    .map(({ id }) => id)
}

describe('the filter of measures', () => {
  test('asks nothing at first and lets everything through', () => {
    expect(filterCount(NO_FILTER)).toBe(0)
    expect(found({})).toHaveLength(scenario.measures.length)
  })

  test('by team: those that it leads', () => {
    expect(found({ teamId: 'housing' })).toEqual(['W1', 'W2', 'W3'])
  })

  test('by goal: those that serve it, not those that harm it', () => {
    for (const goal of scenario.goals) {
      const ids = found({ goalId: goal.id })
      expect(ids).toEqual(scenario.measures.filter(({ effects }) => (effects[goal.id] ?? 0) > 0).map(({ id }) => id))
    }
  })

  test('by state: an idea, proposed, covered', () => {
    expect(found({ state: 'covered' })).toEqual(['W3'])
    expect(found({ state: 'proposed' })).toEqual(['W1', 'K1', 'K2'])
    expect(found({ state: 'idea' })).not.toContain('W1')
    expect(found({ state: 'idea' }).length).toBe(scenario.measures.length - 4)
  })

  test('by place: where it was put counts more than where it usually lies', () => {
    expect(found({ areaId: 'AUE' })).toContain('K2')
    expect(found({ areaId: WHOLE_TOWN })).toContain('W3')
    expect(found({ areaId: 'INN' })).toContain('W1')
  })

  test('by means: own contribution and staff are both within them', () => {
    const measure = scenario.measures.find(({ id }) => id === 'M1')
    if (!measure) throw new Error('M1')
    const funds = usualOwnContribution(scenario, measure)
    expect(found({ affordable: true }, { funds, staff: measure.staff })).toContain('M1')
    expect(found({ affordable: true }, { funds: funds - 1, staff: measure.staff })).not.toContain('M1')
    expect(found({ affordable: true }, { funds, staff: measure.staff - 1 })).not.toContain('M1')
  })

  test('several questions narrow one another', () => {
    expect(found({ teamId: 'climate', state: 'proposed', areaId: 'AUE' })).toEqual(['K2'])
  })

  test('the map is told which of those on the table it leaves out; without a question the same empty set', () => {
    const sources = { scenario }
    expect([...leftOut({ ...NO_FILTER, teamId: 'climate' }, measures, shared.proposals, sources)].sort()).toEqual(['W1', 'W3'])
    expect(leftOut(NO_FILTER, measures, shared.proposals, sources)).toBe(leftOut(NO_FILTER, measures, {}, sources))
  })
})
