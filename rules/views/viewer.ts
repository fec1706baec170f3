import type { Actor, Role } from '../decision.ts'
import type { Seat } from '../session.ts'

/** Who looks: a seat with its role and, for teams, its team. */
export interface Viewer {
  readonly role: Role
  readonly seatId: string
  /** only for teams */
  readonly teamId?: string
}

export function viewerOf({ id, role, teamId }: Seat): Viewer {
  return teamId === undefined ? { role, seatId: id } : { role, seatId: id, teamId }
}

/** The viewer as one who acts; a team's seat without a team acts as nobody. */
export function actorOf({ role, seatId, teamId }: Viewer): Actor | undefined {
  if (role !== 'team') return { role, seatId }
  return teamId === undefined ? undefined : { role, seatId, teamId }
}
