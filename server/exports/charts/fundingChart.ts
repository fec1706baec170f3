import type { ReportRound, SessionReport } from '../../../rules/sessionReport.ts'
import type { Writing } from '../content/writing.ts'
import { bar, CHART_COLOURS, CHART_WIDTH, drawing, legend, stroke, ticks, words } from './drawing.ts'

const PLOT = { left: 150, right: CHART_WIDTH - 60, top: 110 } as const
const ROW = 96

/** What each year's resolutions cost, and who pays: own contribution, grants, what synergies saved. */
export function fundingChart({ t, figures }: Writing, { rounds }: SessionReport): string {
  const { charts, plan } = t.documents
  const marks = ticks(Math.max(...rounds.map(({ totalCost }) => totalCost), 1000) / 1000)
  const x = (euro: number) => PLOT.left + ((PLOT.right - PLOT.left) * euro) / 1000 / (marks.at(-1) || 1)
  const bottom = PLOT.top + rounds.length * ROW
  return drawing(bottom + 80, [
    ...legend(
      [
        [charts.own, CHART_COLOURS.own],
        [charts.grant, CHART_COLOURS.grant],
        [charts.savings, CHART_COLOURS.savings],
      ],
      PLOT.left,
      56,
    ),
    ...marks.flatMap((mark) => [
      stroke(x(mark * 1000), PLOT.top, x(mark * 1000), bottom),
      words(x(mark * 1000), bottom + 34, figures.number(mark), { anchor: 'middle' }),
    ]),
    words(PLOT.right, bottom + 66, charts.thousands, { anchor: 'end' }),
    ...rounds.flatMap((each, index) => {
      const y = PLOT.top + index * ROW + 18
      let at = 0
      const segments = partsOf(each).map(([amount, colour]) => {
        const from = at
        at += amount
        return bar({ x: x(from), y, width: x(at) - x(from), height: ROW - 36 }, colour)
      })
      return [words(PLOT.left - 16, y + 40, plan.year(each.round), { anchor: 'end', bold: true }), ...segments]
    }),
  ])
}

/** Savings are what is missing between the cost and those who pay it. */
export function savingsOf({ totalCost, grants, ownContribution }: ReportRound): number {
  return Math.max(0, totalCost - grants - ownContribution)
}

function partsOf(round: ReportRound): readonly (readonly [amount: number, colour: string])[] {
  return [
    [round.ownContribution, CHART_COLOURS.own],
    [round.grants, CHART_COLOURS.grant],
    [savingsOf(round), CHART_COLOURS.savings],
  ]
}

export function fundingAlt({ t, figures }: Writing, { rounds }: SessionReport): string {
  const { fundingAlt: alt, fundingYear } = t.documents.charts
  const { thousands } = figures
  return alt(rounds.map((each) => fundingYear(each.round, thousands(each.ownContribution), thousands(each.grants), thousands(savingsOf(each)))).join(' '))
}
