import { Fragment } from 'preact'
import { useRef } from 'preact/hooks'
import { entry } from '../../../rules/ids.ts'
import type { ListEntryView } from '../../../rules/sessionView.ts'
import { money, number } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { measuresOf, type Picture, teamOf } from '../../view/selectors.ts'
import { MeasureBadge } from '../measures/MeasureBadge.tsx'
import { TeamBadge } from '../TeamBadge.tsx'
import { useFittingPage } from './useFittingPage.ts'
import { useWallShape } from './useWallShape.ts'
import { WallBadge } from './WallBadge.tsx'

const PER_PAGE = 8

/** The joint list as it goes into the file: rank, measure, departments, priority, own contribution, and where the money ends. */
export function ListWall({ picture }: { readonly picture: Picture }) {
  const { scenario, shared } = picture
  const { list } = t.wall
  const { narrow } = useWallShape()
  const box = useRef<HTMLDivElement>(null)
  const { shown, page, pages } = useFittingPage(shared.list, PER_PAGE, box)
  const missing = shared.phase.step === 'justify' ? shared.list.filter(({ reason }) => reason === '').length : 0
  const rated = !narrow && Object.keys(shared.results.resistance).length > 0
  return (
    <div class="wall-page-inner wall-list-page">
      <header class="wall-list-head">
        <h1 class="wall-title">{list.title}</h1>
        <p class="muted">{list.aside(scenario.municipality.name, scenario.teams.length)}</p>
      </header>
      {shared.list.length === 0 ? (
        <p class="wall-lead">{list.empty}</p>
      ) : (
        <div ref={box} class="wall-paged__box">
          <table class="wall-table">
            <thead>
              <tr>
                <th scope="col">{list.rank}</th>
                <th scope="col">{list.measure}</th>
                <th scope="col">{list.teams}</th>
                <th scope="col">{list.priority}</th>
                {!narrow && <th scope="col">{list.horizon}</th>}
                <th scope="col" class="wall-table__figure">
                  {list.own}
                </th>
                {rated && (
                  <th scope="col" class="wall-table__figure">
                    {list.resistance}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <Row key={row.measureId} picture={picture} row={row} narrow={narrow} rated={rated} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p class="muted">{[pages > 1 && list.page(page, pages), list.key, missing > 0 && list.missing(missing)].filter(Boolean).join(' · ')}</p>
    </div>
  )
}

interface RowProps {
  readonly picture: Picture
  readonly row: ListEntryView
  readonly narrow: boolean
  /** is there a column for resistance? */
  readonly rated: boolean
}

function Row({ picture, row, narrow, rated }: RowProps) {
  const { scenario, shared } = picture
  const { list } = t.wall
  const measure = entry(measuresOf(picture), row.measureId)
  const proposal = entry(shared.proposals, row.measureId)
  if (!measure) return null
  const { highLine, mediumLine } = shared.listInfo
  const resistance = entry(shared.results.resistance, row.measureId)
  const columns = 5 + (narrow ? 0 : 1) + (rated ? 1 : 0)
  // What is adopted is paid already and counts before all others [L6].
  const beyond = (line: number) => line > 0 && shared.list.find(({ adopted, cumulated }) => !adopted && cumulated > line)?.measureId === row.measureId
  return (
    <Fragment>
      {beyond(highLine) && <Line columns={columns}>{list.line(money(highLine))}</Line>}
      {beyond(mediumLine) && mediumLine !== highLine && <Line columns={columns}>{list.mediumLine(money(mediumLine))}</Line>}
      <tr>
        <td>
          <strong>{row.rank}</strong>
        </td>
        <th scope="row">
          <span class="wall-table__measure">
            <WallBadge>
              <MeasureBadge scenario={scenario} measure={measure} proposal={proposal} />
            </WallBadge>
            <span>{localText(measure.title)}</span>
          </span>
        </th>
        <td>
          <Carriers picture={picture} ids={[measure.leadTeamId, ...(proposal?.partners ?? [])]} />
        </td>
        <td class={`wall-priority wall-priority--${row.priority}`}>
          {localText(scenario.prioritisation.scale[row.priority])}
          {row.key && ' ★'}
        </td>
        {!narrow && <td>{t.measures.horizon[measure.timeHorizon]}</td>}
        <td class="wall-table__figure">{money(row.ownContribution)}</td>
        {rated && <td class="wall-table__figure">{resistance ? number(resistance.mean) : '–'}</td>}
      </tr>
    </Fragment>
  )
}

/** Departments that carry a measure, by their shapes; their names are read out. */
function Carriers({ picture: { scenario }, ids }: { readonly picture: Picture; readonly ids: readonly string[] }) {
  return (
    <span class="wall-carriers">
      {ids.map((id) => {
        const team = teamOf(scenario, id)
        return (
          team && (
            <WallBadge key={id}>
              <TeamBadge shape={team.shape} colour={team.colour} text={team.letter} label={localText(team.shortName)} />
            </WallBadge>
          )
        )
      })}
    </span>
  )
}

function Line({ columns, children }: { readonly columns: number; readonly children: string }) {
  return (
    <tr class="wall-table__line">
      <td colSpan={columns}>{children}</td>
    </tr>
  )
}
