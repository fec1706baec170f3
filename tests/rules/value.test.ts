import { describe, expect, it } from 'vitest'
import type { Command } from '../../rules/commands.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import { addedValue, commonValue, type Plan, type PlannedMeasure, planOfDepartmentsAlone, planOfSession } from '../../rules/value.ts'
import { facilitator, givenScenario, type Play, team } from '../helpers/given.ts'
import { smallScenario } from '../helpers/smallScenario.ts'
import { agreeOn, apply, type Move, pledge, propose, vote } from '../helpers/teamMoves.ts'

const planAlone = (teamId: string, ...measureIds: string[]): Move => [team(teamId), { type: 'planAlone', measureIds }]
const ask = (teamId: string, command: Command): Move => [team(teamId), command]

/** W1, M1 and K1 in the town centre, all cross-references confirmed, a focus area declared: decided together in round 1. */
function decidedTogether(...more: readonly Move[]): Play {
  return givenScenario(smallScenario)
    .reaching('planning-1')
    .and(propose('housing', 'W1'), propose('mobility', 'M1'), propose('climate', 'K1'))
    .and(...agreeOn('synergy', 'K1', 'W1', 'climate', 'housing'), ...agreeOn('synergy', 'M1', 'W1', 'mobility', 'housing'))
    .and(apply('housing', 'W1', 'STB'), apply('mobility', 'M1', 'STB'), apply('climate', 'K1', 'EUK'))
    .and(
      ask('housing', { type: 'declareFocusArea', areaId: 'INN', reason: 'Hier kommt alles zusammen.' }),
      ask('mobility', { type: 'confirmFocusArea', areaId: 'INN' }),
      ask('climate', { type: 'confirmFocusArea', areaId: 'INN' }),
    )
    .and(pledge('housing', 'W1', 240_000, 4), pledge('mobility', 'M1', 112_800, 3), pledge('climate', 'K1', 18_200, 2), ...more)
    .reaching('resolution-1')
    .and(vote('housing', 'yes'), vote('mobility', 'yes'), vote('climate', 'yes'))
}

describe('Common value', () => {
  it('[W1] the example by hand: 87 + 5 + 15 + 10 = 117', () => {
    // Muldenau: W01 and K02 in round 1, M07 in round 2, all cross-references confirmed, focus area Am Sonnenhang.
    const weights = { Z1: 3, Z2: 3, Z3: 2, Z4: 3, Z5: 2, Z6: 3, Z7: 3, Z8: 1 }
    const scenario: Scenario = { ...smallScenario, rounds: 3 }
    const measure = (measureId: string, teamId: string, round: number, effects: PlannedMeasure['effects'], funds: number, staff: number): PlannedMeasure => ({
      measureId,
      teamId,
      areaId: 'SON',
      round,
      effects,
      funds,
      staff,
    })
    const plan: Plan = {
      decided: [
        measure('W01', 'housing', 1, { Z1: 9, Z7: 3, Z8: 3, Z3: 3 }, 900_000, 5),
        measure('K02', 'climate', 1, { Z4: 4, Z7: 2, Z1: 2 }, 38_000, 3),
        measure('M07', 'mobility', 2, { Z2: 4, Z7: 2 }, 153_000, 3),
      ],
      synergies: [
        { a: 'W01', b: 'K02', effect: 'sharedConstruction', strength: 2 },
        { a: 'W01', b: 'M07', effect: 'sharedConstruction', strength: 1 },
        { a: 'K02', b: 'M07', effect: 'sharedConstruction', strength: 2 },
      ],
      conflicts: [],
      focusAreas: ['SON'],
      goalWeights: weights,
      goalChanges: {},
    }
    expect(commonValue(plan, scenario)).toEqual({
      total: 117,
      goals: 87,
      early: 5,
      synergies: 15,
      focusAreas: 10,
      conflicts: 0,
      funds: 1_091_000,
      staff: 11,
      measureIds: ['W01', 'K02', 'M07'],
    })
  })

  it('[W1] the joint plan counts what was adopted, confirmed and declared', () => {
    const { state } = decidedTogether()
    // W1 6·3 + 2·2, M1 5·2, K1 4·4 + 1·3; three measures one round early; strengths 2 and 1 at 3 points; one focus area
    expect(commonValue(planOfSession(state), smallScenario)).toEqual({
      total: 51 + 3 + 9 + 10,
      goals: 51,
      early: 3,
      synergies: 9,
      focusAreas: 10,
      conflicts: 0,
      funds: 240_000 + 112_800 + 18_200,
      staff: 9,
      measureIds: ['W1', 'K1', 'M1'],
    })
  })

  it('[W1] an accepted conflict costs its points like an open one; one that was adapted does not', () => {
    const withCarPark = (way: 'accept' | 'adapt', funds: number) =>
      decidedTogether(
        propose('mobility', 'M3'),
        ...agreeOn('conflict', 'K1', 'M3', 'climate', 'mobility'),
        ask('mobility', { type: 'settleConflict', crossReferenceId: 'c-K1-M3', way, measureId: 'M3', reason: 'Beides hat am Markt seinen Platz.' }),
        ask('climate', { type: 'confirmSettlement', crossReferenceId: 'c-K1-M3' }),
        pledge('climate', 'M3', 131_800, 2),
        pledge('mobility', 'M3', 87_200, 0),
        [facilitator, { type: 'pledgePot', targetId: 'M3', funds }],
      )
    // M3 3·2 − 2·4 = −2, one round early
    expect(commonValue(planOfSession(withCarPark('accept', 21_000).state), smallScenario)).toMatchObject({ total: 73 - 2 + 1 - 8, conflicts: 8 })
    expect(commonValue(planOfSession(withCarPark('adapt', 61_000).state), smallScenario)).toMatchObject({
      total: 73 - 2 + 1,
      conflicts: 0,
      funds: 371_000 + 280_000,
    })
  })

  it('[W1] a focus area earns its points with enough measures of enough teams, and only if declared', () => {
    const { state } = decidedTogether()
    const plan = planOfSession(state)
    const only = (...ids: string[]) => ({ ...plan, decided: plan.decided.filter(({ measureId }) => ids.includes(measureId)) })
    expect(commonValue({ ...plan, focusAreas: [] }, smallScenario).focusAreas).toBe(0)
    expect(commonValue(only('W1', 'M1'), smallScenario).focusAreas).toBe(0)
    expect(commonValue({ ...plan, decided: plan.decided.map((measure) => ({ ...measure, teamId: 'housing' })) }, smallScenario).focusAreas).toBe(0)
    const two = { ...smallScenario, focusAreas: { ...smallScenario.focusAreas, minMeasures: 2 } }
    expect(commonValue(only('W1', 'M1'), two).focusAreas).toBe(10)
    const elsewhere = plan.decided.map((measure) => ({ ...measure, measureId: `${measure.measureId}x`, areaId: 'AUE' }))
    const twice = { ...plan, decided: [...plan.decided, ...elsewhere], focusAreas: ['INN', 'AUE'] }
    expect(commonValue(twice, smallScenario).focusAreas).toBe(20)
    expect(commonValue(twice, { ...smallScenario, focusAreas: { ...smallScenario.focusAreas, max: 1 } }).focusAreas).toBe(10)
  })

  it('[W1] goals changed for the whole town count with their weight', () => {
    const plan = { ...planOfSession(decidedTogether().state), goalChanges: { Z1: -3 } }
    expect(commonValue(plan, smallScenario).goals).toBe(51 - 9)
  })

  it('[W1] pairs that nobody confirmed count only where the scenario says so', () => {
    const counted = { ...smallScenario, value: { ...smallScenario.value, countUnconfirmed: true } }
    const { state } = decidedTogether()
    const dissolved = { ...state, crossReferences: {} }
    expect(commonValue(planOfSession(dissolved), smallScenario).synergies).toBe(0)
    expect(commonValue(planOfSession({ ...dissolved, scenario: counted }), counted).synergies).toBe(9)
    // named and confirmed ones are not counted twice
    expect(commonValue(planOfSession({ ...state, scenario: counted }), counted).synergies).toBe(9)
  })
})

describe('Departments alone', () => {
  const plannedAlone = (scenario: Scenario = smallScenario) =>
    givenScenario(scenario)
      .reaching('alone')
      .and(planAlone('housing', 'W1', 'W2', 'W3'), planAlone('mobility', 'M1', 'M2'), planAlone('climate', 'K3', 'K4'))

  it('[A2] [W1] every measure in the earliest round that the means of its department allow, in the order of the plan', () => {
    const plan = planOfDepartmentsAlone(plannedAlone().state)
    expect(plan.decided.map(({ measureId, round }) => [measureId, round])).toEqual([
      ['W1', 1],
      ['W2', 2],
      ['W3', 1],
      ['M1', 1],
      ['M2', 2],
      ['K3', 1],
      ['K4', 2],
    ])
    // 22 + 12 + 6, 10 + 12, 8 + 28; four of them one round early
    expect(commonValue(plan, smallScenario)).toMatchObject({
      total: 98 + 4,
      goals: 98,
      early: 4,
      synergies: 0,
      conflicts: 0,
      focusAreas: 0,
      funds: 830_000,
      staff: 19,
    })
  })

  it('[W1] accidental pairs count only where the scenario says so, on the side of the departments as well', () => {
    const counted = { ...smallScenario, value: { ...smallScenario.value, countUnconfirmed: true } }
    const plan = planOfDepartmentsAlone(plannedAlone(counted).state)
    // W1–M1 3, W3–K3 3, W1–W3 5; conflict W1–W2
    expect(commonValue(plan, counted)).toMatchObject({ total: 102 + 11 - 8, synergies: 11, conflicts: 8 })
    const oneArea = { ...counted, focusAreas: { ...counted.focusAreas, minMeasures: 2 } }
    expect(commonValue(planOfDepartmentsAlone(plannedAlone(oneArea).state), oneArea).focusAreas).toBe(10)
  })

  it('[A1] what the means do not allow, and what needs a measure that is not planned, falls out', () => {
    const state = plannedAlone().state
    const planned = (teamId: string, ...measureIds: string[]) =>
      planOfDepartmentsAlone({ ...state, soloPlans: { [teamId]: { measureIds, handedIn: true } } }).decided.map(({ measureId }) => measureId)
    expect(planned('climate', 'K4')).toEqual([])
    expect(planned('climate', 'K4', 'K3')).toEqual(['K3', 'K4'])
    expect(planned('climate', 'K2', 'K4', 'K3', 'K1')).toEqual(['K2', 'K3', 'K1'])
    expect(planned('mobility', 'M3', 'M2')).toEqual(['M3'])
  })

  it('[A1] own issue alone: without a part of the pot', () => {
    const own: Scenario = { ...smallScenario, settings: { ...smallScenario.settings, soloMeans: 'ownIssue' } }
    const roundOf = (scenario: Scenario) => {
      const { state } = plannedAlone(scenario)
      const plan = planOfDepartmentsAlone({ ...state, soloPlans: { housing: { measureIds: ['W1', 'W3', 'W2'], handedIn: true } } })
      return plan.decided.map(({ measureId, round }) => `${measureId} ${round}`)
    }
    expect(roundOf(own)).toEqual(['W1 1', 'W3 1', 'W2 2'])
    const tight: Scenario = { ...own, teams: own.teams.map((t) => (t.id === 'housing' ? { ...t, funds: [280_000, 300_000] } : t)) }
    expect(roundOf(tight)).toEqual(['W1 1', 'W3 2', 'W2 2'])
    // 300 and 150: once W2 is bound for round 2, the 60 that are left in round 1 are no longer free for W3.
    const bound: Scenario = { ...own, teams: own.teams.map((t) => (t.id === 'housing' ? { ...t, funds: [300_000, 150_000] } : t)) }
    const { state } = plannedAlone(smallScenario)
    const plan = planOfDepartmentsAlone({ ...state, scenario: bound, soloPlans: { housing: { measureIds: ['W1', 'W2', 'W3'], handedIn: true } } })
    expect(plan.decided.map(({ measureId }) => measureId)).toEqual(['W1', 'W2'])
  })

  it('[A2] who handed nothing in has an empty plan', () => {
    const { state } = givenScenario(smallScenario).reaching('planning-1')
    expect(commonValue(planOfDepartmentsAlone(state), smallScenario)).toMatchObject({ total: 0, funds: 0, measureIds: [] })
  })

  it('[W1] incidents meet these plans as they meet the joint one', () => {
    const played = plannedAlone()
      .reaching('planning-1')
      .and([facilitator, { type: 'playIncident', incidentId: 'E07' }])
      .reaching('planning-2')
      .and([facilitator, { type: 'playIncident', incidentId: 'E09' }])
    const plan = planOfDepartmentsAlone(played.state)
    // E07: nothing of them in RAND by the end of round 1. E09: K3 and W1 are there, so M1 gains 4 points of Z2; Z3 weighs 5 for all.
    expect(plan.goalChanges).toEqual({ Z1: -3 })
    expect(plan.decided.find(({ measureId }) => measureId === 'M1')?.effects).toEqual({ Z2: 9 })
    expect(plan.goalWeights.Z3).toBe(5)
    const withoutPlan = plannedAlone()
      .reaching('planning-2')
      .and([facilitator, { type: 'playIncident', incidentId: 'E09' }])
    const late = planOfDepartmentsAlone({ ...withoutPlan.state, soloPlans: { mobility: { measureIds: ['M1'], handedIn: true } } })
    expect(late.decided.find(({ measureId }) => measureId === 'M1')?.effects).toEqual({ Z2: 5 })
    // K3 is planned for round 2 only, when the incident has passed.
    const soloPlans = { mobility: { measureIds: ['M1'], handedIn: true }, climate: { measureIds: ['K2', 'K3'], handedIn: true } }
    const tooLate = planOfDepartmentsAlone({ ...withoutPlan.state, soloPlans })
    expect(tooLate.decided.map(({ measureId, round }) => `${measureId} ${round}`)).toEqual(['M1 1', 'K2 1', 'K3 2'])
    expect(tooLate.decided[0]?.effects).toEqual({ Z2: 5 })
  })
})

describe('Added value', () => {
  it('[W2] share of what was possible: (118 − 89) ÷ (127 − 89)', () => {
    expect(addedValue(89, 118, 127)).toEqual({ kind: 'share', points: 29, potential: 38, share: 29 / 38 })
  })

  it('[W2] alone is 0, the best is 1', () => {
    expect(addedValue(89, 89, 127)).toMatchObject({ share: 0 })
    expect(addedValue(89, 127, 127)).toMatchObject({ share: 1 })
  })

  it.each([
    ['nobody has computed the best', 89, 118, null, { kind: 'unknownBest', points: 29 }],
    ['alone was already the best', 100, 95, 100, { kind: 'noPotential', points: -5 }],
    ['alone was above the best, being costed kindly', 104, 99, 100, { kind: 'noPotential', points: -5 }],
    ['less than alone, unclamped', 89, 80, 127, { kind: 'below', points: -9, share: -9 / 38 }],
    ['more than the proven best', 89, 130, 127, { kind: 'outsideRules', points: 41 }],
    ['less than 2 % to be won', 1000, 1010, 1020, { kind: 'smallPotential', points: 10 }],
    ['2 % and a little more to be won', 1000, 1010, 1021, { kind: 'share', points: 10, potential: 21, share: 10 / 21 }],
    ['best not proven', 89, 118, { lower: 120, upper: 130 }, { kind: 'range', points: 29, atLeast: 29 / 41, atMost: 29 / 31 }],
    ['best not proven, the table found more', 89, 125, { lower: 120, upper: 130 }, { kind: 'range', points: 36, atLeast: 36 / 41, atMost: 1 }],
    ['best not proven, above its bound', 89, 131, { lower: 120, upper: 130 }, { kind: 'outsideRules', points: 42 }],
    ['best not proven, below alone', 89, 80, { lower: 120, upper: 130 }, { kind: 'below', points: -9, share: -9 / 41 }],
    ['bounds that meet are proof', 89, 118, { lower: 127, upper: 127 }, { kind: 'share', points: 29, potential: 38, share: 29 / 38 }],
  ] as const)('[W2] %s', (_case, alone, together, best, expected) => {
    expect(addedValue(alone, together, best)).toEqual(expected)
  })
})
