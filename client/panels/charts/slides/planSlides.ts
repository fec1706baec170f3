import { byCode, entry } from '../../../../rules/ids.ts'
import type { ValueColumn, ValueView } from '../../../../rules/sessionView.ts'
import { dumbbell } from '../../../charts/dumbbell.ts'
import { stackedColumns } from '../../../charts/stackedColumns.ts'
import { money, number, signedNumber } from '../../../format.ts'
import { localText, t } from '../../../texts/index.ts'
import { areaName, measuresOf, type Picture } from '../../../view/selectors.ts'
import { addedWords } from './addedWords.ts'
import type { SlideContent, SlideSource } from './slideContent.ts'

export const VALUE_PARTS = ['goals', 'early', 'synergies', 'focusAreas'] as const
export const PART_TONES = { goals: 'accent', early: 'third', synergies: 'second', focusAreas: 'good' } as const

/** The plans with their names, from left to right; the best one where it has been computed. */
export function plansOf({ alone, together, best, proven }: ValueView): readonly (readonly [name: string, plan: ValueColumn])[] {
  const { plans } = t.slides
  return [[plans.alone, alone], [plans.together, together], ...(best ? [[proven ? plans.best : plans.bestFound, best] as const] : [])]
}

/** [W1] [W2] Alone, together, and the best there is: points and what they are made of. */
export function valueSlide({ value }: SlideSource): SlideContent | null {
  if (!value) return null
  const plans = plansOf(value)
  const { parts } = t.slides
  const row = (label: string, figure: (plan: ValueColumn) => string) => ({ cells: [label, ...plans.map(([, plan]) => figure(plan))] })
  const columns = plans.map(([label, plan]) => ({
    label,
    words: number(plan.total),
    parts: VALUE_PARTS.map((part) => ({ value: plan[part], tone: PART_TONES[part] })),
    lost: plan.conflicts,
  }))
  return {
    sentence: addedWords(value).sentence,
    charts: [{ title: '', draw: (frame) => stackedColumns(columns, frame) }],
    twin: {
      caption: parts.caption,
      columns: [parts.what, ...plans.map(([name]) => name)],
      rows: [
        row(parts.total, ({ total }) => number(total)),
        ...VALUE_PARTS.map((part) => row(parts[part], (plan) => number(plan[part]))),
        row(parts.conflicts, ({ conflicts }) => number(-conflicts)),
        row(parts.funds, ({ funds }) => money(funds)),
        row(parts.staff, ({ staff }) => number(staff)),
        row(parts.measures, ({ measureIds }) => number(measureIds.length)),
      ],
    },
  }
}

/** Which measure stands in which plan: the joint list in its order, then what only others hold. */
export function listsSlide({ picture, value }: SlideSource): SlideContent | null {
  if (!value) return null
  const { shared } = picture
  const measures = measuresOf(picture)
  const texts = t.slides.lists
  const plans = plansOf(value)
  const listed = shared.list.map(({ measureId }) => measureId)
  const others = [...new Set(plans.flatMap(([, { measureIds }]) => measureIds))].filter((id) => !listed.includes(id)).sort(byCode)
  const joint = (id: string) => {
    const row = shared.list.find(({ measureId }) => measureId === id)
    if (!row) return value.together.measureIds.includes(id) ? texts.yes : texts.no
    return row.adopted ? texts.rank(row.rank) : texts.rankOpen(row.rank)
  }
  const { alone, together } = value
  const only = (one: ValueColumn, other: ValueColumn) => one.measureIds.filter((id) => !other.measureIds.includes(id)).length
  return {
    sentence: texts.sentence(only(together, alone), only(alone, together)),
    charts: [],
    tableShown: true,
    twin: {
      caption: texts.caption,
      columns: [texts.measure, ...plans.map(([name]) => name)],
      rows: [...listed, ...others].map((id) => ({
        measureId: id,
        cells: [
          localText(entry(measures, id)?.title),
          ...plans.map(([, plan]) => (plan === together ? joint(id) : plan.measureIds.includes(id) ? texts.yes : texts.no)),
        ],
      })),
    },
  }
}

/** Where measures would lie, and where they do: counts per area. The wall shows both maps. */
export function mapSlide({ picture, value }: SlideSource): SlideContent | null {
  if (!value) return null
  const texts = t.slides.map
  const { scenario } = picture
  const count = (ids: readonly string[], areaId: string) => ids.filter((id) => areaOf(picture, id) === areaId).length
  const { alone, together } = value
  const rows = ['', ...scenario.areas.map(({ id }) => id)].flatMap((id) => {
    const [before, after] = [count(alone.measureIds, id), count(together.measureIds, id)]
    return before + after === 0 ? [] : [{ cells: [id === '' ? t.common.wholeTown : areaName(scenario, id), String(before), String(after)] }]
  })
  return {
    sentence: texts.sentence(alone.measureIds.length, together.measureIds.length),
    charts: [],
    twin: { caption: texts.caption, columns: [texts.place, t.slides.plans.alone, t.slides.plans.together], rows },
  }
}

/** Where it was proposed, else where the scenario puts it. */
function areaOf(picture: Picture, measureId: string): string {
  const place = entry(picture.shared.proposals, measureId)?.place
  if (place) return place.kind === 'municipality' ? '' : place.areaId
  const measure = entry(measuresOf(picture), measureId)
  return measure?.spatialReference === 'municipality' ? '' : (measure?.areaId ?? '')
}

/** Goal by goal, before and after. */
export function goalsSlide({ picture: { scenario }, figures: { goals } }: SlideSource): SlideContent | null {
  if (!goals) return null
  const texts = t.slides.goals
  const named = goals.map(({ goalId, alone, together }) => ({
    label: localText(scenario.goals.find(({ id }) => id === goalId)?.name),
    before: alone,
    after: together,
    words: `${number(alone)} → ${number(together)}`,
  }))
  const [most] = [...named].sort((a, b) => b.after - b.before - (a.after - a.before))
  const lower = named.filter(({ before, after }) => after < before)
  return {
    sentence: texts.sentence(
      most && most.after > most.before ? most.label : '',
      most ? signedNumber(most.after - most.before) : '',
      lower.map(({ label }) => label),
    ),
    charts: [{ title: '', draw: (frame) => dumbbell(named, { before: t.slides.plans.alone, after: t.slides.plans.together }, frame) }],
    twin: {
      caption: texts.caption,
      columns: [texts.goal, t.slides.plans.alone, t.slides.plans.together, texts.difference],
      rows: named.map(({ label, before, after }) => ({ cells: [label, number(before), number(after), after === before ? '0' : signedNumber(after - before)] })),
    },
  }
}
