import { useRef } from 'preact/hooks'
import { entry } from '../../../rules/ids.ts'
import type { ValueColumn, ValueView } from '../../../rules/sessionView.ts'
import { stackedColumns } from '../../charts/stackedColumns.ts'
import { money, number } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { measuresOf, type Picture } from '../../view/selectors.ts'
import { ChartBox } from '../charts/ChartBox.tsx'
import { addedWords } from '../charts/slides/addedWords.ts'
import { PART_TONES, plansOf, VALUE_PARTS } from '../charts/slides/planSlides.ts'
import type { Twin } from '../charts/slides/slideContent.ts'
import { TableTwin } from '../charts/TableTwin.tsx'
import { MeasureBadge } from '../measures/MeasureBadge.tsx'
import { useFittingCount } from './useFittingPage.ts'
import { WallBadge } from './WallBadge.tsx'

/** as many of the first measures as have room */
const TITLES = 5

/** Alone, together and, where it has been computed, the best there is: points, what they are made of, means, first measures. */
export function ValueSlide({ picture, value, twin }: { readonly picture: Picture; readonly value: ValueView; readonly twin: Twin }) {
  const { scenario } = picture
  const { added } = t.slides
  const hints = [added.aloneHint(scenario.teams.length), added.togetherHint, value.proven ? added.bestHint : added.bound(number(value.bound))]
  const plans = plansOf(value)
  const most = Math.max(...plans.map(([, plan]) => sumOf(plan)))
  return (
    <div class="wall-page-inner wall-slide wall-slide--value">
      <h1 class="wall-title">{addedWords(value).headline}</h1>
      <div class={`wall-value${value.best ? '' : ' wall-value--two'}`}>
        {plans.map(([title, plan], index) => (
          <Column
            key={title}
            picture={picture}
            title={title}
            hint={hints[index] ?? ''}
            column={plan}
            before={plans[index - 1]?.[1]}
            most={most}
            strong={index === 1}
          />
        ))}
      </div>
      <TableTwin twin={twin} hidden />
    </div>
  )
}

function sumOf(plan: ValueColumn): number {
  return VALUE_PARTS.reduce((sum, part) => sum + Math.max(0, plan[part]), 0)
}

interface ColumnProps {
  readonly picture: Picture
  readonly title: string
  readonly hint: string
  readonly column: ValueColumn
  /** what is not in it is marked as new */
  readonly before?: ValueColumn
  /** sum of the highest column: all are drawn to its scale */
  readonly most: number
  readonly strong: boolean
}

function Column({ picture, title, hint, column, before, most, strong }: ColumnProps) {
  const { added, parts } = t.slides
  const box = useRef<HTMLElement>(null)
  const titles = useFittingCount(TITLES, box)
  const measures = measuresOf(picture)
  const { funds, staff } = issuedIn(picture)
  const bar = { label: '', words: '', parts: VALUE_PARTS.map((part) => ({ value: column[part], tone: PART_TONES[part] })), lost: column.conflicts }
  return (
    <section ref={box} class={`wall-value__column${strong ? ' wall-value__column--strong' : ''}`}>
      <h2 class="wall-heading">{title}</h2>
      <p class="muted wall-value__hint">{hint}</p>
      <div class="wall-value__sum">
        <p class="wall-value__total">{number(column.total)}</p>
        <div class="wall-value__bar" aria-hidden="true">
          <ChartBox label="" draw={(frame) => stackedColumns([bar], frame, { most, bare: true })} />
        </div>
      </div>
      <dl class="wall-value__parts">
        {VALUE_PARTS.filter((part) => column[part] !== 0).map((part) => (
          <Part key={part} tone={PART_TONES[part]} name={parts[part]} figure={number(column[part])} />
        ))}
        {column.conflicts !== 0 && <Part tone="bad" name={parts.conflicts} figure={number(-column.conflicts)} />}
      </dl>
      <dl class="wall-value__means">
        <div>
          <dt>{parts.funds}</dt>
          <dd>
            {money(column.funds)} <span class="wall-value__of">{added.of(money(funds))}</span>
          </dd>
        </div>
        <div>
          <dt>{parts.staff}</dt>
          <dd>
            {number(column.staff)} <span class="wall-value__of">{added.of(number(staff))}</span>
          </dd>
        </div>
      </dl>
      <ul class="wall-value__measures">
        {column.measureIds.length === 0 && <li class="muted">{added.noMeasures}</li>}
        {column.measureIds.slice(0, titles).map((id) => {
          const measure = entry(measures, id)
          return (
            <li key={id}>
              {measure && (
                <WallBadge>
                  <MeasureBadge scenario={picture.scenario} measure={measure} proposal={{ status: 'covered' } as never} />
                </WallBadge>
              )}
              <span class="wall-value__title">{localText(measure?.title)}</span>
              {before && !before.measureIds.includes(id) && <em>{added.fresh}</em>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Part({ tone, name, figure }: { readonly tone: string; readonly name: string; readonly figure: string }) {
  return (
    <div>
      <dt>
        <i class={`wall-value__key wall-value__key--${tone}`} aria-hidden="true" />
        {name}
      </dt>
      <dd>{figure}</dd>
    </div>
  )
}

/** What the scenario issues over all rounds, pot included. */
function issuedIn({ scenario: { teams, sharedPot } }: Picture): { readonly funds: number; readonly staff: number } {
  const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0)
  return { funds: sum([...teams.flatMap(({ funds }) => funds), ...sharedPot]), staff: sum(teams.flatMap(({ staff }) => staff)) }
}
