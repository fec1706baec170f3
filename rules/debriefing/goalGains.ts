import { goalWeights } from '../effects.ts'
import { entry } from '../ids.ts'
import type { SessionState } from '../session.ts'
import { type Plan, planOfDepartmentsAlone, planOfSession } from '../value.ts'

/** Points of one goal, its weight applied, as the plans would have brought them; over all goals they are the column's `goals`. */
export interface GoalGain {
  readonly goalId: string
  readonly weight: number
  readonly alone: number
  readonly together: number
}

/** [T6] [W1] Goal by goal what the departments alone and the joint plan come to. */
export function goalGains(state: SessionState): readonly GoalGain[] {
  const weights = goalWeights(state)
  const alone = planOfDepartmentsAlone(state)
  const together = planOfSession(state)
  return state.scenario.goals.map(({ id: goalId }) => {
    const weight = entry(weights, goalId) ?? 0
    return { goalId, weight, alone: weight * effectOn(goalId, alone), together: weight * effectOn(goalId, together) }
  })
}

function effectOn(goalId: string, { decided, goalChanges }: Plan): number {
  return decided.reduce((sum, { effects }) => sum + (entry(effects, goalId) ?? 0), entry(goalChanges, goalId) ?? 0)
}
