import { useSignal } from '@preact/signals'
import type { Command } from '../../../../rules/commands.ts'
import { t } from '../../../texts/index.ts'
import { teamName } from '../../../view/selectors.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { TextField } from '../../kern.tsx'
import type { DialogProps } from './DialogView.tsx'
import { LeadDialog } from './LeadDialog.tsx'

/** A whole number as typed; spaces, dots and a real minus are understood. */
function wholeNumber(text: string): number | undefined {
  const plain = text.replace(/[\s.\u00a0\u202f€]/g, '').replace('−', '-') || '0'
  return /^-?\d{1,9}$/.test(plain) ? Number(plain) : undefined
}

/** Gives money or staff to an account or takes it away, with a reason that stands in the log. */
export function AdjustDialog({ picture, close, teamId }: DialogProps & { readonly teamId: string }) {
  const funds = useSignal('0')
  const staff = useSignal('0')
  const reason = useSignal('')
  const command = (): Command | string => {
    const euro = wholeNumber(funds.value)
    const points = wholeNumber(staff.value)
    if (euro === undefined || points === undefined) return t.facilitator.adjustInvalid
    if (!reason.value.trim()) return t.facilitator.procedureWhyMissing
    return { type: 'adjustBudget', account: teamId, funds: euro, staff: points, reason: reason.value }
  }
  return (
    <LeadDialog title={`${t.facilitator.adjust}: ${teamName(picture.scenario, teamId, t.common.pot)}`} onClose={close}>
      <TextField label={t.facilitator.adjustFunds} value={funds.value} onInput={(value) => (funds.value = value)} attributes={{ inputMode: 'numeric' }} />
      <TextField label={t.facilitator.adjustStaff} value={staff.value} onInput={(value) => (staff.value = value)} attributes={{ inputMode: 'numeric' }} />
      <TextField label={t.facilitator.adjustReason} value={reason.value} maxLength={200} onInput={(value) => (reason.value = value)} />
      <CommandButton kind="primary" command={command} onDone={close}>
        {t.facilitator.save}
      </CommandButton>
    </LeadDialog>
  )
}
