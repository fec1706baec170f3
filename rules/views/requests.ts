import { pledgeTarget } from '../accounts.ts'
import { knownMeasure } from '../measureOf.ts'
import { focusAreaWaitsFor, leadersOf, potWaitsFor, settlementWaitsFor } from '../requests.ts'
import type { CrossReference, SessionState, Settlement } from '../session.ts'
import type { RequestView } from '../sessionView.ts'
import { remember } from './remember.ts'

/** One thing between teams that is not answered yet: who asks, whom, since when. */
export interface OpenRequest {
  readonly id: string
  readonly kind: RequestView['kind']
  readonly fromTeamId: string
  readonly forTeamIds: readonly string[]
  /** measures, then areas, that it is about */
  readonly subjects: readonly string[]
  readonly since: number
  /** euro asked for from the shared pot */
  readonly funds?: number
}

/** Every open request between teams, oldest first. */
export const openRequests = remember(slicesOfRequests, gather)

/** Accounts matter only to what is asked from the shared pot. */
function slicesOfRequests(state: SessionState): readonly unknown[] {
  const { crossReferences, offers, measureRequests, focusAreas, potConsents, proposals, shortfalls, writtenMeasures, lastingEffects } = state
  const accounts = Object.keys(potConsents).length > 0 ? state.accounts : null
  return [crossReferences, offers, measureRequests, focusAreas, potConsents, proposals, shortfalls, writtenMeasures, lastingEffects, accounts, state.round]
}

function gather(state: SessionState): readonly OpenRequest[] {
  const requests = [...referenceRequests(state), ...offerRequests(state), ...measureRequests(state), ...areaRequests(state), ...potRequests(state)]
  return requests.sort((one, other) => one.since - other.since)
}

function referenceRequests(state: SessionState): readonly OpenRequest[] {
  return Object.values(state.crossReferences).flatMap((reference) => {
    if (reference.status === 'proposed') return [confirmationRequest(reference)]
    return reference.status === 'confirmed' && reference.settlement ? [settlementRequest(state, reference, reference.settlement)] : []
  })
}

function confirmationRequest({ id, a, b, proposedBy, proposedAt, waitingFor }: CrossReference): OpenRequest {
  return { id, kind: 'crossReference', fromTeamId: proposedBy ?? '', forTeamIds: waitingFor, subjects: [a, b], since: proposedAt }
}

/** [C5] A way to settle the conflict waits for the leading team that did not propose it. */
function settlementRequest(state: SessionState, conflict: CrossReference, { proposedBy, at }: Settlement): OpenRequest {
  const { id, a, b } = conflict
  const forTeamIds = leadersOf(state, conflict).filter((teamId) => settlementWaitsFor(state, id, teamId))
  return { id: `settle-${id}`, kind: 'settlement', fromTeamId: proposedBy, forTeamIds, subjects: [a, b], since: at }
}

function offerRequests({ offers }: SessionState): readonly OpenRequest[] {
  return Object.values(offers)
    .filter(({ status }) => status === 'open')
    .map(({ id, from, to, at, gives, takes }) => ({
      id,
      kind: 'offer',
      fromTeamId: from,
      forTeamIds: [to],
      subjects: [...gives.pledges, ...takes.pledges].map(({ measureId }) => measureId),
      since: at,
    }))
}

/** [M1] A measure that another team wishes waits for its lead. */
function measureRequests(state: SessionState): readonly OpenRequest[] {
  return Object.values(state.measureRequests)
    .filter(({ status }) => status === 'open')
    .map(({ id, measureId, fromTeamId, at }) => ({
      id,
      kind: 'measure',
      fromTeamId,
      forTeamIds: [knownMeasure(state, measureId).leadTeamId],
      subjects: [measureId],
      since: at,
    }))
}

/** [R1] A focus area waits for every team that has neither joined nor declined. */
function areaRequests(state: SessionState): readonly OpenRequest[] {
  return Object.values(state.focusAreas)
    .filter(({ status }) => status === 'proposed')
    .map(({ areaId, proposedBy, at }) => {
      const forTeamIds = state.scenario.teams.map(({ id }) => id).filter((id) => focusAreaWaitsFor(state, areaId, id))
      return { id: `area-${areaId}`, kind: 'focusArea', fromTeamId: proposedBy, forTeamIds, subjects: [areaId], since: at }
    })
}

/** [B4] Where all teams must agree to pay from the shared pot, the amount waits for those that have not. */
function potRequests(state: SessionState): readonly OpenRequest[] {
  return Object.entries(state.potConsents)
    .filter(([targetId]) => pledgeTarget(state, targetId).ok)
    .map(([targetId, { funds, teamIds, at }]) => {
      const forTeamIds = state.scenario.teams.map(({ id }) => id).filter((id) => potWaitsFor(state, targetId, id))
      return { id: `pot-${targetId}`, kind: 'pot', fromTeamId: teamIds[0] ?? '', forTeamIds, subjects: [targetId], since: at, funds }
    })
}
