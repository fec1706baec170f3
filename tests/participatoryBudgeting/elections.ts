import fc from 'fast-check'
import type { BallotKind, Election } from '../../rules/participatoryBudgeting/election.ts'
import { type Rational, rational, toText } from '../../rules/participatoryBudgeting/rational.ts'

/** An election in plain figures: project id → cost; per voter project id → points (or rank), and its weight if it is not 1. */
export interface PlainElection {
  readonly kind?: BallotKind
  readonly budget: number | string
  readonly costs: Readonly<Record<string, number | string>>
  readonly ballots: readonly (readonly [Readonly<Record<string, number | string>>, (number | string)?])[]
}

export function election({ kind = 'scoring', budget, costs, ballots }: PlainElection): Election {
  return {
    kind,
    budget: rational(budget),
    projects: Object.entries(costs).map(([id, cost]) => ({ id, cost: rational(cost) })),
    voters: ballots.map(([ballot, weight = 1], index) => ({
      id: `v${index + 1}`,
      weight: rational(weight),
      ballot: new Map(Object.entries(ballot).map(([id, points]) => [id, rational(points)])),
    })),
  }
}

/** Approvals: each word is a ballot, each letter a project. */
export function approvals(budget: number | string, costs: Readonly<Record<string, number | string>>, ballots: readonly string[]): Election {
  return election({ kind: 'approval', budget, costs, ballots: ballots.map((word) => [Object.fromEntries([...word].map((letter) => [letter, 1]))]) })
}

/** Payments as plain text: project → voter → amount. */
export function plain(payments: ReadonlyMap<string, ReadonlyMap<string, Rational>>): Record<string, Record<string, string>> {
  return Object.fromEntries([...payments].map(([project, paid]) => [project, Object.fromEntries([...paid].map(([voter, amount]) => [voter, toText(amount)]))]))
}

interface Size {
  readonly projects: number
  readonly voters: number
  /** weights up to this; 1: all equal */
  readonly weight: number
  readonly points: number
}

/** Small elections with small figures, so that ties, empty purses and prices at the very edge are frequent. */
export function someElection({ projects, voters, weight, points }: Size, kind: BallotKind = 'scoring'): fc.Arbitrary<Election> {
  const ids = 'abcdefghij'.slice(0, projects).split('')
  const cost = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 12 }) }, { weight: 1, arbitrary: fc.constantFrom(0, '0.5', '2.25', '10/3') })
  const given = kind === 'approval' ? fc.constantFrom(0, 1) : fc.integer({ min: 0, max: points })
  return fc
    .record({
      budget: fc.integer({ min: 0, max: 40 }),
      costs: fc.tuple(...ids.map(() => cost)),
      ballots: fc.array(fc.tuple(fc.tuple(...ids.map(() => given)), fc.integer({ min: 1, max: weight })), { minLength: 1, maxLength: voters }),
    })
    .map(({ budget, costs, ballots }) =>
      election({
        kind,
        budget,
        costs: Object.fromEntries(ids.map((id, index) => [id, costs[index] ?? 1])),
        ballots: ballots.map(([row, heft]) => [Object.fromEntries(ids.flatMap((id, index) => ((row[index] ?? 0) > 0 ? [[id, row[index] ?? 0]] : []))), heft]),
      }),
    )
}

/** Runs that failed once are found again by their seed and stay; one more seed is new each time. `SEED` repeats it, `LONGER` runs more. */
const KEPT_SEEDS = [1, 20_261_124]
const FRESH_SEED = Number(process.env.SEED ?? Date.now() % 2_147_483_647)
const LONGER = Number(process.env.LONGER ?? 1)

export function holds<T>(arbitrary: fc.Arbitrary<T>, runs: number, check: (value: T) => void): void {
  for (const seed of [...KEPT_SEEDS, FRESH_SEED]) fc.assert(fc.property(arbitrary, check), { seed, numRuns: runs * LONGER })
}
