import { describe, expect, it } from 'vitest'
import { dotBallots, dotResults, dotsEach, resistanceResults, weightResults } from '../../rules/ballots.ts'
import type { Command } from '../../rules/commands.ts'
import { openPrioritisation } from '../../rules/priorities.ts'
import { budgetLines, listBy, priorityList, resistanceIds } from '../../rules/priorityList.ts'
import { PROCEDURES, type Scenario } from '../../rules/scenario/scenario.ts'
import { type SessionState, STATUS_QUO } from '../../rules/session.ts'
import { voters } from '../../rules/voters.ts'
import { facilitator, givenScenario, observer, opened, type Play, START, team } from '../helpers/given.ts'
import { smallScenario, withSettings } from '../helpers/smallScenario.ts'
import { agreeOn, type Move, pledge, propose, proposeAndPay, vote } from '../helpers/teamMoves.ts'

const TEAMS = ['housing', 'mobility', 'climate'] as const
const close = (ballot: 'weights' | 'dots' | 'resistance' | 'classes'): Move => [facilitator, { type: 'closeBallot', ballot }]
const weigh = (teamId: string, Z1: number, Z2: number, Z3: number): Move => [team(teamId), { type: 'weighGoals', weights: { Z1, Z2, Z3 } }]
const castDots = (teamId: string, dots: Record<string, number>): Move => [team(teamId), { type: 'castDots', dots }]
const rate = (teamId: string, resistance: Record<string, number>): Move => [team(teamId), { type: 'rateResistance', resistance }]
const classify = (teamId: string, measureId: string, more: { priority?: 'high' | 'medium' | 'low'; key?: boolean }): Move => [
  team(teamId),
  { type: 'classifyMeasure', measureId, ...more },
]

/**
 * W3 and K3 adopted in round 1 (50 and 40 T€); W1 and W2 remain proposals, with the synergy W1–W3 confirmed and the conflict W1–W2 come to light;
 * K1 was withdrawn.
 * Ends before the phase `weigh`.
 */
function listed(scenario: Scenario = smallScenario): Play {
  return givenScenario(scenario)
    .reaching('planning-1')
    .and(...proposeAndPay('housing', 'W3', 50_000, 1), ...proposeAndPay('climate', 'K3', 40_000, 2))
    .reaching('resolution-1')
    .and(vote('housing', 'yes'), vote('mobility', 'yes'), vote('climate', 'yes'))
    .reaching('planning-2')
    .and(propose('housing', 'W1'), propose('housing', 'W2'), propose('climate', 'K1'), [team('climate'), { type: 'withdrawMeasure', measureId: 'K1' }])
    .and([team('housing'), { type: 'proposeCrossReference', kind: 'synergy', a: 'W1', b: 'W3', reason: 'Lücken zuerst' }])
    .reaching('resolution-2')
}
const ids = (state: SessionState) => priorityList(state).entries.map(({ measureId }) => measureId)
const entryFor = (state: SessionState, measureId: string) => priorityList(state).entries.find((entry) => entry.measureId === measureId)

describe('The list', () => {
  it('[L1] holds adopted and remaining proposals, fixed when prioritisation starts', () => {
    listed()
      .when(facilitator, { type: 'startPhase', phaseId: 'weigh' })
      .thenEvents({ type: 'phaseStarted' }, { type: 'prioritisationOpened', measureIds: ['K3', 'W1', 'W2', 'W3'] })
      .thenState((state) => expect(priorityList(state).entries.map(({ measureId, adopted }) => [measureId, adopted])).toContainEqual(['K3', true]))
      .and([facilitator, { type: 'startPhase', phaseId: 'dots' }])
      .thenEvents({ type: 'phaseStarted' })
  })

  it('[L1] is fixed anew if it has changed, as long as nobody has voted on it', () => {
    const { state } = listed().reaching('weigh')
    expect(openPrioritisation(state)).toEqual([])
    const { W1: _gone, ...proposals } = state.proposals
    expect(openPrioritisation({ ...state, proposals })).toEqual([{ type: 'prioritisationOpened', measureIds: ['K3', 'W2', 'W3'] }])
    const votedOn = { ...state, proposals, prioritisation: { ...state.prioritisation, dots: { housing: { K3: 2 } } } }
    expect(openPrioritisation(votedOn)).toEqual([])
  })

  it('[L1] plans made alone never stand on it', () => {
    const { state } = givenScenario(smallScenario)
      .reaching('alone')
      .and([team('housing'), { type: 'planAlone', measureIds: ['W1'] }])
      .reaching('weigh')
    expect(priorityList(state).entries).toEqual([])
  })
})

describe('Weights', () => {
  it('[L2] exactly the points of the scenario over its goals; hidden until the last is in, then revealed in the same step', () => {
    const weighing = listed().reaching('weigh')
    weighing.when(team('housing'), { type: 'weighGoals', weights: { Z1: 9 } }).thenRejected('ballotIncomplete', { left: 1 })
    weighing.when(team('housing'), { type: 'weighGoals', weights: { Z1: 9, Z2: 3 } }).thenRejected('weightsExceeded', { by: 2 })
    weighing.when(team('housing'), { type: 'weighGoals', weights: { Z9: 10 } }).thenRejected('invalidCommand', { goalId: 'Z9' })
    weighing.when(team('housing'), { type: 'weighGoals', weights: { constructor: 10 } }).thenRejected('invalidCommand')
    weighing
      .when(team('housing'), { type: 'weighGoals', weights: { Z1: 8, Z3: 2 } })
      .thenEvents({ type: 'goalsWeighed', voter: 'housing', weights: { Z1: 8, Z2: 0, Z3: 2 } })
      .and(weigh('mobility', 2, 6, 2))
      .thenState((state) => expect(weightResults(state)).toEqual({}))
      .when(team('climate'), { type: 'weighGoals', weights: { Z1: 1, Z2: 1, Z3: 8 } })
      .thenEvents({ type: 'goalsWeighed' }, { type: 'ballotRevealed', ballot: 'weights' })
      .when(team('housing'), { type: 'weighGoals', weights: { Z1: 10 } })
      .thenRejected('ballotClosed')
  })

  it('[L2] a ballot can be changed until it is revealed', () => {
    listed()
      .reaching('weigh')
      .and(weigh('housing', 10, 0, 0), weigh('housing', 4, 3, 3))
      .thenState(({ prioritisation }) => expect(prioritisation.weights).toEqual({ housing: { Z1: 4, Z2: 3, Z3: 3 } }))
  })

  it('[L2] the median per goal counts; of an even number the mean of the middle two', () => {
    const weighing = listed().reaching('weigh')
    const odd = weighing.and(weigh('housing', 8, 0, 2), weigh('mobility', 2, 6, 2), weigh('climate', 1, 1, 8))
    expect(weightResults(odd.state)).toMatchObject({ Z1: { median: 2 }, Z2: { median: 1 }, Z3: { median: 2 } })
    // K3 2·2 · W3 2·2 · W1 6·2 + 2·1 · W2 8·2 − 3·2
    expect(entryFor(odd.state, 'W1')?.score.goalPoints).toBe(14)
    const even = weighing.and(weigh('housing', 7, 0, 3), weigh('mobility', 2, 6, 2), close('weights'))
    expect(weightResults(even.state)).toMatchObject({ Z1: { median: 4.5 }, Z2: { median: 3 }, Z3: { median: 2.5 } })
    expect(entryFor(even.state, 'W1')?.score.goalPoints).toBe(6 * 4.5 + 2 * 3)
  })

  it('[L2] teams with a seat or a bot are waited for; while there is none, all', () => {
    expect(voters(opened(smallScenario).state)).toEqual(['housing', 'mobility', 'climate'])
    const two = opened(smallScenario).and(
      { type: 'seatTaken', seatId: 's1', role: 'team', teamId: 'mobility', at: START, leads: false },
      { type: 'botSeated', teamId: 'housing' },
    )
    expect(voters(two.state)).toEqual(['housing', 'mobility'])
  })

  it('[L2] until they are revealed the weights of the scenario count', () => {
    const { state } = listed()
      .reaching('weigh')
      .and(weigh('housing', 10, 0, 0))
    expect(entryFor(state, 'W1')?.score.goalPoints).toBe(6 * 3 + 2 * 2)
  })

  it('[L2] setting: every seat votes for itself; observers never', () => {
    const perSeat = listed(withSettings({ ballot: 'seat' }))
      .and(
        { type: 'seatTaken', seatId: 'seat-housing-2', role: 'team', teamId: 'housing', at: START, leads: false },
        { type: 'seatTaken', seatId: 'seat-citizen', role: 'citizens', at: START, leads: false },
        { type: 'seatTaken', seatId: 'seat-observer', role: 'observer', at: START, leads: false },
        { type: 'seatRemoved', seatId: 'seat-climate' },
      )
      .reaching('weigh')
    expect(voters(perSeat.state)).toEqual(['seat-housing', 'seat-mobility', 'seat-housing-2', 'seat-citizen'])
    perSeat.when(observer, { type: 'weighGoals', weights: { Z1: 10 } }).thenRejected('notAllowed')
    perSeat
      .when({ role: 'citizens', seatId: 'seat-citizen' }, { type: 'weighGoals', weights: { Z1: 10 } })
      .thenEvents({ type: 'goalsWeighed', voter: 'seat-citizen' })
    const perTeam = listed().reaching('weigh')
    perTeam.when({ role: 'citizens', seatId: 'seat-citizen' }, { type: 'weighGoals', weights: { Z1: 10 } }).thenRejected('notAllowed')
  })

  it('[L7] dots of single voters are told once revealed, from five ballots on, in an order that does not say whose they are', () => {
    const { state } = givenScenario(smallScenario)
    const ballots = { e: { W3: 2 }, a: { W1: 1 }, d: { W3: 1 }, c: { W1: 2 }, b: { W1: 1, W3: 1 } }
    const told = (dots: Readonly<Record<string, Readonly<Record<string, number>>>>, revealed: readonly 'dots'[]) =>
      dotBallots({ ...state, prioritisation: { ...state.prioritisation, measureIds: ['W1', 'W3'], dots, revealed } })
    const { e: _fifth, ...four } = ballots
    expect(told(ballots, [])).toEqual([])
    expect(told(four, ['dots'])).toEqual([])
    expect(told(ballots, ['dots'])).toEqual([{ W3: 1 }, { W3: 2 }, { W1: 1 }, { W1: 1, W3: 1 }, { W1: 2 }])
  })

  it('[L7] spread is shown from five ballots on', () => {
    const fourSeats = listed(withSettings({ ballot: 'seat' }))
      .and(
        { type: 'seatTaken', seatId: 'seat-4', role: 'team', teamId: 'housing', at: START, leads: false },
        { type: 'seatTaken', seatId: 'seat-5', role: 'team', teamId: 'climate', at: START, leads: false },
      )
      .reaching('weigh')
    const seat = (seatId: string, weights: Record<string, number>): Move => [
      { role: 'team', teamId: 'housing', seatId },
      { type: 'weighGoals', weights },
    ]
    const four = fourSeats.and(weigh('housing', 10, 0, 0), weigh('mobility', 4, 3, 3), weigh('climate', 0, 0, 10), seat('seat-4', { Z1: 2, Z2: 2, Z3: 6 }))
    expect(weightResults(four.and(close('weights')).state).Z1).toEqual({ median: 3, min: 3, max: 3 })
    const five = four.and(seat('seat-5', { Z1: 3, Z2: 3, Z3: 4 }))
    expect(weightResults(five.state).Z1).toEqual({ median: 3, min: 0, max: 10 })
  })
})

describe('Dots', () => {
  it('[L4] half of the measures and one more, at most ten', () => {
    const { state } = listed().reaching('dots')
    const with_ = (n: number) => dotsEach({ ...state, prioritisation: { ...state.prioritisation, measureIds: Array.from({ length: n }, (_, i) => `m${i}`) } })
    expect([1, 2, 3, 4, 17, 18, 40].map(with_)).toEqual([1, 2, 2, 3, 9, 10, 10])
  })

  it('[L4] all dots are placed, at most two on one, only on the list; revealed when all are in', () => {
    const voting = listed().reaching('dots')
    voting.when(team('housing'), { type: 'castDots', dots: { W1: 2 } }).thenRejected('ballotIncomplete', { left: 1 })
    voting.when(team('housing'), { type: 'castDots', dots: { W1: 2, W2: 2 } }).thenRejected('dotsExceeded', { by: 1 })
    voting.when(team('housing'), { type: 'castDots', dots: { W1: 2, K1: 1 } }).thenRejected('notInList', { measureId: 'K1' })
    voting
      .and(castDots('housing', { W1: 2, W2: 1, W3: 0 }), castDots('mobility', { W1: 1, K3: 2 }))
      .thenState((state) => {
        expect(state.prioritisation.dots.housing).toEqual({ W1: 2, W2: 1 })
        expect(dotResults(state)).toEqual({})
      })
      .when(team('climate'), { type: 'castDots', dots: { K3: 2, W3: 1 } })
      .thenEvents({ type: 'dotsCast' }, { type: 'ballotRevealed', ballot: 'dots' })
      .thenState((state) => expect(dotResults(state)).toEqual({ K3: 4, W1: 3, W2: 1, W3: 1 }))
  })

  it('[L4] without a list there is nothing to decide', () => {
    givenScenario(smallScenario).reaching('dots').when(team('housing'), { type: 'castDots', dots: {} }).thenRejected('nothingToDecide')
  })

  it('[L4] the facilitator evaluates without those who are missing, once, and not without any ballot', () => {
    const voting = listed().reaching('dots')
    voting.when(...close('dots')).thenRejected('ballotEmpty')
    const closed = voting.and(castDots('housing', { W1: 2, W2: 1 }), close('dots'))
    expect(dotResults(closed.state)).toEqual({ K3: 0, W1: 2, W2: 1, W3: 0 })
    closed.when(...close('dots')).thenRejected('ballotClosed')
    closed.when(team('climate'), { type: 'castDots', dots: { K3: 2, W3: 1 } }).thenRejected('ballotClosed')
  })
})

describe('Resistance', () => {
  const all = (value: number, more: Record<string, number> = {}) => ({ K3: value, W1: value, W2: value, W3: value, [STATUS_QUO]: value, ...more })

  it('[L4] is asked for the top of the list and, last, for nothing of it now', () => {
    const top = { ...smallScenario, prioritisation: { ...smallScenario.prioritisation, resistanceTop: 2 } }
    expect(resistanceIds(listed(top).reaching('resistance').state)).toEqual(['W1', 'W2', STATUS_QUO])
    expect(resistanceIds(listed().reaching('resistance').state)).toEqual(['W1', 'W2', 'K3', 'W3', STATUS_QUO])
  })

  it('[L4] all that is asked is rated, nothing else; the first ballot fixes it for all', () => {
    const top = { ...smallScenario, prioritisation: { ...smallScenario.prioritisation, resistanceTop: 2 } }
    const rating = listed(top).reaching('resistance')
    rating
      .when(team('housing'), { type: 'rateResistance', resistance: { W1: 0, [STATUS_QUO]: 5 } })
      .thenRejected('ballotIncomplete', { left: 1, measureIds: ['W2'] })
    rating
      .when(team('housing'), { type: 'rateResistance', resistance: { W1: 0, W2: 0, K3: 1, [STATUS_QUO]: 5 } })
      .thenRejected('notInList', { measureId: 'K3' })
    const first = rating.and(rate('housing', { W1: 0, W2: 3, [STATUS_QUO]: 5 }))
    const otherWeights = first.and({ type: 'goalsWeighed', voter: 'housing', weights: { Z1: 0, Z2: 0, Z3: 10 } }, { type: 'ballotRevealed', ballot: 'weights' })
    expect(ids(otherWeights.state).slice(0, 2)).toEqual(['K3', 'W3'])
    expect([...resistanceIds(otherWeights.state)].sort()).toEqual(['W1', 'W2', STATUS_QUO].sort())
    givenScenario(smallScenario)
      .reaching('resistance')
      .when(team('housing'), { type: 'rateResistance', resistance: { [STATUS_QUO]: 5 } })
      .thenRejected('nothingToDecide')
  })

  it('[L4] mean and highest give the verdict: ≤ 3 broad, ≤ 5 workable, above or a single 8 one more talk', () => {
    const rating = listed().reaching('resistance')
    const rated = rating
      .and(rate('housing', all(3)), rate('mobility', all(3, { W1: 4, W2: 0, W3: 5 })))
      .thenState((state) => expect(resistanceResults(state)).toEqual({}))
      .when(team('climate'), { type: 'rateResistance', resistance: all(3, { W2: 8, W3: 8, [STATUS_QUO]: 7 }) })
      .thenEvents({ type: 'resistanceRated' }, { type: 'ballotRevealed', ballot: 'resistance' })
    expect(resistanceResults(rated.state)).toEqual({
      K3: { mean: 3, max: 3, verdict: 'broad' },
      W1: { mean: 10 / 3, max: 4, verdict: 'workable' },
      W2: { mean: 11 / 3, max: 8, verdict: 'talk' },
      W3: { mean: 16 / 3, max: 8, verdict: 'talk' },
      [STATUS_QUO]: { mean: 13 / 3, max: 7, verdict: 'workable' },
    })
  })
})

describe('Order', () => {
  it('[L3] every summand of the score is there', () => {
    const { state } = listed().reaching('weigh')
    const reference = 's-W1-W3'
    expect(entryFor(state, 'W1')?.score).toMatchObject({
      points: 21.5,
      goalPoints: 22,
      synergyPoints: 0.5,
      conflictPoints: 1,
      goals: [
        { goalId: 'Z1', weight: 3, effect: 6, points: 18 },
        { goalId: 'Z2', weight: 2, effect: 2, points: 4 },
      ],
      synergies: [{ crossReferenceId: reference, measureId: 'W3', strength: 1, points: 0.5 }],
      conflicts: [{ crossReferenceId: 'c-W1-W2', measureId: 'W2', strength: 1, points: 1 }],
    })
    expect(entryFor(state, 'W3')?.score.points).toBe(6.5)
  })

  it('[L3] an unsettled conflict takes β per strength from both; accepted with a reason it still does', () => {
    const conflict = listed()
    expect(entryFor(conflict.reaching('weigh').state, 'W2')?.score).toMatchObject({ goalPoints: 12, conflictPoints: 1, points: 11 })
    const settle = (way: 'accept' | 'adapt'): Command => ({
      type: 'settleConflict',
      crossReferenceId: 'c-W1-W2',
      way,
      measureId: 'W2',
      reason: 'Beides wird in der Stadt gebraucht.',
    })
    expect(entryFor(conflict.and([team('housing'), settle('accept')]).reaching('weigh').state, 'W2')?.score.conflictPoints).toBe(1)
    expect(entryFor(conflict.and([team('housing'), settle('adapt')]).reaching('weigh').state, 'W2')?.score.conflictPoints).toBe(0)
  })

  it('[L3] cross-references with measures that are not on the list do not count', () => {
    const withdrawn = listed()
      .and([team('housing'), { type: 'withdrawMeasure', measureId: 'W1' }])
      .reaching('weigh')
    expect(entryFor(withdrawn.state, 'W3')?.score).toMatchObject({ points: 6, synergies: [] })
  })

  it('[L5] the procedure of the scenario orders; its ballot being open, the score does meanwhile', () => {
    const byDots: Scenario = { ...smallScenario, prioritisation: { ...smallScenario.prioritisation, procedure: 'dots' } }
    const voting = listed(byDots)
      .reaching('dots')
      .and(castDots('housing', { W3: 2, W2: 1 }), castDots('mobility', { W3: 2, W1: 1 }))
    expect(priorityList(voting.state)).toMatchObject({ procedure: 'dots', provisional: true })
    expect(ids(voting.state)).toEqual(['W1', 'W2', 'K3', 'W3'])
    const revealed = voting.and(castDots('climate', { K3: 2, W3: 1 }))
    expect(priorityList(revealed.state)).toMatchObject({ procedure: 'dots', provisional: false })
    expect(ids(revealed.state)).toEqual(['W3', 'K3', 'W2', 'W1'])
  })

  it('[L5] another procedure needs a reason; any can be compared on the same ballots', () => {
    const voting = listed()
      .reaching('dots')
      .and(...TEAMS.map((id) => castDots(id, { W3: 2, W2: 1 })))
    expect(ids(voting.state)).toEqual(['W1', 'W2', 'K3', 'W3'])
    expect(listBy(voting.state, 'dots').entries.map(({ measureId }) => measureId)).toEqual(['W3', 'W2', 'K3', 'W1'])
    voting
      .when(facilitator, { type: 'chooseProcedure', procedure: 'dots', reason: 'Der Tisch vertraut seinen Punkten.' })
      .thenEvents({ type: 'procedureChosen', procedure: 'dots', order: [] })
      .thenState((state) => expect(priorityList(state)).toMatchObject({ procedure: 'dots', procedureReason: 'Der Tisch vertraut seinen Punkten.' }))
  })

  it('[L5] the order of the table is kept whole: what it does not place follows by score', () => {
    const voting = listed().reaching('classify')
    const choose = (order?: string[]): Command => ({ type: 'chooseProcedure', procedure: 'negotiated', reason: 'So vereinbart.', ...(order ? { order } : {}) })
    voting
      .when(facilitator, choose(['W3', 'K3', 'W3']))
      .thenEvents({ type: 'procedureChosen', order: ['W3', 'K3', 'W1', 'W2'] })
      .thenState((state) => expect(ids(state)).toEqual(['W3', 'K3', 'W1', 'W2']))
    voting.when(facilitator, choose()).thenEvents({ type: 'procedureChosen', order: ['W1', 'W2', 'K3', 'W3'] })
    voting.when(facilitator, choose(['W3', 'K1'])).thenRejected('notInList', { measureId: 'K1' })
  })

  it('[L5] Equal Shares and rankings wait for dots or weights, and take dots where both are in', () => {
    const open = listed().reaching('weigh')
    for (const procedure of ['equalShares', 'ranking'] as const) expect(listBy(open.state, procedure)).toMatchObject({ provisional: true })
    const weighed = open.and(weigh('housing', 10, 0, 0), weigh('mobility', 0, 10, 0), weigh('climate', 0, 0, 10))
    // Points of 100: housing W2 50, W1 37.5, W3 12.5; mobility W1; climate K3. K3 costs 400 € a point, W2 and W3 4000 €, W1 4364 €.
    // W2 and W3 are tied; the open conflict with W2 then keeps W1 out.
    const how = (list: ReturnType<typeof listBy>) =>
      list.entries.map(({ measureId, because, tied }) => [measureId, 'how' in because ? because.how : because.kind, tied])
    expect(how(listBy(weighed.state, 'equalShares'))).toEqual([
      ['K3', 'shared', false],
      ['W3', 'shared', true],
      ['W2', 'shared', true],
      ['W1', 'beyond', false],
    ])
    const dotted = weighed
      .reaching('dots')
      .and(castDots('housing', { W1: 2, W2: 1 }), castDots('mobility', { K3: 2, W3: 1 }), castDots('climate', { K3: 2, W2: 1 }))
    const byDots = listBy(dotted.state, 'equalShares')
    // 40 T€ for 133 points, 50 T€ for 33, 200 T€ for 67, 600 T€ for 67.
    expect(how(byDots)).toEqual([
      ['K3', 'shared', false],
      ['W3', 'shared', false],
      ['W2', 'shared', false],
      ['W1', 'beyond', false],
    ])
    expect(byDots.entries.map(({ because }) => ('shares' in because ? because.shares : []))).toEqual([
      [
        { teamId: 'mobility', amount: 20_000 },
        { teamId: 'climate', amount: 20_000 },
      ],
      [{ teamId: 'mobility', amount: 50_000 }],
      [
        { teamId: 'housing', amount: 100_000 },
        { teamId: 'climate', amount: 100_000 },
      ],
      [],
    ])
    expect(listBy(dotted.state, 'ranking').entries[0]).toMatchObject({ measureId: 'K3', because: { kind: 'ranking', isExact: true } })
  })

  it('[L8] equal input, equal list; the order of the commands does not matter', () => {
    const one = listed()
      .reaching('dots')
      .and(castDots('housing', { W1: 2, W2: 1 }), castDots('mobility', { K3: 2, W3: 1 }), castDots('climate', { K3: 2, W2: 1 }))
    const other = listed()
      .reaching('dots')
      .and(castDots('climate', { W2: 1, K3: 2 }), castDots('housing', { W2: 1, W1: 2 }), castDots('mobility', { W3: 1, K3: 2 }))
    for (const procedure of PROCEDURES) expect(listBy(one.state, procedure)).toEqual(listBy(other.state, procedure))
  })
})

describe('Classes', () => {
  it('[L6] budget lines are shares of all own funds of all rounds, pot included', () => {
    // 600 + 450 + 300 for the teams, 200 in the pot
    expect(budgetLines(smallScenario)).toEqual({ highLine: 1_550_000, mediumLine: 2_325_000 })
  })

  it('[L6] measures are high up to the first line of cumulated own contributions, medium up to the second', () => {
    const scenario: Scenario = { ...smallScenario, prioritisation: { ...smallScenario.prioritisation, classLines: [0.5, 0.54] } }
    const { entries } = priorityList(listed(scenario).reaching('classify').state)
    // K3 40 and W3 50 are adopted and paid first; W1 has no application: 600; W2 200. Lines 775 and 837.
    expect(entries.map(({ measureId, cumulated, priority }) => [measureId, cumulated, priority])).toEqual([
      ['W1', 690_000, 'high'],
      ['W2', 890_000, 'low'],
      ['K3', 40_000, 'high'],
      ['W3', 90_000, 'high'],
    ])
  })

  it('[L6] the class that most teams gave overrides once revealed; a tie leaves the budget line', () => {
    const classifying = listed().reaching('classify')
    classifying.when(team('housing'), { type: 'classifyMeasure', measureId: 'K1', priority: 'high' }).thenRejected('notInList')
    classifying.when(team('housing'), { type: 'classifyMeasure', measureId: 'W1' }).thenRejected('ballotIncomplete')
    const given = classifying.and(
      classify('housing', 'W1', { priority: 'low' }),
      classify('mobility', 'W1', { priority: 'low' }),
      classify('climate', 'W1', { priority: 'high' }),
      classify('housing', 'W2', { priority: 'low' }),
      classify('mobility', 'W2', { priority: 'medium' }),
    )
    expect(entryFor(given.state, 'W1')?.priority).toBe('high')
    const closed = given.and(close('classes'))
    expect(entryFor(closed.state, 'W1')?.priority).toBe('low')
    expect(entryFor(closed.state, 'W2')?.priority).toBe('high')
    closed.when(team('climate'), { type: 'classifyMeasure', measureId: 'W2', priority: 'high' }).thenRejected('ballotClosed')
  })

  it('[L6] is revealed when every team has classified every measure', () => {
    const everything = (teamId: string) => ['K3', 'W1', 'W2', 'W3'].map((id) => classify(teamId, id, { priority: 'high' }))
    listed()
      .reaching('classify')
      .and(...everything('housing'), ...everything('mobility'), ...everything('climate').slice(0, 3))
      .when(team('climate'), { type: 'classifyMeasure', measureId: 'W3', priority: 'medium' })
      .thenEvents({ type: 'measureClassified' }, { type: 'ballotRevealed', ballot: 'classes' })
  })

  it('[L6] ★ needs the mark of two teams and two departments that carry the measure', () => {
    const starred = (measureId: string, ...teamIds: string[]) => teamIds.map((id) => classify(id, measureId, { key: true }))
    const before = listed()
      .and(pledge('climate', 'W1', 1000, 0))
      .reaching('classify')
    const { state } = before.and(...starred('W1', 'housing', 'climate'), ...starred('W2', 'housing', 'mobility'), ...starred('W3', 'housing'), close('classes'))
    expect(entryFor(state, 'W1')?.key).toBe(true)
    expect(entryFor(state, 'W2')?.key).toBe(false)
    expect(entryFor(state, 'W3')?.key).toBe(false)
    const takenBack = before.and(...starred('W1', 'housing', 'climate'), classify('climate', 'W1', { key: false }), close('classes'))
    expect(entryFor(takenBack.state, 'W1')?.key).toBe(false)
  })

  it('[L6] one sentence of reason per measure, with the team that wrote it', () => {
    listed()
      .reaching('justify')
      .and([team('housing'), { type: 'justify', measureId: 'W1', text: 'Weil sie zugleich den Park ermöglicht.' }])
      .thenState((state) => expect(entryFor(state, 'W1')).toMatchObject({ reason: 'Weil sie zugleich den Park ermöglicht.', reasonBy: 'housing' }))
      .when(team('housing'), { type: 'justify', measureId: 'K1', text: 'Nicht auf der Liste.' })
      .thenRejected('notInList')
  })
})

describe('A synergy between departments', () => {
  it('[L6] makes both carry the measure', () => {
    const both = givenScenario(smallScenario)
      .reaching('planning-2')
      .and(propose('housing', 'W1'), propose('mobility', 'M1'), ...agreeOn('synergy', 'M1', 'W1', 'mobility', 'housing'))
      .reaching('classify')
      .and(classify('housing', 'M1', { key: true }), classify('mobility', 'M1', { key: true }), close('classes'))
    expect(entryFor(both.state, 'M1')?.key).toBe(true)
  })
})
