import type { SessionReport } from '../../../rules/sessionReport.ts'
import type { ValueColumn } from '../../../rules/sessionView.ts'
import type { Writing } from '../content/writing.ts'
import { bar, CHART_COLOURS, CHART_WIDTH, drawing, legend, stroke, ticks, words } from './drawing.ts'

const PLOT = { left: 360, right: CHART_WIDTH - 130, top: 160 } as const
const ROW = 110

/** [W1] The common value alone, together and at best, with what it is made of; what unsettled conflicts cost is the red end. */
export function valueChart(writing: Writing, report: SessionReport): string {
  const { t, figures } = writing
  const plans = plansOf(writing, report)
  if (plans.length === 0) return drawing(120, [words(40, 70, t.documents.charts.empty)])
  const gross = ({ goals, early, synergies, focusAreas }: ValueColumn) => goals + early + synergies + focusAreas
  const marks = ticks(Math.max(...plans.map(([, plan]) => gross(plan)), 1))
  const x = (points: number) => PLOT.left + ((PLOT.right - PLOT.left) * points) / (marks.at(-1) || 1)
  const bottom = PLOT.top + plans.length * ROW
  const names = [t.value.rows.goals, t.value.rows.early, t.value.rows.synergies, t.value.rows.focusAreas, t.value.rows.conflicts]
  const colours = [CHART_COLOURS.own, CHART_COLOURS.extra, CHART_COLOURS.grant, CHART_COLOURS.savings, CHART_COLOURS.loss]
  const entries = names.map((name, index) => [name, colours[index] ?? CHART_COLOURS.ink] as const)
  return drawing(bottom + 80, [
    ...legend(entries.slice(0, 3), 40, 50),
    ...legend(entries.slice(3), 40, 102),
    ...marks.flatMap((mark) => [stroke(x(mark), PLOT.top, x(mark), bottom), words(x(mark), bottom + 34, figures.number(mark), { anchor: 'middle' })]),
    words(PLOT.right, bottom + 68, t.documents.charts.points, { anchor: 'end' }),
    ...plans.flatMap(([name, plan], index) => {
      const y = PLOT.top + index * ROW + 20
      const height = ROW - 44
      let at = 0
      const segments = [plan.goals, plan.early, plan.synergies, plan.focusAreas].map((points, part) => {
        const from = at
        at += points
        return bar({ x: x(from), y, width: x(at) - x(from), height }, colours[part] ?? CHART_COLOURS.ink)
      })
      const lost = bar({ x: x(at - plan.conflicts), y: y + height * 0.62, width: x(at) - x(at - plan.conflicts), height: height * 0.38 }, CHART_COLOURS.loss)
      return [
        words(PLOT.left - 18, y + height / 2 + 9, name, { anchor: 'end', bold: true }),
        ...segments,
        ...(plan.conflicts > 0 ? [lost] : []),
        words(x(at) + 14, y + height / 2 + 9, figures.number(plan.total), { bold: true }),
      ]
    }),
  ])
}

export function valueAlt(writing: Writing, report: SessionReport): string {
  const { t, figures } = writing
  return t.documents.charts.valueAlt(
    plansOf(writing, report)
      .map(([name, { total }]) => t.documents.charts.valuePlan(name, figures.number(total)))
      .join(', '),
  )
}

function plansOf({ t }: Writing, { value }: SessionReport): readonly (readonly [name: string, plan: ValueColumn])[] {
  if (!value) return []
  const { alone, together, best } = t.value.columns
  return [[alone, value.alone], [together, value.together], ...(value.best ? [[best, value.best] as const] : [])]
}
