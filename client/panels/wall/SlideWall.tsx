import { localText, t } from '../../texts/index.ts'
import type { Picture } from '../../view/selectors.ts'
import { ChartBox } from '../charts/ChartBox.tsx'
import { readFigures, type Slide, type SlideContent, slideContent } from '../charts/slides/slideContent.ts'
import { TableTwin } from '../charts/TableTwin.tsx'
import { PlanMaps } from './PlanMaps.tsx'
import { SlideTable } from './SlideTable.tsx'
import { usePage } from './usePage.ts'
import { useWallShape } from './useWallShape.ts'
import { ValueSlide } from './ValueSlide.tsx'

type Question = Picture['scenario']['debriefing'][number]

/** The figures of a question: the question, one sentence, the picture; for those who cannot see it, the same as a table. */
export function SlideWall({ picture, question }: { readonly picture: Picture; readonly question: Question }) {
  const { value, figures } = picture.shared.debriefing
  const content = slideContent(question.slide, { picture, value, figures: readFigures(figures) })
  if (question.slide === 'value' && content && value) return <ValueSlide picture={picture} value={value} twin={content.twin} />
  return (
    <div class="wall-page-inner wall-slide">
      <h1 class="wall-title">{localText(question.question)}</h1>
      <p class="wall-slide__sentence">{content?.sentence ?? t.slides.noFigures}</p>
      {content && <Body picture={picture} slide={question.slide} content={content} />}
    </div>
  )
}

function Body({ picture, slide, content }: { readonly picture: Picture; readonly slide: Slide; readonly content: SlideContent }) {
  if (content.tableShown) return <SlideTable picture={picture} twin={content.twin} />
  return (
    <>
      {slide === 'map' ? <PlanMaps picture={picture} /> : <Charts content={content} />}
      <TableTwin twin={content.twin} hidden />
    </>
  )
}

/** Charts beside each other where there is room, else one after the other. */
function Charts({ content: { charts, together = 1, sentence } }: { readonly content: SlideContent }) {
  const { narrow } = useWallShape()
  const { shown, page, pages } = usePage(charts, narrow ? 1 : together)
  return (
    <>
      <div class="wall-charts">
        {shown.map(({ title, draw }) => (
          <figure key={title} class="wall-chart">
            {title && <figcaption class="wall-subheading">{title}</figcaption>}
            <ChartBox draw={draw} label={[title, sentence].filter(Boolean).join(': ')} />
          </figure>
        ))}
      </div>
      {pages > 1 && <p class="muted">{t.slides.page(page, pages)}</p>}
    </>
  )
}
