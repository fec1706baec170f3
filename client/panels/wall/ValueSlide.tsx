import { entry } from '../../../rules/ids.ts'
import type { ValueColumn } from '../../../rules/sessionView.ts'
import { money, number } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { measuresOf, type Picture } from '../../view/selectors.ts'

const TITLES = 5
const PARTS = ['goals', 'early', 'synergies', 'focusAreas', 'conflicts'] as const

/** Alone, together and, where it has been computed, the best there is: points, what they are made of, means, first measures. */
export function ValueSlide({ picture, question }: { readonly picture: Picture; readonly question: string }) {
  const { scenario, shared } = picture
  const { debriefing } = t.wall
  const { value } = shared.debriefing
  if (!value) return <p class="wall-middle wall-lead">{question}</p>
  const { alone, together, best } = value
  const points = Math.round((together.total - alone.total) * 10) / 10
  return (
    <div class="wall-page-inner wall-stack">
      <h1 class="wall-title">{points > 0 ? debriefing.more(points) : points < 0 ? debriefing.less(-points) : debriefing.same}</h1>
      <div class={`wall-value${best ? '' : ' wall-value--two'}`}>
        <Column picture={picture} title={debriefing.alone} hint={debriefing.aloneHint(scenario.teams.length)} column={alone} />
        <Column picture={picture} title={debriefing.together} hint={debriefing.togetherHint} column={together} before={alone} strong />
        {best && <Column picture={picture} title={debriefing.best} hint={debriefing.bestHint} column={best} before={together} />}
      </div>
    </div>
  )
}

interface ColumnProps {
  readonly picture: Picture
  readonly title: string
  readonly hint: string
  readonly column: ValueColumn
  /** what is not in it is marked as new */
  readonly before?: ValueColumn
  readonly strong?: boolean
}

function Column({ picture, title, hint, column, before, strong }: ColumnProps) {
  const { debriefing } = t.wall
  const measures = measuresOf(picture)
  return (
    <section class={`wall-value__column${strong ? ' wall-value__column--strong' : ''}`}>
      <h2 class="wall-heading">{title}</h2>
      <p class="muted">{hint}</p>
      <p class="wall-value__total">{number(column.total)}</p>
      <p>
        {PARTS.filter((part) => column[part] !== 0)
          .map((part) => `${debriefing[part]} ${number(column[part])}`)
          .join(' · ')}
      </p>
      <p class="muted">
        {money(column.funds)} · {t.common.staffPoints(column.staff)}
      </p>
      <ul class="wall-value__measures">
        {column.measureIds.length === 0 && <li class="muted">{debriefing.noMeasures}</li>}
        {column.measureIds.slice(0, TITLES).map((id) => (
          <li key={id}>
            {localText(entry(measures, id)?.title)} {before && !before.measureIds.includes(id) && <em>{debriefing.fresh}</em>}
          </li>
        ))}
      </ul>
    </section>
  )
}
