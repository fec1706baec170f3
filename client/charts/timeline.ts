import { type Chart, type Frame, line, type Mark, type Tone } from './chart.ts'
import { label, textWidth } from './words.ts'

export interface TimelineLane {
  readonly label: string
  readonly tone: Tone
  /** when something happened */
  readonly at: readonly number[]
}

export interface TimelineBand {
  readonly label: string
  readonly from: number
  readonly to: number
}

/** What happened when, one lane per kind, over bands of rounds. Marks at the same place are heaped up. */
export function timeline(lanes: readonly TimelineLane[], bands: readonly TimelineBand[], { width, height, text }: Frame): Chart {
  const from = Math.min(...bands.map((band) => band.from))
  const to = Math.max(...bands.map((band) => band.to))
  if (bands.length === 0 || to <= from) return { width, height: 0, marks: [] }
  const labels = Math.min(width * 0.3, Math.max(0, ...lanes.map((lane) => textWidth(`${lane.label} 00`, text))) + text)
  const room = width - labels - text
  const head = text * 1.8
  const step = Math.min((height - head) / Math.max(1, lanes.length), text * 3.2)
  const at = (time: number) => labels + (room * (Math.min(Math.max(time, from), to) - from)) / (to - from)
  const ground = head + lanes.length * step
  return {
    width,
    height: ground,
    marks: [
      ...bands.flatMap((band, index): readonly Mark[] => {
        const [x, end] = [at(band.from), at(band.to)]
        return [
          ...(index % 2 === 0 ? [{ kind: 'rect' as const, x, y: 0, width: end - x, height: ground, fill: 'tint' as const }] : []),
          ...(end - x > textWidth(band.label, text)
            ? label(band.label, { x: (x + end) / 2, y: text * 0.9, width: end - x, size: text, anchor: 'middle', strong: true, most: 1 })
            : []),
        ]
      }),
      ...lanes.flatMap((lane, index) => laneMarks(lane, head + (index + 0.5) * step, { at, labels, end: labels + room, text, step })),
    ],
  }
}

interface LanePlace {
  readonly at: (time: number) => number
  readonly labels: number
  readonly end: number
  readonly text: number
  readonly step: number
}

function laneMarks({ label: name, tone, at: times }: TimelineLane, y: number, { at, labels, end, text, step }: LanePlace): readonly Mark[] {
  const r = Math.min(text * 0.42, step * 0.2)
  const spots: number[] = []
  const dots = times.map((time): Mark => {
    const x = at(time)
    const heap = spots.filter((other) => Math.abs(other - x) < r * 1.6).length
    spots.push(x)
    return { kind: 'circle', x, y: y - Math.min(heap, 3) * r * 0.9, r, fill: tone, stroke: 'paper', width: 1.5 }
  })
  return [
    { kind: 'path', d: line(labels, y, end, y), stroke: 'line', width: 1 },
    ...label(`${name} ${times.length}`, { x: 0, y, width: labels - text * 0.4, size: text, most: 1 }),
    ...dots,
  ]
}
