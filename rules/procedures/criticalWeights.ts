import { entry } from '../ids.ts'
import type { ListedMeasure, ListParameters, Profile } from './procedure.ts'
import { scoreUnits } from './score.ts'

/** Between which shares of all weights that of a goal may lie, the others keeping their proportions, while the first rank by score stays. */
export interface CriticalWeight {
  readonly goalId: string
  /** 0…1 */
  readonly share: number
  readonly from: number
  readonly to: number
  /** which measure would be level with the first at either end; null: nothing is, up to 0 or 1 */
  readonly fromRival: string | null
  readonly toRival: string | null
}

/**
 * [L9] Critical weights of the first rank by score. The score of a measure is linear in the weight of a goal, so each rival is level with
 * the first at one weight at most. A goal that has all the weight is left out: there the others have no proportions to keep.
 *
 * @param first the measure at the first rank
 */
export function criticalWeights(
  first: ListedMeasure,
  measures: readonly ListedMeasure[],
  { weights }: Pick<Profile, 'weights'>,
  parameters: ListParameters,
): readonly CriticalWeight[] {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  return Object.entries(weights).flatMap(([goalId, weight]) => {
    if (weight >= total) return []
    const others = total - weight
    /** points that one unit more of this goal's weight brings, all others giving in proportion */
    const slope = (measure: ListedMeasure) => {
      const own = entry(measure.effects, goalId) ?? 0
      const rest = Object.entries(measure.effects).reduce((sum, [id, effect]) => sum + (id === goalId ? 0 : effect * (entry(weights, id) ?? 0)), 0)
      return own - rest / others
    }
    const bounds = { from: 0, to: total, fromRival: null as string | null, toRival: null as string | null }
    for (const rival of measures) {
      if (rival.measureId === first.measureId) continue
      const lead = (scoreUnits(first, { weights }, parameters) - scoreUnits(rival, { weights }, parameters)) / 1000
      const change = slope(first) - slope(rival)
      if (change === 0) continue
      const level = weight - lead / change
      if (change > 0 && level > bounds.from) Object.assign(bounds, { from: Math.min(level, weight), fromRival: rival.measureId })
      if (change < 0 && level < bounds.to) Object.assign(bounds, { to: Math.max(level, weight), toRival: rival.measureId })
    }
    const { from, to, fromRival, toRival } = bounds
    return [{ goalId, share: weight / total, from: from / total, to: to / total, fromRival, toRival }]
  })
}
