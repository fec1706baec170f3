import { describe, expect, it } from 'vitest'
import type { SessionEvent } from '../../rules/events.ts'
import { issueOf } from '../../rules/rounds.ts'
import type { Adoption, SessionState } from '../../rules/session.ts'
import { facilitator, given, givenScenario, START } from '../helpers/given.ts'
import { smallScenario, withSettings } from '../helpers/smallScenario.ts'

/** A proposal adopted in round 1 without any money, to look at its follow-up costs alone. */
function adopted(measureId: string, teamId: string): SessionEvent[] {
  const adoption: Adoption = { totalCost: 0, savings: 0, grant: 0, rate: 0, bonus: false, ownContribution: 0, staff: 0, paidBy: {} }
  return [
    { type: 'measureProposed', measureId, teamId, place: { kind: 'municipality' }, at: START, programmeId: null },
    { type: 'measureAdopted', measureId, round: 1, adoption, returned: {} },
  ]
}

const pledge = (targetId: string, payer: string, funds: number, staff: number): SessionEvent => ({ type: 'pledged', targetId, payer, funds, staff })
const proposed = (measureId: string, teamId: string): Extract<SessionEvent, { type: 'measureProposed' }> => ({
  type: 'measureProposed',
  measureId,
  teamId,
  place: { kind: 'municipality' },
  at: START,
  programmeId: null,
})

describe('Rounds', () => {
  it('[P7] each round issues what the scenario says, to teams and to the pot', () => {
    given()
      .reaching('alone')
      .when(facilitator, { type: 'startPhase', phaseId: 'planning-1' })
      .thenEvents(
        { type: 'phaseStarted', round: 1 },
        {
          type: 'roundStarted',
          round: 1,
          issued: {
            housing: { funds: 300_000, staff: 5 },
            mobility: { funds: 200_000, staff: 4 },
            climate: { funds: 150_000, staff: 4 },
            pot: { funds: 100_000, staff: 0 },
          },
          lapsed: {},
        },
      )
      .thenState(({ accounts }) => expect(accounts.issued).toEqual({ funds: 750_000, staff: 13 }))
  })

  it('[P7] nothing is issued before the first round and after the last', () => {
    expect(issueOf(smallScenario, 0)).toEqual({})
    expect(issueOf(smallScenario, 3)).toEqual({})
    given()
      .reaching('resolution-2')
      .when(facilitator, { type: 'startPhase', phaseId: 'weigh' })
      .thenState(({ accounts }) => expect(accounts.issued).toEqual({ funds: 1_550_000, staff: 25 }))
  })

  it('[P7] a list of figures shorter than the rounds goes on with its last one', () => {
    expect(issueOf({ ...smallScenario, rounds: 4, sharedPot: [7] }, 4).pot).toEqual({ funds: 7, staff: 0 })
  })

  it('[P7] changing phases within a round issues nothing again', () => {
    given()
      .reaching('resolution-1')
      .and([facilitator, { type: 'startPhase', phaseId: 'planning-1' }])
      .thenState(({ accounts }) => expect(accounts.issued.funds).toBe(750_000))
  })

  const secondRound = (...before: SessionEvent[]) =>
    given()
      .reaching('resolution-1')
      .and(...before)
      .reaching('planning-2').state.accounts

  it('[P7] funds carry over, free staff lapses, pledged staff stays with its proposal', () => {
    const accounts = secondRound(proposed('W2', 'housing'), pledge('W2', 'housing', 100_000, 2))
    expect(accounts.teams.housing).toEqual({ funds: 500_000, staff: 5 })
    expect(accounts.teams.mobility).toEqual({ funds: 450_000, staff: 4 })
    expect(accounts.pot.funds).toBe(200_000)
    expect(accounts.pledged.W2).toEqual({ housing: { funds: 100_000, staff: 2 } })
    expect(accounts.retired).toEqual({ funds: 0, staff: 3 + 4 + 4 })
  })

  const secondRoundWith = (carryOver: SessionState['scenario']['settings']['carryOver'], ...before: SessionEvent[]) =>
    givenScenario(withSettings({ carryOver }))
      .reaching('resolution-1')
      .and(...before)
      .reaching('planning-2').state.accounts

  it('[P7] setting carryOver: all staff, or none even where pledged', () => {
    const pledges = [proposed('W2', 'housing'), pledge('W2', 'housing', 100_000, 2), pledge('W2', 'climate', 0, 1)]
    const all = secondRoundWith({ funds: true, staff: 'all' }, ...pledges)
    expect(all.teams.housing?.staff).toBe(8)
    expect(all.retired.staff).toBe(0)
    const none = secondRoundWith({ funds: true, staff: 'none' }, ...pledges)
    expect(none.teams.housing?.staff).toBe(5)
    expect(none.pledged.W2).toEqual({ housing: { funds: 100_000, staff: 0 } })
    expect(none.retired.staff).toBe(13)
  })

  it('[P7] setting carryOver: free funds lapse, pledged ones stay', () => {
    const accounts = secondRoundWith({ funds: false, staff: 'pledged' }, proposed('W2', 'housing'), pledge('W2', 'housing', 100_000, 0))
    expect(accounts.teams.housing?.funds).toBe(300_000)
    expect(accounts.pledged.W2?.housing?.funds).toBe(100_000)
    expect(accounts.pot.funds).toBe(100_000)
    expect(accounts.retired.funds).toBe(200_000 + 200_000 + 150_000 + 100_000)
  })

  it('[P7] the pots of the programmes are full again', () => {
    const adoption: Adoption = { totalCost: 100_000, savings: 0, grant: 70_000, rate: 0.7, bonus: false, ownContribution: 0, staff: 0, paidBy: {} }
    const play = given()
      .reaching('resolution-1')
      .and({ ...proposed('K1', 'climate'), programmeId: 'EUK' }, { type: 'measureAdopted', measureId: 'K1', round: 1, adoption, returned: {} })
    expect(play.state.grantsThisRound).toEqual({ EUK: 70_000 })
    expect(play.reaching('planning-2').state.grantsThisRound).toEqual({})
  })

  it('[O2] [P7] open offers lapse with their phase', () => {
    const nothing = { funds: 0, staff: 0, pledges: [], promises: [] }
    given()
      .reaching('planning-1')
      .and({ type: 'offerMade', offerId: 'o1', from: 'housing', to: 'climate', gives: { ...nothing, funds: 1000 }, takes: nothing, at: START })
      .when(facilitator, { type: 'startPhase', phaseId: 'incident-1' })
      .thenEvents({ type: 'offersLapsed', offerIds: ['o1'] }, { type: 'phaseStarted' })
  })

  it('[P7] [I2] what an incident set for the end of the round is checked before the next begins', () => {
    given()
      .reaching('incident-1')
      .and([facilitator, { type: 'playIncident', incidentId: 'E07' }])
      .reaching('resolution-1')
      .when(facilitator, { type: 'startPhase', phaseId: 'planning-2' })
      .thenEvents({ type: 'roundEndChecked', incidentId: 'E07' }, { type: 'phaseStarted' }, { type: 'roundStarted' })
      .thenState(({ goalChanges }) => expect(goalChanges).toEqual({ Z1: -3 }))
  })

  it('[P7] [B7] what the end of the round takes is gone before follow-up costs are paid', () => {
    const loss = { kind: 'changeFunds', account: 'housing', amount: -1_000_000 } as const
    const incidents = smallScenario.incidents.map((incident) =>
      incident.id === 'E07' ? { ...incident, effects: [{ kind: 'ifFewerAdoptedInArea' as const, areaId: 'AUE', than: 1, outcome: [loss] }] } : incident,
    )
    const measures = smallScenario.measures.map((measure) => (measure.id === 'W2' ? { ...measure, followUpCosts: 350_000 } : measure))
    givenScenario({ ...smallScenario, incidents, measures })
      .reaching('incident-1')
      .and([facilitator, { type: 'playIncident', incidentId: 'E07' }])
      .reaching('resolution-1')
      .and(...adopted('W2', 'housing'))
      .reaching('planning-2')
      .thenState(({ accounts, shortfalls }) => {
        expect(accounts.teams.housing?.funds).toBe(0)
        expect(Object.values(shortfalls).map(({ funds }) => funds)).toEqual([700_000, 50_000])
      })
  })

  const rivals = [proposed('M3', 'mobility'), proposed('K1', 'climate')]

  it('[C4] [P7] known conflicts that nobody named come to light when the resolution starts', () => {
    given()
      .reaching('planning-1')
      .and(...rivals)
      .when(facilitator, { type: 'startPhase', phaseId: 'resolution-1' })
      .thenEvents(
        { type: 'phaseStarted' },
        { type: 'conflictsRevealed', conflicts: [{ crossReferenceId: 'c-K1-M3', a: 'K1', b: 'M3', strength: 1, reason: 'Beide wollen den Markt' }] },
      )
    given()
      .reaching('planning-1')
      .and(...rivals)
      .when(facilitator, { type: 'startPhase', phaseId: 'incident-1' })
      .thenEvents({ type: 'phaseStarted' })
  })

  it('[C4] setting revealConflicts atDebriefing: the resolution starts without', () => {
    const crossReferenceRules = { ...smallScenario.crossReferenceRules, revealConflicts: 'atDebriefing' as const }
    givenScenario({ ...smallScenario, crossReferenceRules })
      .reaching('planning-1')
      .and(...rivals)
      .when(facilitator, { type: 'startPhase', phaseId: 'resolution-1' })
      .thenEvents({ type: 'phaseStarted' })
  })

  it('[L1] the list is fixed when the prioritisation starts, and stays so in its later steps', () => {
    const weighing = given()
      .reaching('resolution-2')
      .and(...rivals)
      .reaching('weigh')
    expect(weighing.state.prioritisation.measureIds).toEqual(expect.arrayContaining(['M3', 'K1']))
    weighing.when(facilitator, { type: 'startPhase', phaseId: 'dots' }).thenEvents({ type: 'phaseStarted' })
  })

  it('[B7] follow-up costs fall due from the next round on, on the account of the lead', () => {
    const play = given()
      .reaching('resolution-1')
      .and(...adopted('W2', 'housing'))
    play
      .when(facilitator, { type: 'startPhase', phaseId: 'planning-2' })
      .thenEvents({ type: 'phaseStarted' }, { type: 'roundStarted', followUp: { housing: { costs: 20_000, returns: 0 } }, shortfalls: [] })
      .thenState(({ accounts }) => {
        expect(accounts.teams.housing?.funds).toBe(580_000)
        expect(accounts.spent.funds).toBe(20_000)
      })
  })

  it('[B7] returns come as newly issued funds', () => {
    given()
      .reaching('resolution-1')
      .and(...adopted('M3', 'mobility'))
      .reaching('planning-2')
      .thenState(({ accounts }) => {
        expect(accounts.teams.mobility?.funds).toBe(460_000)
        expect(accounts.issued.funds).toBe(1_560_000)
      })
  })

  it('[B7] setting followUpAccount: the shared pot bears costs and gets returns', () => {
    givenScenario(withSettings({ followUpAccount: 'pot' }))
      .reaching('resolution-1')
      .and(...adopted('W2', 'housing'), ...adopted('M3', 'mobility'))
      .reaching('planning-2')
      .thenState(({ accounts }) => {
        expect(accounts.pot.funds).toBe(200_000 - 20_000 + 10_000)
        expect(accounts.teams.housing?.funds).toBe(600_000)
      })
  })

  it('[B7] what the account does not have becomes a shortfall, never a negative account', () => {
    const measures = smallScenario.measures.map((measure) => (measure.id === 'K1' ? { ...measure, followUpCosts: 400_000 } : measure))
    givenScenario({ ...smallScenario, measures })
      .reaching('resolution-1')
      .and(...adopted('K1', 'climate'))
      .reaching('planning-2')
      .thenState(({ accounts, shortfalls }) => {
        expect(accounts.teams.climate?.funds).toBe(0)
        expect(accounts.spent.funds).toBe(300_000)
        expect(Object.values(shortfalls)).toMatchObject([{ account: 'climate', funds: 100_000, staff: 0, settled: false, round: 2, incidentId: '' }])
      })
  })

  it('[B7] nothing falls due once the last round is over', () => {
    given()
      .reaching('resolution-2')
      .and(...adopted('W2', 'housing'))
      .reaching('weigh')
      .thenState(({ accounts }) => expect(accounts.spent.funds).toBe(0))
  })
})
