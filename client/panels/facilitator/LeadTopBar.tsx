import { useId } from 'preact/hooks'
import { joinCode, timeOfDay } from '../../format.ts'
import { localText, t } from '../../texts/index.ts'
import { connectedDevices, remainingMs } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { CommandButton } from '../CommandButton.tsx'
import { PhaseClock } from '../PhaseClock.tsx'
import type { OpenDialog } from './dialogs/DialogView.tsx'
import type { LeadPicture } from './leadPicture.ts'
import { MainAction } from './MainAction.tsx'
import { Menu } from './Menu.tsx'
import { phaseNow, whySentence } from './phaseControl.ts'

interface LeadTopBarProps {
  readonly picture: LeadPicture
  readonly open: (dialog: OpenDialog) => void
}

/** Minutes by which a phase is lengthened otherwise. */
const OTHER_MINUTES = [1, 3, 10]

/** Town and code, phase, the large clock, and the one main action at the right. */
export function LeadTopBar({ picture, open }: LeadTopBarProps) {
  const { scenario, shared, own } = picture
  const { code, store } = useSession()
  const why = useId()
  const teamsThere = Object.keys(connectedDevices(shared, store.presence.value)).length
  const hasClock = shared.clock.plannedMs > 0 && !shared.closed
  return (
    <header class="lead__top">
      <div class="lead__town">
        <strong>{shared.title}</strong>
        <span class="small">
          {t.facilitator.code} <b class="nowrap">{joinCode(code)}</b>
        </span>
      </div>
      <PhaseHead picture={picture} />
      <div class="lead__clock">
        {hasClock && <PhaseClock large />}
        {hasClock && own.leads && <Extension />}
      </div>
      {own.leads && !shared.closed && !shared.frozen && <CommandButton command={() => ({ type: 'freeze' })}>{t.facilitator.lookAhead}</CommandButton>}
      {own.leads && (
        <div class="lead__main" id="lead-main">
          <MainAction picture={picture} open={open} describedBy={why} />
          <p class="small muted" id={why}>
            {whySentence(scenario, shared, { now: store.now.value, teamsThere, openRequests: own.openRequests.length })}
          </p>
        </div>
      )}
    </header>
  )
}

function PhaseHead({ picture }: { readonly picture: LeadPicture }) {
  const { scenario, shared } = picture
  const { store } = useSession()
  const index = scenario.phases.findIndex(({ id }) => id === shared.phase.id) + 1
  const now = store.now.value
  const left = remainingMs(shared.clock, now)
  const hasEnd = shared.clock.plannedMs > 0 && !shared.closed && left > 0
  return (
    <div class="lead__phase">
      <h1>{shared.closed ? t.common.ended : localText(phaseNow(scenario, shared)?.title)}</h1>
      {!shared.closed && (
        <span class="small muted">
          {t.facilitator.phaseOf(index, scenario.phases.length)}
          {hasEnd && ` · ${t.facilitator.plannedEnd(timeOfDay(now + left))}`}
        </span>
      )}
    </div>
  )
}

function Extension() {
  return (
    <div class="lead__extend">
      <CommandButton command={() => ({ type: 'extendPhase', minutes: 5 })}>{t.facilitator.extend(5)}</CommandButton>
      <Menu label={t.facilitator.otherExtension}>
        {OTHER_MINUTES.map((minutes) => (
          <CommandButton key={minutes} kind="tertiary" size="small" command={() => ({ type: 'extendPhase', minutes })}>
            {t.facilitator.extend(minutes)}
          </CommandButton>
        ))}
      </Menu>
    </div>
  )
}
