import { t } from '../../texts/index.ts'
import { useSession } from '../../view/session.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk, useDraft } from '../desk.ts'
import { Note, Segments } from '../kern.tsx'

export type AssessmentMoment = 'before' | 'after'

const NOTHING: readonly string[] = ['', '', '', '', '', '']
const STEPS = ['1', '2', '3', '4', '5']

/** [T7] Six statements about one's own working together, of this device alone and without names. */
export function SelfAssessment({ moment }: { readonly moment: AssessmentMoment }) {
  const { answers, isGiven } = useAssessment(moment)
  const { assessment } = t.slides
  return (
    <section class="stack" aria-label={assessment.title}>
      <p>{assessment.lead}</p>
      <p class="muted">{assessment.scale}</p>
      {assessment.items.map((item, index) => (
        <Segments
          key={item}
          label={item}
          figures
          value={answers.value[index] || null}
          choices={STEPS.map((step) => ({ value: step, label: step }))}
          onChange={(value) => {
            answers.value = answers.value.map((before, place) => (place === index ? value : before))
          }}
        />
      ))}
      {isGiven && <Note tone="good">{assessment.sent}</Note>}
    </section>
  )
}

/** Hands the six answers in; says how many are missing. */
export function AssessmentButton({ moment, primary = false }: { readonly moment: AssessmentMoment; readonly primary?: boolean }) {
  const { answers, isGiven } = useAssessment(moment)
  const { assessment } = t.slides
  return (
    <CommandButton
      primary={primary}
      block={primary}
      command={() => {
        const missing = answers.value.filter((answer) => answer === '').length
        return missing > 0 ? assessment.missing(missing) : { type: 'assessSelf', answers: answers.value.map(Number) }
      }}
    >
      {isGiven ? assessment.change : assessment.send}
    </CommandButton>
  )
}

/** The same, folded away beside what the phase is about; not for facilitators who act for a team. */
export function FoldedAssessment({ moment }: { readonly moment: AssessmentMoment }) {
  const { store } = useSession()
  if (store.seat.value?.role !== 'team') return null
  return (
    <details class="unfold">
      <summary>{t.slides.assessment.open}</summary>
      <div class="stack">
        <SelfAssessment moment={moment} />
        <AssessmentButton moment={moment} />
      </div>
    </details>
  )
}

function useAssessment(moment: AssessmentMoment) {
  const { shared } = useDesk()
  const { store } = useSession()
  const { assessedBefore, assessedAfter } = shared.debriefing
  const isGiven = (moment === 'before' ? assessedBefore : assessedAfter).includes(store.seat.value?.id ?? '')
  return { answers: useDraft<readonly string[]>(`assessment-${moment}`, NOTHING), isGiven }
}
