import { useSignal } from '@preact/signals'
import type { Command } from '../../../../rules/commands.ts'
import { entry } from '../../../../rules/ids.ts'
import { PROCEDURES, type ProcedureId } from '../../../../rules/scenario/scenario.ts'
import { code } from '../../../format.ts'
import { localText, t } from '../../../texts/index.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { Button, Dialog, Note, SelectField, TextField } from '../../kern.tsx'
import type { DialogProps } from './DialogView.tsx'

/** Another procedure on the same ballots, with the reason that goes into the export [L5]; or the table's own order. */
export function ProcedureDialog({ picture, close }: DialogProps) {
  const { shared, measures } = picture
  const procedure = useSignal<ProcedureId>(shared.listInfo.procedure)
  const reason = useSignal('')
  const order = useSignal<readonly string[]>(shared.list.map(({ measureId }) => measureId))
  const move = (index: number, step: number) => {
    const next = [...order.value]
    const [moved] = next.splice(index, 1)
    if (moved === undefined) return
    next.splice(index + step, 0, moved)
    order.value = next
  }
  const command = (): Command | string => {
    if (!reason.value.trim()) return t.facilitator.procedureWhyMissing
    const own = procedure.value === 'negotiated' ? { order: [...order.value] } : {}
    return { type: 'chooseProcedure', procedure: procedure.value, reason: reason.value, ...own }
  }
  const name = (id: string) => {
    const measure = entry(measures, id)
    return measure ? `${code(measure.code)} ${localText(measure.title)}` : id
  }
  return (
    <Dialog title={t.facilitator.chooseProcedure} onClose={close}>
      <SelectField
        label={t.facilitator.procedure}
        value={procedure.value}
        choices={PROCEDURES.map((id) => ({ value: id, label: t.procedures.names[id] ?? id }))}
        onChange={(value) => (procedure.value = value as ProcedureId)}
      />
      <Note>{t.procedures.sentences[procedure.value]}</Note>
      {procedure.value === 'negotiated' && (
        <ol class="rows order">
          {order.value.map((id, index) => (
            <li key={id} class="row row--low">
              <span class="grow">
                {index + 1}. {name(id)}
              </span>
              <Button kind="tertiary" size="small" icon="arrow-up" iconOnly idle={index === 0} onClick={() => index > 0 && move(index, -1)}>
                {t.facilitator.moveUp(name(id))}
              </Button>
              <Button
                kind="tertiary"
                size="small"
                icon="arrow-down"
                iconOnly
                idle={index === order.value.length - 1}
                onClick={() => index < order.value.length - 1 && move(index, 1)}
              >
                {t.facilitator.moveDown(name(id))}
              </Button>
            </li>
          ))}
        </ol>
      )}
      <TextField label={t.facilitator.procedureWhy} rows={2} maxLength={200} counter value={reason.value} onInput={(value) => (reason.value = value)} />
      <CommandButton kind="primary" command={command} onDone={close}>
        {t.facilitator.apply}
      </CommandButton>
    </Dialog>
  )
}
