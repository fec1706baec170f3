import { useId } from 'preact/hooks'
import { joinCode } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { connectedDevices } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { CommandButton } from '../CommandButton.tsx'
import { PhaseClock } from '../PhaseClock.tsx'
import type { OpenDialog } from './dialogs/DialogView.tsx'
import type { LeadPicture } from './leadPicture.ts'
import { MainAction } from './MainAction.tsx'
import { phaseNow, whySentence } from './phaseControl.ts'

interface LeadTopBarProps {
  readonly picture: LeadPicture
  readonly open: (dialog: OpenDialog) => void
}

/** Town and code, phase, the large clock, and the one main action at the right. */
export function LeadTopBar({ picture, open }: LeadTopBarProps) {
  const { scenario, shared, own } = picture
  const { code, store } = useSession()
  const why = useId()
  const phase = phaseNow(scenario, shared)
  const index = scenario.phases.findIndex(({ id }) => id === shared.phase.id) + 1
  const teamsThere = Object.keys(connectedDevices(shared, store.presence.value)).length
  const hasClock = shared.clock.plannedMs > 0 && !shared.closed
  return (
    <header class="lead__top">
      <div class="lead__town">
        <strong>{shared.title}</strong>
        <span class="small">
          {t.facilitator.code('').trim()} <b class="nowrap">{joinCode(code)}</b>
        </span>
      </div>
      <div class="lead__phase">
        <h1>{localText(phase?.title)}</h1>
        <span class="small muted">{t.facilitator.phaseOf(index, scenario.phases.length)}</span>
      </div>
      <div class="lead__clock">
        {hasClock && <PhaseClock large />}
        {hasClock && own.leads && <CommandButton command={() => ({ type: 'extendPhase', minutes: 5 })}>{t.facilitator.extend(5)}</CommandButton>}
      </div>
      {own.leads && !shared.closed && (
        <CommandButton command={() => (shared.frozen ? { type: 'unfreeze' } : { type: 'freeze' })}>
          {shared.frozen ? t.facilitator.playOn : t.facilitator.lookAhead}
        </CommandButton>
      )}
      {own.leads && (
        <div class="lead__main" id="main-action">
          <MainAction picture={picture} open={open} describedBy={why} />
          <p class="small muted" id={why}>
            {whySentence(scenario, shared, { now: store.now.value, teamsThere, openRequests: own.openRequests.length })}
          </p>
        </div>
      )}
    </header>
  )
}
