import { useSignal } from '@preact/signals'
import { entry } from '../../../rules/ids.ts'
import { clock, timeOfDay } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { remainingMs } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { Icon } from '../kern.tsx'
import type { OpenDialog } from './dialogs/DialogView.tsx'
import type { LeadPicture } from './leadPicture.ts'
import { expectedStarts, isReachable, playedTimes } from './phaseControl.ts'

interface RunSheetProps {
  readonly picture: LeadPicture
  readonly open: (dialog: OpenDialog) => void
}

/**
 * All phases: what is over with its minutes, played and planned, the present one with what is left, those to come with the time at which they would begin.
 * Those of the same round and the next one can be started from here [P2]. Narrow screens fold it away.
 */
export function RunSheet({ picture, open }: RunSheetProps) {
  const { scenario, shared, own } = picture
  const { store } = useSession()
  const unfolded = useSignal(false)
  const now = store.now.value
  const index = scenario.phases.findIndex(({ id }) => id === shared.phase.id)
  const starts = expectedStarts(scenario, shared, now)
  const played = playedTimes(own.course)
  const left = Math.max(0, remainingMs(shared.clock, now))
  return (
    <nav class={`lead__runsheet${unfolded.value ? ' lead__runsheet--open' : ''}`} aria-label={t.facilitator.runSheet}>
      <h2>{t.facilitator.runSheet}</h2>
      <button type="button" class="lead__unfold" aria-expanded={unfolded.value} onClick={() => (unfolded.value = !unfolded.value)}>
        <Icon name="dehaze" /> {t.facilitator.runSheet}
      </button>
      <ol>
        {scenario.phases.map((phase, at) => {
          const state = shared.closed || at < index ? 'done' : at === index ? 'now' : 'later'
          const title = localText(phase.title)
          const start = starts[phase.id]
          return (
            <li key={phase.id} class={`lead__step lead__step--${state}`} aria-current={state === 'now' ? 'step' : undefined}>
              <span class="lead__mark" aria-hidden="true">
                {state === 'done' && '✓'}
              </span>
              {own.leads && isReachable(scenario, shared, phase) ? (
                <button type="button" class="lead__jump" onClick={() => open({ kind: 'next', phaseId: phase.id })} aria-label={t.facilitator.jumpTo(title)}>
                  {title}
                </button>
              ) : (
                <span>{title}</span>
              )}
              <span class="small muted nowrap">
                {state === 'done' && phase.minutes > 0 && <Spent planned={phase.minutes} playedMs={entry(played, phase.id)} />}
                {state === 'now' && shared.clock.plannedMs > 0 && t.facilitator.left(clock(left))}
                {state === 'later' && start !== undefined && <span title={t.facilitator.minutes(phase.minutes)}>{timeOfDay(start)}</span>}
              </span>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** Minutes played of those planned, „16/11 Min.“; once where both are the same. */
function Spent({ planned, playedMs }: { readonly planned: number; readonly playedMs: number | undefined }) {
  const played = playedMs === undefined ? planned : Math.round(playedMs / 60_000)
  if (played === planned) return <>{t.facilitator.minutes(planned)}</>
  const words = t.facilitator.minutesPlayed(played, planned)
  return (
    <span title={words}>
      <span aria-hidden="true">
        {played}/{t.facilitator.minutes(planned)}
      </span>
      <span class="sr-only">{words}</span>
    </span>
  )
}
