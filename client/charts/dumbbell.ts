import { type Chart, type Frame, line, type Mark } from './chart.ts'
import { label, textWidth } from './words.ts'

export interface DumbbellRow {
  readonly label: string
  readonly before: number
  readonly after: number
  /** the two figures as they are said */
  readonly words: string
}

export interface DumbbellOptions {
  /** names of the two ends, for the key above the rows */
  readonly before: string
  readonly after: string
  /** ends of the scale; absent: from 0 or the least to the most */
  readonly scale?: readonly [number, number]
}

/** Before and after on one line per row: an open circle, a filled one, and an arrowless bar between them. */
export function dumbbell(rows: readonly DumbbellRow[], { before, after, scale }: DumbbellOptions, { width, height, text }: Frame): Chart {
  const values = rows.flatMap((row) => [row.before, row.after])
  const [from, to] = scale ?? [Math.min(0, ...values), Math.max(1, ...values)]
  const labels = Math.min(width * 0.42, Math.max(...rows.map((row) => textWidth(row.label, text)), text * 4) + text)
  const figures = Math.max(...rows.map(({ words }) => textWidth(words, text, true)), text * 3) + text
  const head = text * 1.8
  const r = text * 0.5
  const room = Math.max(text, width - labels - figures - 2 * r)
  const step = Math.min((height - head) / Math.max(1, rows.length), text * 3)
  const lines = Math.min(3, Math.max(1, Math.floor(step / (text * 1.15))))
  const at = (value: number) => labels + r + (room * (value - from)) / (to - from || 1)
  const body = rows.flatMap((row, index): readonly Mark[] => {
    const y = head + (index + 0.5) * step
    const tone = row.after < row.before ? 'bad' : 'accent'
    return [
      { kind: 'path', d: line(labels + r, y, labels + r + room, y), stroke: 'line', width: 1 },
      { kind: 'path', d: line(at(row.before), y, at(row.after), y), stroke: tone, width: text * 0.22 },
      { kind: 'circle', x: at(row.before), y, r, fill: 'paper', stroke: 'muted', width: text * 0.14 },
      { kind: 'circle', x: at(row.after), y, r: r * 1.05, fill: tone },
      ...label(row.label, { x: 0, y, width: labels - text * 0.6, size: text, most: lines }),
      ...label(row.words, { x: width, y, width: figures, size: text, anchor: 'end', strong: true, most: 1 }),
    ]
  })
  return { width, height: Math.min(height, head + step * rows.length), marks: [...key(labels, before, after, text), ...body] }
}

function key(x: number, before: string, after: string, text: number): readonly Mark[] {
  const y = text * 0.8
  const second = x + text * 2.2 + textWidth(before, text)
  return [
    { kind: 'circle', x: x + text * 0.5, y, r: text * 0.45, fill: 'paper', stroke: 'muted', width: text * 0.14 },
    ...label(before, { x: x + text * 1.3, y, width: Number.POSITIVE_INFINITY, size: text, most: 1 }),
    { kind: 'circle', x: second + text * 0.5, y, r: text * 0.45, fill: 'accent' },
    ...label(after, { x: second + text * 1.3, y, width: Number.POSITIVE_INFINITY, size: text, most: 1 }),
  ]
}
