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

/** Parts of a state on which no team's and no guest's own view depends; what is not named here always counts. */
const BESIDE_OWN_VIEWS: ReadonlySet<keyof SessionState> = new Set([
  'title',
  'phaseStartedAt',
  'clock',
  'paused',
  'pausedBy',
  'frozen',
  'frozenTopic',
  'ready',
  'probe',
  'notes',
  'annotations',
  'announcements',
  'spotlight',
  'wallDark',
  'steps',
])

/** Can this viewer's own view differ between these two states? A no is certain, a yes is not. */
export function dependsOn({ role }: Viewer, before: SessionState, after: SessionState): boolean {
  if (before === after || role === 'wall') return false
  if (role === 'facilitator') return true
  return (Object.keys(after) as (keyof SessionState)[]).some((part) => {
    if (before[part] === after[part] || BESIDE_OWN_VIEWS.has(part)) return false
    // Accounts matter only to what is asked from the shared pot [B4].
    return part !== 'accounts' || Object.keys(after.potConsents).length > 0
  })
}
