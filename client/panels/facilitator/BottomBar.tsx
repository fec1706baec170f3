import { t } from '../../texts/index.ts'
import { connectedDevices } from '../../view/selectors.ts'
import { useSession } from '../../view/session.ts'
import { Button } from '../kern.tsx'
import type { OpenDialog } from './dialogs/DialogView.tsx'
import type { LeadPicture } from './leadPicture.ts'

/** What is always at hand. */
export function BottomBar({ picture, open }: { readonly picture: LeadPicture; readonly open: (dialog: OpenDialog) => void }) {
  const { store } = useSession()
  const { own, shared } = picture
  const devices = Object.values(connectedDevices(shared, store.presence.value)).reduce((sum, count) => sum + count, 0)
  const leads = own.leads && !shared.closed
  const button = (dialog: OpenDialog, label: string, icon?: 'open-in-new' | 'download') => (
    <Button kind="tertiary" size="small" icon={icon} onClick={() => open(dialog)}>
      {label}
    </Button>
  )
  return (
    <footer class="lead__bottom">
      {leads && button({ kind: 'wall' }, `${t.facilitator.wallShows}: ${shared.spotlight.kind ? t.facilitator.wallSpotlight : t.facilitator.wallMap}`)}
      {leads && button({ kind: 'incident' }, t.facilitator.incident)}
      {leads && button({ kind: 'announce' }, t.facilitator.announce)}
      {leads && button({ kind: 'note' }, t.facilitator.note)}
      {leads && button({ kind: 'undo' }, t.facilitator.undo)}
      {button({ kind: 'seats' }, t.facilitator.seats)}
      {button({ kind: 'keys' }, t.facilitator.keys)}
      <span class="grow" />
      <span class="link-dot small">
        <span class="link-dot__mark link-dot__mark--open" aria-hidden="true" />
        {t.facilitator.connectedDevices(devices)}
      </span>
      {button({ kind: 'export' }, t.facilitator.export, 'download')}
    </footer>
  )
}
