import { entry } from '../ids.ts'
import { type ListedMeasure, type ListParameters, type Profile, WEIGHT_UNITS } from './procedure.ts'

/** [L3] The score of a measure with every summand, in points. `units` is the same sum in whole numbers: compare by it, show the points. */
export interface Score {
  readonly units: number
  readonly points: number
  readonly goalPoints: number
  readonly synergyPoints: number
  /** what unsettled conflicts take away, zero or more */
  readonly conflictPoints: number
  readonly goals: readonly { readonly goalId: string; readonly weight: number; readonly effect: number; readonly points: number }[]
  readonly synergies: readonly Summand[]
  readonly conflicts: readonly Summand[]
}

interface Summand {
  readonly crossReferenceId: string
  readonly measureId: string
  readonly strength: number
  readonly points: number
}

/** α and β count in thousandths, weights in eighths: so every sum is a whole number, the same on every machine. */
const THOUSANDTHS = 1000
const UNITS = WEIGHT_UNITS * THOUSANDTHS

/** [L3] Σ weight × effect + α · Σ strength of confirmed synergies in the list − β · Σ strength of unsettled conflicts (domain 8.1). */
export function scoreOf({ effects, synergies, conflicts }: ListedMeasure, { weights }: Pick<Profile, 'weights'>, { alpha, beta }: ListParameters): Score {
  const goals = Object.entries(effects)
    .map(([goalId, effect]) => ({ goalId, effect, weight: entry(weights, goalId) ?? 0 }))
    .map((goal) => ({ ...goal, units: goal.weight * goal.effect * THOUSANDTHS }))
  const goalUnits = goals.reduce((sum, { units }) => sum + units, 0)
  const perSynergy = Math.round(alpha * THOUSANDTHS) * WEIGHT_UNITS
  const perConflict = Math.round(beta * THOUSANDTHS) * WEIGHT_UNITS
  const synergyUnits = perSynergy * strengthOf(synergies)
  const conflictUnits = perConflict * strengthOf(conflicts)
  const units = goalUnits + synergyUnits - conflictUnits
  return {
    units,
    points: units / UNITS,
    goalPoints: goalUnits / UNITS,
    synergyPoints: synergyUnits / UNITS,
    conflictPoints: conflictUnits / UNITS,
    goals: goals.map(({ goalId, effect, weight, units: own }) => ({ goalId, effect, weight: weight / WEIGHT_UNITS, points: own / UNITS })),
    synergies: synergies.map((link) => ({ ...link, points: (perSynergy * link.strength) / UNITS })),
    conflicts: conflicts.map((link) => ({ ...link, points: (perConflict * link.strength) / UNITS })),
  }
}

function strengthOf(links: readonly { readonly strength: number }[]): number {
  return links.reduce((sum, { strength }) => sum + strength, 0)
}
