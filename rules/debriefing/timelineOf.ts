import { carryingTeams } from '../carryingTeams.ts'
import { knownMeasure } from '../measureOf.ts'
import type { PhaseKind } from '../scenario/phase.ts'
import type { SessionState } from '../session.ts'

/** What happened when, from the first phase in which departments met to the end of the last one. */
export interface Timeline {
  readonly from: number
  readonly to: number
  readonly phases: readonly { readonly phaseId: string; readonly kind: PhaseKind; readonly round: number; readonly from: number; readonly to: number }[]
  /** oldest first */
  readonly marks: readonly TimelineMark[]
  /** adopted measures, and those of them that at least two departments carry */
  readonly adopted: number
  readonly carriedTogether: number
}

export interface TimelineMark {
  readonly kind: 'proposal' | 'synergy' | 'conflict' | 'agreement' | 'incident' | 'resolution'
  readonly at: number
  /** measures, or the incident; an agreement is told without what was agreed [V2] */
  readonly subjects: readonly string[]
  readonly teamIds: readonly string[]
}

const TOGETHER: ReadonlySet<PhaseKind> = new Set(['planning', 'incident', 'resolution', 'prioritisation'])

/** [T6] */
export function timelineOf(state: SessionState): Timeline {
  const marks = [...marksOf(state)].sort((a, b) => a.at - b.at)
  const phases = playedPhases(state, marks.at(-1)?.at ?? 0)
  const adopted = Object.values(state.proposals).filter(({ status }) => status === 'adopted')
  return {
    from: phases[0]?.from ?? 0,
    to: phases.at(-1)?.to ?? 0,
    phases,
    marks,
    adopted: adopted.length,
    carriedTogether: adopted.filter(({ measureId }) => carryingTeams(state, measureId).length >= 2).length,
  }
}

/** Phases of the rounds and of the list; the present one, if it is one of them, reaches to the last thing that happened. */
function playedPhases(state: SessionState, last: number): Timeline['phases'] {
  return state.course.flatMap(({ phaseId, at: from }, index, starts) => {
    const phase = state.scenario.phases.find(({ id }) => id === phaseId)
    if (!phase || !TOGETHER.has(phase.kind)) return []
    return [{ phaseId, kind: phase.kind, round: phase.round, from, to: starts[index + 1]?.at ?? Math.max(from, last) }]
  })
}

function marksOf(state: SessionState): readonly TimelineMark[] {
  const lead = (measureId: string) => knownMeasure(state, measureId).leadTeamId
  return [
    ...Object.values(state.proposals).map(({ measureId, teamId, proposedAt: at }) => ({
      kind: 'proposal' as const,
      at,
      subjects: [measureId],
      teamIds: [teamId],
    })),
    ...Object.values(state.crossReferences).flatMap(({ kind, a, b, confirmedAt: at, status }) =>
      at === null || status === 'dissolved' ? [] : [{ kind, at, subjects: [a, b], teamIds: [...new Set([lead(a), lead(b)])] }],
    ),
    ...Object.values(state.offers).flatMap(({ status, answeredAt: at, from, to }) =>
      status === 'accepted' && at !== undefined ? [{ kind: 'agreement' as const, at, subjects: [], teamIds: [from, to] }] : [],
    ),
    ...state.incidents.flatMap(({ id, at, skipped }) => (skipped ? [] : [{ kind: 'incident' as const, at, subjects: [id], teamIds: [] }])),
    ...state.resolutions.flatMap(({ at, adopted, measureIds }) => (adopted ? [{ kind: 'resolution' as const, at, subjects: measureIds, teamIds: [] }] : [])),
  ]
}
