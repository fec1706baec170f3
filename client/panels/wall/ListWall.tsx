import { Fragment } from 'preact'
import { entry } from '../../../rules/ids.ts'
import type { ListEntryView } from '../../../rules/sessionView.ts'
import { money } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { measuresOf, type Picture, teamName } from '../../view/selectors.ts'
import { MeasureBadge } from '../measures/MeasureBadge.tsx'
import { usePage } from './usePage.ts'
import { WallBadge } from './WallBadge.tsx'

const PER_PAGE = 8

/** The joint list as it goes into the file: rank, measure, departments, priority, own contribution, and where the money ends. */
export function ListWall({ picture, first }: { readonly picture: Picture /** only so many, without turning pages */; readonly first?: number }) {
  const { scenario, shared } = picture
  const { list } = t.wall
  const rows = first === undefined ? shared.list : shared.list.slice(0, first)
  const { shown, page, pages } = usePage(rows, PER_PAGE)
  const missing = shared.phase.step === 'justify' ? rows.filter(({ reason }) => reason === '').length : 0
  return (
    <div class="wall-page-inner wall-stack">
      {first === undefined && (
        <header class="wall-list-head">
          <h1 class="wall-title">{list.title}</h1>
          <p class="muted">{list.aside(scenario.municipality.name, scenario.teams.length)}</p>
        </header>
      )}
      {rows.length === 0 ? (
        <p class="wall-lead">{list.empty}</p>
      ) : (
        <table class="wall-table">
          <thead>
            <tr>
              <th scope="col">{list.rank}</th>
              <th scope="col">{list.measure}</th>
              <th scope="col">{list.teams}</th>
              <th scope="col">{list.priority}</th>
              <th scope="col">{list.own}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.measureId} picture={picture} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {first === undefined && <p class="muted">{[pages > 1 && list.page(page, pages), missing > 0 && list.missing(missing)].filter(Boolean).join(' · ')}</p>}
    </div>
  )
}

function Row({ picture, row }: { readonly picture: Picture; readonly row: ListEntryView }) {
  const { scenario, shared } = picture
  const { list } = t.wall
  const measure = entry(measuresOf(picture), row.measureId)
  const proposal = entry(shared.proposals, row.measureId)
  if (!measure) return null
  const teams = [measure.leadTeamId, ...(proposal?.partners ?? [])].map((id) => teamName(scenario, id)).filter(Boolean)
  const { highLine, mediumLine } = shared.listInfo
  // What is adopted is paid already and counts before all others [L6].
  const beyond = (line: number) => line > 0 && shared.list.find(({ adopted, cumulated }) => !adopted && cumulated > line)?.measureId === row.measureId
  return (
    <Fragment>
      {beyond(highLine) && <Line>{list.line(money(highLine))}</Line>}
      {beyond(mediumLine) && mediumLine !== highLine && <Line>{list.mediumLine(money(mediumLine))}</Line>}
      <tr>
        <td>
          <strong>{row.rank}</strong>
        </td>
        <th scope="row">
          <span class="wall-table__measure">
            <WallBadge>
              <MeasureBadge scenario={scenario} measure={measure} proposal={proposal} />
            </WallBadge>
            <span>
              {row.key && '★ '}
              {localText(measure.title)}
            </span>
          </span>
        </th>
        <td>{teams.join(', ')}</td>
        <td>{localText(scenario.prioritisation.scale[row.priority])}</td>
        <td class="wall-table__figure">{money(row.ownContribution)}</td>
      </tr>
    </Fragment>
  )
}

function Line({ children }: { readonly children: string }) {
  return (
    <tr class="wall-table__line">
      <td colSpan={5}>{children}</td>
    </tr>
  )
}
