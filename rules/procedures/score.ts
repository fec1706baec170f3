import { weighted } from '../effects.ts'
import { entry } from '../ids.ts'
import { type Judged, type ListedMeasure, type ListParameters, type Profile, WEIGHT_UNITS } from './procedure.ts'

/** [L3] The score of a measure with every summand, in points. */
export interface Score {
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

/**
 * [L3] Σ weight × effect + α · Σ strength of confirmed synergies in the list − β · Σ strength of unsettled conflicts (domain 8.1),
 * as a whole number: what procedures order by.
 */
export function scoreUnits(measure: ListedMeasure, { weights }: Pick<Profile, 'weights'>, parameters: ListParameters): number {
  return goalUnits(measure, weights) + unitsPer(parameters.alpha) * strengthOf(measure.synergies) - unitsPer(parameters.beta) * strengthOf(measure.conflicts)
}

/** Points of a sum in units; one division, so that equal sums are equal points. Never −0, which would be shown with its sign. */
export function pointsOf(units: number): number {
  return units / UNITS + 0
}

/** The same sum with every summand, in points: what is shown. */
export function scoreOf(measure: ListedMeasure, profile: Pick<Profile, 'weights'>, parameters: ListParameters): Score {
  const perSynergy = unitsPer(parameters.alpha)
  const perConflict = unitsPer(parameters.beta)
  return {
    points: pointsOf(scoreUnits(measure, profile, parameters)),
    goalPoints: pointsOf(goalUnits(measure, profile.weights)),
    synergyPoints: pointsOf(perSynergy * strengthOf(measure.synergies)),
    conflictPoints: pointsOf(perConflict * strengthOf(measure.conflicts)),
    goals: Object.entries(measure.effects).map(([goalId, effect]) => {
      const weight = entry(profile.weights, goalId) ?? 0
      return { goalId, effect, weight: weight / WEIGHT_UNITS, points: pointsOf(weight * effect * THOUSANDTHS) }
    }),
    synergies: measure.synergies.map((link) => ({ ...link, points: pointsOf(perSynergy * link.strength) })),
    conflicts: measure.conflicts.map((link) => ({ ...link, points: pointsOf(perConflict * link.strength) })),
  }
}

/** A measure on which the procedure's ballot says nothing: behind those it ranks (whose first figure is 1), by score. */
export function notRated(measure: ListedMeasure, units: number): Judged {
  return { measure, figures: [0, units], because: { kind: 'notRated', score: pointsOf(units) } }
}

function goalUnits({ effects }: ListedMeasure, weights: Profile['weights']): number {
  return weighted(effects, weights) * THOUSANDTHS
}

function unitsPer(factor: number): number {
  return Math.round(factor * THOUSANDTHS) * WEIGHT_UNITS
}

function strengthOf(links: readonly { readonly strength: number }[]): number {
  return links.reduce((sum, { strength }) => sum + strength, 0)
}
