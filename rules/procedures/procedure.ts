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
  /** [L8] absent: {@link TIE_CHAIN} */
  readonly ties?: TieChain
}

export const TIE_RULES = ['supporters', 'ownContribution', 'id'] as const
export type TieRule = (typeof TIE_RULES)[number]

/** [L8] Decides between what a procedure holds equal, one rule after the other; the last one never leaves a tie. */
export type TieChain = readonly { readonly rule: TieRule; readonly compare: (a: ListedMeasure, b: ListedMeasure) => number }[]

/** [L8] More carrying departments → lower own contribution → id by code. */
export const TIE_CHAIN: TieChain = [
  { rule: 'supporters', compare: (a, b) => b.supporters - a.supporters },
  { rule: 'ownContribution', compare: (a, b) => a.ownContribution - b.ownContribution },
  { rule: 'id', compare: (a, b) => byCode(a.measureId, b.measureId) },
]

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

/** [L8] The order of what a procedure does not tell apart. */
export function standing(a: ListedMeasure, b: ListedMeasure, { ties = TIE_CHAIN }: Pick<ListParameters, 'ties'> = {}): number {
  for (const { compare } of ties) {
    const order = compare(a, b)
    if (order !== 0) return order
  }
  return 0
}

/** [L8] Which rule of the chain decides between two. */
export function tieRuleFor(a: ListedMeasure, b: ListedMeasure, { ties = TIE_CHAIN }: Pick<ListParameters, 'ties'> = {}): TieRule | undefined {
  return ties.find(({ compare }) => compare(a, b) !== 0)?.rule
}

/**
 * [L8] The one order of a list: figures of the procedure, then the chain of rules for ties.
 * With cumulated own contributions and the class by the budget line [L6].
 */
export function inOrderOf(judged: readonly Judged[], limits: ListLimits, parameters: Pick<ListParameters, 'ties'>): readonly RankedMeasure[] {
  const sorted = [...judged].sort((a, b) => compareFigures(a.figures, b.figures) || standing(a.measure, b.measure, parameters))
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
