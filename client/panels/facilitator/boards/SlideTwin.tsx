import { t } from '../../../texts/index.ts'
import { readFigures, type Slide, slideContent } from '../../charts/slides/slideContent.ts'
import { TableTwin } from '../../charts/TableTwin.tsx'
import type { LeadPicture } from '../leadPicture.ts'

/** What the wall shows or will show of the question on it, as a sentence and a table; before the table has talked, only here. */
export function SlideTwin({ picture, slide }: { readonly picture: LeadPicture; readonly slide: Slide }) {
  const { slideFigures, value } = picture.own
  const content = slideContent(slide, { picture, value, figures: readFigures(slideFigures) })
  if (!content) return null
  return (
    <section class="stack stack--tight" aria-label={t.facilitator.figuresOfWall}>
      <h3>{picture.shared.debriefing.figuresShown ? t.facilitator.figuresOfWall : t.facilitator.figuresOnlyHere}</h3>
      <p>{content.sentence}</p>
      {content.twin.rows.length > 0 && (
        <details class="fold" open>
          <summary>{t.slides.table}</summary>
          <TableTwin twin={content.twin} />
        </details>
      )}
    </section>
  )
}
