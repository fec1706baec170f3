import { weighted } from '../effects.ts'
import type { ListedMeasure, Profile } from './procedure.ts'

/** What one voter gives to the measures of the list. */
export interface VoterPoints {
  readonly voter: string
  /** measure id → points, whole and above zero */
  readonly points: ReadonlyMap<string, number>
}

/**
 * Points that procedures on points or orders reckon with: dots, where they are in; else the voter's own weights × effects, where that is
 * above zero.
 */
export function pointsOfVoters({ dots, ownWeights }: Profile, measures: readonly ListedMeasure[]): readonly VoterPoints[] {
  const given = (voter: string, pointsFor: (measure: ListedMeasure) => number): VoterPoints => ({
    voter,
    points: new Map(measures.map((measure) => [measure.measureId, pointsFor(measure)] as const).filter(([, points]) => points > 0)),
  })
  const ballots = Object.entries(dots)
  if (ballots.length > 0)
    return ballots.map(([voter, ballot]) => given(voter, ({ measureId }) => (Object.hasOwn(ballot, measureId) ? (ballot[measureId] ?? 0) : 0)))
  return Object.entries(ownWeights).map(([voter, weights]) => given(voter, ({ effects }) => weighted(effects, weights)))
}
