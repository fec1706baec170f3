import { crossReferencesOf, standingProposal } from './crossReferencesOf.ts'
import { type Decision, reject } from './decision.ts'
import { entry, known } from './ids.ts'
import { knownMeasure } from './measureOf.ts'
import { isSamePlace, placeRefusal } from './placement.ts'
import type { CrossReference, Proposal, SessionState, Settlement, SettlementTerms } from './session.ts'

/** What a proposal bears because of the conflicts that were settled on its side. */
const NO_TERMS: SettlementTerms = { extraCost: 0, extraStaff: 0, notBeforeRound: null }

/** [C5] What a way of settling a conflict comes to: price per strength, staff once; staggering waits for another round. */
export function settlementTerms(state: SessionState, conflict: CrossReference, way: Settlement['way'], measureId: string): SettlementTerms {
  if (way === 'accept') return NO_TERMS
  const price = state.scenario.crossReferenceRules.settlement[way]
  return {
    extraCost: price.fundsPerStrength * conflict.strength,
    extraStaff: price.staff,
    notBeforeRound: way === 'stagger' ? roundAfter(state, conflict.a === measureId ? conflict.b : conflict.a) : null,
  }
}

/** Least length of the reason for which a conflict is accepted as it is. */
const LEAST_REASON = 20

type Chosen = Pick<Settlement, 'way' | 'measureId'> & { readonly place?: Settlement['place'] | undefined; readonly reason?: string | undefined }

/** [C5] Why a conflict cannot be settled this way now; undefined if it can. */
export function settlementRefusal(state: SessionState, conflict: CrossReference, { way, measureId, place, reason }: Chosen): Decision | undefined {
  const impossible = (why: string) => reject('settlementNotPossible', { way, measureId, why })
  if (measureId !== conflict.a && measureId !== conflict.b) return impossible('otherMeasure')
  if (way === 'accept') return (reason ?? '').length >= LEAST_REASON ? undefined : reject('reasonMissing', { least: LEAST_REASON })
  const proposal = standingProposal(state, measureId)
  if (proposal?.status !== 'proposed') return impossible('adopted')
  if (way === 'stagger') {
    const { notBeforeRound } = settlementTerms(state, conflict, way, measureId)
    return (notBeforeRound ?? 0) > state.scenario.rounds ? impossible('lastRound') : undefined
  }
  return way === 'relocate' ? relocationRefusal(state, proposal, place) : undefined
}

/** Another place, and one that fits the measure [M2]. */
function relocationRefusal(state: SessionState, { measureId, place: present }: Proposal, place: Settlement['place']): Decision | undefined {
  const measure = knownMeasure(state, measureId)
  if (measure.spatialReference === 'municipality') return reject('settlementNotPossible', { way: 'relocate', measureId, why: 'everywhere' })
  if (!place) return reject('placeMissing', { measureId, expected: measure.spatialReference })
  if (isSamePlace(place, present)) return reject('settlementNotPossible', { way: 'relocate', measureId, why: 'samePlace' })
  const rejection = placeRefusal(state.scenario, measure, place)
  return rejection && { ok: false, rejection }
}

/** First round in which a measure is decided in another round than its partner. */
function roundAfter(state: SessionState, partnerId: string): number {
  return (standingProposal(state, partnerId)?.adoptedRound ?? state.round) + 1
}

/**
 * The state with a proposal's extras worked out anew from its settled conflicts: they last as long as the conflict does,
 * so a partner that is withdrawn takes them away again [M4].
 */
export function withExtras(state: SessionState, measureId: string): SessionState {
  const proposal = entry(state.proposals, measureId)
  if (proposal?.status !== 'proposed') return state
  const terms = Object.values(state.crossReferences).flatMap(({ status, settlement }) =>
    status === 'settled' && settlement?.measureId === measureId && settlement.terms ? [settlement.terms] : [],
  )
  const rounds = terms.flatMap(({ notBeforeRound }) => notBeforeRound ?? [])
  const extras = {
    extraCost: terms.reduce((sum, { extraCost }) => sum + extraCost, 0),
    extraStaff: terms.reduce((sum, { extraStaff }) => sum + extraStaff, 0),
    notBeforeRound: rounds.length > 0 ? Math.max(...rounds) : null,
  }
  const same = (Object.keys(extras) as (keyof typeof extras)[]).every((key) => extras[key] === proposal[key])
  return same ? state : { ...state, proposals: { ...state.proposals, [measureId]: { ...proposal, ...extras } } }
}

/** [C5] The conflict that was settled by moving the measure to where it lies; undefined if there is none. */
export function relocatedBy(state: SessionState, measureId: string): string | undefined {
  return crossReferencesOf(state, measureId).find(
    ({ status, settlement }) => status === 'settled' && settlement?.way === 'relocate' && settlement.measureId === measureId,
  )?.id
}

/** The state with a measure moved. */
export function withPlace(state: SessionState, measureId: string, place: Proposal['place']): SessionState {
  return { ...state, proposals: { ...state.proposals, [measureId]: { ...known(state.proposals, measureId), place } } }
}
