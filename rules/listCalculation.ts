import { listBy, listMaterial, type Stability } from './priorityList.ts'
import { type Calculation, calculationOf } from './procedures/calculation.ts'
import { type CriticalWeight, criticalWeights } from './procedures/criticalWeights.ts'
import { type Remark, remarksOn } from './procedures/remarks.ts'
import type { ProcedureId } from './scenario/scenario.ts'
import type { SessionState } from './session.ts'

/** [L9] How a procedure comes to its list: every figure, how stable the list is, and what to bear in mind. */
export interface ListCalculation {
  readonly procedure: ProcedureId
  /** null: its ballot is not revealed, there is nothing to work out */
  readonly calculation: Calculation | null
  /** by the list that the procedure makes; without its ballot by the score */
  readonly stability: Stability
  /** of the first rank by score */
  readonly critical: readonly CriticalWeight[]
  /** the measure they are about; '' without a list */
  readonly criticalOf: string
  readonly remarks: readonly Remark[]
}

/** Works out how this procedure comes to its list on the ballots as they are revealed. */
export function listCalculation(state: SessionState, procedure: ProcedureId): ListCalculation {
  const { measures, profile, lines } = listMaterial(state)
  const { prioritisation: parameters } = state.scenario
  const { provisional, stability } = listBy(state, procedure)
  const [best] = listBy(state, 'utility').entries
  const first = measures.find(({ measureId }) => measureId === best?.measureId)
  return {
    procedure,
    calculation: provisional ? null : calculationOf(procedure, profile, measures, lines, parameters),
    stability,
    critical: first ? criticalWeights(first, measures, profile, parameters) : [],
    criticalOf: first?.measureId ?? '',
    remarks: remarksOn(procedure, profile, measures, lines),
  }
}
