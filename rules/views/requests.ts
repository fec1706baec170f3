import { measureOf } from '../measureOf.ts'
import type { CrossReference, SessionState } from '../session.ts'
import type { RequestView } from '../sessionView.ts'

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
export function openRequests(state: SessionState): readonly OpenRequest[] {
  const requests = [...referenceRequests(state), ...offerRequests(state), ...measureRequests(state), ...areaRequests(state)]
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
function settlementRequest(state: SessionState, { id, a, b }: CrossReference, { proposedBy, at }: NonNullable<CrossReference['settlement']>): OpenRequest {
  const leads = new Set([leadOf(state, a), leadOf(state, b)])
  leads.delete(proposedBy)
  return { id: `settle-${id}`, kind: 'settlement', fromTeamId: proposedBy, forTeamIds: [...leads], subjects: [a, b], since: at }
}

function leadOf(state: SessionState, measureId: string): string {
  return measureOf(state, measureId)?.leadTeamId ?? ''
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
      forTeamIds: [leadOf(state, measureId)],
      subjects: [measureId],
      since: at,
    }))
}

/** [R1] A focus area waits for every team that has neither joined nor declined. */
function areaRequests({ focusAreas, scenario }: SessionState): readonly OpenRequest[] {
  return Object.values(focusAreas)
    .filter(({ status }) => status === 'proposed')
    .map(({ areaId, proposedBy, supporters, decliners, at }) => {
      const heard = new Set([proposedBy, ...supporters, ...decliners])
      const forTeamIds = scenario.teams.map(({ id }) => id).filter((id) => !heard.has(id))
      return { id: `area-${areaId}`, kind: 'focusArea', fromTeamId: proposedBy, forTeamIds, subjects: [areaId], since: at }
    })
}
