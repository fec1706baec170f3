import { localText, t } from '../../texts/index.ts'
import type { OpenDialog } from './dialogs/DialogView.tsx'
import type { LeadPicture } from './leadPicture.ts'
import { isReachable } from './phaseControl.ts'

/** All phases with their planned minutes; those of the same round and the next one can be started from here [P2]. */
export function RunSheet({ picture, open }: { readonly picture: LeadPicture; readonly open: (dialog: OpenDialog) => void }) {
  const { scenario, shared, own } = picture
  const now = scenario.phases.findIndex(({ id }) => id === shared.phase.id)
  return (
    <nav class="lead__runsheet" aria-label={t.facilitator.runSheet}>
      <h2>{t.facilitator.runSheet}</h2>
      <ol>
        {scenario.phases.map((phase, index) => {
          const state = shared.closed || index < now ? 'done' : index === now ? 'now' : 'later'
          const title = localText(phase.title)
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
              <span class="small muted nowrap">{phase.minutes > 0 ? t.facilitator.minutes(phase.minutes) : ''}</span>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
