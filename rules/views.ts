import type { SessionState } from './session.ts'
import type { OwnView } from './sessionView.ts'
import { facilitatorView } from './views/facilitatorView.ts'
import { guestView } from './views/guestView.ts'
import { teamView } from './views/teamView.ts'
import type { Viewer } from './views/viewer.ts'

export { scenarioOf, scenarioView } from './views/scenarioView.ts'
export { sharedView } from './views/sharedView.ts'
export { shareStructure } from './views/shareStructure.ts'
export { type Viewer, viewerOf } from './views/viewer.ts'

/** What this viewer sees beyond the shared view, computed from state and role alone [V1]; the wall has nothing of its own [V2]. */
export function ownView(state: SessionState, viewer: Viewer): OwnView | null {
  switch (viewer.role) {
    case 'wall':
      return null
    case 'team':
      return viewer.teamId === undefined ? null : teamView(state, viewer, viewer.teamId)
    case 'facilitator':
      return facilitatorView(state, viewer)
    default:
      return guestView(state, viewer, viewer.role)
  }
}
