import { entry } from '../../../../rules/ids.ts'
import { dumbbell } from '../../../charts/dumbbell.ts'
import { rankRanges } from '../../../charts/rankRanges.ts'
import { number, rate } from '../../../format.ts'
import { localText, t } from '../../../texts/index.ts'
import { measuresOf, teamName } from '../../../view/selectors.ts'
import type { SlideContent, SlideSource } from './slideContent.ts'

/** [L5] Ranks as they would be with other weights. */
export function stabilitySlide({ picture, figures: { stability } }: SlideSource): SlideContent | null {
  if (!stability) return null
  const texts = t.slides.stability
  const measures = measuresOf(picture)
  const title = (id: string) => localText(entry(measures, id)?.title)
  const goal = (id: string) => localText(picture.scenario.goals.find((each) => each.id === id)?.name)
  const rows = stability.ranges.map(({ measureId, ...range }) => ({ label: title(measureId), ...range }))
  const [turn] = stability.turning
  const turning = turn ? texts.turning(goal(turn.goalId), turn.change > 0, turn.enters.map(title)) : ''
  return {
    sentence: stability.topSize === 0 ? texts.empty : [t.wall.list.stable(stability.stableTop, stability.topSize), turning].filter(Boolean).join(' '),
    charts: rows.length > 0 ? [{ title: '', draw: (frame) => rankRanges(rows, stability.topSize, frame) }] : [],
    twin: {
      caption: texts.caption,
      columns: [texts.measure, texts.rank, texts.highest, texts.lowest],
      rows: [
        ...rows.map(({ label, rank, highest, lowest }) => ({ cells: [label, String(rank), String(highest), String(lowest)] })),
        ...stability.turning.map(({ goalId, change, enters, leaves }) => ({
          cells: [texts.change(goal(goalId), rate(Math.abs(change)), change > 0), '', texts.enters(enters.map(title)), texts.leaves(leaves.map(title))],
        })),
      ],
    },
  }
}

/** What the table leaves open. */
export function openSlide({ picture, figures: { open } }: SlideSource): SlideContent | null {
  if (!open) return null
  const texts = t.slides.open
  const measures = measuresOf(picture)
  const subject = (id: string) => localText(entry(measures, id)?.title) || teamName(picture.scenario, id, t.common.pot)
  return {
    sentence: texts.sentence(open.length),
    charts: [],
    tableShown: true,
    twin: {
      caption: texts.caption,
      columns: [texts.what, texts.why],
      rows: open.map(({ kind, subjects }) => ({ cells: [subjects.map(subject).join(' – '), texts.kinds[kind]] })),
    },
  }
}

/** [T7] Six items before and after, from five assessments on. */
export function assessmentSlide({ figures: { assessment } }: SlideSource): SlideContent | null {
  if (!assessment) return null
  const texts = t.slides.assessment
  const { before, after } = assessment
  const both = before.means.length > 0 && after.means.length > 0
  const items = texts.items.map((label, index) => ({ label, before: before.means[index] ?? 0, after: after.means[index] ?? 0 }))
  const rows = items.map((item) => ({ ...item, words: `${number(item.before)} → ${number(item.after)}` }))
  const [most] = [...items].sort((a, b) => b.after - b.before - (a.after - a.before))
  const figure = (means: readonly number[], index: number) => (means.length === 0 ? '–' : number(means[index] ?? 0))
  const steps = (counts: readonly (readonly number[])[], index: number) => counts[index]?.join(' · ') ?? '–'
  return {
    sentence: !both ? texts.few(before.given, after.given) : most && most.after > most.before ? texts.sentence(most.label) : texts.same,
    charts: both ? [{ title: '', draw: (frame) => dumbbell(rows, { before: texts.before, after: texts.after, scale: [1, 5] }, frame) }] : [],
    twin: {
      caption: texts.caption,
      columns: [texts.item, texts.before, texts.after, texts.countsBefore, texts.countsAfter],
      rows:
        before.means.length + after.means.length === 0
          ? []
          : items.map(({ label }, index) => ({
              cells: [label, figure(before.means, index), figure(after.means, index), steps(before.counts, index), steps(after.counts, index)],
            })),
    },
  }
}
