import { entry } from '../../../rules/ids.ts'
import { localText, t } from '../../texts/index.ts'
import type { Picture } from '../../view/selectors.ts'
import { SlideWall } from './SlideWall.tsx'
import { usePage } from './usePage.ts'

/** Answers have up to 200 letters. */
const ANSWERS_PER_PAGE = 6

type Slide = Picture['scenario']['debriefing'][number]

/** First the question alone, then what the teams wrote; the figures when the facilitator shows them. */
export function DebriefingWall({ picture }: { readonly picture: Picture }) {
  const { scenario, shared } = picture
  const { debriefing } = t.wall
  const slide = scenario.debriefing.find(({ id }) => id === shared.debriefing.slideId)
  if (!slide) {
    return (
      <div class="wall-middle">
        <h1 class="wall-lead">{debriefing.soon}</h1>
      </div>
    )
  }
  if (shared.debriefing.figuresShown && slide.slide !== 'question') return <SlideWall picture={picture} question={slide} />
  const answers = entry(shared.debriefing.answers, slide.id)
  return answers ? <Answers question={localText(slide.question)} answers={answers} /> : <Question picture={picture} slide={slide} />
}

function Question({ picture: { shared }, slide }: { readonly picture: Picture; readonly slide: Slide }) {
  const { debriefing } = t.wall
  const { voters, moods } = shared.ballots
  const done = slide.slide === 'mood' ? moods.length : (entry(shared.debriefing.answered, slide.id)?.length ?? 0)
  const left = slide.slide === 'assessment' ? 0 : voters.length - done
  return (
    <div class="wall-middle">
      <h1 class="wall-cover__title">{localText(slide.question)}</h1>
      {left > 0 && <p class="wall-lead muted">{slide.slide === 'mood' ? debriefing.choosing(left) : debriefing.writing(left)}</p>}
      {slide.slide === 'assessment' && <p class="wall-lead muted">{debriefing.assessed(shared.debriefing.assessedAfter.length)}</p>}
    </div>
  )
}

function Answers({ question, answers }: { readonly question: string; readonly answers: readonly string[] }) {
  const { debriefing, list } = t.wall
  const { shown, page, pages } = usePage(answers, ANSWERS_PER_PAGE)
  return (
    <div class="wall-page-inner wall-stack">
      <h1 class="wall-title">{question}</h1>
      {answers.length === 0 && <p class="wall-lead">{debriefing.noAnswers}</p>}
      <ul class="wall-cards">
        {shown.map((answer, index) => (
          <li key={`${index + 1}-${answer}`} class="wall-card">
            {answer}
          </li>
        ))}
      </ul>
      {pages > 1 && <p class="muted">{list.page(page, pages)}</p>}
    </div>
  )
}
