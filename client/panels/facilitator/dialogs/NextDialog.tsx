import { localText, t } from '../../../texts/index.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { Button } from '../../kern.tsx'
import { openEnds } from '../phaseControl.ts'
import type { DialogProps } from './DialogView.tsx'
import { LeadDialog } from './LeadDialog.tsx'

/** What stays open or lapses if the phase changes now. */
export function NextDialog({ picture, close, phaseId }: DialogProps & { readonly phaseId: string }) {
  const { scenario, shared, own } = picture
  const phase = scenario.phases.find(({ id }) => id === phaseId)
  const offers = Object.values(own.offers).filter(({ status }) => status === 'open').length
  const ends = openEnds(shared, own.openRequests.length, offers)
  return (
    <LeadDialog title={t.facilitator.jumpQuestion(localText(phase?.title))} onClose={close}>
      {ends.length > 0 && (
        <div>
          <p class="strong">{t.facilitator.stillOpen}</p>
          <ul class="bullets">
            {ends.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {shared.package.voteOpen && <p class="note note--warn">{t.facilitator.openVote}</p>}
      <div class="cluster">
        <CommandButton kind="primary" command={() => ({ type: 'startPhase', phaseId })} onDone={close}>
          {t.facilitator.nextPhase}
        </CommandButton>
        {shared.clock.plannedMs > 0 && (
          <CommandButton command={() => ({ type: 'extendPhase', minutes: 3 })} onDone={close}>
            {t.facilitator.giveMinutes}
          </CommandButton>
        )}
        <Button kind="tertiary" onClick={close}>
          {t.common.cancel}
        </Button>
      </div>
    </LeadDialog>
  )
}

/** The end: afterwards nothing changes any more. */
export function CloseDialog({ close }: DialogProps) {
  return (
    <LeadDialog title={t.facilitator.close} onClose={close}>
      <p>{t.facilitator.closeQuestion}</p>
      <div class="cluster">
        <CommandButton kind="primary" command={() => ({ type: 'closeSession' })} onDone={close}>
          {t.facilitator.close}
        </CommandButton>
        <Button kind="tertiary" onClick={close}>
          {t.common.cancel}
        </Button>
      </div>
    </LeadDialog>
  )
}
