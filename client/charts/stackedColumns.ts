import { type Chart, type Frame, type Mark, type Tone, top } from './chart.ts'
import { label } from './words.ts'

export interface Column {
  readonly label: string
  /** on top of the column */
  readonly words: string
  /** from the bottom up */
  readonly parts: readonly { readonly value: number; readonly tone: Tone }[]
  /** lost at the top, drawn striped in red */
  readonly lost: number
}

export interface ColumnOptions {
  /** height that fills the picture, for columns that are drawn one by one to the same scale; absent: the highest of these */
  readonly most?: number
  /** without names and figures, for where they stand beside it */
  readonly bare?: boolean
}

/** Columns of parts beside each other, with what was lost as a striped piece on top. */
export function stackedColumns(columns: readonly Column[], { width, height, text }: Frame, { most, bare = false }: ColumnOptions = {}): Chart {
  const step = width / Math.max(1, columns.length)
  const thick = Math.min(step * 0.4, text * 4)
  const [head, foot] = bare ? [2, 2] : [text * 1.6, text * 1.8]
  const ground = height - foot
  const sum = ({ parts }: Column) => parts.reduce((total, { value }) => total + Math.max(0, value), 0)
  const scale = Math.max(0, ground - head) / (most ?? top(columns.map(sum)))
  const marks = columns.flatMap((column, index): readonly Mark[] => {
    const x = (index + 0.5) * step - thick / 2
    let y = ground
    const pieces = column.parts.flatMap(({ value, tone }): readonly Mark[] => {
      if (value <= 0) return []
      y -= value * scale
      return [{ kind: 'rect', x, y, width: thick, height: Math.max(0, value * scale - 2), fill: tone }]
    })
    const lost = Math.min(column.lost, sum(column)) * scale
    return [
      ...pieces,
      ...(lost > 0 ? [{ kind: 'rect' as const, x, y, width: thick, height: lost, fill: 'bad' as const, hatched: true }] : []),
      ...(bare ? [] : label(column.words, { x: x + thick / 2, y: y - text * 0.8, width: step, size: text * 1.2, anchor: 'middle', strong: true, most: 1 })),
      ...(bare ? [] : label(column.label, { x: x + thick / 2, y: ground + text, width: step, size: text, anchor: 'middle', most: 1 })),
    ]
  })
  return { width, height, marks: [...marks, { kind: 'path', d: `M0 ${ground}H${width}`, stroke: 'line', width: 2 }] }
}
