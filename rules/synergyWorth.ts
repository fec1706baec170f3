import { shareNearest, tenThousandths } from './amounts.ts'
import { baseOwnContribution } from './baseOwnContribution.ts'
import { byCode } from './ids.ts'
import { knownMeasure } from './measureOf.ts'
import type { Measure } from './scenario/parts.ts'
import type { CrossReference, SessionState } from './session.ts'

/** What a synergy brings while it works [C6]. */
export interface SynergyWorth {
  readonly savedFunds: number
  readonly savedStaff: number
  /** measure on whose side money or staff is saved; null: nothing is saved */
  readonly savedAt: string | null
  readonly points: number
}

const NO_WORTH: SynergyWorth = { savedFunds: 0, savedStaff: 0, savedAt: null, points: 0 }

/** The measure with the smaller figure; of equal ones the lower id. */
function lowest(a: Measure, b: Measure, figure: (measure: Measure) => number): Measure {
  const difference = figure(a) - figure(b)
  return difference < 0 || (difference === 0 && byCode(a.id, b.id) <= 0) ? a : b
}

/** [C6] What the synergy brings once it works: savings at one of its measures, and points. Nothing for conflicts and strength 0. */
export function synergyWorth(state: SessionState, reference: Pick<CrossReference, 'a' | 'b' | 'effect' | 'strength'>): SynergyWorth {
  const { effect, strength } = reference
  if (effect === null || strength === 0) return NO_WORTH
  const rules = state.scenario.crossReferenceRules
  const points = rules.pointsPerStrength[effect] * strength
  const a = knownMeasure(state, reference.a)
  const b = knownMeasure(state, reference.b)
  if (effect === 'sharedConstruction') {
    const base = (measure: Measure) => baseOwnContribution(state, measure)
    const smaller = lowest(a, b, base)
    const parts = tenThousandths(rules.savedSharePerStrength) * strength
    const savedFunds = shareNearest(base(smaller), parts, state.scenario.settings.amountStep)
    return { ...NO_WORTH, points, savedFunds, savedAt: savedFunds > 0 ? smaller.id : null }
  }
  if (effect === 'sharedStaff') {
    const needier = lowest(a, b, (measure) => -measure.staff)
    const savedStaff = Math.min(rules.savedStaff, needier.staff)
    return { ...NO_WORTH, points, savedStaff, savedAt: savedStaff > 0 ? needier.id : null }
  }
  return { ...NO_WORTH, points }
}
