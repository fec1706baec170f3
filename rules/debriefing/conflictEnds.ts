import { knownMeasure } from '../measureOf.ts'
import type { SessionState, Settlement } from '../session.ts'

/** A conflict that counted, and what became of it. */
export interface ConflictEnd {
  readonly crossReferenceId: string
  readonly a: string
  readonly b: string
  readonly teamIds: readonly [string, string]
  /** `settled` for good · `postponed` to another round · `accepted` knowingly · `open`: nobody answered it */
  readonly end: 'settled' | 'postponed' | 'accepted' | 'open'
  /** '' while open */
  readonly way: Settlement['way'] | ''
  /** came to light by the scenario; nobody had named it [C4] */
  readonly revealed: boolean
}

const ORDER: Readonly<Record<ConflictEnd['end'], number>> = { open: 0, postponed: 1, accepted: 2, settled: 3 }

/** [T6] Conflicts that counted, the unanswered ones first; those whose measures were withdrawn are gone. */
export function conflictEnds(state: SessionState): readonly ConflictEnd[] {
  const ends = Object.values(state.crossReferences).flatMap(({ id, kind, a, b, status, settlement, proposedBy }): readonly ConflictEnd[] => {
    if (kind !== 'conflict' || (status !== 'confirmed' && status !== 'settled')) return []
    const way = status === 'settled' && settlement ? settlement.way : ''
    const teamIds = [knownMeasure(state, a).leadTeamId, knownMeasure(state, b).leadTeamId] as const
    return [{ crossReferenceId: id, a, b, teamIds, end: endOf(way), way, revealed: proposedBy === null }]
  })
  return ends.sort((one, other) => ORDER[one.end] - ORDER[other.end])
}

function endOf(way: ConflictEnd['way']): ConflictEnd['end'] {
  if (way === '') return 'open'
  if (way === 'stagger') return 'postponed'
  return way === 'accept' ? 'accepted' : 'settled'
}
