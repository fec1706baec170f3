import { useSignal } from '@preact/signals'
import type { Command } from '../../../../rules/commands.ts'
import { entry } from '../../../../rules/ids.ts'
import { PROCEDURES, type ProcedureId } from '../../../../rules/scenario/scenario.ts'
import { t } from '../../../texts/index.ts'
import { CommandButton } from '../../CommandButton.tsx'
import { Badge, Button, Segments, TextField } from '../../kern.tsx'
import { CalculationView } from '../calculation/CalculationView.tsx'
import { measureName } from '../calculation/measureName.ts'
import type { LeadPicture } from '../leadPicture.ts'
import type { DialogProps } from './DialogView.tsx'
import { LeadDialog } from './LeadDialog.tsx'

/** All procedures on the same ballots; choosing another one takes a reason that goes into the export [L5]. Or the table's own order. */
export function ProcedureDialog({ picture, close }: DialogProps) {
  const { shared } = picture
  const procedure = useSignal<ProcedureId>(shared.listInfo.procedure)
  const reason = useSignal('')
  const order = useSignal<readonly string[]>(shared.list.map(({ measureId }) => measureId))
  const shown = useSignal<'ranks' | 'way'>('ranks')
  const isOwnOrder = procedure.value === 'negotiated'
  const command = (): Command | string => {
    if (!isOwnOrder && procedure.value === shared.listInfo.procedure) return t.facilitator.procedureSame
    if (!reason.value.trim()) return t.facilitator.procedureWhyMissing
    return { type: 'chooseProcedure', procedure: procedure.value, reason: reason.value, ...(isOwnOrder ? { order: [...order.value] } : {}) }
  }
  return (
    <LeadDialog title={t.facilitator.compareProcedures} onClose={close}>
      <div class="split split--table">
        <ProcedureChoice picture={picture} value={procedure.value} onChange={(next) => (procedure.value = next)} />
        <div class="split__after">
          <Segments
            label={t.facilitator.compareProcedures}
            labelHidden
            value={shown.value}
            choices={[
              { value: 'ranks', label: t.calculation.ranks },
              { value: 'way', label: t.calculation.way },
            ]}
            onChange={(next) => (shown.value = next)}
          />
          {shown.value === 'way' ? (
            <CalculationView picture={picture} procedure={procedure.value} />
          ) : isOwnOrder ? (
            <OwnOrder picture={picture} order={order.value} onOrder={(next) => (order.value = next)} />
          ) : (
            <Ranks picture={picture} chosen={procedure.value} />
          )}
        </div>
      </div>
      <TextField label={t.facilitator.procedureWhy} rows={2} maxLength={200} counter value={reason.value} onInput={(value) => (reason.value = value)} />
      <div class="dialog__foot">
        <Button onClick={close}>{t.common.cancel}</Button>
        <CommandButton kind="primary" command={command} onDone={close}>
          {t.facilitator.apply}
        </CommandButton>
      </div>
    </LeadDialog>
  )
}

interface ProcedureChoiceProps {
  readonly picture: LeadPicture
  readonly value: ProcedureId
  readonly onChange: (procedure: ProcedureId) => void
}

function ProcedureChoice({ picture, value, onChange }: ProcedureChoiceProps) {
  const { own, shared } = picture
  // The table can order the list at any time; every other procedure needs its ballot.
  const isPossible = (id: ProcedureId) => id === 'negotiated' || entry(own.orders, id) !== undefined
  return (
    <fieldset class="stack stack--tight">
      <legend class="field__label">{t.facilitator.procedure}</legend>
      {PROCEDURES.map((id) => (
        <label key={id} class="check">
          <input type="radio" name="procedure" value={id} checked={id === value} disabled={!isPossible(id)} onChange={() => onChange(id)} />
          <span>
            <strong>{t.procedures.names[id]}</strong> {id === shared.listInfo.procedure && <Badge tone="good">{t.facilitator.inForce}</Badge>}
            {id === value && <span class="small muted lead__line">{t.procedures.sentences[id]}</span>}
            {!isPossible(id) && <span class="small muted lead__line">{t.calculation.needs[id] ?? t.calculation.noBallot}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Measure × procedure: the rank that each would give. */
function Ranks({ picture, chosen }: { readonly picture: LeadPicture; readonly chosen: ProcedureId }) {
  const { own } = picture
  const procedures = PROCEDURES.filter((id) => entry(own.orders, id))
  const first = entry(own.orders, chosen) ?? []
  return (
    <table class="ranks">
      <caption class="sr-only">{t.facilitator.compareProcedures}</caption>
      <thead>
        <tr>
          <th scope="col">{t.priorities.measure}</th>
          {procedures.map((id) => (
            <th key={id} scope="col" class={id === chosen ? 'ranks__chosen' : ''}>
              {t.procedures.names[id]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {first.map((measureId, index) => (
          <tr key={measureId}>
            <th scope="row">{measureName(picture, measureId)}</th>
            {procedures.map((id) => {
              const rank = (entry(own.orders, id) ?? []).indexOf(measureId) + 1
              return (
                <td key={id} class={`${id === chosen ? 'ranks__chosen' : ''}${rank !== index + 1 ? ' ranks__other' : ''}`}>
                  {rank || '–'}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface OwnOrderProps {
  readonly picture: LeadPicture
  readonly order: readonly string[]
  readonly onOrder: (order: readonly string[]) => void
}

/** Up and down, never drag-only. */
function OwnOrder({ picture, order, onOrder }: OwnOrderProps) {
  const move = (index: number, step: number) => {
    const next = [...order]
    const [moved] = next.splice(index, 1)
    if (moved === undefined || index + step < 0 || index + step >= order.length) return
    next.splice(index + step, 0, moved)
    onOrder(next)
  }
  return (
    <ol class="rows order" aria-label={t.facilitator.ownOrder}>
      {order.map((id, index) => {
        const name = measureName(picture, id)
        return (
          <li key={id} class="row row--low">
            <span class="grow">
              {index + 1}. {name}
            </span>
            <Button kind="tertiary" size="small" icon="arrow-up" iconOnly idle={index === 0} onClick={() => move(index, -1)}>
              {t.facilitator.moveUp(name)}
            </Button>
            <Button kind="tertiary" size="small" icon="arrow-down" iconOnly idle={index === order.length - 1} onClick={() => move(index, 1)}>
              {t.facilitator.moveDown(name)}
            </Button>
          </li>
        )
      })}
    </ol>
  )
}
