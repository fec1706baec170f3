import { type Chart, type Frame, type Mark, top } from './chart.ts'
import { label } from './words.ts'

/** A row of dots as large as their counts, each with its count in it or above it and its name below. */
export function dotRow(dots: readonly { readonly label: string; readonly count: number }[], { width, height, text }: Frame): Chart {
  const step = width / Math.max(1, dots.length)
  const largest = Math.max(text, Math.min(step * 0.42, (height - text * 3.4) / 2))
  const most = top(dots.map(({ count }) => count))
  const y = largest + text * 0.2
  const marks = dots.flatMap(({ label: name, count }, index): readonly Mark[] => {
    const x = (index + 0.5) * step
    const r = count === 0 ? text * 0.9 : Math.max(text * 0.9, largest * Math.sqrt(count / most))
    return [
      count === 0 ? { kind: 'circle', x, y, r, fill: 'paper', stroke: 'line', width: 2 } : { kind: 'circle', x, y, r, fill: 'accent' },
      ...label(String(count), {
        x,
        y,
        width: step,
        size: Math.max(text, Math.min(r, text * 1.8)),
        anchor: 'middle',
        strong: true,
        fill: count === 0 ? 'muted' : 'paper',
      }),
      ...label(name, { x, y: 2 * largest + text * 1.9, width: step * 0.94, size: text, anchor: 'middle' }),
    ]
  })
  return { width, height: Math.min(height, 2 * largest + text * 3.4), marks }
}
