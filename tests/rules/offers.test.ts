import { describe, expect, it } from 'vitest'
import { promiseState } from '../../rules/promises.ts'
import type { OfferPromise } from '../../rules/session.ts'
import { facilitator, given, type Play, team } from '../helpers/given.ts'
import { covered, givesPledge, NONE, PLANNING, proposed, voteOf } from '../helpers/moves.ts'

const planning = given().reaching(PLANNING)
type Side = { funds: number; staff: number; pledges: { measureId: string; funds: number; staff: number }[]; promises: OfferPromise[] }
const offer = (to: string, gives: Partial<Side>, takes: Partial<Side> = {}) =>
  ({ type: 'makeOffer', to, gives: { ...NONE, ...gives }, takes: { ...NONE, ...takes } }) as const
const lastOffer = (play: Play) => Object.keys(play.state.offers).at(-1) ?? ''
const accepting = (play: Play, teamId: string) => play.when(team(teamId), { type: 'acceptOffer', offerId: lastOffer(play) })

describe('Offers', () => {
  it('[O1] names giver, receiver and both sides; nothing moves before it is accepted', () => {
    planning
      .when(team('housing'), offer('climate', { funds: 50_000 }, { staff: 1 }))
      .thenEvents({ type: 'offerMade', from: 'housing', to: 'climate', gives: { ...NONE, funds: 50_000 }, takes: { ...NONE, staff: 1 } })
      .thenState((state) => {
        expect(state.accounts).toEqual(planning.state.accounts)
        expect(Object.values(state.offers)[0]).toMatchObject({ status: 'open', round: 1 })
      })
  })

  it('[O1] to another team, and about something', () => {
    planning.when(team('housing'), offer('housing', { funds: 1 })).thenRejected('ownTeam')
    planning.when(team('housing'), offer('nobody', { funds: 1 })).thenRejected('unknownTeam')
    planning.when(team('housing'), offer('climate', {})).thenRejected('offerEmpty')
    planning
      .and(proposed('W1'))
      .when(team('housing'), offer('climate', givesPledge('W1', 0, 0)))
      .thenRejected('offerEmpty')
    planning.when(team('housing'), offer('climate', {}, { staff: 1 })).thenAccepted()
  })

  it('[O1] what the giver lacks shows at once, counting what it would get', () => {
    planning.when(team('climate'), offer('housing', { funds: 150_001 })).thenRejected('notEnoughFunds', { account: 'climate', missing: 1, available: 150_000 })
    planning
      .when(team('climate'), offer('housing', { staff: 6 }, { staff: 1 }))
      .thenRejected('notEnoughStaff', { account: 'climate', missing: 1, available: 4 })
    planning.when(team('climate'), offer('housing', { funds: 150_001 }, { funds: 1 })).thenAccepted()
  })

  it('[O1] pledges go to standing proposals, promises to what a team can do', () => {
    const promise = (kind: 'proposeMeasure' | 'supportInVote', measureId: string): OfferPromise => ({ kind, measureId })
    planning.when(team('housing'), offer('climate', givesPledge('K1'))).thenRejected('notProposed', { measureId: 'K1' })
    planning.when(team('housing'), offer('climate', {}, { promises: [promise('proposeMeasure', 'K1')] })).thenAccepted()
    planning.when(team('housing'), offer('climate', { promises: [promise('proposeMeasure', 'K1')] })).thenRejected('notYourMeasure')
    planning.when(team('housing'), offer('climate', { promises: [promise('supportInVote', 'K1')] })).thenAccepted()
    planning.when(team('housing'), offer('climate', { promises: [promise('supportInVote', 'K9')] })).thenRejected('unknownMeasure')
    planning
      .and(proposed('K1'))
      .when(team('housing'), offer('climate', {}, { promises: [promise('proposeMeasure', 'K1')] }))
      .thenRejected('alreadyProposed')
    const confirm = (crossReferenceId: string): OfferPromise => ({ kind: 'confirmCrossReference', crossReferenceId })
    planning.when(team('housing'), offer('climate', {}, { promises: [confirm('s-K1-W1')] })).thenRejected('unknownCrossReference')
    const named = planning.and(proposed('W1'), proposed('K1'), [
      team('housing'),
      { type: 'proposeCrossReference', kind: 'synergy', a: 'W1', b: 'K1', reason: 'Gemeinsam bauen' },
    ])
    named.when(team('housing'), offer('climate', {}, { promises: [confirm('s-K1-W1')] })).thenAccepted()
    named.when(team('housing'), offer('climate', { promises: [confirm('s-K1-W1')] })).thenRejected('notOpen')
  })

  it('[O2] accepting moves everything at once, in both directions', () => {
    const made = planning.and(proposed('K1'), proposed('W3'), [
      team('housing'),
      offer(
        'climate',
        { funds: 50_000, ...{ pledges: [{ measureId: 'K1', funds: 20_000, staff: 1 }] } },
        { staff: 2, pledges: [{ measureId: 'W3', funds: 5_000, staff: 0 }] },
      ),
    ])
    accepting(made, 'climate')
      .thenEvents(
        { type: 'offerAccepted' },
        { type: 'pledged', targetId: 'K1', payer: 'housing', funds: 20_000, staff: 1 },
        { type: 'pledged', targetId: 'W3', payer: 'climate', funds: 5_000, staff: 0 },
      )
      .thenState((state) => {
        expect(state.accounts.teams).toMatchObject({ housing: { funds: 230_000, staff: 6 }, climate: { funds: 195_000, staff: 2 } })
        expect(Object.values(state.offers)[0]?.status).toBe('accepted')
      })
  })

  it('[O2] or nothing: the refusal says which side lacks what', () => {
    const made = planning.and([team('housing'), offer('climate', { funds: 10_000 }, { funds: 200_000, staff: 9 })])
    accepting(made, 'climate').thenRejected('offerNotCovered', { teamId: 'climate', missingFunds: 40_000, missingStaff: 5 })
    expect(accepting(made, 'climate').state).toBe(made.state)
    const spent = planning.and(
      [team('climate'), offer('housing', { funds: 140_000 })],
      [facilitator, { type: 'adjustBudget', account: 'climate', funds: -50_000, staff: 0, reason: 'Probe' }],
    )
    accepting(spent, 'housing').thenRejected('offerNotCovered', { teamId: 'climate', missingFunds: 40_000, missingStaff: 0 })
  })

  it('[O2] a side may give on what it gets: only the balance counts', () => {
    const made = planning.and(proposed('W3'), [
      team('housing'),
      offer('climate', { funds: 100_000 }, { funds: 240_000, pledges: [{ measureId: 'W3', funds: 10_000, staff: 0 }] }),
    ])
    accepting(made, 'climate').thenState(({ accounts }) => expect(accounts.teams).toMatchObject({ housing: { funds: 440_000 }, climate: { funds: 0 } }))
    const more = planning.and(proposed('W3'), [
      team('housing'),
      offer('climate', { funds: 100_000 }, { funds: 240_000, pledges: [{ measureId: 'W3', funds: 10_001, staff: 0 }] }),
    ])
    accepting(more, 'climate').thenRejected('offerNotCovered', { teamId: 'climate', missingFunds: 1, missingStaff: 0 })
  })

  it('[O2] pledges are capped at what is missing when it is accepted, also when both sides pledge to one measure', () => {
    const made = planning.and(proposed('W3'), [team('mobility'), offer('climate', givesPledge('W3', 40_000, 1), givesPledge('W3', 40_000, 1))])
    accepting(made, 'climate').thenEvents(
      { type: 'offerAccepted' },
      { type: 'pledged', payer: 'mobility', funds: 40_000, staff: 1 },
      { type: 'pledged', payer: 'climate', funds: 10_000, staff: 0 },
    )
    const paid = made.and([team('housing'), { type: 'pledge', targetId: 'W3', funds: 50_000, staff: 1 }])
    accepting(paid, 'climate').thenEvents({ type: 'offerAccepted' })
  })

  it('[O2] it is answered by the receiver, withdrawn by the giver, each once', () => {
    const made = planning.and([team('housing'), offer('climate', { funds: 1 })])
    const offerId = lastOffer(made)
    made.when(team('housing'), { type: 'acceptOffer', offerId }).thenRejected('notYours', { teamIds: ['climate'] })
    made.when(team('mobility'), { type: 'declineOffer', offerId }).thenRejected('notYours')
    made.when(team('climate'), { type: 'withdrawOffer', offerId }).thenRejected('notYours', { teamIds: ['housing'] })
    made.when(team('climate'), { type: 'acceptOffer', offerId: 'nothing' }).thenRejected('unknownOffer')
    const declined = made.and([team('climate'), { type: 'declineOffer', offerId, reason: 'Zu wenig' }])
    expect(declined.state.offers[offerId]).toMatchObject({ status: 'declined', reason: 'Zu wenig' })
    declined.when(team('climate'), { type: 'acceptOffer', offerId }).thenRejected('offerClosed', { offerId, status: 'declined', from: 'housing' })
    const withdrawn = made.and([team('housing'), { type: 'withdrawOffer', offerId }])
    accepting(withdrawn, 'climate').thenRejected('offerClosed', { offerId, status: 'withdrawn', from: 'housing' })
  })

  it('[O2] it ends with the phase', () => {
    const later = planning.and([team('housing'), offer('climate', { funds: 1 })]).reaching('resolution-1')
    accepting(later, 'climate').thenRejected('offerClosed', { offerId: lastOffer(later), status: 'lapsed', from: 'housing' })
  })

  it('[O2] while the package is voted on, no pledge moves through an offer; funds may', () => {
    const voting = planning
      .and(...covered('W3'), proposed('K3'))
      .reaching('resolution-1')
      .and(
        [team('housing'), offer('climate', givesPledge('K3', 1_000))],
        [team('housing'), offer('climate', { funds: 1_000 })],
        [team('climate'), { type: 'voteOnPackage', vote: 'yes' }],
      )
    const [withPledge = '', funds = ''] = Object.keys(voting.state.offers)
    voting.when(team('climate'), { type: 'acceptOffer', offerId: withPledge }).thenRejected('voteUnderWay')
    voting.when(team('climate'), { type: 'acceptOffer', offerId: funds }).thenAccepted()
  })

  it('[O3] a counter-offer declines and offers in one step', () => {
    const made = planning.and([team('housing'), offer('climate', { funds: 1_000 }, { staff: 1 })])
    const offerId = lastOffer(made)
    const counter = { type: 'counterOffer', offerId, gives: { ...NONE, staff: 1 }, takes: { ...NONE, funds: 2_000 } } as const
    made
      .when(team('climate'), counter)
      .thenEvents(
        { type: 'offerDeclined', offerId },
        { type: 'offerMade', from: 'climate', to: 'housing', takes: { ...NONE, funds: 2_000 }, counterTo: offerId },
      )
      .thenState(({ offers }) => expect(Object.values(offers).map(({ status }) => status)).toEqual(['declined', 'open']))
    made.when(team('housing'), counter).thenRejected('notYours')
    made.when(team('climate'), { ...counter, gives: NONE, takes: NONE }).thenRejected('offerEmpty')
    expect(made.when(team('climate'), { ...counter, gives: NONE, takes: NONE }).state.offers[offerId]?.status).toBe('open')
  })
})

describe('Promises', () => {
  const propose: OfferPromise = { kind: 'proposeMeasure', measureId: 'K3' }
  const support: OfferPromise = { kind: 'supportInVote', measureId: 'W3' }
  const confirm: OfferPromise = { kind: 'confirmCrossReference', crossReferenceId: 's-K1-W1' }
  const kept = (play: Play, promise: OfferPromise, teamId = 'climate') => promiseState(play.state, promise, teamId)

  it('[O3] to propose is kept by proposing, broken by withdrawing or when it is too late', () => {
    expect(kept(planning, propose)).toBe('open')
    const done = planning.and(proposed('K3'))
    expect(kept(done, propose)).toBe('kept')
    expect(kept(done.and([team('climate'), { type: 'withdrawMeasure', measureId: 'K3' }]), propose)).toBe('broken')
    expect(kept(planning.reaching('resolution-2'), propose)).toBe('open')
    expect(kept(planning.reaching('weigh'), propose)).toBe('broken')
    expect(kept(planning.and([facilitator, { type: 'closeSession' }]), propose)).toBe('broken')
  })

  it('[O3] to confirm is kept by confirming, broken by declining or when it is too late', () => {
    const named = planning.and(proposed('W1'), proposed('K1'), [
      team('housing'),
      { type: 'proposeCrossReference', kind: 'synergy', a: 'W1', b: 'K1', reason: 'Gemeinsam bauen' },
    ])
    expect(kept(named, confirm)).toBe('open')
    expect(kept(named.and([team('climate'), { type: 'confirmCrossReference', crossReferenceId: 's-K1-W1' }]), confirm)).toBe('kept')
    expect(kept(named.and([team('climate'), { type: 'declineCrossReference', crossReferenceId: 's-K1-W1', reason: 'Nein' }]), confirm)).toBe('broken')
    expect(kept(named.and([team('housing'), { type: 'withdrawMeasure', measureId: 'W1' }]), confirm)).toBe('open')
    expect(kept(named.reaching('weigh'), confirm)).toBe('broken')
  })

  it('[O3] support shows in the vote on a package that holds the measure, once it is decided', () => {
    const ready = planning.and(...covered('W3')).reaching('resolution-1')
    expect(kept(ready, support)).toBe('open')
    const voting = ready.and([team('climate'), { type: 'voteOnPackage', vote: 'no', reason: 'Zu teuer' }])
    expect(kept(voting, support)).toBe('open')
    const outvoted = voting.and([team('housing'), { type: 'voteOnPackage', vote: 'yes' }], [team('mobility'), { type: 'voteOnPackage', vote: 'yes' }])
    expect(kept(outvoted, support)).toBe('broken')
    expect(kept(outvoted, support, 'mobility')).toBe('kept')
    expect(kept(ready.and(...voteOf('yes')), support)).toBe('kept')
  })
})
