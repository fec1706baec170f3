import { useMemo } from 'preact/hooks'
import { measureOf } from '../../../rules/measureOf.ts'
import { priorityList } from '../../../rules/priorityList.ts'
import type { SessionState } from '../../../rules/session.ts'
import { type WhatIfChanges, withChanges } from '../../../rules/whatIf.ts'
import { code } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { FigureTable } from '../FigureTable.tsx'
import { Note } from '../kern.tsx'

/** As many first places as the sentence speaks of. */
const TOP = 5

/** The list as it is and as it would be, at once and without a copy. */
export function ChangedRanks({ state, changes }: { readonly state: SessionState; readonly changes: WhatIfChanges }) {
  const { before, after } = useMemo(() => ({ before: priorityList(state), after: priorityList(withChanges(state, changes)) }), [state, changes])
  if (before.entries.length === 0) return <p class="empty">{t.priorities.listEmpty}</p>
  if (after.provisional) return <Note tone="warn">{t.replay.noBallot}</Note>
  const rankBefore = new Map(before.entries.map(({ measureId, rank }) => [measureId, rank]))
  const top = after.entries.slice(0, TOP)
  const stays = top.filter(({ measureId }) => (rankBefore.get(measureId) ?? TOP + 1) <= TOP).length
  const nameOf = (id: string) => {
    const measure = measureOf(state, id)
    return measure ? `${code(measure.code)} ${localText(measure.title)}` : id
  }
  return (
    <div class="stack stack--tight">
      <p role="status">{t.replay.topStays(stays, top.length)}</p>
      <FigureTable
        caption={t.replay.ranks}
        columns={[t.priorities.measure, t.replay.rankNow, t.replay.rankThen]}
        rows={after.entries.map(({ measureId, rank }) => ({
          id: measureId,
          strong: rankBefore.get(measureId) !== rank,
          cells: [nameOf(measureId), rankBefore.get(measureId) ?? '–', rank],
        }))}
      />
    </div>
  )
}
