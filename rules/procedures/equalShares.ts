import { byCode, entry, known } from '../ids.ts'
import { completedEqualShares } from '../participatoryBudgeting/completion.ts'
import type { Availability, Run } from '../participatoryBudgeting/equalShares.ts'
import { greedy } from '../participatoryBudgeting/greedy.ts'
import { type Candidate, instanceOf } from '../participatoryBudgeting/instance.ts'
import type { Tie } from '../participatoryBudgeting/outcome.ts'
import { paymentsOf } from '../participatoryBudgeting/payments.ts'
import { compare, divide, fraction, isPositive, type Rational, rational, subtract } from '../participatoryBudgeting/rational.ts'
import type { Valuation } from '../participatoryBudgeting/utilities.ts'
import { pointsOfVoters, type VoterPoints } from './ballotPoints.ts'
import {
  inOrderOf,
  type Judged,
  type ListedMeasure,
  type ListLimits,
  type ListParameters,
  type Procedure,
  type Profile,
  type Share,
  standing,
} from './procedure.ts'
import { notRated, scoreUnits } from './score.ts'

/** The parts of the budget grow by a two-hundredth at a time while that is affordable. */
const STEPS_PER_PURSE = 200n
/** Every voter's points are brought to this sum, so that nobody gains by giving more. */
const POINTS_PER_VOTER = 100n

/**
 * [L5] Method of Equal Shares: each voter has the same part of the budget (the medium line: all own funds); bought is always the measure
 * with the least price per point, paid by those who gave it points, by their points, as long as their part reaches. The parts grow while the
 * outcome stays affordable; then the rest is filled by points per euro. A measure waits for what it requires, and what is in conflict with
 * it or excluded beside it keeps it out. Then follow those with points that the budget does not reach, then those without, by score.
 */
export const equalShares: Procedure = (profile, measures, limits, parameters) => {
  const { run, filled, beyond, payments } = equalSharesRun(profile, measures, limits, parameters)
  const funded = [...run.bought, ...filled.bought]
  const tied = tiedIn([...run.ties, ...filled.ties, ...beyond.ties])
  const place = new Map([...funded, ...beyond.bought].map(({ id }, index) => [id, index]))
  const shared = new Set(run.bought.map(({ id }) => id))
  const fundedIds = new Set(funded.map(({ id }) => id))
  return inOrderOf(
    measures.map((measure): Judged => {
      const { measureId } = measure
      const index = place.get(measureId)
      if (index === undefined) return notRated(measure, scoreUnits(measure, profile, parameters))
      const how = shared.has(measureId) ? 'shared' : fundedIds.has(measureId) ? 'filled' : 'beyond'
      const because = { kind: 'equalShares', how, shares: wholeShares(payments.get(measureId), measure.ownContribution, profile) } as const
      return { measure, figures: [1, -index], tied: tied.has(measureId), because }
    }),
    limits,
    parameters,
  )
}

/** Everything that the method works out on its way, for the list and for showing how it was computed. */
export interface EqualSharesRun {
  readonly valuation: Valuation
  /** bought together, in order */
  readonly run: Run
  /** from the rest of the budget */
  readonly filled: Bought
  /** what the budget does not reach, by points per euro */
  readonly beyond: Bought
  /** measure id → voter → euro */
  readonly payments: ReadonlyMap<string, ReadonlyMap<string, Rational>>
  /** the part of each voter in the end, euro */
  readonly part: Rational
}

type Bought = ReturnType<typeof greedy>

export function equalSharesRun(profile: Profile, measures: readonly ListedMeasure[], limits: ListLimits, parameters: ListParameters): EqualSharesRun {
  const voters = pointsOfVoters(profile, measures)
  const valuation = valuationOf(voters, measures, limits.mediumLine)
  const instance = instanceOf(valuation)
  const byId = Object.fromEntries(measures.map((measure) => [measure.measureId, measure]))
  const options = {
    ties: (a: Candidate, b: Candidate) => standing(known(byId, a.id), known(byId, b.id), parameters),
    isAvailable: availabilityOf(byId),
    unsupported: false,
  }
  const step = divide(valuation.budget, rational(STEPS_PER_PURSE * BigInt(Math.max(1, voters.length))))
  const { run, purse } = completedEqualShares(instance, isPositive(step) ? 'infeasible' : 'none', step, options)
  const filled = greedy(instance, options, run.bought)
  const funded = [...run.bought, ...filled.bought]
  const beyond = greedy({ ...instance, budget: instance.projects.reduce((sum, { cost }) => sum + cost, 0n) }, { ...options, isAvailable: undefined }, funded)
  const part = fraction(purse[0] * instance.weightUnit, purse[1] * instance.moneyUnit)
  return { valuation, run, filled, beyond, payments: paymentsOf(run, purse, instance, valuation), part }
}

function valuationOf(voters: readonly VoterPoints[], measures: readonly ListedMeasure[], budget: number): Valuation {
  return {
    budget: rational(budget),
    projects: measures.map(({ measureId, ownContribution }) => ({ id: measureId, cost: rational(ownContribution) })),
    voters: voters.map(({ voter, points }) => {
      const sum = [...points.values()].reduce((total, given) => total + BigInt(given), 0n)
      return { id: voter, weight: rational(1n), utilities: new Map([...points].map(([id, given]) => [id, fraction(POINTS_PER_VOTER * BigInt(given), sum)])) }
    }),
  }
}

/** Undefined where nothing requires or excludes anything. What is adopted already stands, whether it was bought here or not. */
function availabilityOf(byId: Readonly<Record<string, ListedMeasure>>): Availability | undefined {
  const all = Object.values(byId)
  if (all.every(({ requires, rivals }) => requires.length === 0 && rivals.length === 0)) return undefined
  const adopted = new Set(all.filter((measure) => measure.adopted).map(({ measureId }) => measureId))
  return (id, bought) => {
    const measure = entry(byId, id)
    const isThere = (other: string) => bought.has(other) || adopted.has(other)
    return measure !== undefined && (measure.adopted || measure.requires.every(isThere)) && !measure.rivals.some(isThere)
  }
}

function tiedIn(ties: readonly Tie[]): ReadonlySet<string> {
  return new Set(ties.flatMap(({ among }) => among))
}

/**
 * Exact payments as whole euro that sum to the own contribution (largest remainder, then voter). Only where voters are teams: what a
 * single seat paid is nobody's business.
 */
function wholeShares(paid: ReadonlyMap<string, Rational> | undefined, ownContribution: number, { teamIds }: Pick<Profile, 'teamIds'>): readonly Share[] {
  const exact = [...(paid ?? [])]
  if (exact.length === 0 || exact.some(([voter]) => !teamIds.includes(voter))) return []
  const shares = exact.map(([teamId, amount]) => {
    const whole = amount.numerator / amount.denominator
    return { teamId, whole: Number(whole), remainder: subtract(amount, rational(whole)) }
  })
  const left = ownContribution - shares.reduce((sum, { whole }) => sum + whole, 0)
  const lucky = new Set([...shares].sort((a, b) => compare(b.remainder, a.remainder) || byCode(a.teamId, b.teamId)).slice(0, left))
  return shares
    .map((share): Share => ({ teamId: share.teamId, amount: share.whole + (lucky.has(share) ? 1 : 0) }))
    .sort((a, b) => teamIds.indexOf(a.teamId) - teamIds.indexOf(b.teamId))
}
