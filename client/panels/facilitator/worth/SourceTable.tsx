import type { ComparedView } from '../../../../rules/sessionView.ts'
import { number, rate } from '../../../format.ts'
import { t } from '../../../texts/index.ts'
import { FigureTable } from '../../FigureTable.tsx'

const SOURCES = ['pooledMeans', 'commonGoals', 'crossReferences'] as const

/** [W3] Shapley: what each kind of togetherness adds on average, in whichever order they come. */
export function SourceTable({ sources }: { readonly sources: NonNullable<ComparedView['sources']> }) {
  const total = SOURCES.reduce((sum, source) => sum + sources[source], 0)
  const share = (source: (typeof SOURCES)[number]) => (total > 0 ? rate(sources[source] / total) : '–')
  const [most = 'pooledMeans'] = [...SOURCES].sort((a, b) => sources[b] - sources[a])
  return (
    <div class="stack stack--tight">
      <h4>{t.worth.sources}</h4>
      {total > 0 && <p>{t.worth.sourcesSentence(t.worth.sourceNames[most], share(most))}</p>}
      <FigureTable
        caption={t.worth.sources}
        columns={[t.worth.source, t.worth.planPoints, t.worth.part]}
        rows={SOURCES.map((source) => ({ id: source, cells: [t.worth.sourceNames[source], number(sources[source]), share(source)] }))}
      />
      {!sources.proven && <p class="small muted">{t.worth.sourcesUnproven}</p>}
    </div>
  )
}
