import type { Rational } from './rational.ts'

/** What voters were asked for: yes or no, points out of a fixed sum, any points, or an order. */
export type BallotKind = 'approval' | 'cumulative' | 'scoring' | 'ordinal'

export interface Project {
  readonly id: string
  /** in the unit of the budget, zero or more */
  readonly cost: Rational
}

export interface Voter {
  readonly id: string
  /** above zero; a voter of weight w counts as w voters with the same ballot */
  readonly weight: Rational
  /** project id → points; in approval ballots 1, in ordinal ballots the rank, best 1. Only what stands on the ballot. */
  readonly ballot: ReadonlyMap<string, Rational>
}

/** Who wants what at which cost out of which budget. Ids are unique. */
export interface Election {
  readonly kind: BallotKind
  readonly budget: Rational
  readonly projects: readonly Project[]
  readonly voters: readonly Voter[]
}
