import type { DebriefingFigures } from '../../../../rules/debriefing/debriefingFigures.ts'
import type { Scenario } from '../../../../rules/scenario/scenario.ts'
import type { ValueView } from '../../../../rules/sessionView.ts'
import type { Chart, Frame } from '../../../charts/chart.ts'
import type { Picture } from '../../../view/selectors.ts'
import { assessmentSlide, openSlide, stabilitySlide } from './closingSlides.ts'
import { conflictsSlide } from './conflictsSlide.ts'
import { connectionsSlide } from './connectionsSlide.ts'
import { moodSlide, timelineSlide } from './courseSlides.ts'
import { goalsSlide, listsSlide, mapSlide, valueSlide } from './planSlides.ts'
import { districtsSlide, resourcesSlide } from './townSlides.ts'

/** What a question of the debriefing shows: one sentence, charts, and a table that says the same. */
export interface SlideContent {
  readonly sentence: string
  readonly charts: readonly SlideChart[]
  /** so many beside each other where there is room; the others follow on further pages */
  readonly together?: number
  readonly twin: Twin
  /** there is no picture: the table is looked at */
  readonly tableShown?: boolean
}

export interface SlideChart {
  readonly title: string
  readonly draw: (frame: Frame) => Chart
}

export interface Twin {
  readonly caption: string
  readonly columns: readonly string[]
  /** `measureId`: the row is about this measure */
  readonly rows: readonly { readonly cells: readonly string[]; readonly measureId?: string }[]
}

export type Slide = Scenario['debriefing'][number]['slide']

/** Everything that slides are made of. `figures` holds the part that the present question needs. */
export interface SlideSource {
  readonly picture: Picture
  readonly figures: Partial<DebriefingFigures>
  readonly value: ValueView | null
}

const SLIDES: Readonly<Record<Exclude<Slide, 'question'>, (source: SlideSource) => SlideContent | null>> = {
  mood: moodSlide,
  timeline: timelineSlide,
  value: valueSlide,
  lists: listsSlide,
  map: mapSlide,
  goals: goalsSlide,
  matrix: connectionsSlide,
  conflicts: conflictsSlide,
  districts: districtsSlide,
  resources: resourcesSlide,
  stability: stabilitySlide,
  open: openSlide,
  assessment: assessmentSlide,
}

/** What the question shows; null where it has no figures (yet). */
export function slideContent(slide: Slide, source: SlideSource): SlideContent | null {
  return slide === 'question' ? null : SLIDES[slide](source)
}

let last: { readonly text: string; readonly figures: Partial<DebriefingFigures> } = { text: '', figures: {} }

/** The same text gives the same object. */
export function readFigures(text: string): Partial<DebriefingFigures> {
  if (text !== last.text) last = { text, figures: text === '' ? {} : (JSON.parse(text) as Partial<DebriefingFigures>) }
  return last.figures
}
