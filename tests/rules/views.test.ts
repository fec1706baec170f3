import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { FacilitatorView, TeamView } from '../../rules/sessionView.ts'
import { shareStructure } from '../../rules/views/shareStructure.ts'
import { ownView, scenarioView, sharedView } from '../../rules/views.ts'
import { facilitator, given, givenScenario, type Play, team } from '../helpers/given.ts'
import { smallScenario, withSettings } from '../helpers/smallScenario.ts'
import { agreeOn, type Move, pledge, propose, proposeAndPay } from '../helpers/teamMoves.ts'

describe('the scenario as each role receives it', () => {
  const hinted = (scenario: Scenario) => [...scenario.synergies, ...scenario.conflicts].every(({ hint }) => hint)

  test('[V1] teams and wall get no incident that may still come, no pair without a hint, and not what the facilitator says', () => {
    for (const role of ['team', 'wall', 'observer', 'council'] as const) {
      const view = scenarioView(smallScenario, role)
      expect(view.incidents).toEqual([])
      expect(hinted(view)).toBe(true)
      expect(view.synergies.length + view.conflicts.length).toBeGreaterThan(0)
      expect(view.phases.every(({ say, watch }) => say.length === 0 && watch === undefined)).toBe(true)
    }
  })

  test('[V1] the facilitator gets the whole scenario', () => {
    expect(scenarioView(smallScenario, 'facilitator')).toBe(smallScenario)
    expect(hinted(smallScenario)).toBe(false)
    expect(smallScenario.incidents.length).toBeGreaterThan(0)
  })

  test('[C4] every pair is known once the debriefing has begun', () => {
    const view = scenarioView(smallScenario, 'team', true)
    expect(view.synergies).toEqual(smallScenario.synergies)
    expect(view.conflicts).toEqual(smallScenario.conflicts)
    expect(view.incidents).toEqual([])
  })
})

describe('sharing structure', () => {
  test('equal content keeps the earlier object, changed content brings only its own path', () => {
    const previous = { teams: { a: { funds: 1 }, b: { funds: 2 } }, list: [{ id: 'x' }, { id: 'y' }] }
    const next = { teams: { a: { funds: 1 }, b: { funds: 3 } }, list: [{ id: 'x' }, { id: 'y' }] }
    const shared = shareStructure(previous, next)
    expect(shared).toEqual(next)
    expect(shared.teams.a).toBe(previous.teams.a)
    expect(shared.teams).not.toBe(previous.teams)
    expect(shared.list).toBe(previous.list)
  })

  test('the same content as a whole is the earlier object', () => {
    const previous = { a: [1, 2, { b: null }] }
    expect(shareStructure(previous, structuredClone(previous))).toBe(previous)
  })

  test('what is gone is gone, and undefined is not the same as absent', () => {
    expect(shareStructure<object>({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 })
    expect(Object.keys(shareStructure<object>({ b: 1 }, { a: undefined }))).toEqual(['a'])
    expect(shareStructure([1, 2, 3], [1, 2])).toEqual([1, 2])
    expect(shareStructure<unknown>([1], { 0: 1 })).toEqual({ 0: 1 })
  })
})

test('[V2] the wall has nothing of its own', () => {
  expect(ownView(given().state, { role: 'wall', seatId: 'w' })).toBeNull()
})

test('a shared view has no undefined anywhere, so that it goes over the wire as it is', () => {
  const view = sharedView(given().state)
  expect(JSON.parse(JSON.stringify(view))).toStrictEqual(view)
  expect(Object.keys(view.teams)).toEqual(smallScenario.teams.map(({ id }) => id))
})

const planning = given().reaching('planning-1')
const housing = team('housing')
const climate = team('climate')
const side = (funds: number) => ({ funds, staff: 0, pledges: [], promises: [] })
const seenBy = ({ state }: Play, teamId: string) => ownView(state, { role: 'team', seatId: `seat-${teamId}`, teamId }) as TeamView
const seenByFacilitator = ({ state }: Play) => ownView(state, { role: 'facilitator', seatId: 'seat-facilitator' }) as FacilitatorView

describe('what waits for whom', () => {
  const [naming] = agreeOn('synergy', 'K1', 'W1', 'housing', 'climate')
  const named = planning.and(propose('housing', 'W1'), propose('climate', 'K1'), { wait: 60_000 }, naming as Move)

  test('[C2] a cross-reference waits for the other team, and its own team sees that it waits', () => {
    expect(seenBy(named, 'climate').requests).toMatchObject([
      { id: 's-K1-W1', kind: 'crossReference', fromTeamId: 'housing', subjects: ['K1', 'W1'], since: named.now, deferred: false },
    ])
    expect(seenBy(named, 'housing').waiting).toMatchObject([{ id: 's-K1-W1', forTeamIds: ['climate'], deferred: false }])
    expect(seenBy(named, 'mobility')).toMatchObject({ requests: [], waiting: [] })
    expect(seenByFacilitator(named).openRequests).toMatchObject([{ id: 's-K1-W1', fromTeamId: 'housing', teamId: 'climate' }])
  })

  test('„Erst reden“ is seen by both', () => {
    const talked = named.and([climate, { type: 'deferRequest', requestId: 's-K1-W1' }])
    expect(seenBy(talked, 'climate').requests).toMatchObject([{ deferred: true }])
    expect(seenBy(talked, 'housing').waiting).toMatchObject([{ deferred: true }])
  })

  test('[C2] a declined one is gone from the shared view; both teams see why, and whether it may be named again', () => {
    const declined = named.and([climate, { type: 'declineCrossReference', crossReferenceId: 's-K1-W1', reason: 'passt zeitlich nicht' }])
    expect(sharedView(declined.state).crossReferences).toEqual({})
    const told = { 's-K1-W1': { by: 'climate', reason: 'passt zeitlich nicht', a: 'K1', b: 'W1', kind: 'synergy', again: true } }
    expect(seenBy(declined, 'housing').declined).toEqual(told)
    expect(seenBy(declined, 'climate').declined).toEqual(told)
    expect(seenBy(declined, 'mobility').declined).toEqual({})
  })

  test('[O2] an offer, [M1] a wish for a measure, [R1] a focus area', () => {
    const asked = planning.and(
      [housing, { type: 'makeOffer', to: 'climate', gives: side(10_000), takes: side(5000) }],
      { wait: 1000 },
      [housing, { type: 'requestMeasure', measureId: 'K2' }],
      { wait: 1000 },
      [housing, { type: 'declareFocusArea', areaId: 'INN', reason: 'Hier kommt vieles zusammen.' }],
    )
    expect(seenBy(asked, 'climate').requests.map(({ kind }) => kind)).toEqual(['offer', 'measure', 'focusArea'])
    expect(seenBy(asked, 'mobility').requests.map(({ id }) => id)).toEqual(['area-INN'])
    expect(seenByFacilitator(asked).openRequests.map(({ kind, teamId }) => `${kind} ${teamId}`)).toEqual([
      'offer climate',
      'measure climate',
      'focusArea mobility',
      'focusArea climate',
    ])
  })

  test('[C5] a way to settle a conflict waits for the team that did not propose it', () => {
    const settling = planning.and(propose('mobility', 'M3'), propose('climate', 'K1'), ...agreeOn('conflict', 'M3', 'K1', 'climate', 'mobility'), [
      climate,
      { type: 'settleConflict', crossReferenceId: 'c-K1-M3', way: 'adapt', measureId: 'M3' },
    ])
    expect(seenBy(settling, 'mobility').requests).toMatchObject([{ id: 'settle-c-K1-M3', kind: 'settlement', fromTeamId: 'climate', subjects: ['K1', 'M3'] }])
    expect(seenBy(settling, 'climate').waiting).toMatchObject([{ id: 'settle-c-K1-M3', forTeamIds: ['mobility'] }])
    expect(sharedView(settling.state).crossReferences['c-K1-M3']).toMatchObject({ status: 'confirmed', settlementWay: 'adapt', settlementBy: 'climate' })
  })

  test('[B4] an amount from the pot waits for the teams that have not agreed', () => {
    const asked = givenScenario(withSettings({ pot: 'allTeams' }))
      .reaching('planning-1')
      .and(propose('housing', 'W3'), [housing, { type: 'pledgePot', targetId: 'W3', funds: 20_000 }])
    expect(seenBy(asked, 'climate').requests).toMatchObject([{ id: 'pot-W3', kind: 'pot', fromTeamId: 'housing', subjects: ['W3'], funds: 20_000 }])
    expect(seenBy(asked, 'housing').waiting).toMatchObject([{ id: 'pot-W3', forTeamIds: ['mobility', 'climate'] }])
  })

  test('contacts between teams are counted: references, offers, pledges', () => {
    const met = named.and([housing, { type: 'makeOffer', to: 'climate', gives: side(10_000), takes: side(5000) }], pledge('mobility', 'W1', 1000, 0))
    expect(seenByFacilitator(met).contacts).toEqual({ 'climate|housing': 2, 'climate|mobility': 0, 'housing|mobility': 1 })
  })

  test('[O3] promises are shown to both sides, with what became of them', () => {
    const promise = { kind: 'proposeMeasure', measureId: 'K2' } as const
    const offered = planning.and([housing, { type: 'makeOffer', to: 'climate', gives: side(10_000), takes: { ...side(0), promises: [promise] } }])
    const agreed = offered.and([climate, { type: 'acceptOffer', offerId: Object.keys(offered.state.offers)[0] ?? '' }])
    expect(seenBy(agreed, 'housing').promises).toMatchObject([{ by: 'climate', to: 'housing', promise, state: 'open' }])
    expect(seenBy(agreed.and(propose('climate', 'K2')), 'climate').promises).toMatchObject([{ by: 'climate', state: 'kept' }])
    expect(seenBy(agreed, 'mobility').promises).toEqual([])
  })
})

describe('what everyone sees', () => {
  const covered = planning.and(...proposeAndPay('housing', 'W3', 50_000, 1), propose('climate', 'K1'))

  test('[M5] [B5] a proposal with its money, what is missing, and who carries it', () => {
    const proposals = sharedView(covered.and(pledge('mobility', 'K1', 10_000, 1)).state).proposals
    expect(proposals.W3).toMatchObject({ status: 'covered', ownContribution: 50_000, missingFunds: 0, missingStaff: 0, points: 6, partners: [] })
    expect(proposals.K1).toMatchObject({
      status: 'proposed',
      totalCost: 100_000,
      pledgedFunds: 10_000,
      missingFunds: 90_000,
      missingStaff: 1,
      partners: ['mobility'],
      place: { kind: 'point', coordinates: [700, 700], areaId: 'INN', districtId: '' },
    })
  })

  test('[C6] what a synergy would bring is told before it is confirmed', () => {
    const [naming] = agreeOn('synergy', 'K1', 'W1', 'housing', 'climate')
    const { crossReferences } = sharedView(covered.and(propose('housing', 'W1'), naming as Move).state)
    expect(crossReferences['s-K1-W1']).toMatchObject({ status: 'proposed', points: 6, savedFunds: 9000, savedAt: 'K1', savedStaff: 0 })
  })

  test('[V2] [L4] the list, and what is rated for resistance, stays hidden while goals are weighed and dots are cast', () => {
    for (const phase of ['planning-2', 'weigh', 'dots']) {
      const view = sharedView(covered.reaching(phase).state)
      expect(view.list).toEqual([])
      expect(view.ballots.resistanceIds).toEqual([])
    }
    const view = sharedView(covered.reaching('resistance').state)
    expect(view.list.map(({ measureId }) => measureId)).toEqual(['K1', 'W3'])
    expect(view.ballots.resistanceIds).toEqual(['K1', 'W3', 'status-quo'])
    expect(view.listInfo).toMatchObject({ procedure: 'utility', topSize: 2 })
  })

  test('[L5] the facilitator compares procedures on the same ballots: each from when its ballot is shown, none before the list is', () => {
    const orders = (play: Play) => (ownView(play.state, { role: 'facilitator', seatId: 'seat-facilitator' }) as FacilitatorView).orders
    const dots = covered.reaching('dots')
    expect(orders(dots)).toEqual({})
    const handedIn = ['housing', 'mobility', 'climate'].reduce(
      (play, teamId) => play.and([team(teamId), { type: 'castDots', dots: { W3: sharedView(play.state).ballots.dotsEach } }]),
      dots,
    )
    expect(orders(covered.reaching('resistance'))).toEqual({ utility: ['K1', 'W3'] })
    expect(orders(handedIn.reaching('resistance'))).toMatchObject({ utility: ['K1', 'W3'], dots: ['W3', 'K1'] })
    expect(orders(handedIn.reaching('resistance'))).not.toHaveProperty('consensus')
  })

  test('[L2] [L4] results appear when all ballots are in, not before', () => {
    const weigh = (teamId: string, Z1: number): Move => [team(teamId), { type: 'weighGoals', weights: { Z1, Z2: 10 - Z1 } }]
    const waiting = covered.reaching('weigh').and(weigh('housing', 8), weigh('mobility', 2))
    expect(sharedView(waiting.state)).toMatchObject({ results: { weights: {} }, ballots: { weights: ['housing', 'mobility'], revealed: [] } })
    const { results, ballots } = sharedView(waiting.and(weigh('climate', 4)).state)
    expect(ballots.revealed).toEqual(['weights'])
    expect(results.weights.Z1).toEqual({ median: 4, min: 4, max: 4 })
  })

  test('[R2] districts without a measure are named from the end of the round on', () => {
    expect(sharedView(covered.state).districtsWithout).toEqual([])
    expect(sharedView(covered.reaching('resolution-1').state).districtsWithout).toEqual(['oberdorf', 'unterdorf'])
    const served = covered.and(propose('housing', 'W2')).reaching('resolution-1')
    expect(sharedView(served.state).districtsWithout).toEqual([])
  })

  test('[I1] a played incident shows its card, a skipped one only that it was skipped; effects stay with the server', () => {
    const { incidents } = sharedView(
      planning
        .reaching('incident-1')
        .and([facilitator, { type: 'playIncident', incidentId: 'E01' }], [facilitator, { type: 'skipIncident', incidentId: 'E02' }]).state,
    )
    expect(JSON.parse(incidents.E01?.card ?? '')).toEqual({
      title: 'E01',
      text: 'Ereignis E01',
      question: 'Was trägt auch ohne eigenes Geld?',
      polarity: 'mixed',
    })
    expect(incidents.E01).toMatchObject({ skipped: false, changes: { pot: { funds: -30_000, staff: 0 } } })
    expect(incidents.E02).toMatchObject({ skipped: true, card: '{}' })
  })

  test('the last public steps: no plans, no offers, no refusals; an agreement without what was agreed', () => {
    const offered = covered.and([housing, { type: 'makeOffer', to: 'climate', gives: side(10_000), takes: side(5000) }])
    expect(sharedView(offered.state).recent.map(({ type }) => type)).toEqual(['startPhase', 'proposeMeasure', 'pledge', 'proposeMeasure'])
    const agreed = offered.and([climate, { type: 'acceptOffer', offerId: Object.keys(offered.state.offers)[0] ?? '' }])
    expect(sharedView(agreed.state).recent.at(-1)).toMatchObject({ type: 'acceptOffer', teamId: 'climate', otherTeamId: 'housing', subjects: [] })
  })

  test('what a command does not touch stays the same object', () => {
    const before = sharedView(covered.state)
    const after = sharedView(covered.and([housing, { type: 'setReady', ready: true }]).state)
    expect(after.teams).not.toBe(before.teams)
    for (const part of ['proposals', 'crossReferences', 'programmes', 'goalWeights', 'focusAreas', 'incidents', 'seats', 'recent'] as const)
      expect(after[part]).toBe(before[part])
  })
})
