import { entry } from '../ids.ts'
import { promiseState } from '../promises.ts'
import type { CrossReference, SessionState } from '../session.ts'
import type { PromiseView, RequestView, TeamView, WaitingView } from '../sessionView.ts'
import { soloMeans, soloUse } from '../soloMeans.ts'
import { packageVoterOf, voterOf } from '../voters.ts'
import { ownBallots } from './ownBallots.ts'
import { type OpenRequest, openRequests } from './requests.ts'
import { actorOf, type Viewer } from './viewer.ts'

/** What only this team sees: its plan, its talks, its ballots [V1]. */
export function teamView(state: SessionState, viewer: Viewer, teamId: string): TeamView {
  const actor = actorOf(viewer)
  const soloPlan = entry(state.soloPlans, teamId) ?? { measureIds: [], handedIn: false }
  const requests = openRequests(state)
  return {
    role: 'team',
    teamId,
    soloPlan,
    soloMeans: soloMeans(state.scenario, teamId),
    soloUsed: soloUse(state, soloPlan.measureIds),
    offers: ownOffers(state, teamId),
    requests: requests.filter(({ forTeamIds }) => forTeamIds.includes(teamId)).map((request) => requestView(state, request)),
    waiting: [
      ...requests.filter(({ fromTeamId }) => fromTeamId === teamId).map((request) => waitingView(state, request)),
      ...waitingForApproval(state, teamId),
    ],
    hints: state.hints.filter((hint) => hint.teamId === teamId),
    ballots: ownBallots(state, actor && voterOf(state, actor), actor && packageVoterOf(state, actor)),
    writtenMeasures: writtenBy(state, teamId),
    declined: declinedReferences(state, teamId),
    promises: promises(state, teamId),
  }
}

/** Offers made by or to this team: open ones, and those answered in this round. */
function ownOffers({ offers, round }: SessionState, teamId: string): TeamView['offers'] {
  const own = Object.values(offers).filter((offer) => (offer.from === teamId || offer.to === teamId) && (offer.status === 'open' || offer.round === round))
  return Object.fromEntries(own.map((offer) => [offer.id, offer]))
}

export function requestView({ deferred }: SessionState, { id, kind, fromTeamId, subjects, since, funds }: OpenRequest): RequestView {
  return { id, kind, fromTeamId, subjects, since, deferred: deferred.includes(id), funds: funds ?? 0 }
}

function waitingView({ deferred }: SessionState, { id, kind, forTeamIds, subjects, since }: OpenRequest): WaitingView {
  return { id, kind, forTeamIds, subjects, since, deferred: deferred.includes(id) }
}

/** [M3] Measures that the team wrote and the facilitator has not looked at. */
function waitingForApproval({ writtenMeasures }: SessionState, teamId: string): readonly WaitingView[] {
  return Object.values(writtenMeasures)
    .filter(({ measure, status }) => measure.leadTeamId === teamId && status === 'waiting')
    .map(({ measure }) => ({ id: measure.id, kind: 'approval', forTeamIds: [], subjects: [measure.id], since: 0, deferred: false }))
}

function writtenBy({ writtenMeasures }: SessionState, teamId: string): TeamView['writtenMeasures'] {
  return Object.fromEntries(
    Object.values(writtenMeasures)
      .filter(({ measure }) => measure.leadTeamId === teamId)
      .map(({ measure, status, answer }) => [measure.id, { status, answer: answer ?? '', measure: JSON.stringify(measure) }]),
  )
}

/** Declined cross-references between this team and another; why is told to these two only. */
function declinedReferences(state: SessionState, teamId: string): TeamView['declined'] {
  return Object.fromEntries(
    Object.values(state.crossReferences)
      .filter((reference) => reference.status === 'declined' && (reference.proposedBy === teamId || reference.declinedBy === teamId))
      .map((reference) => [reference.id, declinedView(reference)]),
  )
}

/** [C2] A declined reference can be proposed once more. */
function declinedView({ declinedBy, declineReason, a, b, kind, declines }: CrossReference): TeamView['declined'][string] {
  return { by: declinedBy ?? '', reason: declineReason ?? '', a, b, kind, again: declines < 2 }
}

/** [O3] Promises in accepted offers of this team, made or received, and what became of them; told to both sides only. */
function promises(state: SessionState, teamId: string): readonly PromiseView[] {
  return promisesMade(state).filter(({ by, to }) => by === teamId || to === teamId)
}

/** [O3] Every promise of an accepted offer, with who owes it to whom. */
export function promisesMade(state: SessionState): readonly PromiseView[] {
  return Object.values(state.offers)
    .filter(({ status }) => status === 'accepted')
    .flatMap(({ id: offerId, from, to, gives, takes }) => [
      ...gives.promises.map((promise) => ({ offerId, by: from, to, promise, state: promiseState(state, promise, from) })),
      ...takes.promises.map((promise) => ({ offerId, by: to, to: from, promise, state: promiseState(state, promise, to) })),
    ])
}
