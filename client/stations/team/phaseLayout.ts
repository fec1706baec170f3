import type { SharedView } from '../../../rules/sessionView.ts'

/** Which fixed parts of the tablet a phase shows; what is missing here is hidden on purpose. */
export interface PhaseLayout {
  readonly map: boolean
  readonly resources: boolean
}

export function layoutOf({ phase, closed }: SharedView): PhaseLayout {
  if (closed) return { map: false, resources: false }
  switch (phase.kind) {
    case 'arrival':
      return { map: true, resources: false }
    case 'departmentRound':
    case 'planning':
    case 'incident':
    case 'resolution':
      return { map: true, resources: true }
    case 'briefing':
    case 'prioritisation':
    case 'debriefing':
    case 'transfer':
    case 'closed':
      return { map: false, resources: false }
  }
}
