import type { Rational } from './rational.ts'

/** What a rule decided. */
export interface Outcome {
  /** ids in the order in which they were bought */
  readonly winners: readonly string[]
  /** of all winners together */
  readonly cost: Rational
  /** project id → voter id → what the voter paid; projects that nobody in particular paid for are missing */
  readonly payments: ReadonlyMap<string, ReadonlyMap<string, Rational>>
  /** where the rule held several projects equal and the tie-break decided */
  readonly ties: readonly Tie[]
}

export interface Tie {
  readonly chosen: string
  /** ids, the chosen one first, then as the tie-break orders them */
  readonly among: readonly string[]
}
