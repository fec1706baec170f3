import { entry } from './ids.ts'
import { measureOf } from './measureOf.ts'
import type { SessionState } from './session.ts'

/** Does this request wait for an answer of the team? Ids are those of RequestView (sessionView.ts). */
export function waitsFor(state: SessionState, requestId: string, teamId: string): boolean {
  if (entry(state.crossReferences, requestId)?.waitingFor.includes(teamId)) return true
  const offer = entry(state.offers, requestId)
  if (offer) return offer.status === 'open' && offer.to === teamId
  const request = entry(state.measureRequests, requestId)
  if (request) return request.status === 'open' && measureOf(state, request.measureId)?.leadTeamId === teamId
  if (requestId.startsWith('settle-')) return settlementWaitsFor(state, requestId.slice('settle-'.length), teamId)
  if (requestId.startsWith('area-')) return focusAreaWaitsFor(state, requestId.slice('area-'.length), teamId)
  if (requestId.startsWith('pot-')) return potWaitsFor(state, requestId.slice('pot-'.length), teamId)
  return false
}

/** [C5] Does a way out that the other leading team proposed wait for this one? */
export function settlementWaitsFor(state: SessionState, crossReferenceId: string, teamId: string): boolean {
  const conflict = entry(state.crossReferences, crossReferenceId)
  if (conflict?.status !== 'confirmed' || !conflict.settlement || conflict.settlement.proposedBy === teamId) return false
  return leadersOf(state, conflict).includes(teamId)
}

/** [R1] Does a declared focus area wait for this team? */
export function focusAreaWaitsFor(state: SessionState, areaId: string, teamId: string): boolean {
  const area = entry(state.focusAreas, areaId)
  return area?.status === 'proposed' && !area.supporters.includes(teamId)
}

/** [B4] Does the agreement about the pot wait for this team? */
export function potWaitsFor(state: SessionState, targetId: string, teamId: string): boolean {
  const consent = entry(state.potConsents, targetId)
  return consent !== undefined && !consent.teamIds.includes(teamId)
}

/** The leading teams of both measures, each once. */
export function leadersOf(state: SessionState, pair: { readonly a: string; readonly b: string }): readonly string[] {
  const leads = [pair.a, pair.b].flatMap((id) => measureOf(state, id)?.leadTeamId ?? [])
  return [...new Set(leads)]
}
