import { describe, expect, it } from 'vitest'
import { accountedFor } from '../../rules/amounts.ts'
import { isCovered, missingFor, pledgedTo } from '../../rules/coverage.ts'
import { proposalStatus } from '../../rules/proposalStatus.ts'
import { facilitator, given, givenScenario, team } from '../helpers/given.ts'
import { confirmed, PLANNING, proposed } from '../helpers/moves.ts'
import { withSettings } from '../helpers/smallScenario.ts'

const planning = given().reaching(PLANNING)
const withW3 = planning.and(proposed('W3'))
const pledge = (targetId: string, funds: number, staff: number) => ({ type: 'pledge', targetId, funds, staff }) as const

describe('Money and staff', () => {
  it('[B1] a pledge moves from the team to the proposal and back; the sum stays what was issued', () => {
    const pledged = withW3.and([team('housing'), pledge('W3', 30_000, 1)])
    pledged.thenState((state) => {
      expect(state.accounts.teams.housing).toEqual({ funds: 270_000, staff: 4 })
      expect(state.accounts.pledged).toEqual({ W3: { housing: { funds: 30_000, staff: 1 } } })
      expect(accountedFor(state.accounts)).toEqual(state.accounts.issued)
      expect(state.accounts.issued).toEqual(withW3.state.accounts.issued)
    })
    pledged
      .when(team('housing'), { type: 'withdrawPledge', targetId: 'W3' })
      .thenEvents({ type: 'pledgeWithdrawn', targetId: 'W3', payer: 'housing', funds: 30_000, staff: 1 })
      .thenState((state) => expect(state.accounts).toEqual(withW3.state.accounts))
  })

  it('[B1] the facilitator’s corrections issue or retire; below zero goes nothing', () => {
    const adjust = (account: string, funds: number, staff: number) =>
      planning.when(facilitator, { type: 'adjustBudget', account, funds, staff, reason: 'Korrektur' })
    adjust('climate', 10_000, -1).thenState(({ accounts }) => {
      expect(accounts.teams.climate).toEqual({ funds: 160_000, staff: 3 })
      expect(accounts.issued.funds).toBe(planning.state.accounts.issued.funds + 10_000)
      expect(accounts.retired).toEqual({ funds: 0, staff: 1 })
    })
    adjust('pot', -100_000, 0).thenState(({ accounts }) => expect(accounts).toMatchObject({ pot: { funds: 0 }, retired: { funds: 100_000 } }))
    adjust('pot', -100_001, 0).thenRejected('notEnoughFunds', { account: 'pot', missing: 1, available: 100_000 })
    adjust('climate', 0, -5).thenRejected('notEnoughStaff', { account: 'climate', missing: 1, available: 4 })
    adjust('nobody', 1, 0).thenRejected('unknownTeam')
    adjust('constructor', 1, 0).thenRejected('unknownTeam')
    adjust('climate', 0, 0).thenRejected('amountInvalid')
  })

  it('[B3] any team pledges to any proposal, several times, and takes it back until adoption', () => {
    withW3
      .and([team('climate'), pledge('W3', 10_000, 0)], [team('climate'), pledge('W3', 5_000, 1)], [team('mobility'), pledge('W3', 1_000, 0)])
      .thenState((state) => {
        expect(state.accounts.pledged.W3).toEqual({ climate: { funds: 15_000, staff: 1 }, mobility: { funds: 1_000, staff: 0 } })
        expect(pledgedTo(state, 'W3')).toEqual({ funds: 16_000, staff: 1 })
        expect(missingFor(state, 'W3')).toEqual({ funds: 34_000, staff: 0 })
      })
      .when(team('climate'), { type: 'withdrawPledge', targetId: 'W3' })
      .thenState((state) => expect(state.accounts.pledged.W3).toEqual({ mobility: { funds: 1_000, staff: 0 } }))
    withW3.when(team('climate'), { type: 'withdrawPledge', targetId: 'W3' }).thenRejected('nothingPledged', { targetId: 'W3' })
  })

  it('[B3] no further than it has; the refusal says how much is missing', () => {
    const withW1 = planning.and(proposed('W1'))
    withW1.when(team('housing'), pledge('W1', 300_000, 4)).thenAccepted()
    withW1.when(team('housing'), pledge('W1', 300_001, 4)).thenRejected('notEnoughFunds', { account: 'housing', missing: 1, available: 300_000 })
    const poor = withW1.and([facilitator, { type: 'adjustBudget', account: 'housing', funds: 0, staff: -3, reason: 'Krank' }])
    poor.when(team('housing'), pledge('W1', 0, 4)).thenRejected('notEnoughStaff', { account: 'housing', missing: 2, available: 2 })
  })

  it('[B3] no further than is missing: the pledge is capped, and the event says to what', () => {
    withW3
      .when(team('housing'), pledge('W3', 80_000, 3))
      .thenEvents({ type: 'pledged', targetId: 'W3', payer: 'housing', funds: 50_000, staff: 1 })
      .when(team('climate'), pledge('W3', 1, 0))
      .thenRejected('nothingToPledge', { targetId: 'W3' })
    // Capped first, judged then: climate has only 150 000, which is more than enough.
    withW3.when(team('climate'), pledge('W3', 900_000, 0)).thenEvents({ type: 'pledged', targetId: 'W3', payer: 'climate', funds: 50_000, staff: 0 })
  })

  it('[B3] only to what is proposed, and not nothing', () => {
    withW3.when(team('climate'), pledge('W3', 0, 0)).thenRejected('amountInvalid')
    withW3.when(team('climate'), pledge('W1', 1, 0)).thenRejected('notProposed', { measureId: 'W1' })
    withW3.when(team('climate'), pledge('__proto__', 1, 0)).thenRejected('notProposed')
    withW3
      .and([team('housing'), { type: 'withdrawMeasure', measureId: 'W3' }])
      .when(team('climate'), pledge('W3', 1, 0))
      .thenRejected('notProposed')
  })

  it('[B3] while the package is voted on, nothing is pledged or taken back', () => {
    const voting = withW3
      .and([team('housing'), pledge('W3', 50_000, 1)], proposed('K3'))
      .reaching('resolution-1')
      .and([team('climate'), { type: 'voteOnPackage', vote: 'yes' }])
    voting.when(team('climate'), pledge('K3', 1, 0)).thenRejected('voteUnderWay')
    voting.when(team('housing'), { type: 'withdrawPledge', targetId: 'W3' }).thenRejected('voteUnderWay')
    voting.when(facilitator, { type: 'pledgePot', targetId: 'K3', funds: 1 }).thenRejected('voteUnderWay')
    const decided = voting.and([team('housing'), { type: 'voteOnPackage', vote: 'yes' }], [team('mobility'), { type: 'voteOnPackage', vote: 'yes' }])
    decided.when(team('climate'), pledge('W3', 1, 0)).thenRejected('alreadyAdopted', { measureId: 'W3' })
    decided.when(team('housing'), { type: 'withdrawPledge', targetId: 'W3' }).thenRejected('nothingPledged')
  })

  it('[B4] the facilitator pledges the shared pot, and takes it back with zero', () => {
    const pledged = withW3.and([facilitator, { type: 'pledgePot', targetId: 'W3', funds: 20_000 }])
    pledged.thenState(({ accounts }) => {
      expect(accounts.pot.funds).toBe(80_000)
      expect(accounts.pledged.W3).toEqual({ pot: { funds: 20_000, staff: 0 } })
    })
    pledged.when(facilitator, { type: 'pledgePot', targetId: 'W3', funds: 0 }).thenState(({ accounts }) => expect(accounts.pot.funds).toBe(100_000))
    withW3.when(facilitator, { type: 'pledgePot', targetId: 'W3', funds: 0 }).thenRejected('nothingPledged')
    withW3.when(team('housing'), { type: 'pledgePot', targetId: 'W3', funds: 20_000 }).thenRejected('notAllowed')
    planning.and(proposed('W1')).when(facilitator, { type: 'pledgePot', targetId: 'W1', funds: 100_001 }).thenRejected('notEnoughFunds')
  })

  it('[B4] or, as the scenario has it, all teams agree to the same amount', () => {
    const table = givenScenario(withSettings({ pot: 'allTeams' }))
      .reaching(PLANNING)
      .and(proposed('W3'))
    const agree = (teamId: string, funds: number) => [team(teamId), { type: 'pledgePot', targetId: 'W3', funds }] as const
    table.when(facilitator, { type: 'pledgePot', targetId: 'W3', funds: 20_000 }).thenRejected('potNeedsAll', { teamIds: ['housing', 'mobility', 'climate'] })
    const two = table.and(agree('housing', 20_000), agree('climate', 20_000))
    two.when(facilitator, { type: 'pledgePot', targetId: 'W3', funds: 20_000 }).thenRejected('potNeedsAll', { teamIds: ['mobility'] })
    two.when(...agree('housing', 20_000)).thenRejected('alreadyRequested')
    two
      .when(...agree('mobility', 20_000))
      .thenEvents({ type: 'potConsentGiven', teamId: 'mobility' }, { type: 'pledged', payer: 'pot', funds: 20_000 })
      .thenState((state) => {
        expect(state.potConsents).toEqual({})
        expect(state.accounts.pledged.W3).toEqual({ pot: { funds: 20_000, staff: 0 } })
      })
    two
      .when(...agree('mobility', 30_000))
      .thenEvents({ type: 'potConsentGiven', funds: 30_000 })
      .thenState((state) => expect(state.potConsents.W3).toMatchObject({ funds: 30_000, teamIds: ['mobility'] }))
    two.when(...agree('climate', 0)).thenState((state) => expect(state.potConsents.W3?.teamIds).toEqual(['housing']))
    two.when(...agree('mobility', 0)).thenRejected('nothingPledged')
    two.and([team('housing'), { type: 'withdrawMeasure', measureId: 'W3' }]).thenState((state) => expect(state.potConsents).toEqual({}))
  })

  it('[B5] covered when pledges reach own contribution and staff need, and not one euro before', () => {
    const nearly = withW3.and([team('housing'), pledge('W3', 49_999, 1)])
    expect(isCovered(nearly.state, 'W3')).toBe(false)
    expect(isCovered(nearly.and([team('climate'), pledge('W3', 1, 0)]).state, 'W3')).toBe(true)
    expect(isCovered(withW3.and([team('housing'), pledge('W3', 50_000, 0)]).state, 'W3')).toBe(false)
    expect(isCovered(planning.state, 'W3')).toBe(false)
  })

  it('[B6] when a partner is withdrawn the own contribution rises, and its teams see by how much', () => {
    const together = planning.and(
      proposed('W1'),
      proposed('M1'),
      ...confirmed('synergy', 'W1', 'M1'),
      [team('mobility'), { type: 'applyForFunding', measureId: 'M1', programmeId: 'STB' }],
      [team('mobility'), pledge('M1', 999_999, 9)],
    )
    // 300 − 60 % of (300 − 18) = 300 − 18 − 169.2
    expect(together.state.accounts.pledged.M1).toEqual({ mobility: { funds: 112_800, staff: 3 } })
    expect(proposalStatus(together.state, 'M1')).toBe('covered')
    const left = together.and([team('housing'), { type: 'withdrawMeasure', measureId: 'W1' }])
    expect(proposalStatus(left.state, 'M1')).toBe('proposed')
    expect(missingFor(left.state, 'M1')).toEqual({ funds: 7_200, staff: 0 })
  })

  it('[I3] a shortfall is settled by pledges to it, and what they come to leaves the game', () => {
    const hit = planning.reaching('incident-1').and([facilitator, { type: 'playIncident', incidentId: 'E02' }])
    const [shortfallId = ''] = Object.keys(hit.state.shortfalls)
    expect(hit.state.shortfalls[shortfallId]).toMatchObject({ account: 'pot', funds: 200_000, staff: 0, settled: false })
    const half = hit.and([team('housing'), pledge(shortfallId, 120_000, 0)])
    half.thenState((state) => expect(state.shortfalls[shortfallId]).toMatchObject({ pledged: { housing: { funds: 120_000 } }, settled: false }))
    half
      .when(team('housing'), { type: 'withdrawPledge', targetId: shortfallId })
      .thenState((state) => expect(state.shortfalls[shortfallId]?.pledged).toEqual({}))
    half
      .when(team('climate'), pledge(shortfallId, 150_000, 0))
      .thenEvents({ type: 'pledged', payer: 'climate', funds: 80_000 }, { type: 'shortfallSettled', shortfallId })
      .thenState((state) => {
        expect(state.accounts.pledged).toEqual({})
        expect(state.accounts.retired.funds).toBe(hit.state.accounts.retired.funds + 200_000)
        expect(state.shortfalls[shortfallId]).toMatchObject({ settled: true, pledged: { housing: { funds: 120_000 }, climate: { funds: 80_000 } } })
      })
      .when(team('mobility'), pledge(shortfallId, 1, 0))
      .thenRejected('nothingToPledge')
  })
})
