import { useSignal } from '@preact/signals'
import { byCode, entry } from '../../../rules/ids.ts'
import type { ListEntryView } from '../../../rules/sessionView.ts'
import { code, list, money, number } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { type Measures, type Picture, teamName } from '../../view/selectors.ts'
import { FigureTable } from '../FigureTable.tsx'
import { Tabs } from '../kern.tsx'

type ListId = 'measures' | 'priorities' | 'references' | 'means'

export interface ReplayPicture extends Picture {
  readonly measures: Measures
  /** the joint list at that moment; empty while it may not be seen */
  readonly priorities: readonly ListEntryView[]
}

/** What stood where at that moment: measures, joint list, cross-references, means. */
export function ReplayLists({ picture }: { readonly picture: ReplayPicture }) {
  const open = useSignal<ListId>('measures')
  const { shared, priorities } = picture
  const proposals = Object.values(shared.proposals).filter(({ status }) => status !== 'withdrawn')
  return (
    <section class="stack stack--tight replay__lists" aria-label={t.replay.lists}>
      <Tabs
        name="replay"
        value={open.value}
        onChange={(id) => (open.value = id)}
        tabs={[
          { id: 'measures', label: t.replay.measures, count: proposals.length },
          { id: 'priorities', label: t.replay.priorities, count: priorities.length },
          { id: 'references', label: t.replay.references, count: Object.keys(shared.crossReferences).length },
          { id: 'means', label: t.replay.means },
        ]}
      />
      <div id="replay-panel" class="replay__panel" role="tabpanel" aria-labelledby={`replay-tab-${open.value}`}>
        {open.value === 'measures' && <MeasureList picture={picture} />}
        {open.value === 'priorities' && <PriorityList picture={picture} />}
        {open.value === 'references' && <ReferenceList picture={picture} />}
        {open.value === 'means' && <MeansList picture={picture} />}
      </div>
    </section>
  )
}

function nameIn({ measures }: ReplayPicture, id: string): string {
  const measure = entry(measures, id)
  return measure ? `${code(measure.code)} ${localText(measure.title)}` : id
}

function MeasureList({ picture }: { readonly picture: ReplayPicture }) {
  const { shared, scenario } = picture
  const rows = Object.entries(shared.proposals)
    .filter(([, { status }]) => status !== 'withdrawn')
    .sort(([a], [b]) => byCode(a, b))
  if (rows.length === 0) return <p class="empty">{t.replay.noMeasures}</p>
  return (
    <FigureTable
      caption={t.replay.measures}
      columns={[t.priorities.measure, t.priorities.teams, t.replay.status]}
      words={[1, 2]}
      rows={rows.map(([id, { teamId, partners, status }]) => ({
        id,
        cells: [nameIn(picture, id), list([teamId, ...partners].map((each) => teamName(scenario, each)).filter(Boolean)), t.measures.status[status]],
      }))}
    />
  )
}

function PriorityList({ picture }: { readonly picture: ReplayPicture }) {
  if (picture.priorities.length === 0) return <p class="empty">{t.priorities.listEmpty}</p>
  const { scale } = picture.scenario.prioritisation
  return (
    <FigureTable
      caption={t.replay.priorities}
      columns={[t.priorities.measure, t.priorities.rank, t.priorities.ownShare, t.priorities.priority]}
      words={[3]}
      rows={picture.priorities.map(({ measureId, rank, ownContribution, priority }) => ({
        id: measureId,
        cells: [nameIn(picture, measureId), rank, money(ownContribution), localText(scale[priority])],
      }))}
    />
  )
}

function ReferenceList({ picture }: { readonly picture: ReplayPicture }) {
  const rows = Object.entries(picture.shared.crossReferences).sort(([a], [b]) => byCode(a, b))
  if (rows.length === 0) return <p class="empty">{t.replay.noReferences}</p>
  return (
    <FigureTable
      caption={t.replay.references}
      columns={[t.replay.pair, t.replay.kind, t.replay.status]}
      words={[1, 2]}
      rows={rows.map(([id, { a, b, kind, status }]) => ({
        id,
        cells: [`${nameIn(picture, a)} – ${nameIn(picture, b)}`, t.replay.kinds[kind], t.replay.referenceStatus[status] ?? status],
      }))}
    />
  )
}

function MeansList({ picture }: { readonly picture: ReplayPicture }) {
  const { shared, scenario } = picture
  const teams = scenario.teams.map(({ id }) => {
    const { funds = 0, staff = 0, pledgedFunds = 0, pledgedStaff = 0 } = entry(shared.teams, id) ?? {}
    return { id, cells: [teamName(scenario, id), money(funds), money(pledgedFunds), number(staff), number(pledgedStaff)] }
  })
  return (
    <FigureTable
      caption={t.replay.means}
      columns={[t.replay.account, t.replay.freeFunds, t.replay.pledgedFunds, t.replay.freeStaff, t.replay.pledgedStaff]}
      rows={[...teams, { id: 'pot', cells: [t.replay.pot, money(shared.pot.funds), '', '', ''] }]}
    />
  )
}
