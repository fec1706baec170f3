import { z } from 'zod'
import { actingTeam } from './actingTeam.ts'
import { isNothing } from './amounts.ts'
import { accept, type Changes, type Decision, type Rejection, type Rules, reject } from './decision.ts'
import type { SessionEvent } from './events.ts'
import { entry, Id, known } from './ids.ts'
import { transfer } from './ledger.ts'
import { measureOf } from './measureOf.ts'
import { lackOf, type OfferTerms, pledgesOf } from './offerCoverage.ts'
import { Money, Staff } from './scenario/parts.ts'
import type { Offer, OfferPromise, OfferSide, SessionState } from './session.ts'
import { ShortText } from './texts.ts'
import { whileVoting } from './whileVoting.ts'

/** Chapter [O]: offers. */

const Side = z.strictObject({
  funds: Money.default(0),
  staff: Staff.default(0),
  pledges: z
    .array(z.strictObject({ measureId: Id, funds: Money.default(0), staff: Staff.default(0) }))
    .max(10)
    .default([]),
  promises: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('proposeMeasure'), measureId: Id }),
        z.strictObject({ kind: z.literal('confirmCrossReference'), crossReferenceId: Id }),
        z.strictObject({ kind: z.literal('supportInVote'), measureId: Id }),
      ]),
    )
    .max(10)
    .default([]),
})

export const OfferCommands = {
  makeOffer: z.strictObject({ type: z.literal('makeOffer'), to: Id, gives: Side, takes: Side }),
  /** declines and offers in one step [O3] */
  counterOffer: z.strictObject({ type: z.literal('counterOffer'), offerId: Id, gives: Side, takes: Side }),
  acceptOffer: z.strictObject({ type: z.literal('acceptOffer'), offerId: Id }),
  declineOffer: z.strictObject({ type: z.literal('declineOffer'), offerId: Id, reason: ShortText.optional() }),
  withdrawOffer: z.strictObject({ type: z.literal('withdrawOffer'), offerId: Id }),
}

export type OfferEvent =
  | {
      readonly type: 'offerMade'
      readonly offerId: string
      readonly from: string
      readonly to: string
      readonly gives: OfferSide
      readonly takes: OfferSide
      readonly at: number
      readonly counterTo?: string
    }
  /** everything moves at once: both sides' funds, staff and pledges [O2] */
  | { readonly type: 'offerAccepted'; readonly offerId: string; readonly at?: number }
  | { readonly type: 'offerDeclined'; readonly offerId: string; readonly reason: string }
  | { readonly type: 'offerWithdrawn'; readonly offerId: string }
  | { readonly type: 'offersLapsed'; readonly offerIds: readonly string[] }

export type OfferCommand = z.infer<(typeof OfferCommands)[keyof typeof OfferCommands]>

type Refused = Extract<Decision, { ok: false }>
const refuse = (code: Rejection['code'], details: Rejection['details'] = {}): Refused => ({ ok: false, rejection: { code, details } })

/** An open offer, or why it is none. */
function openOffer(state: SessionState, offerId: string): { readonly ok: true; readonly offer: Offer } | Refused {
  const offer = entry(state.offers, offerId)
  if (!offer) return refuse('unknownOffer', { offerId })
  return offer.status === 'open' ? { ok: true, offer } : refuse('offerClosed', { offerId, status: offer.status, from: offer.from })
}

/** An open offer that this team may answer (`to`) or take back (`from`). */
function offerFor(state: SessionState, offerId: string, teamId: string, role: 'from' | 'to'): { readonly ok: true; readonly offer: Offer } | Refused {
  const open = openOffer(state, offerId)
  return open.ok && open.offer[role] !== teamId ? refuse('notYours', { teamIds: [open.offer[role]] }) : open
}

const isEmpty = (side: OfferSide) => isNothing(side) && side.promises.length === 0 && side.pledges.every(isNothing)

/** [O1] Why the terms cannot be offered; undefined if they can. What the giver lacks shows at once, what the other lacks only when it answers. */
function termsRefusal(state: SessionState, terms: OfferTerms): Decision | undefined {
  const { from, to, gives, takes } = terms
  if (from === to) return reject('ownTeam', { teamId: to })
  if (!entry(state.accounts.teams, to)) return reject('unknownTeam', { teamId: to })
  if (isEmpty(gives) && isEmpty(takes)) return reject('offerEmpty')
  const refusal = pledgeRefusal(state, terms) ?? promiseRefusal(state, gives.promises, from) ?? promiseRefusal(state, takes.promises, to)
  if (refusal) return refusal
  const lack = lackOf(state, terms, from)
  if (lack.funds > 0) return reject('notEnoughFunds', { account: from, missing: lack.funds, available: state.accounts.teams[from]?.funds ?? 0 })
  if (lack.staff > 0) return reject('notEnoughStaff', { account: from, missing: lack.staff, available: state.accounts.teams[from]?.staff ?? 0 })
  return undefined
}

/** Pledges go to proposals that are not yet adopted. */
function pledgeRefusal(state: SessionState, { gives, takes }: OfferTerms): Decision | undefined {
  for (const { measureId } of [...gives.pledges, ...takes.pledges]) {
    const status = entry(state.proposals, measureId)?.status
    if (status === 'adopted') return reject('alreadyAdopted', { measureId })
    if (status !== 'proposed') return reject('notProposed', { measureId })
  }
  return undefined
}

/** A team can promise to propose what it leads, to confirm what waits for it, and to vote for any measure. */
function promiseRefusal(state: SessionState, promises: readonly OfferPromise[], teamId: string): Decision | undefined {
  for (const promise of promises) {
    if (promise.kind === 'confirmCrossReference') {
      const { crossReferenceId } = promise
      const reference = entry(state.crossReferences, crossReferenceId)
      if (!reference) return reject('unknownCrossReference', { crossReferenceId })
      if (!reference.waitingFor.includes(teamId)) return reject('notOpen', { crossReferenceId })
      continue
    }
    const { measureId } = promise
    const measure = measureOf(state, measureId)
    if (!measure) return reject('unknownMeasure', { measureId })
    if (promise.kind === 'supportInVote') continue
    if (measure.leadTeamId !== teamId) return reject('notYourMeasure', { measureId, leadTeamId: measure.leadTeamId })
    if (entry(state.proposals, measureId)?.status === 'proposed') return reject('alreadyProposed', { measureId })
  }
  return undefined
}

/** [O2] Everything moves at once or nothing; the refusal says which side lacks what. */
function decideAcceptance(state: SessionState, offer: Offer, at: number): Decision {
  const refusal = pledgeRefusal(state, offer)
  if (refusal) return refusal
  const pledged = pledgesOf(state, offer)
  const voting = pledged.length > 0 ? whileVoting(state) : undefined
  if (voting) return voting
  for (const teamId of [offer.from, offer.to]) {
    const lack = lackOf(state, offer, teamId)
    if (!isNothing(lack)) return reject('offerNotCovered', { teamId, missingFunds: lack.funds, missingStaff: lack.staff })
  }
  return accept({ type: 'offerAccepted', offerId: offer.id, at }, ...pledged)
}

export const offerRules: Rules<OfferCommand> = {
  /** [O1] */
  makeOffer: ({ to, gives, takes }, { actor, newId, now }, state) => {
    const from = actingTeam(actor)
    const terms = { from, to, gives, takes }
    return termsRefusal(state, terms) ?? accept({ type: 'offerMade', offerId: newId(), ...terms, at: now })
  },

  /** [O3] */
  counterOffer: ({ offerId, gives, takes }, { actor, newId, now }, state) => {
    const from = actingTeam(actor)
    const open = offerFor(state, offerId, from, 'to')
    if (!open.ok) return open
    const terms = { from, to: open.offer.from, gives, takes }
    const declined: SessionEvent = { type: 'offerDeclined', offerId, reason: '' }
    return termsRefusal(state, terms) ?? accept(declined, { type: 'offerMade', offerId: newId(), ...terms, at: now, counterTo: offerId })
  },

  /** [O2] */
  acceptOffer: ({ offerId }, { actor, now }, state) => {
    const open = offerFor(state, offerId, actingTeam(actor), 'to')
    return open.ok ? decideAcceptance(state, open.offer, now) : open
  },

  declineOffer: ({ offerId, reason }, { actor }, state) => {
    const open = offerFor(state, offerId, actingTeam(actor), 'to')
    return open.ok ? accept({ type: 'offerDeclined', offerId, reason: reason ?? '' }) : open
  },

  withdrawOffer: ({ offerId }, { actor }, state) => {
    const open = offerFor(state, offerId, actingTeam(actor), 'from')
    return open.ok ? accept({ type: 'offerWithdrawn', offerId }) : open
  },
}

function withOffer(state: SessionState, offerId: string, change: Partial<Offer>): SessionState {
  return { ...state, offers: { ...state.offers, [offerId]: { ...known(state.offers, offerId), ...change } } }
}

export const offerChanges: Changes<OfferEvent> = {
  offerMade: (state, { type: _type, offerId, ...offer }) => ({
    ...state,
    offers: { ...state.offers, [offerId]: { ...offer, id: offerId, status: 'open', round: state.round } },
  }),

  /** Funds and staff of both sides; the pledges follow as events of their own, since they are capped. */
  offerAccepted: (state, { offerId, at }) => {
    const { from, to, gives, takes } = known(state.offers, offerId)
    const accounts = transfer(transfer(state.accounts, from, to, gives), to, from, takes)
    return withOffer({ ...state, accounts }, offerId, { status: 'accepted', ...(at === undefined ? {} : { answeredAt: at }) })
  },

  offerDeclined: (state, { offerId, reason }) => withOffer(state, offerId, reason ? { status: 'declined', reason } : { status: 'declined' }),
  offerWithdrawn: (state, { offerId }) => withOffer(state, offerId, { status: 'withdrawn' }),
  offersLapsed: (state, { offerIds }) => offerIds.reduce((so, offerId) => withOffer(so, offerId, { status: 'lapsed' }), state),
}
