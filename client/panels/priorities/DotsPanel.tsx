import { entry } from '../../../rules/ids.ts'
import { code } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { useDesk } from '../desk.ts'
import { Stepper } from '../kern.tsx'
import { MeasureBadge } from '../measures/MeasureBadge.tsx'
import { nameOfMeasure } from '../news/newsOf.ts'
import { BallotFrame } from './BallotFrame.tsx'
import { useBallotDraft } from './useBallotDraft.ts'

const MOST_ON_ONE = 2

/** Dots on cards: a tap adds one, a third takes them away; minus and plus do the same. */
export function DotsPanel() {
  const desk = useDesk()
  const { own, shared, measures, scenario } = desk
  const whole = shared.ballots.dotsEach
  const dots = useBallotDraft<Readonly<Record<string, number>>>('dots', own.ballots.dots, {})
  const revealed = shared.ballots.revealed.includes('dots')
  const left = whole - Object.values(dots.value).reduce((sum, count) => sum + count, 0)
  const set = (id: string, count: number) => {
    dots.value = { ...dots.value, [id]: count }
  }
  const tap = (id: string) => {
    const count = entry(dots.value, id) ?? 0
    set(id, count >= MOST_ON_ONE || left === 0 ? 0 : count + 1)
  }
  return (
    <BallotFrame
      title={t.priorities.dotsTitle}
      why={revealed ? t.priorities.nextStep : t.team.why.dots}
      ballot="dots"
      left={revealed ? undefined : t.priorities.pointsLeft(left, whole)}
      label={t.team.primary.dots}
      command={() => (left > 0 ? t.priorities.pointsMissing(left) : { type: 'castDots', dots: given(dots.value) })}
    >
      <p class="muted">{t.priorities.maxTwo}</p>
      {shared.ballots.measureIds.length === 0 && <p class="empty">{t.priorities.listEmpty}</p>}
      <ul class="dot-cards">
        {shared.ballots.measureIds.map((id) => {
          const measure = entry(measures, id)
          if (!measure) return null
          const count = revealed ? (entry(shared.results.dots, id) ?? 0) : (entry(dots.value, id) ?? 0)
          return (
            <li key={id} class="card dot-card">
              <button type="button" class="plain-button dot-card__face" disabled={revealed} onClick={() => tap(id)}>
                <MeasureBadge scenario={scenario} measure={measure} proposal={entry(shared.proposals, id)} size={40} />
                <span class="grow">
                  <span class="sr-only">{code(measure.code)} </span>
                  {localText(measure.title)}
                </span>
                <span class="big-dots" aria-hidden="true">
                  {Array.from({ length: count }, (_, index) => (
                    <i key={`dot-${index + 1}`} />
                  ))}
                </span>
              </button>
              {revealed ? (
                <strong>{t.priorities.dotCount(count)}</strong>
              ) : (
                <Stepper
                  label={t.priorities.dotsOn(nameOfMeasure(desk, id))}
                  value={count}
                  max={Math.min(MOST_ON_ONE, count + Math.max(0, left))}
                  show={t.priorities.dotCount}
                  onChange={(next) => set(id, next)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </BallotFrame>
  )
}

function given(dots: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(dots).filter(([, count]) => count > 0))
}
