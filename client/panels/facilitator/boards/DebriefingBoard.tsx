import { entry } from '../../../../rules/ids.ts'
import { localText, t } from '../../../texts/index.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { Badge, Button } from '../../kern.tsx'
import { WorthPanel } from '../worth/WorthPanel.tsx'
import type { BoardProps } from './PhaseBoard.tsx'
import { SlideTwin } from './SlideTwin.tsx'

/** One question after the other on the wall: first talk, then figures. */
export function DebriefingBoard({ picture, open }: BoardProps) {
  const { scenario, shared, own } = picture
  const { debriefing } = shared
  const onWall = scenario.debriefing.find(({ id }) => id === debriefing.slideId)
  return (
    <div class="stack">
      <ol class="rows">
        {scenario.debriefing.map(({ id, question, slide }) => {
          const isShown = debriefing.slideId === id
          const answered = slide === 'mood' ? shared.ballots.moods.length : (entry(debriefing.answered, id)?.length ?? 0)
          const answers = entry(debriefing.answers, id)
          const ballot =
            slide === 'mood' ? ({ type: 'closeBallot', ballot: 'mood' } as const) : ({ type: 'closeBallot', ballot: 'question', questionId: id } as const)
          return (
            <li key={id} class={`row debriefing__row${isShown ? ' debriefing__row--shown' : ''}`}>
              <span class="grow">
                <span class="row__title">{localText(question)}</span> {isShown && <Badge tone="good">{t.facilitator.shown}</Badge>}
                {answered > 0 && <span class="small muted lead__line">{t.facilitator.answered(answered, shared.ballots.voters.length)}</span>}
                {answers && (
                  <ul class="bullets small">
                    {answers.map((answer, index) => (
                      <li key={`${index}-${answer}`}>{answer}</li>
                    ))}
                  </ul>
                )}
              </span>
              {own.leads && (
                <span class="cluster">
                  {!isShown && (
                    <CommandButton size="small" command={() => ({ type: 'spotlight', target: { kind: 'slide', id } })}>
                      {t.facilitator.showOnWall}
                    </CommandButton>
                  )}
                  {isShown && answered > 0 && (
                    <CommandButton size="small" command={() => ballot}>
                      {t.facilitator.revealAnswers}
                    </CommandButton>
                  )}
                </span>
              )}
            </li>
          )
        })}
      </ol>
      {onWall && onWall.slide !== 'value' && <SlideTwin picture={picture} slide={onWall.slide} />}
      {own.leads && debriefing.slideId !== '' && (
        <div class="cluster">
          <CommandButton command={() => ({ type: 'spotlight', target: { kind: 'slide', id: debriefing.slideId }, figures: !debriefing.figuresShown })}>
            {debriefing.figuresShown ? t.facilitator.hideFigures : t.facilitator.showFigures}
          </CommandButton>
        </div>
      )}
      <div class="cluster">
        <Button onClick={() => open({ kind: 'calculation' })}>{t.calculation.ask}</Button>
        {own.leads && <Button onClick={() => open({ kind: 'procedure' })}>{t.facilitator.compareProcedures}</Button>}
      </div>
      <WorthPanel picture={picture} />
    </div>
  )
}
