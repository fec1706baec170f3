import type { Character } from '../../bot/character.ts'

/** A plan in the terms of the report: what was decided, and what it is worth. */
export interface PlanFacts {
  readonly value: number
  readonly measureIds: readonly string[]
  /** whole euro and staff points that it takes over all rounds */
  readonly funds: number
  readonly staff: number
  /** is it known that none of its kind is worth more? */
  readonly proven: boolean
}

/** One workshop that the computer played. */
export interface GameFacts {
  readonly character: Character
  readonly value: number
  readonly measureIds: readonly string[]
  /** pairs that worked, as `a b` */
  readonly synergies: readonly string[]
}

/** Everything that has to be computed before it can be judged. */
export interface BalanceFacts {
  /** each department for itself, at its best; null: not found in time */
  readonly alone: PlanFacts | null
  readonly best: PlanFacts | null
  readonly games: readonly GameFacts[]
}
