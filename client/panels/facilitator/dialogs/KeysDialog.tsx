import { useSignal } from '@preact/signals'
import { t } from '../../../texts/index.ts'
import { CheckField } from '../../kern.tsx'
import { keysAreOn, switchKeys } from '../useLeadKeys.ts'
import type { DialogProps } from './DialogView.tsx'
import { LeadDialog } from './LeadDialog.tsx'

export function KeysDialog({ close }: DialogProps) {
  const on = useSignal(keysAreOn())
  return (
    <LeadDialog title={t.facilitator.keys} onClose={close}>
      <dl class="keys">
        {t.facilitator.keyList.map(([keys, what]) => (
          <div key={keys} class="spread">
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <CheckField
        label={t.facilitator.keysOn}
        checked={on.value}
        onChange={(checked) => {
          on.value = checked
          switchKeys(checked)
        }}
      />
    </LeadDialog>
  )
}
