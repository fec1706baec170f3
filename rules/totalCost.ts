import { shareNearest, tenThousandths } from './amounts.ts'
import { standingProposal } from './crossReferencesOf.ts'
import { areaOf } from './geometry.ts'
import { lasting } from './lasting.ts'
import type { Measure } from './scenario/parts.ts'
import type { SessionState } from './session.ts'

/** [B2] Total cost in whole euro; a range is played at its middle, half euro up. */
export function totalCost(measure: Measure): number {
  return typeof measure.cost === 'number' ? measure.cost : Math.floor((measure.cost.from + measure.cost.to + 1) / 2)
}

/** [I2] Total cost as incidents changed it: shares rounded to the nearest of the scenario's steps, never below zero. For measures not yet adopted. */
export function presentCost(state: SessionState, measure: Measure): number {
  const effects = lasting(state, 'changeCost')
  const usual = totalCost(measure)
  if (effects.length === 0) return usual
  const proposal = standingProposal(state, measure.id)
  const areaId = proposal ? areaOf(state.scenario, proposal.place, measure) : measure.areaId
  return effects
    .filter((effect) => !effect.measureIds || effect.measureIds.includes(measure.id))
    .filter((effect) => effect.areaId === undefined || effect.areaId === areaId)
    .filter((effect) => usual >= (effect.minTotalCost ?? 0))
    .reduce((cost, { factor, amount }) => {
      const shared = factor === undefined ? cost : shareNearest(cost, tenThousandths(factor), state.scenario.settings.amountStep)
      return Math.max(0, shared + (amount ?? 0))
    }, usual)
}
