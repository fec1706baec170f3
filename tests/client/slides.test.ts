import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { addedWords } from '../../client/panels/charts/slides/addedWords.ts'
import { type Slide, type SlideContent, slideContent } from '../../client/panels/charts/slides/slideContent.ts'
import { setLocale, t } from '../../client/texts/index.ts'
import { ADDED_VALUE_KINDS } from '../../rules/addedValue.ts'
import { debriefingFigures } from '../../rules/debriefing/debriefingFigures.ts'
import { priorityList } from '../../rules/priorityList.ts'
import { Scenario } from '../../rules/scenario/scenario.ts'
import type { SessionState } from '../../rules/session.ts'
import type { ValueView } from '../../rules/sessionView.ts'
import { valueView } from '../../rules/views/debriefingView.ts'
import { sharedView } from '../../rules/views.ts'
import { given } from '../helpers/given.ts'
import { playWithBots } from '../helpers/playWithBots.ts'
import { shippedScenarios } from '../helpers/shippedScenarios.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const SLIDES = Scenario.shape.debriefing.unwrap().element.shape.slide.options.filter((slide) => slide !== 'question')
const muldenau = shippedScenarios().find(({ name }) => name === 'muldenau compact')?.scenario ?? smallScenario
const played = playWithBots(muldenau, 2).state
const untouched = given().reaching('debriefing').state
const onlyOne = given({ type: 'seatRemoved', seatId: 'seat-mobility' }, { type: 'seatRemoved', seatId: 'seat-climate' }).reaching('debriefing').state

function contentOf(state: SessionState, slide: Slide): SlideContent | null {
  const shared = sharedView(state)
  const figures = debriefingFigures(state, priorityList(state).stability)
  return slideContent(slide, { picture: { scenario: state.scenario, shared, own: null }, figures, value: valueView(state) })
}

const FRAME = { width: 1200, height: 600, text: 28 }

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} })
  return () => vi.unstubAllGlobals()
})
afterEach(() => setLocale('de'))

describe.each(['de', 'en'] as const)('slides of the debriefing in %s', (language) => {
  test.each(SLIDES)('%s says one sentence, and its table has every column in every row', async (slide) => {
    await setLocale(language)
    for (const state of [played, untouched, onlyOne]) {
      const content = contentOf(state, slide)
      expect(content, slide).not.toBeNull()
      if (!content) continue
      expect(content.sentence).not.toBe('')
      const { columns, rows, caption } = content.twin
      expect(caption).not.toBe('')
      for (const { cells } of rows) expect(cells, JSON.stringify(cells)).toHaveLength(columns.length)
      const words = [content.sentence, ...columns, ...rows.flatMap(({ cells }) => cells)].join(' ')
      expect(words).not.toMatch(/undefined|NaN|null|\[object/)
    }
  })
})

test('every chart of a played workshop is drawn, and has a table beside it that is not empty', () => {
  for (const slide of SLIDES) {
    const content = contentOf(played, slide)
    for (const { draw } of content?.charts ?? []) {
      expect(draw(FRAME).marks.length, slide).toBeGreaterThan(0)
      expect(content?.twin.rows.length, slide).toBeGreaterThan(0)
    }
  }
})

test('where nothing happened the sentence says so, and no chart pretends otherwise', () => {
  const { conflicts, open, stability } = t.slides
  expect(contentOf(untouched, 'conflicts')?.sentence).toBe(conflicts.none)
  expect(contentOf(untouched, 'open')?.sentence).toBe(open.sentence(0))
  expect(contentOf(untouched, 'stability')?.sentence).toBe(stability.empty)
  for (const slide of ['timeline', 'stability', 'resources', 'mood', 'assessment'] as const) {
    const charts = contentOf(untouched, slide)?.charts ?? []
    // Funds that nobody used are still there and are shown as left.
    expect(charts.length, slide).toBe(slide === 'resources' ? 2 : 0)
  }
})

test('[L7] moods and self-assessments of fewer than five are told as their number only', () => {
  const few = playWithBots(smallScenario, 1).state
  expect(Object.keys(few.debriefing.moods).length).toBeLessThan(5)
  expect(contentOf(few, 'mood')).toMatchObject({ sentence: t.slides.mood.few, charts: [], twin: { rows: [] } })
  expect(contentOf(few, 'assessment')).toMatchObject({ sentence: t.slides.assessment.few(0, 0), charts: [], twin: { rows: [] } })
})

describe('[W2] the added value in words', () => {
  const base = valueView(played)
  const best = { ...base.together, total: base.together.total + 40 }
  const withKind = (kind: ValueView['added']['kind'], change: Partial<ValueView> = {}): ValueView => ({
    ...base,
    best,
    bound: best.total,
    proven: true,
    added: { kind, points: 29, potential: 38, atLeast: 0.76, atMost: 0.76 },
    ...change,
  })

  test.each(ADDED_VALUE_KINDS)('%s has a sentence of its own', (kind) => {
    const sentences = ADDED_VALUE_KINDS.map((each) => addedWords(withKind(each)).sentence)
    const { sentence } = addedWords(withKind(kind))
    expect(sentence).not.toBe('')
    expect(sentences.filter((each) => each === sentence)).toHaveLength(1)
  })

  test('a share is told with its points, and the sum can be recomputed', () => {
    const { sentence, sum, headline } = addedWords(
      withKind('share', { alone: { ...base.alone, total: 89 }, together: { ...base.together, total: 118 }, best: { ...best, total: 127 } }),
    )
    expect(headline).toBe('Gemeinsam 29 Punkte mehr als allein')
    expect(sentence).toBe('Mehrwert: 29 von 38 möglichen Punkten, das sind 76\u00a0%.')
    expect(sum).toBe('(118 − 89) ÷ (127 − 89)')
  })

  test('a best list that is not proven is called the best found, with what no list can exceed', () => {
    const value = withKind('range', {
      alone: { ...base.alone, total: 89 },
      together: { ...base.together, total: 118 },
      best: { ...best, total: 120 },
      bound: 127,
      proven: false,
      added: { kind: 'range', points: 29, potential: 0, atLeast: 0.76, atMost: 0.94 },
    })
    expect(addedWords(value).sentence).toMatch(/zwischen 76.% und 94.%.*nicht bewiesen/)
    expect(addedWords(value).sum).toBe('(118 − 89) ÷ (120…127 − 89)')
    const columns = slideContent('value', { picture: { scenario: played.scenario, shared: sharedView(played), own: null }, figures: {}, value })?.twin.columns
    expect(columns?.at(-1)).toBe('Beste gefundene')
  })

  test('less than alone is said as plainly, and asks what mattered more', () => {
    const { headline, question } = addedWords(withKind('below', { added: { kind: 'below', points: -4, potential: 0, atLeast: -0.1, atMost: -0.1 } }))
    expect(headline).toBe('Gemeinsam 4 Punkte weniger als allein')
    expect(question).toBe('Was war Ihnen wichtiger als Punkte?')
  })
})
