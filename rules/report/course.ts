import type { SessionState } from '../session.ts'
import type { ReportPhase } from '../sessionReport.ts'

/** Phases as they were started; of a phase that undo took back nothing is left. */
export function courseOf({ course, scenario }: SessionState): readonly ReportPhase[] {
  return course.flatMap(({ phaseId, at }) => {
    const phase = scenario.phases.find(({ id }) => id === phaseId)
    return phase ? [{ phaseId, kind: phase.kind, title: phase.title, round: phase.round, minutes: phase.minutes, startedAt: at }] : []
  })
}
