import { entry } from '../../../../rules/ids.ts'
import { localText, t } from '../../../texts/index.ts'
import { measuresOf } from '../../../view/selectors.ts'
import type { SlideContent, SlideSource } from './slideContent.ts'

/** Conflicts with how they ended, the unanswered ones first. */
export function conflictsSlide({ picture, figures: { conflicts } }: SlideSource): SlideContent | null {
  if (!conflicts) return null
  const texts = t.slides.conflicts
  const measures = measuresOf(picture)
  const title = (id: string) => localText(entry(measures, id)?.title)
  const count = (end: (typeof conflicts)[number]['end']) => conflicts.filter((conflict) => conflict.end === end).length
  return {
    sentence: conflicts.length === 0 ? texts.none : texts.sentence(count('settled'), count('postponed'), count('accepted'), count('open')),
    charts: [],
    tableShown: true,
    twin: {
      caption: texts.caption,
      columns: [texts.conflict, texts.end, texts.how],
      rows: conflicts.map(({ a, b, end, way, revealed }) => ({
        cells: [
          `${title(a)} – ${title(b)}`,
          texts.ends[end],
          [way === '' ? '' : t.resolution.ways[way], revealed ? texts.revealed : ''].filter(Boolean).join(' · ') || '–',
        ],
      })),
    },
  }
}
