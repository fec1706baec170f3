import type { AccountEvent } from './accounts.ts'
import type { AloneEvent } from './alone.ts'
import type { ComparisonEvent } from './comparisons.ts'
import type { CrossReferenceEvent } from './crossReferences.ts'
import type { DebriefingEvent } from './debriefing.ts'
import type { FocusAreaEvent } from './focusAreas.ts'
import type { FundingEvent } from './funding.ts'
import type { IncidentEvent } from './incidents.ts'
import type { MeasureEvent } from './measures.ts'
import type { OfferEvent } from './offers.ts'
import type { PhaseEvent } from './phases.ts'
import type { PriorityEvent } from './priorities.ts'
import type { ResolutionEvent } from './resolution.ts'
import type { Scenario } from './scenario/scenario.ts'
import type { SeatEvent } from './seats.ts'
import type { SelfAssessmentEvent } from './selfAssessment.ts'
import type { TextReviewEvent } from './textReview.ts'
import type { WhatIfEvent } from './whatIf.ts'

/** First event of every log; the scenario is copied into it [S1]. */
export interface SessionOpened {
  readonly type: 'sessionOpened'
  readonly scenario: Scenario
  readonly title: string
  readonly at: number
}

/** Every fact that a log may hold. */
export type SessionEvent =
  | SessionOpened
  | SeatEvent
  | TextReviewEvent
  | PhaseEvent
  | AloneEvent
  | MeasureEvent
  | AccountEvent
  | CrossReferenceEvent
  | OfferEvent
  | FundingEvent
  | FocusAreaEvent
  | IncidentEvent
  | ResolutionEvent
  | PriorityEvent
  | DebriefingEvent
  | SelfAssessmentEvent
  | ComparisonEvent
  | WhatIfEvent
