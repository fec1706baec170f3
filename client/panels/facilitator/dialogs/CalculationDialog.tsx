import { useSignal } from '@preact/signals'
import { PROCEDURES, type ProcedureId } from '../../../../rules/scenario/scenario.ts'
import { t } from '../../../texts/index.ts'
import { SelectField } from '../../kern.tsx'
import { CalculationView } from '../calculation/CalculationView.tsx'
import type { DialogProps } from './DialogView.tsx'
import { LeadDialog } from './LeadDialog.tsx'

/** [L9] How the list came about; the other procedures can be looked into as well. */
export function CalculationDialog({ picture, close }: DialogProps) {
  const { procedure: inForce } = picture.shared.listInfo
  const procedure = useSignal<ProcedureId>(inForce)
  return (
    <LeadDialog title={t.calculation.ask} onClose={close}>
      <SelectField
        label={t.facilitator.procedure}
        value={procedure.value}
        choices={PROCEDURES.map((id) => ({
          value: id,
          label: id === inForce ? `${t.procedures.names[id]} (${t.facilitator.inForce})` : t.procedures.names[id],
        }))}
        onChange={(value) => (procedure.value = PROCEDURES.find((id) => id === value) ?? inForce)}
      />
      <CalculationView picture={picture} procedure={procedure.value} />
    </LeadDialog>
  )
}
