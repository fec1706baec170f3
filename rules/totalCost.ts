import type { Measure } from './scenario/parts.ts'

/** [B2] Total cost in whole euro; a range is played at its middle, half euro up. */
export function totalCost(measure: Measure): number {
  return typeof measure.cost === 'number' ? measure.cost : Math.floor((measure.cost.from + measure.cost.to + 1) / 2)
}
