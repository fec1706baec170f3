import { goalWeights } from './effects.ts'
import { byCode, entry } from './ids.ts'
import { WEIGHT_UNITS } from './procedures/procedure.ts'
import { resistanceTo } from './procedures/resistanceTo.ts'
import { type Prioritisation, type SessionState, STATUS_QUO } from './session.ts'
import { teamsTakingPart, voters } from './voters.ts'

/** Ballots of the prioritisation: who is in, and what they come to once they are revealed. */
export type Ballot = Prioritisation['revealed'][number]

/** [L7] With fewer ballots no distribution is shown: it would show who chose what. */
export const MIN_BALLOTS_FOR_SPREAD = 5

export function isRevealed(state: SessionState, ballot: Ballot): boolean {
  return state.prioritisation.revealed.includes(ballot)
}

/** [L4] Dots that every voter places: half of the measures on the ballot (rounded down) and one more, at most ten. */
export function dotsEach(state: SessionState): number {
  return Math.min(10, Math.floor(state.prioritisation.measureIds.length / 2) + 1)
}

/** Whose ballots are waited for: voters of the scenario; classes are a matter of departments and given per team [L6]. */
export function ballotVoters(state: SessionState, ballot: Ballot): readonly string[] {
  return ballot === 'classes' ? teamsTakingPart(state) : voters(state)
}

/** Who has handed in this ballot. Classes are in once every measure of the list has one. */
export function votersIn(state: SessionState, ballot: Ballot): readonly string[] {
  const { classes, measureIds } = state.prioritisation
  if (ballot !== 'classes') return Object.keys(state.prioritisation[ballot])
  const isComplete = (given: (typeof classes)[string]) => measureIds.length > 0 && measureIds.every((id) => entry(given, id)?.priority !== undefined)
  return Object.entries(classes).flatMap(([voter, given]) => (isComplete(given) ? [voter] : []))
}

/** Are all ballots in that are waited for? */
export function isComplete(state: SessionState, ballot: Ballot): boolean {
  const handedIn = votersIn(state, ballot)
  return ballotVoters(state, ballot).every((voter) => handedIn.includes(voter))
}

/** [L2] Weights for the score, in whole {@link WEIGHT_UNITS}: the median of the revealed ballots per goal, before that the scenario's. */
export function weightUnits(state: SessionState): Readonly<Record<string, number>> {
  const otherwise = state.whatIf?.weights
  if (otherwise) return Object.fromEntries(state.scenario.goals.map(({ id }) => [id, (entry(otherwise, id) ?? 0) * WEIGHT_UNITS]))
  const ballots = Object.values(state.prioritisation.weights)
  if (!isRevealed(state, 'weights') || ballots.length === 0)
    return Object.fromEntries(Object.entries(goalWeights(state)).map(([goalId, weight]) => [goalId, weight * WEIGHT_UNITS]))
  return Object.fromEntries(state.scenario.goals.map(({ id }) => [id, doubledMedian(givenTo(ballots, id)) * (WEIGHT_UNITS / 2)]))
}

/** [L2] Revealed weights: goal id → median, least and most. Below five ballots least and most are the median [L7]. Empty before. */
export function weightResults(state: SessionState): Readonly<Record<string, { readonly median: number; readonly min: number; readonly max: number }>> {
  const ballots = Object.values(state.prioritisation.weights)
  if (!isRevealed(state, 'weights') || ballots.length === 0) return {}
  return Object.fromEntries(
    state.scenario.goals.map(({ id }) => {
      const given = givenTo(ballots, id)
      const median = doubledMedian(given) / 2
      if (ballots.length < MIN_BALLOTS_FOR_SPREAD) return [id, { median, min: median, max: median }]
      return [id, { median, min: Math.min(...given), max: Math.max(...given) }]
    }),
  )
}

/** [L4] Revealed dots: measure id → sum. Empty before. */
export function dotResults(state: SessionState): Readonly<Record<string, number>> {
  const { dots, measureIds } = state.prioritisation
  if (!isRevealed(state, 'dots')) return {}
  const sum = (id: string) => Object.values(dots).reduce((total, ballot) => total + (entry(ballot, id) ?? 0), 0)
  return Object.fromEntries(measureIds.map((id) => [id, sum(id)]))
}

/** [L7] Dots of each voter once revealed, sorted by what they say so that nothing tells whose they are; empty below five ballots. */
export function dotBallots(state: SessionState): readonly Readonly<Record<string, number>>[] {
  const { dots, measureIds } = state.prioritisation
  const ballots = Object.values(dots)
  if (!isRevealed(state, 'dots') || ballots.length < MIN_BALLOTS_FOR_SPREAD) return []
  const key = (ballot: (typeof ballots)[number]) => measureIds.map((id) => entry(ballot, id) ?? 0).join(' ')
  return [...ballots].sort((one, other) => byCode(key(one), key(other)))
}

export interface ResistanceResult {
  readonly mean: number
  readonly max: number
  /** `talk`: the mean or a single resistance asks for one more talk [L4] */
  readonly verdict: 'broad' | 'workable' | 'talk'
}

/** [L4] Revealed resistance: measure id or `status-quo` → mean, highest, verdict by the scenario's limits. Empty before. */
export function resistanceResults(state: SessionState): Readonly<Record<string, ResistanceResult>> {
  const { resistance, measureIds } = state.prioritisation
  if (!isRevealed(state, 'resistance')) return {}
  const { resistanceBroad, resistanceMean, resistanceSingle } = state.scenario.prioritisation
  return Object.fromEntries(
    [...measureIds, STATUS_QUO].flatMap((id) => {
      const met = resistanceTo(resistance, id)
      if (!met) return []
      const verdict = met.mean > resistanceMean || met.max >= resistanceSingle ? 'talk' : met.mean <= resistanceBroad ? 'broad' : 'workable'
      return [[id, { ...met, verdict } as const]]
    }),
  )
}

function givenTo(ballots: readonly Readonly<Record<string, number>>[], goalId: string): readonly number[] {
  return ballots.map((ballot) => entry(ballot, goalId) ?? 0)
}

/** Twice the median, so that the mean of two middle ballots stays whole. */
function doubledMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  return lower + upper
}
