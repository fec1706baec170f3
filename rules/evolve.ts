import { accountChanges } from './accounts.ts'
import { aloneChanges } from './alone.ts'
import { comparisonChanges } from './comparisons.ts'
import { crossReferenceChanges } from './crossReferences.ts'
import { debriefingChanges } from './debriefing.ts'
import type { Changes } from './decision.ts'
import type { SessionEvent } from './events.ts'
import { focusAreaChanges } from './focusAreas.ts'
import { fundingChanges } from './funding.ts'
import { incidentChanges } from './incidents.ts'
import { measureChanges } from './measures.ts'
import { offerChanges } from './offers.ts'
import { phaseChanges } from './phases.ts'
import { priorityChanges } from './priorities.ts'
import { resolutionChanges } from './resolution.ts'
import { seatChanges } from './seats.ts'
import { selfAssessmentChanges } from './selfAssessment.ts'
import type { SessionState } from './session.ts'
import { textReviewChanges } from './textReview.ts'
import { whatIfChanges } from './whatIf.ts'

/** Events that change a state; `sessionOpened` makes the first one, `stepsUndone` needs the history (history.ts). */
type ChangingEvent = Exclude<SessionEvent, { type: 'sessionOpened' }>

/** Every state change by event; an event without one does not compile. */
const changes: Changes<ChangingEvent> = {
  ...seatChanges,
  ...textReviewChanges,
  ...phaseChanges,
  ...aloneChanges,
  ...measureChanges,
  ...accountChanges,
  ...crossReferenceChanges,
  ...offerChanges,
  ...fundingChanges,
  ...focusAreaChanges,
  ...incidentChanges,
  ...resolutionChanges,
  ...priorityChanges,
  ...debriefingChanges,
  ...selfAssessmentChanges,
  ...comparisonChanges,
  ...whatIfChanges,
}

/** Records an event. It never refuses and asks neither clock nor chance, so that a log replays to the same state for ever. */
export function evolve(state: SessionState, event: ChangingEvent): SessionState {
  const change = changes[event.type] as (state: SessionState, event: ChangingEvent) => SessionState
  return change(state, event)
}
