import { describe, expect, it } from 'vitest'
import { shareDown, shareNearest, shareUp, tenThousandths } from '../../rules/amounts.ts'
import { baseOwnContribution, costOf, totalCost } from '../../rules/costing.ts'
import { hasIntegrationBonus } from '../../rules/crossReferencesOf.ts'
import { knownMeasure } from '../../rules/measureOf.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import { facilitator, type Given, given, givenScenario, type Play, team } from '../helpers/given.ts'
import { confirmed, covered, PLANNING, proposed, voteOf } from '../helpers/moves.ts'
import { smallScenario, withSettings } from '../helpers/smallScenario.ts'

const planning = given().reaching(PLANNING)
const applied = (teamId: string, measureId: string, programmeId: string): Given => [team(teamId), { type: 'applyForFunding', measureId, programmeId }]
const cost = (play: Play, measureId: string) => costOf(play.state, measureId)
const playing = (scenario: Scenario) => givenScenario(scenario).reaching(PLANNING)
const withMeasure = (id: string, change: Partial<Scenario['measures'][number]>, scenario = smallScenario): Scenario => ({
  ...scenario,
  measures: scenario.measures.map((measure) => (measure.id === id ? { ...measure, ...change } : measure)),
})
const withProgramme = (id: string, change: Partial<Scenario['programmes'][number]>, scenario = smallScenario): Scenario => ({
  ...scenario,
  programmes: scenario.programmes.map((programme) => (programme.id === id ? { ...programme, ...change } : programme)),
})
const withRules = (change: Partial<Scenario['crossReferenceRules']>): Scenario => ({
  ...smallScenario,
  crossReferenceRules: { ...smallScenario.crossReferenceRules, ...change },
})

describe('Shares of money stay in the integers', () => {
  it('[B2] rates are read as ten-thousandths; shares are rounded down, to the nearest (halves up), or up', () => {
    expect(tenThousandths(0.6667)).toBe(6667)
    expect(tenThousandths(0.1 + 0.2)).toBe(3000)
    expect(shareDown(2_700_000, 6667, 1000)).toBe(1_800_000)
    expect(shareDown(999, 10_000, 1)).toBe(999)
    expect([28_499, 28_500, 28_501].map((amount) => shareNearest(amount, 10_000, 1000))).toEqual([28_000, 29_000, 29_000])
    expect([82_500, 82_000, 82_001].map((amount) => shareUp(amount, 10_000, 1000))).toEqual([83_000, 82_000, 83_000])
  })

  it('[B2] even the largest amounts stay exact', () => {
    expect(shareDown(1_000_000_000, 9_999, 1)).toBe(999_900_000)
    expect(shareNearest(999_999_999, 4_500, 1)).toBe(450_000_000)
  })
})

describe('What a measure costs', () => {
  it('[B2] without programme and partner the municipality bears it all', () => {
    expect(cost(planning.and(proposed('W1')), 'W1')).toEqual({
      totalCost: 600_000,
      extraCost: 0,
      savings: 0,
      grant: 0,
      rate: 0,
      bonus: false,
      ownContribution: 600_000,
      staffNeed: 4,
      staffSaved: 0,
    })
    expect(cost(planning, 'W1').ownContribution).toBe(600_000)
  })

  it('[B2] a range is played at its middle, half a euro up', () => {
    expect(totalCost(knownMeasure(planning.state, 'K4'))).toBe(500_000)
    expect(totalCost({ ...knownMeasure(planning.state, 'K4'), cost: { from: 100, to: 101 } })).toBe(101)
  })

  it('[B2] own contribution = cost − savings − grant, and together they are the cost', () => {
    const play = planning.and(proposed('W1'), proposed('M1'), ...confirmed('synergy', 'W1', 'M1'), applied('mobility', 'M1', 'STB'))
    const { totalCost: total, savings, grant, ownContribution } = cost(play, 'M1')
    // smaller usual own contribution: 120 (M1); 15 % of it saved; grant 60 % of what is left
    expect({ savings, grant, ownContribution }).toEqual({ savings: 18_000, grant: 169_200, ownContribution: 112_800 })
    expect(savings + grant + ownContribution).toBe(total)
  })

  it('[B2] on the total cost, where the scenario pays grants so', () => {
    const play = playing(withSettings({ grantBase: 'totalCost' })).and(
      proposed('W1'),
      proposed('M1'),
      ...confirmed('synergy', 'W1', 'M1'),
      applied('mobility', 'M1', 'STB'),
    )
    expect(cost(play, 'M1')).toMatchObject({ savings: 18_000, grant: 180_000, ownContribution: 102_000 })
  })

  it('[B2] never below the least own share of the total cost, rounded up: the grant yields', () => {
    const generous = withProgramme('EUK', { rate: 0.9 }, withSettings({ minOwnShare: 0.15, amountStep: 1000 }))
    const play = playing(withMeasure('K1', { cost: 99_500 }, generous)).and(proposed('K1'), applied('climate', 'K1', 'EUK'))
    // 15 % of 99 500 = 14 925
    expect(cost(play, 'K1')).toMatchObject({ grant: 84_500, ownContribution: 15_000, rate: 0.9 })
  })

  it('[B2] and savings yield too, if they alone would go below it', () => {
    const thrifty = withRules({ savedSharePerStrength: 0.5 })
    const scenario = withMeasure('K1', { programmeIds: [] }, thrifty)
    const play = playing(scenario).and(proposed('W1'), proposed('K1'), ...confirmed('synergy', 'W1', 'K1'))
    expect(cost(play, 'K1')).toMatchObject({ totalCost: 100_000, savings: 90_000, grant: 0, ownContribution: 10_000 })
  })

  it('[B2] at least one staff point where staff is needed, none where it is not', () => {
    const both = [proposed('W3'), proposed('K3'), ...confirmed('synergy', 'W3', 'K3')]
    expect(cost(planning.and(...both), 'K3')).toMatchObject({ staffNeed: 1, staffSaved: 1 })
    const twice = playing(withRules({ savedStaff: 5 })).and(...both)
    expect(cost(twice, 'K3')).toMatchObject({ staffNeed: 1, staffSaved: 1 })
    const none = playing(withMeasure('K3', { staff: 0 }, withMeasure('W3', { staff: 0 }))).and(...both)
    expect(cost(none, 'K3')).toMatchObject({ staffNeed: 0, staffSaved: 0 })
    const strict = playing(withSettings({ minStaff: 3 })).and(proposed('K3'))
    expect(cost(strict, 'K3').staffNeed).toBe(2)
  })
})

describe('What a synergy brings', () => {
  it('[C6] shared construction saves a share of the smaller usual own contribution, at that partner', () => {
    const play = planning.and(proposed('W1'), proposed('K1'), ...confirmed('synergy', 'W1', 'K1'))
    // K1: 100 − 70 = 30 usual; strength 2 × 15 % = 9
    expect(baseOwnContribution(play.state, knownMeasure(play.state, 'K1'))).toBe(30_000)
    expect(cost(play, 'K1').savings).toBe(9_000)
    expect(cost(play, 'W1').savings).toBe(0)
  })

  it('[C6] halves of the step round up; several savings add up', () => {
    const scenario = withMeasure(
      'M1',
      { cost: 62_500, programmeIds: [] },
      withMeasure('K1', { cost: 95_000, programmeIds: [] }, withSettings({ amountStep: 1000 })),
    )
    const known = [...scenario.synergies, { a: 'M1', b: 'K1', strength: 2, kind: 'sharedConstruction' as const, reason: 'Weg durch den Park', hint: false }]
    const play = playing({ ...scenario, synergies: known }).and(
      proposed('W1'),
      proposed('K1'),
      proposed('M1'),
      ...confirmed('synergy', 'W1', 'K1'),
      ...confirmed('synergy', 'W1', 'M1'),
      ...confirmed('synergy', 'M1', 'K1'),
    )
    // K1: 30 % of 95 000 = 28 500 → 29 000 · M1: 15 % of 62 500 = 9 375 → 9 000, and 30 % = 18 750 → 19 000 as the smaller of M1 and K1
    expect(cost(play, 'K1').savings).toBe(29_000)
    expect(cost(play, 'M1').savings).toBe(28_000)
  })

  it('[C6] of equal partners the lower id saves', () => {
    const scenario = withMeasure('W3', { cost: 40_000, staff: 2 })
    const construction = scenario.synergies.map((s) => (s.a === 'W3' && s.b === 'K3' ? { ...s, kind: 'sharedConstruction' as const } : s))
    const both = [proposed('W3'), proposed('K3'), ...confirmed('synergy', 'W3', 'K3')]
    const built = playing({ ...scenario, synergies: construction }).and(...both)
    expect([cost(built, 'K3').savings, cost(built, 'W3').savings]).toEqual([6_000, 0])
    const staffed = playing(scenario).and(...both)
    expect([cost(staffed, 'K3').staffNeed, cost(staffed, 'W3').staffNeed]).toEqual([1, 2])
  })

  it('[C6] shared staff saves points at the partner who needs more', () => {
    const play = planning.and(proposed('W3'), proposed('K3'), ...confirmed('synergy', 'W3', 'K3'))
    expect([cost(play, 'K3').staffSaved, cost(play, 'W3').staffSaved]).toEqual([1, 0])
  })

  it('[C6] amplify costs nothing and saves nothing, but brings the bonus', () => {
    const place = {
      kind: 'line',
      points: [
        [1500, 300],
        [1600, 400],
      ] as [number, number][],
    } as const
    const play = planning.and(proposed('M2', place), proposed('K2'), ...confirmed('synergy', 'M2', 'K2'), applied('climate', 'K2', 'EUK'))
    expect(cost(play, 'K2')).toMatchObject({ savings: 0, staffSaved: 0, bonus: true, rate: 0.8 })
  })

  it('[C6] works only while confirmed, and only while both measures stand', () => {
    const named = planning.and(proposed('W1'), proposed('K1'), [
      team('housing'),
      { type: 'proposeCrossReference', kind: 'synergy', a: 'W1', b: 'K1', reason: 'Gemeinsam bauen' },
    ])
    expect(cost(named, 'K1').savings).toBe(0)
    const counts = named.and([team('climate'), { type: 'confirmCrossReference', crossReferenceId: 's-K1-W1' }])
    expect(cost(counts, 'K1').savings).toBe(9_000)
    expect(cost(counts.and([team('housing'), { type: 'withdrawMeasure', measureId: 'W1' }]), 'K1').savings).toBe(0)
  })

  it('[C6] each effect can be switched off by the scenario', () => {
    const play = playing(withRules({ savedSharePerStrength: 0, savedStaff: 0 })).and(
      ...['W1', 'K1', 'W3', 'K3'].map((id) => proposed(id)),
      ...confirmed('synergy', 'W1', 'K1'),
      ...confirmed('synergy', 'W3', 'K3'),
    )
    expect([cost(play, 'K1').savings, cost(play, 'K3').staffSaved]).toEqual([0, 0])
  })

  it('[C6] the integration bonus comes once, from another department, and only in programmes that know it', () => {
    const own = planning.and(proposed('W1'), proposed('W3'), ...confirmed('synergy', 'W1', 'W3'))
    expect(hasIntegrationBonus(own.state, 'W1')).toBe(false)
    const play = planning.and(
      proposed('W1'),
      proposed('K1'),
      proposed('M1'),
      ...confirmed('synergy', 'W1', 'K1'),
      ...confirmed('synergy', 'W1', 'M1'),
      applied('climate', 'K1', 'EUK'),
      applied('housing', 'W1', 'STB'),
    )
    expect(cost(play, 'K1')).toMatchObject({ bonus: true, rate: 0.8, savings: 9_000, grant: 72_800, ownContribution: 18_200 })
    expect(cost(play, 'W1')).toMatchObject({ bonus: false, rate: 0.6 })
  })

  it('[C6] a pair of strength 0 brings neither savings nor bonus', () => {
    const play = playing(withRules({ unknownPairs: 'none' })).and(
      proposed('W2'),
      proposed('K1'),
      ...confirmed('synergy', 'W2', 'K1'),
      applied('climate', 'K1', 'EUK'),
    )
    expect(cost(play, 'K1')).toMatchObject({ savings: 0, bonus: false, rate: 0.7 })
  })
})

describe('Grants', () => {
  const k2 = [proposed('K2'), applied('climate', 'K2', 'EUK')]

  it('[F3] rate times what is left after savings, rounded down to the step', () => {
    const play = playing(withProgramme('EUK', { rate: 0.3333 }, withSettings({ amountStep: 1000 }))).and(...k2)
    expect(cost(play, 'K2')).toMatchObject({ grant: 133_000, ownContribution: 267_000 })
  })

  it('[F3] rate and bonus together never above the scenario’s limit', () => {
    const play = playing(withProgramme('EUK', { rate: 0.85 })).and(
      proposed('W1'),
      proposed('K1'),
      ...confirmed('synergy', 'W1', 'K1'),
      applied('climate', 'K1', 'EUK'),
    )
    expect(cost(play, 'K1')).toMatchObject({ rate: 0.9, bonus: true })
    const full = playing(withProgramme('EUK', { rate: 0.95 })).and(
      proposed('W1'),
      proposed('K1'),
      ...confirmed('synergy', 'W1', 'K1'),
      applied('climate', 'K1', 'EUK'),
    )
    expect(cost(full, 'K1')).toMatchObject({ rate: 0.9, bonus: false })
  })

  it('[F3] at most the programme’s maximum', () => {
    expect(cost(playing(withProgramme('EUK', { maxGrant: 250_000 })).and(...k2), 'K2')).toMatchObject({ grant: 250_000, ownContribution: 150_000 })
  })

  it('[F3] at most what is left of the round’s pot, and none below the minimum', () => {
    const first = playing(withProgramme('EUK', { potPerRound: 300_000, minGrant: 30_000 }))
      .and([facilitator, { type: 'adjustBudget', account: 'climate', funds: 500_000, staff: 5, reason: 'Probe' }])
      .and(...covered('K2', 'EUK'), proposed('K1'), applied('climate', 'K1', 'EUK'))
    expect(cost(first, 'K1').grant).toBe(70_000)
    const second = first.reaching('resolution-1').and(...voteOf('yes'))
    expect(second.state.grantsThisRound).toEqual({ EUK: 280_000 })
    // 20 000 are left, less than the least grant
    expect(cost(second, 'K1')).toMatchObject({ grant: 0, rate: 0, bonus: false, ownContribution: 100_000 })
  })

  it('[F3] incidents change the rate', () => {
    const play = planning
      .and(proposed('W1'), applied('housing', 'W1', 'STB'))
      .reaching('incident-2')
      .and([facilitator, { type: 'playIncident', incidentId: 'E09' }])
    expect(cost(play, 'W1')).toMatchObject({ rate: 0.5, grant: 300_000 })
  })

  it('[F4] when a programme closes the open application pays nothing, and what is adopted keeps its grant', () => {
    const rich: Given = [facilitator, { type: 'adjustBudget', account: 'mobility', funds: 100_000, staff: 0, reason: 'Probe' }]
    const place = {
      kind: 'line',
      points: [
        [1500, 300],
        [1600, 400],
      ] as [number, number][],
    } as const
    const open = planning.and(
      rich,
      proposed('M2', place),
      [team('climate'), { type: 'pledge', targetId: 'M2', funds: 10_000, staff: 0 }],
      applied('mobility', 'M2', 'EFRE'),
    )
    expect(cost(open, 'M2')).toMatchObject({ grant: 80_000, ownContribution: 80_000 })
    const closed = open.reaching('incident-1').and([facilitator, { type: 'playIncident', incidentId: 'E04' }])
    expect(cost(closed, 'M2')).toMatchObject({ grant: 0, ownContribution: 160_000 })
    const adopted = open
      .and([team('mobility'), { type: 'pledge', targetId: 'M2', funds: 70_000, staff: 2 }])
      .reaching('resolution-1')
      .and(...voteOf('yes'))
      .reaching('planning-2')
    expect(adopted.state.proposals.M2?.status).toBe('adopted')
    expect(cost(adopted, 'M2')).toMatchObject({ grant: 80_000, ownContribution: 80_000, rate: 0.5, staffNeed: 2 })
  })

  it('[I2] only the own contribution grows with an incident, and the whole is told as extra cost', () => {
    const play = planning
      .and(proposed('W1'), applied('housing', 'W1', 'STB'))
      .reaching('incident-1')
      .and([facilitator, { type: 'playIncident', incidentId: 'E06' }])
    expect(cost(play, 'W1')).toMatchObject({ grant: 360_000, ownContribution: 264_000, extraCost: 24_000 })
    expect(cost(play, 'W2')).toMatchObject({ ownContribution: 200_000, extraCost: 0 })
  })

  it('[B2] nor does an incident that makes things cheaper go below the least own share', () => {
    const cheaper = (factor: number) =>
      planning.and(proposed('K1'), applied('climate', 'K1', 'EUK'), {
        type: 'incidentPlayed',
        incidentId: 'cheaper',
        round: 1,
        at: 0,
        changes: {},
        shortfalls: [],
        lasting: [{ incidentId: 'cheaper', effect: { kind: 'changeOwnContribution', factor }, fromRound: 1, untilRound: null }],
        goalChanges: {},
        indicatorChanges: {},
        addedMeasures: [],
      })
    expect(cost(cheaper(0.5), 'K1')).toMatchObject({ ownContribution: 15_000, extraCost: -15_000 })
    expect(cost(cheaper(0.2), 'K1')).toMatchObject({ ownContribution: 10_000, extraCost: -20_000 })
  })

  it('[I2] effects on single measures or areas leave the others alone', () => {
    const dearer = (only: { measureIds?: string[]; areaId?: string }, measureId: string) =>
      cost(
        planning.and(proposed('W1'), proposed('K1', { kind: 'point', at: [1500, 300] }), {
          type: 'incidentPlayed',
          incidentId: 'dearer',
          round: 1,
          at: 0,
          changes: {},
          shortfalls: [],
          lasting: [{ incidentId: 'dearer', effect: { kind: 'changeOwnContribution', factor: 1.2, ...only }, fromRound: 1, untilRound: null }],
          goalChanges: {},
          indicatorChanges: {},
          addedMeasures: [],
        }),
        measureId,
      ).extraCost
    expect([dearer({ measureIds: ['W1'] }, 'W1'), dearer({ measureIds: ['W1'] }, 'K1')]).toEqual([120_000, 0])
    // K1 usually lies in INN, here in AUE.
    expect([dearer({ areaId: 'INN' }, 'W1'), dearer({ areaId: 'INN' }, 'K1'), dearer({ areaId: 'AUE' }, 'K1')]).toEqual([120_000, 0, 20_000])
  })
})
