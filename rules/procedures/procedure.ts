import { byCode } from '../ids.ts'
import type { Priority } from '../session.ts'

/** What the revealed ballots say. */
export interface Profile {
  /** goal id → weight, in whole {@link WEIGHT_UNITS} */
  readonly weights: Readonly<Record<string, number>>
  /** voter → measure id → dots */
  readonly dots: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** voter → measure id or `status-quo` → 0…10 */
  readonly resistance: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** voter → goal id → weight as the voter gave it, in whole {@link WEIGHT_UNITS} */
  readonly ownWeights: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** the table's own order */
  readonly order: readonly string[]
  /** in the order of the scenario */
  readonly teamIds: readonly string[]
}

/** A weight of 1 in units: medians come in halves, the stability test in quarters of them, and all of it stays whole. */
export const WEIGHT_UNITS = 8

/** The other end of a cross-reference. */
export interface Link {
  readonly crossReferenceId: string
  readonly measureId: string
  readonly strength: number
}

/** A measure on the list, as procedures see it. */
export interface ListedMeasure {
  readonly measureId: string
  readonly effects: Readonly<Record<string, number>>
  /** whole euro; settled for adopted measures, as it stands for the others */
  readonly ownContribution: number
  /** decided already: its own contribution is paid, before that of any other */
  readonly adopted: boolean
  /** departments that carry it */
  readonly supporters: number
  /** confirmed, with measures of the list */
  readonly synergies: readonly Link[]
  /** unsettled, with measures of the list */
  readonly conflicts: readonly Link[]
  /** measures that must be adopted before or with it [M6] */
  readonly requires: readonly string[]
  /** measures that cannot stand beside it: excluded [M6], or in open conflict with it [C5] */
  readonly rivals: readonly string[]
}

/** Budget lines, whole euro [L6]. */
export interface ListLimits {
  readonly highLine: number
  readonly mediumLine: number
}

/** [L3] */
export interface ListParameters {
  readonly alpha: number
  readonly beta: number
}

/** Why a measure stands where it stands. */
export type RankReason =
  | { readonly kind: 'utility'; readonly score: number }
  | { readonly kind: 'dots'; readonly dots: number }
  | { readonly kind: 'consensus'; readonly mean: number; readonly max: number; readonly worseThanStatusQuo: boolean }
  /** below the top that was rated: by its score, behind those rated */
  | { readonly kind: 'notRated'; readonly score: number }
  /** place in the table's own order */
  | { readonly kind: 'negotiated'; readonly place: number }
  /**
   * paid for together by those who gave it points; or from the rest of the budget; or beyond the budget.
   * `shares`: who paid what, where voters are teams; sums to the own contribution
   */
  | { readonly kind: 'equalShares'; readonly how: 'shared' | 'filled' | 'beyond'; readonly shares: readonly Share[] }
  /** Borda points; `isExact`: the order contradicts the fewest preferences (Kemeny), else it follows these points */
  | { readonly kind: 'ranking'; readonly borda: number; readonly isExact: boolean }

export interface Share {
  readonly teamId: string
  /** whole euro */
  readonly amount: number
}

export interface RankedMeasure {
  readonly measureId: string
  readonly rank: number
  /** the procedure alone does not tell it from its neighbour; the chain of {@link inOrderOf} did [L8] */
  readonly tied: boolean
  readonly because: RankReason
  readonly ownContribution: number
  /** own contributions up to here, whole euro: what is adopted down to this rank; for the others all that is adopted, and the rest down to this rank */
  readonly cumulated: number
  /** class by the budget line, before the table's own decision [L6] */
  readonly budgetClass: Priority
}

/** [L5] A decision procedure: equal input gives the equal list [L8]. Best first. */
export type Procedure = (profile: Profile, measures: readonly ListedMeasure[], limits: ListLimits, parameters: ListParameters) => readonly RankedMeasure[]

/** What a procedure knows of one measure: figures of which higher is better, the first that differ decide. */
export interface Judged {
  readonly measure: ListedMeasure
  readonly figures: readonly number[]
  /** where the procedure itself knows of a tie that its figures do not tell */
  readonly tied?: boolean
  readonly because: RankReason
}

/** [L8] The order of what a procedure does not tell apart: more carrying departments → lower own contribution → id by code. */
export function standing(a: ListedMeasure, b: ListedMeasure): number {
  return b.supporters - a.supporters || a.ownContribution - b.ownContribution || byCode(a.measureId, b.measureId)
}

/**
 * [L8] The one order of a list: figures of the procedure → more carrying departments → lower own contribution → id by code.
 * With cumulated own contributions and the class by the budget line [L6].
 */
export function inOrderOf(judged: readonly Judged[], limits: ListLimits): readonly RankedMeasure[] {
  const sorted = [...judged].sort((a, b) => compareFigures(a.figures, b.figures) || standing(a.measure, b.measure))
  const spent = { adopted: 0, open: sorted.reduce((sum, { measure }) => sum + (measure.adopted ? measure.ownContribution : 0), 0) }
  return sorted.map(({ measure, figures, because, tied: isKnownTie = false }, index) => {
    const line = measure.adopted ? 'adopted' : 'open'
    spent[line] += measure.ownContribution
    const cumulated = spent[line]
    const tied = isKnownTie || [sorted[index - 1], sorted[index + 1]].some((other) => other !== undefined && compareFigures(other.figures, figures) === 0)
    const budgetClass = cumulated <= limits.highLine ? 'high' : cumulated <= limits.mediumLine ? 'medium' : 'low'
    return { measureId: measure.measureId, rank: index + 1, tied, because, ownContribution: measure.ownContribution, cumulated, budgetClass }
  })
}

function compareFigures(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (b[index] ?? 0) - (a[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
