import { describe, expect, it } from 'vitest'
import { soloMeans, soloUse } from '../../rules/soloMeans.ts'
import { facilitator, given, givenScenario, team } from '../helpers/given.ts'
import { smallScenario, withSettings } from '../helpers/smallScenario.ts'

const alone = given().reaching('alone')

describe('Departments alone', () => {
  it('[A1] a department plans its own measures in order; nothing is spent', () => {
    alone
      .when(team('housing'), { type: 'planAlone', measureIds: ['W3', 'W1'] })
      .thenEvents({ type: 'plannedAlone', teamId: 'housing', measureIds: ['W3', 'W1'] })
      .thenState(({ soloPlans, accounts }) => {
        expect(soloPlans.housing).toEqual({ measureIds: ['W3', 'W1'], handedIn: true })
        expect(accounts).toEqual(alone.state.accounts)
      })
  })

  it('[A1] a new plan replaces the one before', () => {
    alone
      .and([team('housing'), { type: 'planAlone', measureIds: ['W3', 'W1'] }], [team('housing'), { type: 'planAlone', measureIds: ['W2'] }])
      .thenState(({ soloPlans }) => expect(soloPlans.housing?.measureIds).toEqual(['W2']))
  })

  it('[A1] only measures that the department leads, each once', () => {
    alone.when(team('housing'), { type: 'planAlone', measureIds: ['M1'] }).thenRejected('notYourMeasure', { measureId: 'M1', teamId: 'mobility' })
    alone.when(team('housing'), { type: 'planAlone', measureIds: ['X9'] }).thenRejected('unknownMeasure', { measureId: 'X9' })
    alone.when(team('housing'), { type: 'planAlone', measureIds: ['W3', 'W3'] }).thenRejected('invalidCommand')
  })

  it('[A1] means are the own issue of all rounds and an equal part of the pot', () => {
    expect(soloMeans(smallScenario, 'housing')).toEqual({ funds: 600_000 + 66_666, staff: 10 })
    expect(soloMeans(smallScenario, 'mobility')).toEqual({ funds: 450_000 + 66_666, staff: 8 })
  })

  it('[A1] setting soloMeans: the own issue alone', () => {
    expect(soloMeans(withSettings({ soloMeans: 'ownIssue' }), 'climate')).toEqual({ funds: 300_000, staff: 7 })
  })

  it('[A1] a plan needs usual own contributions and staff, without savings', () => {
    expect(soloUse(alone.state, ['W1', 'W2', 'W3'])).toEqual({ funds: 240_000 + 200_000 + 50_000, staff: 8 })
    expect(soloUse(alone.state, ['K4'])).toEqual({ funds: 100_000, staff: 4 })
  })

  it('[A1] a plan beyond the means is refused with what is missing', () => {
    const measures = smallScenario.measures.map((measure) => (measure.id === 'W2' ? { ...measure, cost: 400_000 } : measure))
    givenScenario({ ...smallScenario, measures })
      .reaching('alone')
      .when(team('housing'), { type: 'planAlone', measureIds: ['W1', 'W2', 'W3'] })
      .thenRejected('notEnoughFunds', { missing: 690_000 - 666_666 })
    alone.when(team('climate'), { type: 'planAlone', measureIds: ['K3', 'K4', 'K1'] }).thenRejected('notEnoughStaff', { missing: 1 })
    alone.when(team('climate'), { type: 'planAlone', measureIds: ['K3', 'K4'] }).thenAccepted()
  })

  it('[A1] [M6] what a measure needs first is in the plan, what excludes it is not', () => {
    alone.when(team('climate'), { type: 'planAlone', measureIds: ['K4'] }).thenRejected('prerequisiteMissing', { measureId: 'K4', requires: ['K3'] })
    alone.when(team('mobility'), { type: 'planAlone', measureIds: ['M2', 'M3'] }).thenRejected('measureExcluded', { measureId: 'M2', by: 'M3' })
  })

  it('[A1] only in the round of departments alone', () => {
    given().when(team('housing'), { type: 'planAlone', measureIds: [] }).thenRejected('notInThisPhase')
    alone.reaching('planning-1').when(team('housing'), { type: 'planAlone', measureIds: [] }).thenRejected('notInThisPhase')
  })

  it('[A1] the facilitator plans for an absent department', () => {
    alone
      .when(facilitator, { type: 'actFor', teamId: 'climate', command: { type: 'planAlone', measureIds: ['K1'] } })
      .thenEvents({ type: 'plannedAlone', teamId: 'climate', measureIds: ['K1'] })
  })

  it('[A2] who hands in nothing, or takes everything back, has an empty plan', () => {
    expect(alone.state.soloPlans.climate).toEqual({ measureIds: [], handedIn: false })
    alone
      .and([team('climate'), { type: 'planAlone', measureIds: ['K1'] }], [team('climate'), { type: 'planAlone', measureIds: [] }])
      .thenState(({ soloPlans }) => expect(soloPlans.climate).toEqual({ measureIds: [], handedIn: false }))
  })

  it('[A2] the plan stays as it was when departments meet', () => {
    const planned = alone.and([team('housing'), { type: 'planAlone', measureIds: ['W3'] }])
    expect(planned.reaching('debriefing').state.soloPlans).toEqual(planned.state.soloPlans)
  })
})
