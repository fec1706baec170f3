import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import { localText, t } from '../../texts/index.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk, useDraft } from '../desk.ts'
import { PhaseFoot } from '../frame/PhaseFoot.tsx'
import { Button, Segments, TextField } from '../kern.tsx'
import { AssessmentButton, SelfAssessment } from './SelfAssessment.tsx'

/** The wall's question with one field for the team; the mood as one of five dots. Answers of others show when all are in. */
export function DebriefingPanel() {
  const { scenario, shared } = useDesk()
  const slide = scenario.debriefing.find(({ id }) => id === shared.debriefing.slideId)
  if (!slide) return <NoQuestion />
  if (slide.slide === 'assessment') return <Assessment question={localText(slide.question)} />
  return slide.slide === 'mood' ? <Mood question={localText(slide.question)} /> : <Question key={slide.id} id={slide.id} question={localText(slide.question)} />
}

/** Before the first question the main action answers in one sentence why it is too early. */
function NoQuestion() {
  const early = useSignal('')
  return (
    <div class="wide-phase">
      <div class="wide-phase__body" id="list">
        <p class="empty">{t.debriefing.soon}</p>
        <p class="muted">{t.debriefing.lookAtWall}</p>
      </div>
      <PhaseFoot
        why={t.team.why.debriefing}
        primary={
          <div class="command command--block">
            <Button
              kind="primary"
              size="large"
              block
              attributes={{ 'data-primary': '' }}
              onClick={() => {
                early.value = t.debriefing.soon
              }}
            >
              {t.team.primary.answer}
            </Button>
            <p class="command__problem" role="alert">
              {early.value}
            </p>
          </div>
        }
      />
    </div>
  )
}

/** The question about oneself is answered in six steps instead of words. */
function Assessment({ question }: { readonly question: string }) {
  return (
    <div class="wide-phase">
      <div class="wide-phase__body stack" id="list">
        <h2>{question}</h2>
        <SelfAssessment moment="after" />
      </div>
      <PhaseFoot why={t.team.why.debriefing} primary={<AssessmentButton moment="after" primary />} />
    </div>
  )
}

function Mood({ question }: { readonly question: string }) {
  const { own, shared } = useDesk()
  const mood = useDraft<string>('mood', own.ballots.mood === null ? '' : String(own.ballots.mood))
  const left = shared.ballots.voters.length - shared.ballots.moods.length
  return (
    <div class="wide-phase">
      <div class="wide-phase__body stack" id="list">
        <h2>{question || t.debriefing.moodTitle}</h2>
        <Segments
          label={t.debriefing.moodTitle}
          labelHidden
          value={mood.value || null}
          choices={t.debriefing.moods.map((label, index) => ({ value: String(index + 1), label }))}
          onChange={(value) => {
            mood.value = value
          }}
        />
      </div>
      <PhaseFoot
        why={t.team.why.debriefing}
        waiting={own.ballots.mood === null ? '' : t.debriefing.thanks(left)}
        primary={
          <CommandButton primary block command={() => (mood.value ? { type: 'moodDot', value: Number(mood.value) } : t.debriefing.chooseMood)}>
            {t.team.primary.answer}
          </CommandButton>
        }
      />
    </div>
  )
}

function Question({ id, question }: { readonly id: string; readonly question: string }) {
  const { own, shared } = useDesk()
  const given = entry(own.ballots.answers, id) ?? ''
  const text = useDraft(`answer-${id}`, given)
  const answers = entry(shared.debriefing.answers, id)
  const done = entry(shared.debriefing.answered, id)?.length ?? 0
  return (
    <div class="wide-phase">
      <div class="wide-phase__body stack" id="list">
        <h2>{question}</h2>
        {answers ? (
          <section class="stack stack--tight">
            <h3>{t.debriefing.answers}</h3>
            {answers.length === 0 && <p class="muted">{t.debriefing.noAnswer}</p>}
            <ul class="stack stack--tight">
              {answers.map((answer, index) => (
                <li key={`${index + 1}-${answer}`} class="card">
                  {answer}
                </li>
              ))}
            </ul>
          </section>
        ) : (
          <TextField
            label={t.debriefing.answer}
            hint={given ? t.debriefing.changeAnswer : t.debriefing.noNames}
            value={text.value}
            rows={4}
            maxLength={200}
            counter
            onInput={(next) => {
              text.value = next
            }}
          />
        )}
      </div>
      <PhaseFoot
        why={t.team.why.debriefing}
        waiting={given ? t.debriefing.thanks(Math.max(0, shared.ballots.voters.length - done)) : ''}
        primary={
          <CommandButton
            primary
            block
            command={() => {
              if (answers) return t.debriefing.lookAtWall
              return text.value.trim() ? { type: 'answerQuestion', questionId: id, text: text.value.trim() } : t.debriefing.writeAnswer
            }}
          >
            {t.team.primary.answer}
          </CommandButton>
        }
      />
    </div>
  )
}
