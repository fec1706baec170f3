import { entry } from '../../../../rules/ids.ts'
import { localText, t } from '../../../texts/index.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { Badge, Button } from '../../kern.tsx'
import { WorthPanel } from '../worth/WorthPanel.tsx'
import type { BoardProps } from './PhaseBoard.tsx'
import { SlideTwin } from './SlideTwin.tsx'

type Question = BoardProps['picture']['scenario']['debriefing'][number]

/** The question on the wall with everything about it, then all of them in order: first talk, then figures. */
export function DebriefingBoard({ picture, open }: BoardProps) {
  const { scenario, shared, own } = picture
  const onWall = scenario.debriefing.find(({ id }) => id === shared.debriefing.slideId)
  return (
    <div class="stack">
      {onWall && <OnWall picture={picture} question={onWall} />}
      <ol class="rows">
        {scenario.debriefing.map((question) => (
          <QuestionRow key={question.id} picture={picture} question={question} />
        ))}
      </ol>
      <div class="cluster">
        <Button onClick={() => open({ kind: 'calculation' })}>{t.calculation.ask}</Button>
        {own.leads && <Button onClick={() => open({ kind: 'procedure' })}>{t.facilitator.compareProcedures}</Button>}
      </div>
      <WorthPanel picture={picture} />
    </div>
  )
}

interface QuestionProps {
  readonly picture: BoardProps['picture']
  readonly question: Question
}

/** What everyone looks at: who has answered, answers and figures to be shown, and what the figures say. */
function OnWall({ picture, question: { id, question, slide } }: QuestionProps) {
  const { shared, own } = picture
  const { figuresShown, answers } = shared.debriefing
  const answered = answeredBy(picture, id, slide)
  const isRevealed = slide === 'mood' ? shared.ballots.revealed.includes('moods') : entry(answers, id) !== undefined
  const ballot = slide === 'mood' ? ({ type: 'closeBallot', ballot: 'mood' } as const) : ({ type: 'closeBallot', ballot: 'question', questionId: id } as const)
  return (
    <section class="card stack stack--tight" aria-label={t.facilitator.shown}>
      <h2>{localText(question)}</h2>
      <p class="small muted">{t.facilitator.answered(answered, shared.ballots.voters.length)}</p>
      {own.leads && (
        <div class="cluster">
          {answered > 0 && !isRevealed && <CommandButton command={() => ballot}>{t.facilitator.revealAnswers}</CommandButton>}
          <CommandButton command={() => ({ type: 'spotlight', target: { kind: 'slide', id }, figures: !figuresShown })}>
            {figuresShown ? t.facilitator.hideFigures : t.facilitator.showFigures}
          </CommandButton>
        </div>
      )}
      {slide !== 'value' && <SlideTwin picture={picture} slide={slide} />}
    </section>
  )
}

/** A question with its answers, once they were shown. */
function QuestionRow({ picture, question: { id, question, slide } }: QuestionProps) {
  const { shared, own } = picture
  const isShown = shared.debriefing.slideId === id
  const answered = answeredBy(picture, id, slide)
  const answers = entry(shared.debriefing.answers, id)
  return (
    <li class={`row debriefing__row${isShown ? ' debriefing__row--shown' : ''}`}>
      <span class="grow">
        <span class="row__title">{localText(question)}</span> {isShown && <Badge tone="good">{t.facilitator.shown}</Badge>}
        {answered > 0 && <span class="small muted lead__line">{t.facilitator.answered(answered, shared.ballots.voters.length)}</span>}
        {answers && answers.length > 0 && (
          <details class="fold" open={isShown}>
            <summary>{t.debriefing.answers}</summary>
            <ul class="bullets small">
              {answers.map((answer, index) => (
                <li key={`${index}-${answer}`}>{answer}</li>
              ))}
            </ul>
          </details>
        )}
      </span>
      {own.leads && !isShown && (
        <CommandButton size="small" command={() => ({ type: 'spotlight', target: { kind: 'slide', id } })}>
          {t.facilitator.showOnWall}
        </CommandButton>
      )}
    </li>
  )
}

/** How many have answered; moods and self-assessments are answers too. */
function answeredBy({ shared }: BoardProps['picture'], id: string, slide: Question['slide']): number {
  if (slide === 'mood') return shared.ballots.moods.length
  if (slide === 'assessment') return shared.debriefing.assessedAfter.length
  return entry(shared.debriefing.answered, id)?.length ?? 0
}
