import { type Chart, type Frame, type Mark, type Tone, top } from './chart.ts'
import { label } from './words.ts'

export interface MatrixHead {
  readonly letter: string
  readonly name: string
  readonly colour: Tone
}

/**
 * Everyone with everyone: the count in each field, the darker the more, nothing in an empty one. Half of it says all,
 * so only the fields below the diagonal are drawn.
 *
 * @param count of two rows by their places
 */
export function matrix(heads: readonly MatrixHead[], count: (one: number, other: number) => number, { width, height, text }: Frame): Chart {
  const names = Math.min(width * 0.35, text * 11)
  const step = Math.max(text * 2, Math.min((width - names) / Math.max(1, heads.length), height / (heads.length + 0.2), text * 5))
  const pairs = heads.flatMap((_, row) => Array.from({ length: row }, (__, column) => count(row, column)))
  const most = top(pairs)
  const marks = heads.flatMap((head, row): readonly Mark[] => {
    const y = row * step
    const fields = Array.from({ length: row }, (_, column): readonly Mark[] => {
      const value = count(row, column)
      const x = names + column * step
      const share = value / most
      return [
        { kind: 'rect', x: x + 2, y: y + 2, width: step - 4, height: step - 4, fill: 'tint', radius: 4 },
        ...(value > 0
          ? [{ kind: 'rect' as const, x: x + 2, y: y + 2, width: step - 4, height: step - 4, fill: 'accent' as const, radius: 4, opacity: 0.25 + 0.75 * share }]
          : []),
        ...label(value === 0 ? '–' : String(value), {
          x: x + step / 2,
          y: y + step / 2,
          width: step,
          size: text * 1.2,
          anchor: 'middle',
          strong: value > 0,
          fill: value === 0 ? 'muted' : share > 0.45 ? 'paper' : 'ink',
          most: 1,
        }),
      ]
    }).flat()
    const x = names + row * step
    return [
      ...label(head.name, { x: 0, y: y + step / 2, width: names - text * 0.6, size: text }),
      ...fields,
      { kind: 'rect', x: x + 2, y: y + 2, width: step - 4, height: step - 4, fill: head.colour, radius: 4 },
      { kind: 'text', x: x + step / 2, y: y + step / 2 + text * 0.4, text: head.letter, size: text * 1.2, fill: '#ffffff', anchor: 'middle', strong: true },
    ]
  })
  return { width: Math.min(width, names + heads.length * step), height: heads.length * step, marks }
}
