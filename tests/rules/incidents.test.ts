import { describe, expect, it } from 'vitest'
import { costOf } from '../../rules/costing.ts'
import { effectsOf, goalWeights } from '../../rules/effects.ts'
import { programmeState } from '../../rules/fundingConditions.ts'
import { outcomeOf } from '../../rules/incidentOutcome.ts'
import { incidentsOut, roundEndChecks } from '../../rules/incidents.ts'
import { lasting } from '../../rules/lasting.ts'
import { measureOf } from '../../rules/measureOf.ts'
import { Incident, type IncidentEffect } from '../../rules/scenario/incident.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { Adoption, Amounts, SessionState } from '../../rules/session.ts'
import { facilitator, givenScenario, type Play, START, team } from '../helpers/given.ts'
import { smallScenario } from '../helpers/smallScenario.ts'
import { pledge, propose, vote } from '../helpers/teamMoves.ts'

const play = (incidentId: string) => [facilitator, { type: 'playIncident', incidentId }] as const

/** The small scenario with one incident `X` for both rounds, made of these effects. */
function withIncident(...effects: readonly IncidentEffect[]): Scenario {
  const incident = Incident.parse({ id: 'X', title: 'X', text: 'X', polarity: 'mixed', rounds: [1, 2], effects })
  return { ...smallScenario, incidents: [...smallScenario.incidents, incident] }
}

/** A measure adopted in round 1 for nothing: what incidents ask for is only that it is there. */
function adopted(measureId: string, teamId: string, paidBy: Adoption['paidBy'] = {}) {
  const adoption: Adoption = { totalCost: 0, savings: 0, grant: 0, rate: 0, bonus: false, ownContribution: 0, staff: 0, paidBy }
  return [
    { type: 'measureProposed', measureId, teamId, place: { kind: 'area', areaId: 'RAND' }, at: START, programmeId: null },
    { type: 'measureAdopted', measureId, round: 1, adoption, returned: {} },
  ] as const
}

/** The account changes of the incident just played are exactly these. */
const changed = (changes: Readonly<Record<string, Amounts>>) => (state: SessionState) => expect(state.incidents.at(-1)?.changes).toEqual(changes)

const planning = (scenario = smallScenario): Play => givenScenario(scenario).reaching('planning-1')

describe('Incidents', () => {
  it('[I1] is played once, by the facilitator, and recorded with everything it comes to', () => {
    const played = planning()
      .when(...play('E01'))
      .thenEvents({
        type: 'incidentPlayed',
        incidentId: 'E01',
        round: 1,
        changes: { pot: { funds: -30_000, staff: 0 } },
        shortfalls: [],
        lasting: [{ incidentId: 'E01', effect: { kind: 'blockMeasures', withoutProgramme: true, rounds: 1 }, fromRound: 1, untilRound: 1 }],
      })
      .thenState(({ accounts, incidents }) => {
        expect(accounts.pot.funds).toBe(70_000)
        expect(accounts.retired.funds).toBe(30_000)
        expect(incidents).toEqual([{ id: 'E01', round: 1, at: START, skipped: false, changes: { pot: { funds: -30_000, staff: 0 } } }])
      })
    played.when(...play('E01')).thenRejected('incidentPlayed', { incidentId: 'E01', skipped: false })
    planning().when(team('housing'), { type: 'playIncident', incidentId: 'E01' }).thenRejected('notAllowed')
    planning()
      .when(...play('E99'))
      .thenRejected('unknownIncident')
  })

  it('[I1] skipping is recorded, changes nothing, and takes the incident out for good', () => {
    const before = planning()
    const skipped = before
      .when(facilitator, { type: 'skipIncident', incidentId: 'E02' })
      .thenEvents({ type: 'incidentSkipped', incidentId: 'E02', round: 1 })
      .thenState(({ accounts, incidents }) => {
        expect(accounts).toEqual(before.state.accounts)
        expect(incidents).toMatchObject([{ id: 'E02', skipped: true }])
      })
    skipped.when(...play('E02')).thenRejected('incidentPlayed', { incidentId: 'E02', skipped: true })
    skipped.when(facilitator, { type: 'skipIncident', incidentId: 'E02' }).thenRejected('incidentPlayed')
    before.when(facilitator, { type: 'skipIncident', incidentId: 'E99' }).thenRejected('unknownIncident')
  })

  it('[I1] only in its rounds, and never with one that it excludes or that excludes it', () => {
    planning()
      .when(...play('E09'))
      .thenRejected('incidentNotThisRound', { incidentId: 'E09', rounds: ['2'] })
    planning()
      .and(play('E03'))
      .when(...play('E04'))
      .thenRejected('incidentExcluded', { incidentId: 'E04', by: 'E03' })
    const oneWay: Scenario = {
      ...smallScenario,
      incidents: smallScenario.incidents.map((incident) => (incident.id === 'E04' ? { ...incident, excludes: [] } : incident)),
    }
    planning(oneWay)
      .and(play('E04'))
      .when(...play('E03'))
      .thenRejected('incidentExcluded', { incidentId: 'E03', by: 'E04' })
    planning(oneWay)
      .and(play('E03'))
      .when(...play('E04'))
      .thenRejected('incidentExcluded', { incidentId: 'E04', by: 'E03' })
    planning()
      .and([facilitator, { type: 'skipIncident', incidentId: 'E03' }])
      .when(...play('E04'))
      .thenAccepted()
  })

  it('[I1] the facilitator sees which incidents are out, and why', () => {
    const { state } = planning().and(play('E03'))
    expect(incidentsOut(state)).toEqual({ E03: 'incidentPlayed', E04: 'incidentExcluded', E09: 'incidentNotThisRound' })
  })

  it('[I1] the preview is the same outcome, and changes nothing', () => {
    const { state } = planning()
    const incident = smallScenario.incidents.find(({ id }) => id === 'E05')
    if (!incident) throw new Error('E05 is in the small scenario')
    const { changes } = outcomeOf(state, incident)
    expect(changes).toEqual({ housing: { funds: 0, staff: -1 }, mobility: { funds: 0, staff: -1 }, climate: { funds: 0, staff: -1 } })
    planning()
      .when(...play('E05'))
      .thenEvents({ type: 'incidentPlayed', changes })
  })
})

describe('Effects of incidents', () => {
  it('[I2] a gain is newly issued; a loss is retired', () => {
    const gain = withIncident({ kind: 'changeFunds', account: 'pot', amount: 50_000 }, { kind: 'changeFunds', account: 'everyTeam', amount: -10_000 })
    const before = planning(gain)
    before.and(play('X')).thenState(({ accounts }) => {
      expect(accounts.pot.funds).toBe(150_000)
      expect(accounts.issued.funds).toBe(before.state.accounts.issued.funds + 50_000)
      expect(accounts.retired.funds).toBe(30_000)
      expect(accounts.teams.climate?.funds).toBe(140_000)
    })
  })

  it('[I2] a factor takes the share of what the account has now, rounded toward zero to the step, after the effects before it', () => {
    const scenario = withIncident({ kind: 'changeFunds', account: 'housing', amount: -99_999 }, { kind: 'changeFunds', account: 'housing', factor: 0.9 })
    const stepped = { ...scenario, settings: { ...scenario.settings, amountStep: 1000 } }
    planning(scenario)
      .and(play('X'))
      .thenState(({ accounts }) => expect(accounts.teams.housing?.funds).toBe(200_001 - 20_000))
    planning(stepped)
      .and(play('X'))
      .thenState(({ accounts }) => expect(accounts.teams.housing?.funds).toBe(200_001 - 20_000))
    const exact = withIncident({ kind: 'changeFunds', account: 'mobility', factor: 0.9 }, { kind: 'changeFunds', account: 'climate', factor: 1.5 })
    planning({ ...exact, settings: { ...exact.settings, amountStep: 1000 } })
      .and(play('X'))
      .thenState(({ accounts }) => {
        expect(accounts.teams.mobility?.funds).toBe(180_000)
        expect(accounts.teams.climate?.funds).toBe(225_000)
      })
  })

  it('[I2] what has been adopted takes an effect away or halves it', () => {
    planning()
      .and(...adopted('K2', 'climate'))
      .when(...play('E02'))
      .thenState(changed({}))
      .thenState(({ shortfalls }) => expect(shortfalls).toEqual({}))
    planning()
      .and(...adopted('K1', 'climate'))
      .when(...play('E02'))
      .thenEvents({
        type: 'incidentPlayed',
        changes: { pot: { funds: -100_000, staff: 0 } },
        shortfalls: [{ shortfallId: 'shortfall-1', account: 'pot', funds: 50_000, staff: 0 }],
      })
  })

  it('[I2] staff: every team loses; softened, only the team with the most points', () => {
    planning()
      .and(...adopted('K3', 'climate'))
      .when(...play('E05'))
      .thenState(changed({ housing: { funds: 0, staff: -1 } }))
    planning()
      .and(...adopted('K3', 'climate'), propose('housing', 'W1'), pledge('housing', 'W1', 0, 2))
      .when(...play('E05'))
      .thenState(changed({ mobility: { funds: 0, staff: -1 } }))
  })

  it('[I2] ifAdopted asks for all of the one list and any of the other', () => {
    const effects = (state: Play) => effectsOf(state.state, 'M1')
    const inRoundTwo = (play: Play) => play.reaching('planning-2').and([facilitator, { type: 'playIncident', incidentId: 'E09' }])
    expect(effects(inRoundTwo(planning()))).toEqual({ Z2: 5 })
    expect(effects(inRoundTwo(planning().and(...adopted('K3', 'climate'))))).toEqual({ Z2: 5 })
    expect(effects(inRoundTwo(planning().and(...adopted('K3', 'climate'), ...adopted('W1', 'housing'))))).toEqual({ Z2: 9 })
  })

  it('[I2] ifCoFinanced counts teams that pledge to one proposal, or paid for one together; the pot is no team', () => {
    const gain = changed({ pot: { funds: 50_000, staff: 0 } })
    const none = changed({})
    const one = planning().and(propose('housing', 'W3'), pledge('housing', 'W3', 10_000, 0))
    one
      .and([facilitator, { type: 'pledgePot', targetId: 'W3', funds: 1000 }])
      .when(...play('E08'))
      .thenState(none)
    one
      .and(pledge('climate', 'W3', 1000, 0))
      .when(...play('E08'))
      .thenState(gain)
    const paid = { housing: { funds: 0, staff: 1 }, climate: { funds: 1, staff: 0 } }
    planning()
      .and(...adopted('K3', 'climate', paid))
      .when(...play('E08'))
      .thenState(gain)
  })

  it('[I2] goal weights, indicators and rates change, for as many rounds as named', () => {
    const { state } = planning().reaching('planning-2').and(play('E09'))
    expect(goalWeights(state)).toEqual({ Z1: 3, Z2: 2, Z3: 5 })
    expect(state.indicators).toEqual({ heat: 18 })
    expect(programmeState(state, 'STB').rate).toBeCloseTo(0.5)
    expect(programmeState({ ...state, round: 3 }, 'STB').rate).toBeCloseTo(0.6)
  })

  it('[I2] the present round counts as the first of its rounds', () => {
    const twoRounds = planning().and(play('E04'))
    expect(programmeState(twoRounds.state, 'EFRE').open).toBe(false)
    expect(lasting(twoRounds.state, 'closeProgramme')).toHaveLength(1)
    expect(lasting({ ...twoRounds.state, round: 2 }, 'closeProgramme')).toHaveLength(1)
    expect(lasting({ ...twoRounds.state, round: 3 }, 'closeProgramme')).toHaveLength(0)
  })

  it('[I2] a weight never falls below zero, and a points effect that ends at zero disappears', () => {
    const scenario = withIncident(
      { kind: 'changeGoalWeight', goalId: 'Z2', amount: -5 },
      { kind: 'addEffect', goalId: 'Z1', amount: -1, measureIds: ['K1', 'W3'] },
    )
    const { state } = planning(scenario).and(play('X'))
    expect(goalWeights(state).Z2).toBe(0)
    expect(effectsOf(state, 'K1')).toEqual({ Z3: 4 })
    expect(effectsOf(state, 'W3')).toEqual({ Z1: 1 })
    expect(effectsOf(state, 'M1')).toEqual({ Z2: 5 })
  })

  it('[I2] costs rise by share or amount for what is not adopted; grants follow', () => {
    const scenario = withIncident(
      { kind: 'changeCost', factor: 1.1, areaId: 'INN', minTotalCost: 300_000 },
      { kind: 'changeCost', amount: 5_000, measureIds: ['W1', 'W3'] },
    )
    const before = planning(scenario).and(propose('mobility', 'M1'), [team('mobility'), { type: 'applyForFunding', measureId: 'M1', programmeId: 'STB' }])
    const { state } = before.and(play('X'))
    expect(costOf(state, 'W1')).toMatchObject({ totalCost: 665_000 })
    expect(costOf(state, 'M1')).toMatchObject({ totalCost: 330_000, grant: 198_000, ownContribution: 132_000 })
    expect(costOf(state, 'W3')).toMatchObject({ totalCost: 55_000 })
    expect(costOf(state, 'K1')).toMatchObject({ totalCost: 100_000 })
    const decided = planning(scenario).and(...adopted('W3', 'housing'), play('X'))
    expect(costOf(decided.state, 'W3').totalCost).toBe(0)
  })

  it('[I2] a measure that it adds can be proposed', () => {
    const measure = { ...smallScenario.measures[2], id: 'N1', code: 'N 01' } as Scenario['measures'][number]
    const scenario = withIncident({ kind: 'addMeasure', measure })
    planning(scenario)
      .and(play('X'))
      .thenState((state) => expect(measureOf(state, 'N1')?.code).toBe('N 01'))
      .when(team('housing'), { type: 'proposeMeasure', measureId: 'N1' })
      .thenAccepted()
  })

  it('[I2] a condition for the end of the round is judged when the next round starts', () => {
    const before = planning().and(play('E07'))
    before.thenState(({ goalChanges }) => expect(goalChanges).toEqual({}))
    const missed = before.reaching('resolution-1')
    expect(roundEndChecks(missed.state)).toMatchObject([{ type: 'roundEndChecked', incidentId: 'E07', goalChanges: { Z1: -3 } }])
    missed.reaching('planning-2').thenState(({ goalChanges }) => expect(goalChanges).toEqual({ Z1: -3 }))
    const met = before.and(...adopted('W2', 'housing')).reaching('resolution-1')
    expect(roundEndChecks(met.state)).toEqual([])
    met.reaching('planning-2').thenState(({ goalChanges }) => expect(goalChanges).toEqual({}))
    const skipped = planning().and([facilitator, { type: 'skipIncident', incidentId: 'E07' }])
    expect(roundEndChecks(skipped.state)).toEqual([])
  })

  it('[I2] goal points of the town: all, half or none by what has been adopted', () => {
    const scenario = withIncident({ kind: 'changeGoal', goalId: 'Z3', amount: -5, unlessAdopted: ['K2'], halvedByAdopted: ['K1'] })
    planning(scenario)
      .and(play('X'))
      .thenState(({ goalChanges }) => expect(goalChanges).toEqual({ Z3: -5 }))
    planning(scenario)
      .and(...adopted('K1', 'climate'), play('X'))
      .thenState(({ goalChanges }) => expect(goalChanges).toEqual({ Z3: -2 }))
    planning(scenario)
      .and(...adopted('K2', 'climate'), play('X'))
      .thenState(({ goalChanges }) => expect(goalChanges).toEqual({}))
  })
})

describe('Shortfalls', () => {
  it('[I3] a loss takes what is there; the rest is asked from the table', () => {
    planning()
      .when(...play('E02'))
      .thenEvents({
        type: 'incidentPlayed',
        changes: { pot: { funds: -100_000, staff: 0 } },
        shortfalls: [{ shortfallId: 'shortfall-1', account: 'pot', funds: 200_000, staff: 0 }],
      })
      .thenState(({ accounts, shortfalls }) => {
        expect(accounts.pot.funds).toBe(0)
        expect(shortfalls['shortfall-1']).toMatchObject({ incidentId: 'E02', account: 'pot', funds: 200_000, settled: false, round: 1 })
      })
  })

  it('[I3] staff that is pledged already is asked from the table, too; numbers go on', () => {
    const scenario = withIncident({ kind: 'changeStaff', account: 'climate', amount: -3 })
    planning(scenario)
      .and(play('E02'), propose('climate', 'K2'), pledge('climate', 'K2', 0, 3))
      .when(...play('X'))
      .thenEvents({
        type: 'incidentPlayed',
        changes: { climate: { funds: 0, staff: -1 } },
        shortfalls: [{ shortfallId: 'shortfall-2', account: 'climate', funds: 0, staff: 2 }],
      })
  })

  it('[I3] pledges settle it, and the vote can begin', () => {
    planning()
      .and(propose('housing', 'W3'), pledge('housing', 'W3', 50_000, 1), play('E02'))
      .reaching('resolution-1')
      .and(pledge('mobility', 'shortfall-1', 150_000, 0), pledge('climate', 'shortfall-1', 50_000, 0))
      .thenState(({ shortfalls, accounts }) => {
        expect(shortfalls['shortfall-1']?.settled).toBe(true)
        expect(accounts.retired.funds).toBe(300_000)
      })
      .and(vote('housing', 'yes'))
      .thenState(({ packageVote }) => expect(packageVote?.measureIds).toEqual(['W3']))
  })
})
