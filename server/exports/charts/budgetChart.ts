import type { SessionReport } from '../../../rules/sessionReport.ts'
import type { Writing } from '../content/writing.ts'
import { spacedCode } from '../figures.ts'
import { bar, CHART_COLOURS, CHART_WIDTH, drawing, round, stroke, ticks, words } from './drawing.ts'

const PLOT = { left: 130, right: CHART_WIDTH - 40, top: 60, bottom: 620 } as const
const HEIGHT = 740
/** Codes are written below the steps only where there is room for them. */
const LABEL_WIDTH = 58

/** [L6] Own contributions added up down the list, against the budget lines: where which class ends, and why. */
export function budgetChart({ t, say, figures }: Writing, { list: ranked, procedure, scale }: SessionReport): string {
  const { charts } = t.documents
  const list = asCounted(ranked)
  if (list.length === 0) return drawing(120, [words(PLOT.left, 70, charts.empty)])
  const lines = [
    [procedure.highLine, say(scale.high)],
    [procedure.mediumLine, say(scale.medium)],
  ] as const
  const marks = ticks(Math.max(...list.map(({ cumulated }) => cumulated), ...lines.map(([at]) => at)) / 1000)
  const top = marks.at(-1) || 1
  const y = (euro: number) => PLOT.bottom - ((PLOT.bottom - PLOT.top) * euro) / 1000 / top
  const width = (PLOT.right - PLOT.left) / list.length
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / width))
  return drawing(HEIGHT, [
    ...marks.flatMap((mark) => [
      stroke(PLOT.left, y(mark * 1000), PLOT.right, y(mark * 1000)),
      words(PLOT.left - 14, y(mark * 1000) + 8, figures.number(mark), { anchor: 'end' }),
    ]),
    words(PLOT.left - 14, PLOT.top - 24, charts.thousands, { anchor: 'end' }),
    ...list.map(({ cumulated }, index) =>
      bar({ x: PLOT.left + index * width + width * 0.1, y: y(cumulated), width: width * 0.8, height: PLOT.bottom - y(cumulated) }, CHART_COLOURS.own),
    ),
    ...list.flatMap(({ code }, index) =>
      index % every === 0 ? [words(PLOT.left + (index + 0.5) * width, PLOT.bottom + 34, spacedCode(code), { size: 20, anchor: 'middle' })] : [],
    ),
    words((PLOT.left + PLOT.right) / 2, PLOT.bottom + 82, charts.counted, { anchor: 'middle' }),
    ...lines.flatMap(([at, label], index) =>
      at > 0
        ? [
            stroke(PLOT.left, y(at), PLOT.right, y(at), CHART_COLOURS.loss, ' stroke-dasharray="14 8"'),
            // Both names stand on the left, over short bars; white behind them keeps them readable over long ones.
            `<rect x="${PLOT.left + 10}" y="${round(y(at) - 36)}" width="${charts.line(label).length * 13.5 + 16}" height="32" fill="#ffffff" fill-opacity="0.85"/>`,
            words(PLOT.left + 18, y(at) - 12, charts.line(label), { bold: index === 0, colour: CHART_COLOURS.loss }),
          ]
        : [],
    ),
  ])
}

/** In the order in which the money is counted: adopted ones first. */
function asCounted(list: SessionReport['list']): SessionReport['list'] {
  return list.toSorted((one, other) => one.cumulated - other.cumulated)
}

export function budgetAlt({ t, figures }: Writing, { list, procedure }: SessionReport): string {
  const total = asCounted(list).at(-1)?.cumulated ?? 0
  return t.documents.charts.budgetAlt(list.length, figures.thousands(total), figures.thousands(procedure.highLine), figures.thousands(procedure.mediumLine))
}
