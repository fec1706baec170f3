import { shareDown, tenThousandths } from './amounts.ts'
import { programmeOf } from './fundingConditions.ts'
import type { Measure } from './scenario/parts.ts'
import type { SessionState } from './session.ts'
import { totalCost } from './totalCost.ts'

/**
 * [C6] What the municipality would usually bear: total cost less the grant of the measure's first programme, without bonus and as
 * the scenario has it. Savings are shares of this figure, so that they do not depend on what else happens.
 */
export function baseOwnContribution(state: SessionState, measure: Measure): number {
  const { amountStep, maxFundingRate } = state.scenario.settings
  const first = measure.programmeIds[0]
  const rate = (first === undefined ? undefined : programmeOf(state, first)?.rate) ?? 0
  const cost = totalCost(measure)
  return cost - shareDown(cost, tenThousandths(Math.min(rate, maxFundingRate)), amountStep)
}
