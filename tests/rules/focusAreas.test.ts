import { describe, expect, it } from 'vitest'
import { districtsWithout } from '../../rules/districtsWithout.ts'
import { given, givenScenario, team } from '../helpers/given.ts'
import { covered, PLANNING, proposed } from '../helpers/moves.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const planning = given().reaching(PLANNING)
const declare = (areaId: string) => ({ type: 'declareFocusArea', areaId, reason: 'Hier drängt es' }) as const
const confirm = (areaId: string) => ({ type: 'confirmFocusArea', areaId }) as const
const decline = (areaId: string) => ({ type: 'declineFocusArea', areaId, reason: 'Nicht vor der Aue' }) as const

describe('Space', () => {
  it('[R1] a focus area is declared with a reason and counts when all other teams have confirmed it', () => {
    const declared = planning.and([team('housing'), declare('INN')])
    expect(declared.state.focusAreas.INN).toMatchObject({ status: 'proposed', proposedBy: 'housing', reason: 'Hier drängt es', supporters: ['housing'] })
    declared.when(team('housing'), confirm('INN')).thenRejected('notYours')
    const half = declared.and([team('climate'), confirm('INN')])
    expect(half.state.focusAreas.INN?.status).toBe('proposed')
    half.when(team('climate'), confirm('INN')).thenRejected('notYours')
    const all = half.and([team('mobility'), confirm('INN')])
    expect(all.state.focusAreas.INN).toMatchObject({ status: 'confirmed', supporters: ['housing', 'climate', 'mobility'] })
    all.when(team('mobility'), confirm('INN')).thenRejected('notOpen')
    planning.when(team('mobility'), confirm('INN')).thenRejected('unknownFocusArea', { areaId: 'INN' })
  })

  it('[R1] declined by one it is off, and may be declared anew', () => {
    const declined = planning.and([team('housing'), declare('INN')], [team('climate'), confirm('INN')], [team('mobility'), decline('INN')])
    expect(declined.state.focusAreas.INN).toMatchObject({ status: 'declined', decliners: ['mobility'], declineReason: 'Nicht vor der Aue' })
    declined.when(team('climate'), decline('INN')).thenRejected('notOpen')
    declined.when(team('mobility'), declare('INN')).thenState(({ focusAreas }) =>
      expect(focusAreas.INN).toEqual({
        areaId: 'INN',
        proposedBy: 'mobility',
        reason: 'Hier drängt es',
        supporters: ['mobility'],
        decliners: [],
        status: 'proposed',
        at: declined.now,
      }),
    )
  })

  it('[R1] only areas of the scenario that may be one, each once', () => {
    planning.when(team('housing'), declare('GES')).thenRejected('unknownArea', { areaId: 'GES' })
    planning.when(team('housing'), declare('XYZ')).thenRejected('unknownArea')
    planning
      .and([team('housing'), declare('INN')])
      .when(team('climate'), declare('INN'))
      .thenRejected('focusAreaExists', { areaId: 'INN' })
  })

  it('[R1] at most so many as the scenario allows, open ones counted, declined ones not', () => {
    const two = givenScenario({ ...smallScenario, focusAreas: { ...smallScenario.focusAreas, max: 2 } })
      .reaching(PLANNING)
      .and([team('housing'), declare('INN')], [team('housing'), declare('AUE')])
    two.when(team('climate'), declare('RAND')).thenRejected('focusAreasFull', { max: 2 })
    two
      .and([team('climate'), decline('AUE')])
      .when(team('climate'), declare('RAND'))
      .thenAccepted()
  })

  it('[R1] not confirmed while the package is voted on', () => {
    planning
      .and([team('housing'), declare('INN')], ...covered('W3'))
      .reaching('resolution-1')
      .and([team('climate'), { type: 'voteOnPackage', vote: 'yes' }])
      .when(team('climate'), confirm('INN'))
      .thenRejected('voteUnderWay')
  })

  it('[R2] local districts without a measure are named; an area serves all of its own, the whole town none', () => {
    const empty = (...measures: Parameters<typeof proposed>[]) => districtsWithout(planning.and(...measures.map((m) => proposed(...m))).state)
    expect(empty()).toEqual(['oberdorf', 'unterdorf'])
    expect(empty(['K1', { kind: 'point', at: [2800, 400] }])).toEqual(['unterdorf'])
    expect(empty(['W3'], ['W1'])).toEqual(['oberdorf', 'unterdorf'])
    expect(empty(['W2'])).toEqual([])
    expect(districtsWithout(planning.and(proposed('W2'), [team('housing'), { type: 'withdrawMeasure', measureId: 'W2' }]).state)).toEqual([
      'oberdorf',
      'unterdorf',
    ])
  })
})
