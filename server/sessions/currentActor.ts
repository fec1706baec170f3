import type { Actor } from '../../rules/decision.ts'
import { entry } from '../../rules/ids.ts'
import type { Seat, SessionState } from '../../rules/session.ts'

/** Who acts when this seat sends a command. */
export function actorOf(seat: Seat): Actor {
  if (seat.role !== 'team') return { role: seat.role, seatId: seat.id }
  if (seat.teamId === undefined) throw new Error(`seat ${seat.id} of a team without its team`)
  return { role: 'team', seatId: seat.id, teamId: seat.teamId }
}

/**
 * The actor as things stand in this state: the seat may have been moved or removed while its command was under way.
 *
 * @returns undefined if the seat (or the bot) is no longer there
 */
export function currentActor(actor: Actor, state: SessionState): Actor | undefined {
  if (!('seatId' in actor)) return actor
  if (actor.role === 'team' && actor.through === 'bot') return state.attendance.bots.includes(actor.teamId) ? actor : undefined
  const seat = entry(state.attendance.seats, actor.seatId)
  return seat && actorOf(seat)
}
