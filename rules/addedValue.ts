/** The best value known: proven, or between what was found and what cannot be exceeded; null: nobody has computed it. */
export type BestValue = number | { readonly lower: number; readonly upper: number } | null

/**
 * [W2] What working together was worth. `points` is always together − alone; shares are of what was possible (1: all of it), unclamped.
 * - `unknownBest`: nothing to compare with · `noPotential`: alone was already the best that the model knows
 * - `outsideRules`: more than the proven best; funds were adjusted or the rules changed
 * - `below`: less than alone · `smallPotential`: less than 2 % to be won, a share would only pretend precision
 * - `share` of the proven best · `range`: the best is not proven, the share lies between these
 */
export type AddedValue =
  | { readonly kind: 'unknownBest' | 'noPotential' | 'outsideRules' | 'smallPotential'; readonly points: number }
  | { readonly kind: 'below'; readonly points: number; readonly share: number }
  | { readonly kind: 'share'; readonly points: number; readonly potential: number; readonly share: number }
  | { readonly kind: 'range'; readonly points: number; readonly atLeast: number; readonly atMost: number }

export const ADDED_VALUE_KINDS = [
  'unknownBest',
  'noPotential',
  'outsideRules',
  'smallPotential',
  'below',
  'share',
  'range',
] as const satisfies readonly AddedValue['kind'][]

/**
 * [W2] (together − alone) ÷ (best − alone), with the cases in which that says nothing.
 *
 * @param alone common value of the departments' own plans
 * @param together common value of the joint plan
 */
export function addedValue(alone: number, together: number, best: BestValue): AddedValue {
  const points = together - alone
  if (best === null) return { kind: 'unknownBest', points }
  if (typeof best !== 'number' && best.lower !== best.upper) return addedValueInRange(alone, together, best)
  const proven = typeof best === 'number' ? best : best.upper
  if (together > proven) return { kind: 'outsideRules', points }
  // The departments' plans are costed kindly (no conditions, no follow-up costs) and may come out above the best one.
  if (proven <= alone) return { kind: 'noPotential', points }
  const potential = proven - alone
  if (points < 0) return { kind: 'below', points, share: points / potential }
  if (potential * 50 < proven) return { kind: 'smallPotential', points }
  return { kind: 'share', points, potential, share: points / potential }
}

function addedValueInRange(alone: number, together: number, best: { readonly lower: number; readonly upper: number }): AddedValue {
  const points = together - alone
  // Whatever the table has reached can be reached.
  const lower = Math.max(best.lower, together, alone)
  if (together > best.upper) return { kind: 'outsideRules', points }
  if (best.upper <= alone) return { kind: 'noPotential', points }
  if (points < 0) return { kind: 'below', points, share: points / (best.upper - alone) }
  if ((best.upper - alone) * 50 < best.upper) return { kind: 'smallPotential', points }
  return { kind: 'range', points, atLeast: points / (best.upper - alone), atMost: lower === alone ? 1 : points / (lower - alone) }
}
