import { standingProposal } from './crossReferencesOf.ts'
import { entry } from './ids.ts'
import type { PhaseKind } from './scenario/phase.ts'
import type { OfferPromise, SessionState } from './session.ts'

export type PromiseState = 'open' | 'kept' | 'broken'

/** Kinds of phase after which nothing can be proposed or confirmed any more. */
const AFTERWARDS: readonly PhaseKind[] = ['prioritisation', 'debriefing', 'transfer', 'closed']

function isTooLate(state: SessionState): boolean {
  const kind = state.scenario.phases.find(({ id }) => id === state.phaseId)?.kind
  return state.closedAt !== null || (kind !== undefined && AFTERWARDS.includes(kind))
}

/**
 * [O3] What became of a promise in an accepted offer, made by this team. Nothing enforces it: it follows from what the team did.
 * Whoever refuses breaks it; whoever does nothing breaks it when it is too late; what became impossible without the team stays open.
 */
export function promiseState(state: SessionState, promise: OfferPromise, teamId: string): PromiseState {
  switch (promise.kind) {
    case 'proposeMeasure':
      return proposed(state, promise.measureId)
    case 'confirmCrossReference':
      return confirmed(state, promise.crossReferenceId, teamId)
    case 'supportInVote':
      return supported(state, promise.measureId, teamId)
  }
}

function proposed(state: SessionState, measureId: string): PromiseState {
  if (standingProposal(state, measureId)) return 'kept'
  const withdrawn = entry(state.proposals, measureId)?.status === 'withdrawn'
  return withdrawn || isTooLate(state) ? 'broken' : 'open'
}

function confirmed(state: SessionState, crossReferenceId: string, teamId: string): PromiseState {
  const reference = entry(state.crossReferences, crossReferenceId)
  if (!reference || reference.status === 'dissolved') return 'open'
  if (reference.status === 'declined') return reference.declinedBy === teamId ? 'broken' : 'open'
  if (!reference.waitingFor.includes(teamId)) return 'kept'
  return isTooLate(state) ? 'broken' : 'open'
}

/** By the last vote on a package that held the measure and in which the team had a vote. */
function supported(state: SessionState, measureId: string, teamId: string): PromiseState {
  const votes = state.resolutions.filter((resolution) => resolution.measureIds.includes(measureId)).map((resolution) => entry(resolution.votes, teamId))
  const last = votes.findLast((vote) => vote !== undefined)
  if (last === undefined) return 'open'
  return last === 'no' ? 'broken' : 'kept'
}
