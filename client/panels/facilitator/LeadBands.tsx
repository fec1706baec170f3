import { clock } from '../../format.ts'
import { t } from '../../texts/index.ts'
import { useSession } from '../../view/session.ts'
import { CommandButton } from '../CommandButton.tsx'
import type { LeadPicture } from './leadPicture.ts'

/** What stands still, and the way on; and who leads. */
export function LeadBands({ picture }: { readonly picture: LeadPicture }) {
  const { shared, own } = picture
  const { store } = useSession()
  const left = clock(shared.clock.remainingMs)
  const mine = store.seat.value?.id ?? ''
  return (
    <div class="lead__bands" role="status">
      {!own.leads && (
        <div class="lead__band">
          <p>{own.handOverTo === mine ? t.facilitator.leadOffered : t.facilitator.watching}</p>
          <CommandButton command={() => ({ type: 'takeOver' })}>{t.facilitator.takeLead}</CommandButton>
        </div>
      )}
      {shared.paused && !shared.frozen && !shared.closed && (
        <div class="lead__band lead__band--warn">
          <p>
            {shared.pausedBy === 'restart'
              ? t.facilitator.restarted(left)
              : shared.pausedBy === 'undo'
                ? t.facilitator.undone
                : t.facilitator.clockStands(left)}
          </p>
          {own.leads && (
            <CommandButton kind="primary" command={() => ({ type: 'resume' })}>
              {shared.pausedBy === 'undo' ? t.facilitator.playOn : t.facilitator.resume}
            </CommandButton>
          )}
        </div>
      )}
      {shared.frozen && (
        <div class="lead__band lead__band--warn">
          <p>{t.facilitator.lookAhead}</p>
        </div>
      )}
    </div>
  )
}
