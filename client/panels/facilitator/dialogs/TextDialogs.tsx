import { useSignal } from '@preact/signals'
import { timeOfDay } from '../../../format.ts'
import { t } from '../../../texts/index.ts'
import { teamName } from '../../../view/selectors.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { CheckField, TextField } from '../../kern.tsx'
import type { DialogProps } from './DialogView.tsx'
import { LeadDialog } from './LeadDialog.tsx'

/** To everyone: a band on every screen. */
export function AnnounceDialog({ close }: DialogProps) {
  const text = useSignal('')
  const urgent = useSignal(false)
  return (
    <LeadDialog title={t.facilitator.announce} onClose={close}>
      <TextField label={t.facilitator.announceText} rows={2} maxLength={200} counter value={text.value} onInput={(value) => (text.value = value)} />
      <CheckField label={t.facilitator.urgent} checked={urgent.value} onChange={(checked) => (urgent.value = checked)} />
      <CommandButton
        kind="primary"
        command={() => (text.value.trim() ? { type: 'announce', text: text.value, urgent: urgent.value } : t.priorities.writeSomething)}
        onDone={close}
      >
        {t.facilitator.send}
      </CommandButton>
    </LeadDialog>
  )
}

/** Only for the facilitator, with the time. Earlier ones stand below. */
export function NoteDialog({ picture, close }: DialogProps) {
  const text = useSignal('')
  return (
    <LeadDialog title={t.facilitator.note} onClose={close}>
      <TextField label={t.facilitator.noteText} rows={3} maxLength={1000} value={text.value} onInput={(value) => (text.value = value)} />
      <CommandButton kind="primary" command={() => (text.value.trim() ? { type: 'note', text: text.value } : t.priorities.writeSomething)} onDone={close}>
        {t.facilitator.save}
      </CommandButton>
      {picture.own.notes.length > 0 && (
        <ul class="stack stack--tight">
          {[...picture.own.notes].reverse().map(({ id, at, text: note }) => (
            <li key={id}>
              <span class="small muted">{timeOfDay(at)}</span> {note}
            </li>
          ))}
        </ul>
      )}
    </LeadDialog>
  )
}

/** To one team, in private. */
export function HintDialog({ picture, close, teamId }: DialogProps & { readonly teamId: string }) {
  const text = useSignal('')
  return (
    <LeadDialog title={t.facilitator.hint} onClose={close}>
      <TextField
        label={t.facilitator.hintText(teamName(picture.scenario, teamId))}
        rows={2}
        maxLength={200}
        counter
        value={text.value}
        onInput={(value) => (text.value = value)}
      />
      <CommandButton
        kind="primary"
        command={() => (text.value.trim() ? { type: 'hint', teamId, text: text.value } : t.priorities.writeSomething)}
        onDone={close}
      >
        {t.facilitator.send}
      </CommandButton>
    </LeadDialog>
  )
}
