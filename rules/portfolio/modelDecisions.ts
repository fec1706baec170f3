import { type ModelBuilder, type Term, times } from './linearModel.ts'
import { isDecidableIn, type Portfolio, roundsOf } from './portfolio.ts'

/**
 * When a measure is decided, as „done by round r“ variables: they only ever rise, and proved far easier to solve than
 * „decided in round r“ ones.
 */
export interface Decisions {
  /** 1 if the measure is decided by the end of the round; nothing for round 0 */
  readonly doneBy: (measureId: string, round: number) => readonly Term[]
  /** 1 if it is decided in just this round */
  readonly decidedIn: (measureId: string, round: number) => readonly Term[]
  /** 1 if it is decided at all */
  readonly done: (measureId: string) => readonly Term[]
}

export function decisionVariables(portfolio: Portfolio, builder: ModelBuilder): Decisions {
  const variables = new Map<string, readonly (readonly Term[])[]>()
  portfolio.measures.forEach((measure, index) => {
    let before: readonly Term[] = []
    const byRound = roundsOf(portfolio).map((round) => {
      if (!isDecidableIn(measure, round)) return before
      const now: readonly Term[] = [[1, builder.yesNo(`x${index}_${round}`)]]
      if (before.length > 0) builder.atLeast([...now, ...times(-1, before)], 0)
      before = now
      return now
    })
    variables.set(measure.id, byRound)
  })
  const doneBy = (measureId: string, round: number) => variables.get(measureId)?.[round - 1] ?? []
  return {
    doneBy,
    done: (measureId) => doneBy(measureId, portfolio.rounds),
    decidedIn: (measureId, round) => [...doneBy(measureId, round), ...times(-1, doneBy(measureId, round - 1))],
  }
}
