import type { Offer, OfferSide, SessionState } from './session.ts'

/** Ids of measures and cross-references that a side of an offer names. */
function namedIn(side: OfferSide): readonly string[] {
  return [
    ...side.pledges.map(({ measureId }) => measureId),
    ...side.promises.map((promise) => (promise.kind === 'confirmCrossReference' ? promise.crossReferenceId : promise.measureId)),
  ]
}

/** Does the offer name one of these measures or cross-references? */
function names(offer: Offer, ids: readonly string[]): boolean {
  return [...namedIn(offer.gives), ...namedIn(offer.takes)].some((id) => ids.includes(id))
}

/** [M4] Ids of open offers that name one of these measures or cross-references. */
export function openOffersNaming(state: SessionState, ids: readonly string[]): readonly string[] {
  return Object.values(state.offers)
    .filter((offer) => offer.status === 'open' && names(offer, ids))
    .map(({ id }) => id)
}
