import { isRevealed, resistanceResults } from '../ballots.ts'
import { byCode } from '../ids.ts'
import { type SessionState, STATUS_QUO } from '../session.ts'
import { conflictEnds } from './conflictEnds.ts'

/** Something that the table leaves open; subjects are measures, or the account of a shortfall. */
export interface OpenPoint {
  readonly kind: 'conflict' | 'postponed' | 'talk' | 'unanswered' | 'shortfall' | 'undecided'
  readonly subjects: readonly string[]
}

/** [T6] What should be talked about after the workshop: in order of how much it presses. */
export function openPoints(state: SessionState): readonly OpenPoint[] {
  const ends = conflictEnds(state)
  const pairs = (end: 'open' | 'postponed', kind: OpenPoint['kind']) => ends.filter((each) => each.end === end).map(({ a, b }) => ({ kind, subjects: [a, b] }))
  const talk = isRevealed(state, 'resistance')
    ? Object.entries(resistanceResults(state)).flatMap(([id, { verdict }]) =>
        verdict === 'talk' && id !== STATUS_QUO ? [{ kind: 'talk' as const, subjects: [id] }] : [],
      )
    : []
  return [
    ...pairs('open', 'conflict'),
    ...talk,
    ...Object.values(state.shortfalls).flatMap(({ settled, account }) => (settled ? [] : [{ kind: 'shortfall' as const, subjects: [account] }])),
    ...pairs('postponed', 'postponed'),
    ...Object.values(state.crossReferences).flatMap(({ status, a, b }) => (status === 'proposed' ? [{ kind: 'unanswered' as const, subjects: [a, b] }] : [])),
    ...Object.values(state.proposals)
      .filter(({ status }) => status === 'proposed')
      .sort((one, other) => byCode(one.measureId, other.measureId))
      .map(({ measureId }) => ({ kind: 'undecided' as const, subjects: [measureId] })),
  ]
}
