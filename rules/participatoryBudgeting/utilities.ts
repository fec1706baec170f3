import type { BallotKind, Election, Project, Voter } from './election.ts'
import { ONE, type Rational, rational } from './rational.ts'

/**
 * What a project that stands on a voter's ballot is worth to that voter: its cost, one, its points, or its Borda points
 * (length of the ballot − rank, so the last one named is worth nothing, as in pabutools).
 */
export const UTILITIES = ['cost', 'cardinality', 'points', 'borda'] as const
export type Utility = (typeof UTILITIES)[number]

/** Ballots as additive utilities: what every rule works on. */
export interface Valuation extends Pick<Election, 'budget' | 'projects'> {
  readonly voters: readonly Valuer[]
}

export interface Valuer {
  readonly id: string
  /** above zero */
  readonly weight: Rational
  /** project id → utility; a project that is missing is worth nothing */
  readonly utilities: ReadonlyMap<string, Rational>
}

/** What suits the ballots if nobody says otherwise. */
export function usualUtility(kind: BallotKind): Utility {
  return kind === 'approval' ? 'cost' : kind === 'ordinal' ? 'borda' : 'points'
}

/** Points need points, Borda an order. */
export function suits(utility: Utility, kind: BallotKind): boolean {
  if (utility === 'points') return kind !== 'ordinal'
  return utility !== 'borda' || kind === 'ordinal'
}

/** The ballots of an election as utilities. */
export function valuationOf({ budget, projects, voters }: Election, utility: Utility): Valuation {
  const known = new Map(projects.map((project) => [project.id, project]))
  return { budget, projects, voters: voters.map((voter) => ({ id: voter.id, weight: voter.weight, utilities: utilitiesOf(voter, utility, known) })) }
}

function utilitiesOf({ ballot }: Voter, utility: Utility, projects: ReadonlyMap<string, Project>): ReadonlyMap<string, Rational> {
  const worth = (id: string, given: Rational): Rational => {
    if (utility === 'points') return given
    if (utility === 'cardinality') return ONE
    if (utility === 'cost') return projects.get(id)?.cost ?? ONE
    return rational(BigInt(ballot.size) - given.numerator / given.denominator)
  }
  return new Map([...ballot].map(([id, given]) => [id, worth(id, given)]))
}
