import type { Timeline, TimelineMark } from '../../../../rules/debriefing/timelineOf.ts'
import type { Tone } from '../../../charts/chart.ts'
import { dotRow } from '../../../charts/dotRow.ts'
import { timeline } from '../../../charts/timeline.ts'
import { t } from '../../../texts/index.ts'
import type { SlideContent, SlideSource } from './slideContent.ts'

/** [L7] The five moods with their counts, from five ballots on and once they are shown. */
export function moodSlide({ picture: { shared } }: SlideSource): SlideContent {
  const { moods } = shared.debriefing
  const { mood } = t.slides
  const shown = shared.ballots.revealed.includes('moods')
  const dots = moods.map((count, index) => ({ label: mood.names[index] ?? '', count }))
  const all = moods.reduce((sum, count) => sum + count, 0)
  const most = [...dots].sort((a, b) => b.count - a.count)[0]
  return {
    sentence: !shown ? mood.notShown : dots.length === 0 || !most ? mood.few : mood.sentence(all, most.label, most.count),
    charts: dots.length > 0 ? [{ title: '', draw: (frame) => dotRow(dots, frame) }] : [],
    twin: { caption: mood.caption, columns: [mood.mood, mood.count], rows: dots.map(({ label, count }) => ({ cells: [label, String(count)] })) },
  }
}

const LANES: readonly (readonly [TimelineMark['kind'], Tone])[] = [
  ['proposal', 'accent'],
  ['synergy', 'second'],
  ['conflict', 'bad'],
  ['agreement', 'third'],
  ['incident', 'ink'],
  ['resolution', 'good'],
]

/** Proposals, cross-references, agreements, incidents and decisions on one line of time. */
export function timelineSlide({ figures: { timeline: course } }: SlideSource): SlideContent | null {
  if (!course) return null
  const texts = t.slides.timeline
  const bands = bandsOf(course)
  const lanes = LANES.map(([kind, tone]) => ({
    label: texts.kinds[kind],
    tone,
    at: course.marks.filter((mark) => mark.kind === kind).map(({ at }) => at),
  }))
  const within = (at: number, { from, to }: (typeof bands)[number], index: number) => at >= from && (at < to || index === bands.length - 1)
  const proposals = course.marks.filter(({ kind }) => kind === 'proposal').length
  return {
    sentence: texts.sentence(proposals, course.adopted, course.carriedTogether),
    charts: course.marks.length > 0 ? [{ title: '', draw: (frame) => timeline(lanes, bands, frame) }] : [],
    twin: {
      caption: texts.caption,
      columns: [texts.stretch, ...lanes.map(({ label }) => label)],
      rows: bands.map((band, index) => ({ cells: [band.label, ...lanes.map(({ at }) => String(at.filter((time) => within(time, band, index)).length))] })),
    },
  }
}

/** Rounds, and what came after the last one. */
function bandsOf({ phases }: Timeline): readonly { readonly label: string; readonly from: number; readonly to: number }[] {
  const bands = new Map<string, { label: string; from: number; to: number }>()
  for (const { kind, round, from, to } of phases) {
    const label = kind === 'prioritisation' ? t.slides.timeline.list : t.slides.timeline.round(round)
    bands.set(label, { label, from: bands.get(label)?.from ?? from, to })
  }
  return [...bands.values()]
}
