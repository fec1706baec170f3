import { type Chart, type Frame, type Mark, type Tone, top } from './chart.ts'
import { label, textWidth } from './words.ts'

export interface Bar {
  readonly label: string
  readonly value: number
  /** beside the bar: the figure with its unit */
  readonly words: string
  /** part of `value` that is told apart, drawn filled; the rest is striped. Absent: all of it */
  readonly strong?: number
  readonly tone?: Tone
}

/** One bar per row, as long as its value. A row without anything keeps its label and figure. */
export function bars(rows: readonly Bar[], { width, height, text }: Frame): Chart {
  const labels = Math.min(width * 0.42, Math.max(...rows.map((row) => textWidth(row.label, text)), text * 4) + text)
  const figures = Math.max(...rows.map(({ words }) => textWidth(words, text, true)), text * 2) + text * 0.5
  const room = Math.max(text, width - labels - figures)
  const step = Math.min(height / Math.max(1, rows.length), text * 3)
  const most = top(rows.map(({ value }) => value))
  const thick = Math.min(step * 0.6, text * 1.3)
  const marks = rows.flatMap(({ label: name, value, words, strong = value, tone = 'accent' }, index): readonly Mark[] => {
    const y = (index + 0.5) * step
    const bar = { kind: 'rect' as const, y: y - thick / 2, height: thick, fill: tone }
    const [all, part] = [(room * value) / most, (room * strong) / most]
    return [
      ...label(name, { x: 0, y, width: labels - text * 0.6, size: text }),
      ...(all > part ? [{ ...bar, x: labels + part, width: all - part, hatched: true }] : []),
      ...(part > 0 ? [{ ...bar, x: labels, width: part }] : []),
      ...(value === 0 ? [{ kind: 'rect' as const, x: labels, y: y - thick / 2, width: 2, height: thick, fill: 'line' as const }] : []),
      ...label(words, { x: labels + all + text * 0.4, y, width: figures, size: text, strong: true, most: 1 }),
    ]
  })
  return { width, height: Math.min(height, step * rows.length), marks }
}
