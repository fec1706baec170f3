import { t } from '../../texts/index.ts'
import { connectedDevices } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { Icon, type IconName } from '../kern.tsx'
import { LanguageSwitch } from '../LanguageSwitch.tsx'
import type { OpenDialog } from './dialogs/DialogView.tsx'
import type { LeadPicture } from './leadPicture.ts'
import { mayPlayIncident } from './phaseControl.ts'

interface BottomBarProps {
  readonly picture: LeadPicture
  readonly open: (dialog: OpenDialog) => void
  readonly isMap: boolean
  readonly showMap: (on: boolean) => void
}

/** What is always at hand. */
export function BottomBar({ picture, open, isMap, showMap }: BottomBarProps) {
  const { store, code } = useSession()
  const { own, shared } = picture
  const devices = Object.values(connectedDevices(shared, store.presence.value)).reduce((sum, count) => sum + count, 0)
  const leads = own.leads && !shared.closed
  const button = (dialog: OpenDialog, icon: IconName, label: string, more = '') => (
    <button type="button" class="bar-button" onClick={() => open(dialog)}>
      <Icon name={icon} />
      <span>
        {label}
        {more && <b>: {more}</b>}
      </span>
    </button>
  )
  return (
    <footer class="lead__bottom">
      {leads && button({ kind: 'wall' }, 'open-in-new', t.facilitator.wallShows, t.facilitator.wallNow[shared.spotlight.kind] ?? t.facilitator.wallNow[''])}
      <button type="button" class="bar-button" aria-pressed={isMap} onClick={() => showMap(!isMap)}>
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path d="M9 4 3 6.5v13.5l6-2.5 6 2.5 6-2.5V4l-6 2.5zM9 4v13.5M15 6.5V20" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
        </svg>
        <span>{t.common.map}</span>
      </button>
      {leads && mayPlayIncident(shared) && button({ kind: 'incident' }, 'warning', t.facilitator.incident)}
      {leads && button({ kind: 'announce' }, 'info', t.facilitator.announce)}
      {leads && button({ kind: 'note' }, 'edit', t.facilitator.note)}
      {leads && button({ kind: 'undo' }, 'arrow-back', t.facilitator.undo)}
      {button({ kind: 'seats' }, 'more-vert', t.facilitator.seats, String(devices))}
      {button({ kind: 'keys' }, 'help', t.facilitator.keys)}
      <span class="lead__gap" />
      {own.leads && (
        <a class="bar-button" href={`/leitung/${code}/verlauf`} target="_blank" rel="noreferrer">
          <Icon name="search" />
          <span>{t.replay.fromSession}</span>
        </a>
      )}
      <LanguageSwitch class="bar-button" />
      {button({ kind: 'export' }, 'download', t.facilitator.export)}
    </footer>
  )
}
