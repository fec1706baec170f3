import type { Actor, Role } from './decision.ts'
import { POT, type SessionState } from './session.ts'

/** Roles that may have a ballot of their own where the scenario lets every seat vote; observers only watch. */
const VOTING_ROLES: readonly Role[] = ['team', 'council', 'localCouncil', 'citizens', 'treasury']

/**
 * Teams that are waited for: those with a seat or played by a bot. As long as no team has either, all of the scenario.
 * In the scenario's order.
 */
export function teamsTakingPart(state: SessionState): readonly string[] {
  const { seats, bots } = state.attendance
  const present = new Set([...Object.values(seats).flatMap(({ teamId }) => teamId ?? []), ...bots])
  const all = state.scenario.teams.map(({ id }) => id)
  const taking = all.filter((id) => present.has(id))
  return taking.length > 0 ? taking : all
}

/**
 * Whose ballots are waited for in prioritisation and debriefing [L2]: team ids, or, where every seat votes, seat ids in the
 * order in which they were taken, and the ids of teams that have no seat of their own.
 */
export function voters(state: SessionState): readonly string[] {
  const teams = teamsTakingPart(state)
  if (state.scenario.settings.ballot === 'team') return teams
  const seats = Object.values(state.attendance.seats).filter(({ role }) => VOTING_ROLES.includes(role))
  const seated = new Set(seats.map(({ teamId }) => teamId))
  return [...seats.map(({ id }) => id), ...teams.filter((id) => !seated.has(id))]
}

/**
 * Under whose name this actor votes [L2]: team id or seat id.
 * Whoever acts for a team through the facilitator, or is a bot, votes as the team.
 *
 * @returns undefined if the scenario gives this role no ballot
 */
export function voterOf(state: SessionState, actor: Actor): string | undefined {
  const perSeat = state.scenario.settings.ballot === 'seat'
  if (actor.role === 'team') return perSeat && actor.through === undefined ? actor.seatId : actor.teamId
  if (!perSeat || !('seatId' in actor) || !VOTING_ROLES.includes(actor.role)) return undefined
  return actor.seatId
}

/** Who votes on the package [D2]: teams; by the rule `council` the seats of the council, if there are any. */
export function packageVoters(state: SessionState): readonly string[] {
  const council = councilSeats(state)
  return council.length > 0 ? council : teamsTakingPart(state)
}

/** Under whose name this actor votes on the package, or undefined if it does not. */
export function packageVoterOf(state: SessionState, actor: Actor): string | undefined {
  const council = councilSeats(state)
  if (actor.role === 'team') return council.length > 0 ? undefined : actor.teamId
  return 'seatId' in actor && council.includes(actor.seatId) ? actor.seatId : undefined
}

function councilSeats(state: SessionState): readonly string[] {
  if (state.scenario.settings.voteRule !== 'council') return []
  return Object.values(state.attendance.seats)
    .filter(({ role }) => role === 'council')
    .map(({ id }) => id)
}

/** Order of payers wherever something must be shared out: teams as the scenario lists them, the pot last [B5]. */
export function payerOrder(state: SessionState): readonly string[] {
  return [...state.scenario.teams.map(({ id }) => id), POT]
}
