import type { Stability } from '../priorityList.ts'
import type { SessionState } from '../session.ts'
import { type ConflictEnd, conflictEnds } from './conflictEnds.ts'
import { type Connections, connections } from './connections.ts'
import { type GoalGain, goalGains } from './goalGains.ts'
import { type Flows, moneyFlows, staffFlows } from './meansFlows.ts'
import { type OpenPoint, openPoints } from './openPoints.ts'
import { type SelfAssessmentResult, selfAssessmentResult } from './selfAssessmentResult.ts'
import { type Space, spaceOf } from './spaceOf.ts'
import { type Timeline, timelineOf } from './timelineOf.ts'

/**
 * Everything the debriefing shows beyond the value of the plans: plain data for screens and exports, ids instead of words.
 * Whole euro, whole staff points, points of the common value, times in ms. Nothing in it is of a single person.
 */
export interface DebriefingFigures {
  readonly timeline: Timeline
  readonly goals: readonly GoalGain[]
  readonly connections: Connections
  readonly conflicts: readonly ConflictEnd[]
  readonly space: Space
  readonly money: Flows
  readonly staff: Flows
  readonly stability: Stability
  readonly open: readonly OpenPoint[]
  readonly assessment: SelfAssessmentResult
}

/** [T6] What the debriefing has to show of a session. Only for when the plans made alone are unsealed [A2]. */
export function debriefingFigures(state: SessionState, stability: Stability): DebriefingFigures {
  return {
    timeline: timelineOf(state),
    goals: goalGains(state),
    connections: connections(state),
    conflicts: conflictEnds(state),
    space: spaceOf(state),
    money: moneyFlows(state),
    staff: staffFlows(state),
    stability,
    open: openPoints(state),
    assessment: selfAssessmentResult(state),
  }
}
