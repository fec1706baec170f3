import { type ComponentChildren, Fragment } from 'preact'
import { entry } from '../../../rules/ids.ts'
import type { ListEntryView } from '../../../rules/sessionView.ts'
import { code, money } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { teamName } from '../../view/selectors.ts'
import { useDesk } from '../desk.ts'
import { Badge } from '../kern.tsx'
import { MeasureBadge } from '../measures/MeasureBadge.tsx'
import { ShowMeasureOnMap } from '../measures/ShowMeasureOnMap.tsx'
import { TopicSymbol } from '../measures/TopicSymbol.tsx'

interface PriorityTableProps {
  /** a column of one's own, e.g. the switch of the class */
  readonly last?: { readonly title: string; readonly cell: (row: ListEntryView) => ComponentChildren }
}

/** The joint list in order, with the budget lines; on narrow screens rows become cards. */
export function PriorityTable({ last }: PriorityTableProps) {
  const { shared } = useDesk()
  const { list, listInfo } = shared
  if (list.length === 0) return <p class="empty">{t.priorities.listEmpty}</p>
  // What is adopted is paid already and counts before all others [L6]: the line runs above the first open measure that it does not reach.
  const firstBeyond = (line: number) => (line > 0 ? list.find(({ adopted, cumulated }) => !adopted && cumulated > line)?.measureId : undefined)
  const beyondHigh = firstBeyond(listInfo.highLine)
  const beyondMedium = firstBeyond(listInfo.mediumLine)
  return (
    <table class="priority-table">
      <caption class="sr-only">{t.priorities.listTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{t.priorities.rank}</th>
          <th scope="col">{t.priorities.measure}</th>
          <th scope="col">{t.priorities.teams}</th>
          <th scope="col">{t.priorities.ownShare}</th>
          <th scope="col">{last?.title ?? t.priorities.priority}</th>
        </tr>
      </thead>
      <tbody>
        {list.map((row) => (
          <Fragment key={row.measureId}>
            {row.measureId === beyondHigh && <LineRow>{t.priorities.highLine(money(listInfo.highLine))}</LineRow>}
            {row.measureId === beyondMedium && <LineRow>{t.priorities.mediumLine(money(listInfo.mediumLine))}</LineRow>}
            <Row row={row} last={last} />
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function LineRow({ children }: { readonly children: string }) {
  return (
    <tr class="budget-line">
      <td colSpan={5}>{children}</td>
    </tr>
  )
}

function Row({ row, last }: { readonly row: ListEntryView } & PriorityTableProps) {
  const { measures, scenario, shared, own } = useDesk()
  const measure = entry(measures, row.measureId)
  if (!measure) return null
  const proposal = entry(shared.proposals, row.measureId)
  const ours = measure.leadTeamId === own.teamId
  const teams = [measure.leadTeamId, ...(proposal?.partners ?? [])].map((id) => teamName(scenario, id, t.common.pot))
  return (
    <tr class={ours ? 'priority-table__ours' : ''}>
      <td data-label={t.priorities.rank}>
        <strong>{row.rank}</strong> {row.tied && <span class="small muted">{t.priorities.tied}</span>}
      </td>
      <th scope="row">
        <span class="priority-table__measure">
          <MeasureBadge scenario={scenario} measure={measure} proposal={proposal} size={40} />
          <span>
            <span class="sr-only">{code(measure.code)} </span>
            <TopicSymbol measure={measure} /> {localText(measure.title)} {row.key && <span title={t.priorities.key}>★</span>}
            <span class="cluster row__signs">
              {ours && <Badge>{t.priorities.ours}</Badge>}
              {row.adopted && <Badge tone="good">{t.priorities.adopted}</Badge>}
            </span>
            {row.reason && <span class="row__facts small muted">{row.reason}</span>}
          </span>
          <ShowMeasureOnMap measure={measure} />
        </span>
      </th>
      <td data-label={t.priorities.teams} class="small">
        {teams.join(', ')}
      </td>
      <td data-label={t.priorities.ownShare} class="nowrap">
        {money(row.ownContribution)}
        {!row.adopted && (
          <>
            <br />
            <span class="small muted">{t.priorities.sum(money(row.cumulated))}</span>
          </>
        )}
      </td>
      <td data-label={last?.title ?? t.priorities.priority}>
        {last ? last.cell(row) : <strong>{localText(scenario.prioritisation.scale[row.priority])}</strong>}
      </td>
    </tr>
  )
}
