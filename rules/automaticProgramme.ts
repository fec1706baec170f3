import { programmeOf } from './fundingConditions.ts'
import type { Measure } from './scenario/parts.ts'
import type { SessionState } from './session.ts'

/** [F1] The programme that comes without an application: money of third parties, revenue. Null if the measure has none. */
export function automaticProgramme(state: SessionState, measure: Measure): string | null {
  return measure.programmeIds.find((id) => programmeOf(state, id)?.automatic) ?? null
}
