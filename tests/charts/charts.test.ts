import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bars } from '../../client/charts/bars.ts'
import type { Chart, Frame, Mark } from '../../client/charts/chart.ts'
import { chartSvg } from '../../client/charts/chartSvg.ts'
import { dotRow } from '../../client/charts/dotRow.ts'
import { dumbbell } from '../../client/charts/dumbbell.ts'
import { flows } from '../../client/charts/flows.ts'
import { matrix } from '../../client/charts/matrix.ts'
import { rankRanges } from '../../client/charts/rankRanges.ts'
import { stackedColumns } from '../../client/charts/stackedColumns.ts'
import { timeline } from '../../client/charts/timeline.ts'
import { textWidth, wrapped } from '../../client/charts/words.ts'

/** A wall of 1920 × 1080, one of 1024 × 768, and a page of paper. */
const FRAMES: readonly Frame[] = [
  { width: 1800, height: 780, text: 32 },
  { width: 960, height: 560, text: 22 },
  { width: 680, height: 420, text: 12 },
]
const WORDS = fc.constantFrom(
  'Wohnen',
  'Klimaanpassung und Freiraum',
  'Zusammenhalt und gleichwertige Ortsteile',
  'Digitale Daseinsvorsorge',
  'Ö',
  'Verkehrsentwicklungsplanungsgrundsatzbeschluss',
)
const amount = fc.integer({ min: 0, max: 5_000_000 })
const few = { minLength: 0, maxLength: 7 }

/** Every chart with any data. */
const charts: Readonly<Record<string, fc.Arbitrary<(frame: Frame) => Chart>>> = {
  bars: fc.array(fc.record({ label: WORDS, value: amount, words: fc.constant('120 T€') }), few).map((rows) => (frame) => bars(rows, frame)),
  dotRow: fc.array(fc.record({ label: WORDS, count: fc.nat(20) }), { minLength: 0, maxLength: 5 }).map((dots) => (frame) => dotRow(dots, frame)),
  stackedColumns: fc
    .array(
      fc.record({
        label: fc.constantFrom('Allein', 'Gemeinsam'),
        words: fc.constant('118'),
        lost: fc.nat(60),
        parts: fc.array(fc.record({ value: fc.integer({ min: -5, max: 90 }), tone: fc.constant('accent' as const) }), few),
      }),
      { minLength: 0, maxLength: 3 },
    )
    .map((columns) => (frame) => stackedColumns(columns, frame)),
  dumbbell: fc
    .array(fc.record({ label: WORDS, before: fc.integer({ min: -20, max: 90 }), after: fc.integer({ min: -20, max: 90 }), words: fc.constant('12 → 20') }), few)
    .map((rows) => (frame) => dumbbell(rows, { before: 'allein', after: 'gemeinsam' }, frame)),
  rankRanges: fc
    .array(
      fc.record({ label: WORDS, rank: fc.integer({ min: 3, max: 6 }), highest: fc.integer({ min: 1, max: 3 }), lowest: fc.integer({ min: 6, max: 30 }) }),
      few,
    )
    .map((rows) => (frame) => rankRanges(rows, 5, frame)),
  matrix: fc
    .record({ size: fc.integer({ min: 0, max: 6 }), counts: fc.array(fc.nat(9), { minLength: 64, maxLength: 64 }) })
    .map(({ size, counts }) => (frame) => {
      const heads = Array.from({ length: size }, (_, index) => ({ letter: 'ABCDEFGH'[index] ?? '', name: 'Stadtentwicklung', colour: '#a63d14' as const }))
      return matrix(heads, (one, other) => counts[one * 8 + other] ?? 0, frame)
    }),
  timeline: fc
    .array(
      fc.record({ label: fc.constantFrom('Vorschläge', 'Synergien'), tone: fc.constant('accent' as const), at: fc.array(fc.nat(100), { maxLength: 40 }) }),
      few,
    )
    .map(
      (lanes) => (frame) =>
        timeline(
          lanes,
          [
            { label: 'Runde 1', from: 0, to: 60 },
            { label: 'Runde 2', from: 60, to: 90 },
          ],
          frame,
        ),
    ),
  flows: fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(4), amount), { minLength: 0, maxLength: 14 }).map((paid) => (frame) => {
    const ids = ['p0', 'p1', 'p2', 'p3', 'l0', 'l1', 'l2', 'l3', 'f0', 'f1', 'f2', 'f3', 'f4']
    const nodes = ids.map((id) => ({ id, label: 'Klimaanpassung', words: '1.234 T€', tone: 'accent' as const }))
    return flows(
      nodes,
      paid.flatMap(([payer, lead, field, money]) => [
        { from: `p${payer}`, to: `l${lead}`, amount: money },
        { from: `l${lead}`, to: `f${field}`, amount: money },
      ]),
      frame,
    )
  }),
}

describe.each(Object.entries(charts))('%s', (_name, drawing) => {
  test('whatever it shows: every mark is a number within the picture, and no letter is smaller than asked', () => {
    fc.assert(
      fc.property(drawing, fc.constantFrom(...FRAMES), (draw, frame) => {
        const chart = draw(frame)
        expect(chart.width).toBeLessThanOrEqual(frame.width)
        expect(chart.height).toBeLessThanOrEqual(frame.height + 0.01)
        for (const mark of chart.marks) {
          expect(numbersOf(mark).every(Number.isFinite), JSON.stringify(mark)).toBe(true)
          if (mark.kind === 'text') {
            expect(mark.size).toBeGreaterThanOrEqual(frame.text)
            expect(mark.x).toBeGreaterThanOrEqual(-0.01)
            expect(mark.x).toBeLessThanOrEqual(frame.width + 0.01)
          }
          if (mark.kind === 'rect') {
            expect(Math.min(mark.width, mark.height), JSON.stringify(mark)).toBeGreaterThanOrEqual(0)
            expect(mark.x + mark.width).toBeLessThanOrEqual(frame.width + 0.01)
          }
        }
      }),
      { seed: 24, numRuns: 150 },
    )
  })

  test('the same data and room give the same picture', () => {
    fc.assert(
      fc.property(drawing, fc.constantFrom(...FRAMES), (draw, frame) => {
        expect(draw(frame)).toEqual(draw(frame))
      }),
      { seed: 7, numRuns: 20 },
    )
  })
})

function numbersOf(mark: Mark): readonly number[] {
  const own = Object.values(mark).filter((value) => typeof value === 'number')
  return mark.kind === 'path' ? [...own, ...(mark.d.match(/NaN|Infinity|-?\d+(\.\d+)?/g) ?? [Number.NaN]).map(Number)] : own
}

describe('what the pictures say', () => {
  const frame: Frame = { width: 1000, height: 400, text: 20 }

  test('a bar twice as high is twice as long, and the striped part is what is not decided', () => {
    const { marks } = bars(
      [
        { label: 'Mitte', value: 4, strong: 1, words: '4' },
        { label: 'Rand', value: 2, words: '2' },
      ],
      frame,
    )
    const rects = marks.filter((mark) => mark.kind === 'rect')
    const [striped, decided, second] = rects
    if (!striped || !decided || !second) throw new Error('two parts of the first bar, one of the second')
    expect(striped.hatched).toBe(true)
    expect(decided.width + striped.width).toBeCloseTo(2 * second.width)
    expect(decided.width * 3).toBeCloseTo(striped.width)
  })

  test('bands are as wide as their amounts, and a node as high as all that passes through it', () => {
    const nodes = ['a', 'b', 'c'].map((id) => ({ id, label: id, words: '', tone: 'accent' as const }))
    const { marks } = flows(
      nodes,
      [
        { from: 'a', to: 'c', amount: 30 },
        { from: 'b', to: 'c', amount: 10 },
      ],
      frame,
    )
    const [wide, narrow] = marks.filter((mark) => mark.kind === 'path').map(({ width = 0 }) => width)
    expect(wide).toBeCloseTo(3 * (narrow ?? 0))
    const heights = marks.filter((mark) => mark.kind === 'rect').map(({ height }) => height)
    expect(Math.max(...heights)).toBeCloseTo((wide ?? 0) + (narrow ?? 0))
  })

  test('less after than before is told in another colour', () => {
    const rows = [
      { label: 'Klima', before: 5, after: 9, words: '' },
      { label: 'Finanzen', before: 5, after: 2, words: '' },
    ]
    const { marks } = dumbbell(rows, { before: 'allein', after: 'gemeinsam' }, frame)
    const ends = marks
      .filter((mark) => mark.kind === 'circle')
      .slice(2)
      .filter(({ fill }) => fill !== 'paper')
    expect(ends.map(({ fill }) => fill)).toEqual(['accent', 'bad'])
  })

  test('texts are wrapped to their width and keep their words; the last line says that more would follow', () => {
    const lines = wrapped('Zusammenhalt und gleichwertige Ortsteile', 200, 20)
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(textWidth(line, 20)).toBeLessThanOrEqual(200)
    expect(wrapped('eins zwei drei vier fünf sechs sieben acht neun', 100, 20).at(-1)).toMatch(/…$/)
    expect(wrapped('Wohnen', 200, 20)).toEqual(['Wohnen'])
  })

  test('as a file it is well-formed, says its sentence, and takes nothing typed for markup', () => {
    const chart = bars([{ label: '<b>&"', value: 4, strong: 1, words: '4' }], frame)
    const svg = chartSvg(chart, 'Vier & mehr')
    expect(svg).toContain('<title>Vier &amp; mehr</title>')
    expect(svg).toContain('&lt;b&gt;&amp;&quot;')
    expect(svg).not.toContain('<b>')
    expect(svg).toContain('fill="url(#hatch-accent)"')
    expect(svg).toContain('<pattern id="hatch-accent"')
  })
})
