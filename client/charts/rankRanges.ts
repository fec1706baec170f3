import { type Chart, type Frame, line, type Mark } from './chart.ts'
import { label, textWidth } from './words.ts'

export interface RankRange {
  readonly label: string
  readonly rank: number
  readonly highest: number
  readonly lowest: number
}

/** For every measure its rank as a dot and the ranks it can get as a bar; the line marks the end of the top. */
export function rankRanges(rows: readonly RankRange[], topSize: number, { width, height, text }: Frame): Chart {
  const last = Math.max(2, topSize + 1, ...rows.map(({ lowest }) => lowest))
  const labels = Math.min(width * 0.5, Math.max(...rows.map((row) => textWidth(row.label, text)), text * 4) + text)
  const head = text * 1.8
  const room = Math.max(text, width - labels - text)
  const step = Math.min((height - head) / Math.max(1, rows.length), text * 3)
  const at = (rank: number) => labels + (room * (rank - 0.5)) / last
  const every = Math.max(1, Math.ceil((textWidth('00', text) * 1.5 * last) / room))
  const ranks = Array.from({ length: last }, (_, index) => index + 1).filter((rank) => (rank - 1) % every === 0)
  const end = at(topSize + 0.5)
  const body = rows.flatMap(({ label: name, rank, highest, lowest }, index): readonly Mark[] => {
    const y = head + (index + 0.5) * step
    const tone = lowest <= topSize || highest > topSize ? 'accent' : 'bad'
    return [
      ...label(name, { x: 0, y, width: labels - text * 0.6, size: text }),
      { kind: 'path', d: line(labels, y, labels + room, y), stroke: 'line', width: 1 },
      {
        kind: 'rect',
        x: at(highest) - text * 0.25,
        y: y - text * 0.25,
        width: at(lowest) - at(highest) + text * 0.5,
        height: text * 0.5,
        fill: tone,
        radius: text * 0.25,
        opacity: 0.45,
      },
      { kind: 'circle', x: at(rank), y, r: text * 0.5, fill: tone },
    ]
  })
  return {
    width,
    height: Math.min(height, head + step * rows.length),
    marks: [
      ...ranks.flatMap((rank) => label(String(rank), { x: at(rank), y: text * 0.7, width: text * 3, size: text, anchor: 'middle', fill: 'muted', most: 1 })),
      { kind: 'path', d: line(end, text * 1.4, end, head + step * rows.length), stroke: 'ink', width: 2, dashed: true },
      ...body,
    ],
  }
}
