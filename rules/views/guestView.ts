import type { SessionState } from '../session.ts'
import type { GuestView } from '../sessionView.ts'
import { packageVoterOf, voterOf } from '../voters.ts'
import { ownBallots } from './ownBallots.ts'
import { actorOf, type Viewer } from './viewer.ts'

/** What council, treasury, citizens, and observers have of their own: their ballots. */
export function guestView(state: SessionState, viewer: Viewer, role: GuestView['role']): GuestView {
  const actor = actorOf(viewer)
  return { role, ballots: ownBallots(state, actor && voterOf(state, actor), actor && packageVoterOf(state, actor)) }
}
