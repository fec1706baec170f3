import { conflictEnds } from '../debriefing/conflictEnds.ts'
import { connections } from '../debriefing/connections.ts'
import { type DebriefingFigures, debriefingFigures } from '../debriefing/debriefingFigures.ts'
import { goalGains } from '../debriefing/goalGains.ts'
import { moneyFlows, staffFlows } from '../debriefing/meansFlows.ts'
import { openPoints } from '../debriefing/openPoints.ts'
import { selfAssessmentResult } from '../debriefing/selfAssessmentResult.ts'
import { spaceOf } from '../debriefing/spaceOf.ts'
import { timelineOf } from '../debriefing/timelineOf.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { SessionState } from '../session.ts'
import { listStability } from './listViews.ts'
import { isUnsealed } from './phaseOf.ts'
import { remember } from './remember.ts'
import { listSlices } from './slices.ts'

type Slide = Scenario['debriefing'][number]['slide']

/** What each slide needs; what is not named here shows what everyone has anyway: ballots, answers, the value of the plans. */
const PARTS: Readonly<Partial<Record<Slide, (state: SessionState) => Partial<DebriefingFigures>>>> = {
  timeline: (state) => ({ timeline: timelineOf(state) }),
  goals: (state) => ({ goals: goalGains(state) }),
  matrix: (state) => ({ connections: connections(state) }),
  conflicts: (state) => ({ conflicts: conflictEnds(state) }),
  districts: (state) => ({ space: spaceOf(state) }),
  resources: (state) => ({ money: moneyFlows(state), staff: staffFlows(state) }),
  stability: (state) => ({ stability: listStability(state) }),
  open: (state) => ({ open: openPoints(state) }),
  assessment: (state) => ({ assessment: selfAssessmentResult(state) }),
}

/** [T6] The figures of the question on the wall as JSON of a part of {@link DebriefingFigures}; '' before the plans are unsealed [A2]. */
export const slideFigures = remember(
  (state) => [
    ...listSlices(state),
    state.debriefing.slideId,
    isUnsealed(state),
    state.soloPlans,
    state.offers,
    state.incidents,
    state.goalChanges,
    state.resolutions,
    state.shortfalls,
    state.course,
    state.selfAssessment,
  ],
  (state) => {
    const slide = state.scenario.debriefing.find(({ id }) => id === state.debriefing.slideId)?.slide
    const parts = slide && isUnsealed(state) ? PARTS[slide]?.(state) : undefined
    return parts ? JSON.stringify(parts) : ''
  },
)

/** Everything at once, for the report; null before the plans are unsealed. */
export function allFigures(state: SessionState): DebriefingFigures | null {
  return isUnsealed(state) ? debriefingFigures(state, listStability(state)) : null
}
