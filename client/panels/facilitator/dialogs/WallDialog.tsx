import { t } from '../../../texts/index.ts'
import { useSession } from '../../../view/session.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { Button } from '../../kern.tsx'
import { openWall } from '../useLeadKeys.ts'
import type { DialogProps } from './DialogView.tsx'
import { LeadDialog } from './LeadDialog.tsx'

/** What the wall shows. */
export function WallDialog({ picture, close }: DialogProps) {
  const { code } = useSession()
  return (
    <LeadDialog title={t.facilitator.wallShows} onClose={close}>
      <div class="stack stack--tight">
        <Button kind="primary" icon="open-in-new" onClick={() => openWall(code)}>
          {t.facilitator.openWall}
        </Button>
        <CommandButton command={() => ({ type: 'spotlight', target: { kind: 'joinCode', id: 'join' } })} onDone={close}>
          {t.facilitator.showJoinCode}
        </CommandButton>
        <CommandButton command={() => ({ type: 'setWall', dark: !picture.shared.wallDark })} onDone={close}>
          {picture.shared.wallDark ? t.facilitator.wallLight : t.facilitator.wallDark}
        </CommandButton>
        {picture.shared.spotlight.kind && (
          <CommandButton command={() => ({ type: 'spotlight' })} onDone={close}>
            {t.facilitator.endSpotlight}
          </CommandButton>
        )}
      </div>
    </LeadDialog>
  )
}
