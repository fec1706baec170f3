import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import { number } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { useDesk } from '../desk.ts'
import { Stepper } from '../kern.tsx'
import { BallotFrame } from './BallotFrame.tsx'
import { useBallotDraft } from './useBallotDraft.ts'

/** Ten points over the goals; afterwards the median per goal and how far teams were apart. */
export function WeighPanel() {
  const { scenario, own, shared } = useDesk()
  const whole = scenario.prioritisation.weightPoints
  const weights = useBallotDraft<Readonly<Record<string, number>>>('weights', own.ballots.weights, {})
  const limit = useSignal('')
  const left = whole - Object.values(weights.value).reduce((sum, points) => sum + points, 0)
  if (shared.ballots.revealed.includes('weights')) return <WeightResults />
  return (
    <BallotFrame
      title={t.priorities.weighTitle}
      why={t.team.why.weigh}
      label={t.team.primary.weigh}
      left={t.priorities.pointsLeft(left, whole)}
      ballot="weights"
      command={() => (left > 0 ? t.priorities.pointsMissing(left) : { type: 'weighGoals', weights: weights.value })}
    >
      <ul class="rows">
        {scenario.goals.map(({ id, name, sentence }) => {
          const points = entry(weights.value, id) ?? 0
          return (
            <li key={id} class="weigh-row">
              <span class="grow">
                <span class="row__title">{localText(name)}</span>
                <span class="row__facts small muted">{localText(sentence)}</span>
              </span>
              <span class="small-dots" aria-hidden="true">
                {Array.from({ length: whole }, (_, index) => (
                  <i key={`dot-${index + 1}`} class={index < points ? 'small-dots__filled' : ''} />
                ))}
              </span>
              <Stepper
                label={localText(name)}
                value={points}
                max={points + Math.max(0, left)}
                show={String}
                onChange={(next) => {
                  limit.value = ''
                  weights.value = { ...weights.value, [id]: next }
                }}
                onLimit={() => {
                  limit.value = t.priorities.allSpent(whole)
                }}
              />
            </li>
          )
        })}
      </ul>
      <p class="command__problem" role="status">
        {limit.value}
      </p>
    </BallotFrame>
  )
}

function WeightResults() {
  const { scenario, shared } = useDesk()
  const results = scenario.goals.flatMap(({ id, name }) => {
    const result = entry(shared.results.weights, id)
    return result ? [{ id, name: localText(name), ...result }] : []
  })
  const most = Math.max(1, ...results.map(({ max }) => max))
  const widest = results.reduce((a, b) => (b.max - b.min > (a?.max ?? 0) - (a?.min ?? 0) ? b : a), results[0])
  return (
    <BallotFrame title={t.priorities.weighTitle} why={t.priorities.nextStep} ballot="weights" label={t.team.primary.weigh}>
      <ul class="rows">
        {results.map(({ id, name, median, min, max }) => (
          <li key={id} class="weigh-row">
            <span class="grow row__title">{name}</span>
            <span class="median" aria-hidden="true">
              <i class="median__bar" style={{ width: `${(median / most) * 100}%` }} />
              {max > min && <i class="median__spread" style={{ left: `${(min / most) * 100}%`, width: `${((max - min) / most) * 100}%` }} />}
            </span>
            <span class="nowrap">
              {t.priorities.median} <strong>{number(median)}</strong>
              {max > min && <span class="small muted"> {t.priorities.spread(number(min), number(max))}</span>}
            </span>
          </li>
        ))}
      </ul>
      {widest && widest.max > widest.min && <p>{t.priorities.farthest(widest.name)}</p>}
    </BallotFrame>
  )
}
