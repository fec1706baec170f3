import { describe, expect, it } from 'vitest'
import { packageNow } from '../../rules/package.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { SessionState } from '../../rules/session.ts'
import { shareOut } from '../../rules/shareOut.ts'
import { packageVoters } from '../../rules/voters.ts'
import { facilitator, given, givenScenario, type Play, START, team } from '../helpers/given.ts'
import { smallScenario, withSettings } from '../helpers/smallScenario.ts'
import { agreeOn, apply, type Move, pledge, propose, proposeAndPay, vote } from '../helpers/teamMoves.ts'

const cyclePath: Move = [
  team('mobility'),
  {
    type: 'proposeMeasure',
    measureId: 'M2',
    place: {
      kind: 'line',
      points: [
        [1500, 500],
        [1900, 500],
      ],
    },
  },
]
const closePackage = (casting?: 'yes' | 'no') => [facilitator, { type: 'closeBallot', ballot: 'package', ...(casting ? { casting } : {}) }] as const

/** Housing's W3 (50 T€, 1 staff) and climate's K3 (40 T€, 2 staff), both paid, in the resolution of round 1. */
function twoCovered(scenario: Scenario = smallScenario): Play {
  return givenScenario(scenario)
    .reaching('planning-1')
    .and(...proposeAndPay('housing', 'W3', 50_000, 1), { wait: 1 }, ...proposeAndPay('climate', 'K3', 40_000, 2))
    .reaching('resolution-1')
}

const adoptedIds = (state: SessionState) => Object.values(state.proposals).flatMap(({ status, measureId }) => (status === 'adopted' ? [measureId] : []))

describe('Package', () => {
  it('[D1] holds what is covered, in the order of the proposals, and says why the others are out', () => {
    const { state } = given()
      .reaching('planning-1')
      .and(...proposeAndPay('climate', 'K3', 40_000, 2), { wait: 1 }, propose('mobility', 'M3'), { wait: 1 }, ...proposeAndPay('housing', 'W3', 50_000, 1))
    expect(packageNow(state)).toEqual({ measureIds: ['K3', 'W3'], notIn: { M3: 'notCovered' }, missingRequired: [] })
  })

  it('[D1] equal times are ordered by id', () => {
    const { state } = given()
      .reaching('planning-1')
      .and(...proposeAndPay('housing', 'W3', 50_000, 1), ...proposeAndPay('climate', 'K3', 40_000, 2))
    expect(packageNow(state).measureIds).toEqual(['K3', 'W3'])
  })

  it('[D1] an open conflict keeps both out', () => {
    const { state } = given()
      .reaching('planning-1')
      .and(...proposeAndPay('housing', 'W2', 200_000, 3), propose('climate', 'K2'), ...agreeOn('conflict', 'K2', 'W2', 'climate', 'housing'))
    expect(packageNow(state).notIn).toEqual({ W2: 'conflictOpen', K2: 'conflictOpen' })
  })

  it('[D1] what waits by its settlement or by an incident is postponed', () => {
    const staggered = given()
      .reaching('planning-1')
      .and(...proposeAndPay('housing', 'W2', 200_000, 3), propose('climate', 'K2'), ...agreeOn('conflict', 'K2', 'W2', 'climate', 'housing'))
      .and(
        [team('housing'), { type: 'settleConflict', crossReferenceId: 'c-K2-W2', way: 'stagger', measureId: 'W2' }],
        [team('climate'), { type: 'confirmSettlement', crossReferenceId: 'c-K2-W2' }],
      )
    expect(packageNow(staggered.state).notIn).toMatchObject({ W2: 'postponed' })
    const stopped = given()
      .reaching('planning-1')
      .and(...proposeAndPay('housing', 'W3', 50_000, 1), [facilitator, { type: 'playIncident', incidentId: 'E01' }])
    expect(packageNow(stopped.state)).toMatchObject({ measureIds: [], notIn: { W3: 'postponed' } })
  })

  it('[M6] a measure that needs another one comes only with it', () => {
    const network = given()
      .reaching('planning-1')
      .and(propose('climate', 'K4'), pledge('climate', 'K4', 100_000, 4), propose('climate', 'K3'))
    expect(packageNow(network.state).notIn).toEqual({ K4: 'prerequisiteMissing', K3: 'notCovered' })
    const both = network.and(pledge('housing', 'K3', 40_000, 2))
    expect(packageNow(both.state).measureIds).toEqual(['K3', 'K4'])
  })

  it('[M6] of two that exclude each other the earlier proposal stays; if it cannot be decided, the later one may', () => {
    const both = given()
      .reaching('planning-1')
      .and(propose('mobility', 'M3'), pledge('housing', 'M3', 240_000, 2), { wait: 1 }, cyclePath, pledge('mobility', 'M2', 160_000, 2))
    expect(packageNow(both.state)).toMatchObject({ measureIds: ['M3'], notIn: { M2: 'excluded' } })
    const earlierOut = both.and([team('housing'), { type: 'withdrawPledge', targetId: 'M3' }])
    expect(packageNow(earlierOut.state)).toMatchObject({ measureIds: ['M2'], notIn: { M3: 'notCovered' } })
  })

  it('[M6] nothing that an adopted measure excludes', () => {
    const { state } = given()
      .reaching('planning-1')
      .and(propose('mobility', 'M3'), pledge('housing', 'M3', 240_000, 2), { wait: 1 }, cyclePath)
      .reaching('resolution-1')
      .and(vote('housing', 'yes'), vote('mobility', 'yes'), vote('climate', 'yes'))
      .reaching('planning-2')
      .and(pledge('mobility', 'M2', 160_000, 2))
    expect(adoptedIds(state)).toEqual(['M3'])
    expect(packageNow(state)).toMatchObject({ measureIds: [], notIn: { M2: 'excluded' } })
  })

  it('[F2] an application whose condition no longer holds keeps the proposal out', () => {
    const state = given()
      .reaching('planning-1')
      .and(cyclePath, pledge('climate', 'M2', 1, 0), apply('mobility', 'M2', 'EFRE'), pledge('mobility', 'M2', 79_999, 2))
    expect(packageNow(state.state).measureIds).toEqual(['M2'])
    const alone = state.and([team('climate'), { type: 'withdrawPledge', targetId: 'M2' }])
    expect(packageNow(alone.state).notIn).toEqual({ M2: 'conditionsNotMet' })
    const late = state.and([facilitator, { type: 'playIncident', incidentId: 'E04' }])
    expect(packageNow(late.state).notIn).toEqual({ M2: 'conditionsNotMet' })
  })

  it('[F3] grants come from the pot of the programme in the order of the package; who finds it empty is not covered', () => {
    // EUK pays 330 T€ a round: K2 takes 280 of them, K1 would get 70 and finds 50.
    const state = given()
      .reaching('planning-1')
      .and(propose('climate', 'K2'), apply('climate', 'K2', 'EUK'), pledge('housing', 'K2', 120_000, 3), { wait: 1 })
      .and(propose('climate', 'K1'), apply('climate', 'K1', 'EUK'), pledge('climate', 'K1', 30_000, 2))
    expect(packageNow(state.state)).toMatchObject({ measureIds: ['K2'], notIn: { K1: 'notCovered' } })
    const paidMore: SessionState = {
      ...state.state,
      accounts: { ...state.state.accounts, pledged: { ...state.state.accounts.pledged, K1: { climate: { funds: 50_000, staff: 2 } } } },
    }
    expect(packageNow(paidMore).measureIds).toEqual(['K2', 'K1'])
  })

  it('[I2] what an incident demands and the package lacks is named', () => {
    const { state } = twoCovered()
    const demanded: SessionState = {
      ...state,
      lastingEffects: [
        { incidentId: 'X', effect: { kind: 'requireMeasure', measureId: 'W1' }, fromRound: 1, untilRound: null },
        { incidentId: 'X', effect: { kind: 'requireMeasure', measureId: 'K3' }, fromRound: 1, untilRound: null },
      ],
    }
    expect(packageNow(demanded).missingRequired).toEqual(['W1'])
  })
})

describe('Vote', () => {
  it('[D2] the first vote opens the ballot and fixes the list; all in decides in the same step', () => {
    twoCovered()
      .when(team('housing'), { type: 'voteOnPackage', vote: 'yes' })
      .thenEvents({ type: 'voteOpened', measureIds: ['W3', 'K3'] }, { type: 'voteCast', voter: 'housing', vote: 'yes' })
      .and(vote('mobility', 'reservations', 'Es fehlt der Radweg.'))
      .when(team('climate'), { type: 'voteOnPackage', vote: 'no', reason: 'Zu wenig Klima.' })
      .thenEvents(
        { type: 'voteCast', voter: 'climate', vote: 'no' },
        {
          type: 'packageDecided',
          adopted: true,
          round: 1,
          measureIds: ['W3', 'K3'],
          yes: 1,
          reservations: 1,
          no: 1,
          reasons: ['Es fehlt der Radweg.', 'Zu wenig Klima.'],
        },
        { type: 'measureAdopted', measureId: 'W3' },
        { type: 'measureAdopted', measureId: 'K3' },
      )
      .thenState((state) => {
        expect(state.packageVote).toBeNull()
        expect(state.resolutions).toHaveLength(1)
        expect(adoptedIds(state)).toEqual(['W3', 'K3'])
      })
  })

  it('[D2] a no and reservations need a reason', () => {
    twoCovered().when(team('housing'), { type: 'voteOnPackage', vote: 'no' }).thenRejected('reasonMissing')
    twoCovered().when(team('housing'), { type: 'voteOnPackage', vote: 'reservations' }).thenRejected('reasonMissing')
  })

  it('[D2] a vote can be changed as long as others are waited for', () => {
    twoCovered()
      .and(vote('housing', 'no', 'Noch nicht.'), vote('housing', 'yes'))
      .thenState((state) => expect(state.packageVote?.votes).toEqual({ housing: { vote: 'yes' } }))
  })

  it('[D2] there is nothing to vote on without a covered proposal', () => {
    given().reaching('resolution-1').when(team('housing'), { type: 'voteOnPackage', vote: 'yes' }).thenRejected('nothingToDecide')
  })

  it('[I3] an open shortfall comes before the vote', () => {
    twoCovered()
      .and([facilitator, { type: 'playIncident', incidentId: 'E02' }])
      .when(team('housing'), { type: 'voteOnPackage', vote: 'yes' })
      .thenRejected('shortfallOpen', { shortfallIds: ['shortfall-1'] })
  })

  it('[D2] while the vote is open no incident is played', () => {
    twoCovered().and(vote('housing', 'yes')).when(facilitator, { type: 'playIncident', incidentId: 'E05' }).thenRejected('voteUnderWay')
  })

  it('[D2] majority: more than half of the votes; equal votes ask the facilitator', () => {
    const tied = twoCovered()
      .and(vote('housing', 'yes'), vote('climate', 'no', 'Zu wenig.'))
      .when(...closePackage())
      .thenEvents({ type: 'voteTied' })
      .thenState((state) => expect(state.packageVote?.tied).toBe(true))
    tied.when(...closePackage()).thenRejected('ballotIncomplete')
    tied.when(...closePackage('yes')).thenEvents({ type: 'packageDecided', adopted: true }, { type: 'measureAdopted' }, { type: 'measureAdopted' })
    tied.when(...closePackage('no')).thenEvents({ type: 'packageDecided', adopted: false, measureIds: ['W3', 'K3'] })
  })

  it('[D2] a team that votes after a tie decides it', () => {
    twoCovered()
      .and(vote('housing', 'yes'), vote('climate', 'no', 'Zu wenig.'), closePackage())
      .when(team('mobility'), { type: 'voteOnPackage', vote: 'no', reason: 'Kein Radweg.' })
      .thenEvents({ type: 'voteCast' }, { type: 'packageDecided', adopted: false })
  })

  it('[D2] whoever thinks again after a tie takes the question back from the facilitator', () => {
    twoCovered()
      .and(vote('housing', 'yes'), vote('climate', 'no', 'Zu wenig.'), closePackage(), vote('climate', 'yes'))
      .thenState((state) => expect(state.packageVote?.tied).toBe(false))
      .when(...closePackage())
      .thenEvents({ type: 'packageDecided', adopted: true }, { type: 'measureAdopted' }, { type: 'measureAdopted' })
  })

  it('[D2] a casting question without a tie changes nothing', () => {
    twoCovered()
      .and(vote('housing', 'no', 'Zu teuer.'))
      .when(...closePackage('yes'))
      .thenEvents({ type: 'packageDecided', adopted: false })
  })

  it('[D2] closing needs a vote', () => {
    twoCovered()
      .when(...closePackage())
      .thenRejected('noVote')
    const { state } = twoCovered().and({ type: 'voteOpened', measureIds: ['W3'], at: START })
    expect(state.packageVote?.votes).toEqual({})
    twoCovered()
      .and({ type: 'voteOpened', measureIds: ['W3'], at: START })
      .when(...closePackage())
      .thenRejected('ballotEmpty')
  })

  it.each(['unanimous', 'consent'] as const)('[D2] %s: a single no stops the package, reservations do not', (voteRule) => {
    twoCovered(withSettings({ voteRule }))
      .and(vote('housing', 'yes'), vote('mobility', 'yes'))
      .when(team('climate'), { type: 'voteOnPackage', vote: 'no', reason: 'Zu wenig.' })
      .thenEvents({ type: 'voteCast' }, { type: 'packageDecided', adopted: false })
    twoCovered(withSettings({ voteRule }))
      .and(vote('housing', 'yes'), vote('mobility', 'yes'))
      .when(team('climate'), { type: 'voteOnPackage', vote: 'reservations', reason: 'Zu wenig.' })
      .thenEvents({ type: 'voteCast' }, { type: 'packageDecided', adopted: true }, { type: 'measureAdopted' }, { type: 'measureAdopted' })
  })

  it('[D2] council: its seats vote instead of the teams; without any the teams do', () => {
    const council = { role: 'council', seatId: 'seat-council' } as const
    const before = twoCovered(withSettings({ voteRule: 'council' }))
    expect(packageVoters(before.state)).toEqual(['housing', 'mobility', 'climate'])
    const seated = before.and({ type: 'seatTaken', seatId: council.seatId, role: 'council', at: START, leads: false })
    expect(packageVoters(seated.state)).toEqual(['seat-council'])
    seated.when(team('housing'), { type: 'voteOnPackage', vote: 'yes' }).thenRejected('notAllowed')
    seated
      .when(council, { type: 'voteOnPackage', vote: 'yes' })
      .thenEvents(
        { type: 'voteOpened' },
        { type: 'voteCast', voter: 'seat-council' },
        { type: 'packageDecided', adopted: true },
        { type: 'measureAdopted' },
        { type: 'measureAdopted' },
      )
    twoCovered()
      .and({ type: 'seatTaken', seatId: council.seatId, role: 'council', at: START, leads: false })
      .when(council, { type: 'voteOnPackage', vote: 'yes' })
      .thenRejected('notAllowed')
  })

  it('[D2] a team without any seat is not waited for, but may vote through the facilitator', () => {
    const without = twoCovered().and({ type: 'seatRemoved', seatId: 'seat-mobility' })
    expect(packageVoters(without.state)).toEqual(['housing', 'climate'])
    without
      .and([facilitator, { type: 'actFor', teamId: 'mobility', command: { type: 'voteOnPackage', vote: 'no', reason: 'Am Telefon.' } }], vote('housing', 'yes'))
      .when(team('climate'), { type: 'voteOnPackage', vote: 'no', reason: 'Zu wenig.' })
      .thenEvents({ type: 'voteCast' }, { type: 'packageDecided', adopted: false, no: 2, yes: 1 })
  })
})

describe('Adoption', () => {
  it('[D3] grants flow, money and staff are spent, the settled figures stay with the proposal', () => {
    given()
      .reaching('planning-1')
      .and(propose('climate', 'K1'), apply('climate', 'K1', 'EUK'), pledge('housing', 'K1', 10_000, 0), pledge('climate', 'K1', 20_000, 2))
      .reaching('resolution-1')
      .and(vote('housing', 'yes'), vote('mobility', 'yes'), vote('climate', 'yes'))
      .thenState((state) => {
        expect(state.proposals.K1).toMatchObject({
          status: 'adopted',
          adoptedRound: 1,
          adopted: {
            totalCost: 100_000,
            grant: 70_000,
            rate: 0.7,
            ownContribution: 30_000,
            staff: 2,
            paidBy: { housing: { funds: 10_000, staff: 0 }, climate: { funds: 20_000, staff: 2 } },
          },
        })
        expect(state.grantsThisRound).toEqual({ EUK: 70_000 })
        expect(state.accounts.spent).toEqual({ funds: 30_000, staff: 2 })
        expect(state.accounts.pledged).toEqual({})
        expect(state.accounts.teams).toMatchObject({ housing: { funds: 290_000, staff: 5 }, climate: { funds: 130_000, staff: 2 } })
      })
  })

  it('[B5] what was pledged beyond the need returns in the proportion of the pledges', () => {
    // K1 costs 100 T€ without a programme; housing 60, mobility 25, climate 15. Then the grant of 70 T€ comes.
    const covered = given()
      .reaching('planning-1')
      .and(propose('climate', 'K1'), pledge('housing', 'K1', 60_000, 0), pledge('mobility', 'K1', 25_000, 0), pledge('climate', 'K1', 15_000, 2))
      .and(apply('climate', 'K1', 'EUK'))
      .reaching('resolution-1')
    covered
      .and(vote('housing', 'yes'), vote('mobility', 'yes'))
      .when(team('climate'), { type: 'voteOnPackage', vote: 'yes' })
      .thenEvents(
        { type: 'voteCast' },
        { type: 'packageDecided' },
        {
          type: 'measureAdopted',
          returned: { housing: { funds: 42_000, staff: 0 }, mobility: { funds: 17_500, staff: 0 }, climate: { funds: 10_500, staff: 0 } },
          adoption: expect.objectContaining({
            paidBy: { housing: { funds: 18_000, staff: 0 }, mobility: { funds: 7_500, staff: 0 }, climate: { funds: 4_500, staff: 2 } },
          }),
        },
      )
  })

  it('[B5] an odd euro goes to the teams in their order, to the pot last', () => {
    const measures = smallScenario.measures.map((measure) => (measure.id === 'K1' ? { ...measure, cost: 100_010 } : measure))
    givenScenario({ ...smallScenario, measures })
      .reaching('planning-1')
      .and(propose('climate', 'K1'), [facilitator, { type: 'pledgePot', targetId: 'K1', funds: 50_005 }], pledge('climate', 'K1', 50_005, 2))
      .and(apply('climate', 'K1', 'EUK'))
      .reaching('resolution-1')
      .and(vote('housing', 'yes'), vote('mobility', 'yes'))
      .when(team('climate'), { type: 'voteOnPackage', vote: 'yes' })
      .thenEvents(
        { type: 'voteCast' },
        { type: 'packageDecided' },
        { type: 'measureAdopted', returned: { climate: { funds: 35_004, staff: 0 }, pot: { funds: 35_003, staff: 0 } } },
      )
      .thenState(({ accounts }) => expect(accounts.pot.funds).toBe(100_000 - 50_005 + 35_003))
  })

  it('[B5] largest remainder, equal remainders in the given order', () => {
    expect(
      shareOut(10, [
        ['a', 1],
        ['b', 1],
        ['pot', 1],
      ]),
    ).toEqual({ a: 4, b: 3, pot: 3 })
    expect(
      shareOut(10, [
        ['a', 4],
        ['b', 8],
        ['pot', 2],
      ]),
    ).toEqual({ a: 3, b: 6, pot: 1 })
    expect(shareOut(0, [['a', 5]])).toEqual({ a: 0 })
    expect(
      shareOut(5, [
        ['a', 0],
        ['b', 0],
      ]),
    ).toEqual({ a: 0, b: 0 })
    expect(
      shareOut(999_999_999, [
        ['a', 1_000_000_000],
        ['b', 1_000_000_000],
      ]),
    ).toEqual({ a: 500_000_000, b: 499_999_999 })
  })

  it('[D3] rejected: everything stays as it was, and the phase goes on', () => {
    const before = twoCovered()
    before
      .and(vote('housing', 'no', 'Zu teuer.'), vote('mobility', 'no', 'Kein Radweg.'), vote('climate', 'yes'))
      .thenState((state) => {
        expect(state.accounts).toEqual(before.state.accounts)
        expect(state.proposals).toEqual(before.state.proposals)
        expect(state.packageVote).toBeNull()
        expect(state.resolutions).toMatchObject([{ adopted: false, no: 2 }])
      })
      .when(team('housing'), { type: 'voteOnPackage', vote: 'yes' })
      .thenEvents({ type: 'voteOpened', measureIds: ['W3', 'K3'] }, { type: 'voteCast' })
  })

  it('[D3] a measure that can no longer be paid when the vote ends is left out', () => {
    twoCovered()
      .and(vote('housing', 'yes'), vote('mobility', 'yes'))
      .and({ type: 'pledgeWithdrawn', targetId: 'W3', payer: 'housing', funds: 50_000, staff: 1 })
      .when(team('climate'), { type: 'voteOnPackage', vote: 'yes' })
      .thenEvents({ type: 'voteCast' }, { type: 'packageDecided', measureIds: ['K3'] }, { type: 'measureAdopted', measureId: 'K3' })
  })
})
