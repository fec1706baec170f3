import { shareDown, tenThousandths } from './amounts.ts'
import type { Measure } from './scenario/parts.ts'
import type { Scenario } from './scenario/scenario.ts'
import type { SessionState } from './session.ts'
import { totalCost } from './totalCost.ts'

/**
 * [C6] What the municipality would usually bear: total cost less the grant of the measure's first programme, without bonus and as
 * the scenario has it. Savings are shares of this figure, so that they do not depend on what else happens.
 */
export function baseOwnContribution(state: SessionState, measure: Measure): number {
  return usualOwnContribution(state.scenario, measure)
}

/** The same, for screens, which have the scenario but no state. */
export function usualOwnContribution({ programmes, settings }: Scenario, measure: Measure): number {
  const rate = programmes.find(({ id }) => id === measure.programmeIds[0])?.rate ?? 0
  const cost = totalCost(measure)
  return cost - shareDown(cost, tenThousandths(Math.min(rate, settings.maxFundingRate)), settings.amountStep)
}
