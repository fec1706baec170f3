import { entry, known } from '../ids.ts'
import { doubledBorda, type Preference } from '../participatoryBudgeting/borda.ts'
import { preferenceFor } from '../participatoryBudgeting/kemeny.ts'
import { divide, isPositive, type Rational, toNumber } from '../participatoryBudgeting/rational.ts'
import { procedures } from '../procedures.ts'
import type { ProcedureId } from '../scenario/scenario.ts'
import { STATUS_QUO } from '../session.ts'
import { pointsOfVoters } from './ballotPoints.ts'
import { equalSharesRun } from './equalShares.ts'
import {
  type ListedMeasure,
  type ListLimits,
  type ListParameters,
  type Profile,
  type RankedMeasure,
  type Share,
  type TieRule,
  tieRuleFor,
} from './procedure.ts'
import { resistanceTo } from './resistanceTo.ts'
import { type Score, scoreOf } from './score.ts'

/** Fewest ballots of which a distribution is shown [L7]. */
const FEW = 5

/** One line of the list with what puts it there. */
export interface CalculatedRow {
  readonly measureId: string
  readonly rank: number
  /** [L8] what decided against the neighbour that the procedure held equal; null: nothing had to */
  readonly tieRule: TieRule | null
  /** [L3] every summand; it also orders what the procedure's ballot says nothing of */
  readonly score: Score
}

/** [L9] Every intermediate figure of a procedure, in its own words. */
export type Workings =
  | { readonly kind: 'utility' | 'negotiated' }
  /** `ones`, `twos`: ballots that gave it one dot, two dots; null below five ballots */
  | {
      readonly kind: 'dots'
      readonly ballots: number
      readonly given: Readonly<Record<string, { readonly dots: number; readonly ones: number | null; readonly twos: number | null }>>
    }
  /** `acceptance`: 1 − mean ÷ 10 */
  | { readonly kind: 'consensus'; readonly options: Readonly<Record<string, ResistanceFigures>> }
  | EqualSharesWorkings
  /** `preferred`: measure → other → ballots that prefer the first */
  | {
      readonly kind: 'ranking'
      readonly ballots: number
      readonly borda: Readonly<Record<string, number>>
      readonly preferred: Readonly<Record<string, Readonly<Record<string, number>>>>
      /** preferences that the order contradicts, pair by pair */
      readonly contradicted: number
      readonly isExact: boolean
    }

export interface ResistanceFigures {
  readonly ratings: number
  readonly sum: number
  readonly mean: number
  readonly max: number
  readonly acceptance: number
}

export interface EqualSharesWorkings {
  readonly kind: 'equalShares'
  /** whole euro */
  readonly budget: number
  readonly voters: number
  /** equal part of each voter at the beginning, and after the parts have grown; euro */
  readonly firstPart: number
  readonly lastPart: number
  /** everything with points is affordable together: parts limit nobody, `left` is of the budget */
  readonly isAllAffordable: boolean
  readonly purchases: readonly Purchase[]
  /** bought from the rest, and what was left of the budget after it, whole euro */
  readonly filled: readonly { readonly measureId: string; readonly points: number; readonly cost: number; readonly left: number }[]
}

export interface Purchase {
  readonly measureId: string
  /** of all voters, each brought to 100 */
  readonly points: number
  readonly cost: number
  /** euro; all supporters pay it per point, as long as their part reaches */
  readonly pricePerPoint: number
  /** whole euro; empty where voters are no teams */
  readonly shares: readonly Share[]
  /** left of all parts together after it, euro */
  readonly left: number
}

export interface Calculation {
  readonly procedure: ProcedureId
  readonly rows: readonly CalculatedRow[]
  readonly workings: Workings
}

/** [L9] The same ballots, measures and limits that the procedure gets, with everything it works out on its way. */
export function calculationOf(
  procedure: ProcedureId,
  profile: Profile,
  measures: readonly ListedMeasure[],
  limits: ListLimits,
  parameters: ListParameters,
): Calculation {
  const ranked = procedures[procedure](profile, measures, limits, parameters)
  const byId = Object.fromEntries(measures.map((measure) => [measure.measureId, measure]))
  return {
    procedure,
    rows: ranked.map((place, index) => ({
      measureId: place.measureId,
      rank: place.rank,
      tieRule: place.tied ? tieRuleAt(ranked, index, byId, parameters) : null,
      score: scoreOf(known(byId, place.measureId), profile, parameters),
    })),
    workings: workingsOf(procedure, ranked, profile, measures, limits, parameters),
  }
}

/** The rule that keeps it apart from its tied neighbour: the one below, or else the one above. */
function tieRuleAt(ranked: readonly RankedMeasure[], index: number, byId: Readonly<Record<string, ListedMeasure>>, parameters: ListParameters): TieRule | null {
  const measure = byId[ranked[index]?.measureId ?? '']
  const neighbour = [ranked[index + 1], ranked[index - 1]].find((other) => other?.tied)
  const other = neighbour && byId[neighbour.measureId]
  return (measure && other && tieRuleFor(measure, other, parameters)) ?? null
}

function workingsOf(
  procedure: ProcedureId,
  ranked: readonly RankedMeasure[],
  profile: Profile,
  measures: readonly ListedMeasure[],
  limits: ListLimits,
  parameters: ListParameters,
): Workings {
  switch (procedure) {
    case 'dots':
      return dotsWorkings(profile, measures)
    case 'consensus':
      return consensusWorkings(profile, measures)
    case 'equalShares':
      return equalSharesWorkings(ranked, profile, measures, limits, parameters)
    case 'ranking':
      return rankingWorkings(ranked, profile, measures)
    default:
      return { kind: procedure }
  }
}

function dotsWorkings({ dots }: Profile, measures: readonly ListedMeasure[]): Workings {
  const ballots = Object.values(dots)
  const count = (id: string, many: number) => (ballots.length < FEW ? null : ballots.filter((ballot) => entry(ballot, id) === many).length)
  return {
    kind: 'dots',
    ballots: ballots.length,
    given: Object.fromEntries(
      measures.map(({ measureId: id }) => [
        id,
        { dots: ballots.reduce((sum, ballot) => sum + (entry(ballot, id) ?? 0), 0), ones: count(id, 1), twos: count(id, 2) },
      ]),
    ),
  }
}

function consensusWorkings({ resistance }: Profile, measures: readonly ListedMeasure[]): Workings {
  const ids = [...measures.map(({ measureId }) => measureId), STATUS_QUO]
  return {
    kind: 'consensus',
    options: Object.fromEntries(
      ids.flatMap((id): [string, ResistanceFigures][] => {
        const met = resistanceTo(resistance, id)
        const ratings = Object.values(resistance).filter((ballot) => entry(ballot, id) !== undefined).length
        return met ? [[id, { ratings, sum: Math.round(met.mean * ratings), ...met, acceptance: 1 - met.mean / 10 }]] : []
      }),
    ),
  }
}

function equalSharesWorkings(
  ranked: readonly RankedMeasure[],
  profile: Profile,
  measures: readonly ListedMeasure[],
  limits: ListLimits,
  parameters: ListParameters,
): Workings {
  const { valuation, run, filled, payments, part } = equalSharesRun(profile, measures, limits, parameters)
  const voters = valuation.voters.length
  const pointsTo = (id: string) => valuation.voters.reduce((sum, { utilities }) => sum + asNumber(utilities.get(id)), 0)
  const byRank = new Map(ranked.map((place) => [place.measureId, place]))
  const firstPart = voters === 0 ? 0 : limits.mediumLine / voters
  const wanted = measures.filter(({ measureId }) => valuation.voters.some(({ utilities }) => utilities.has(measureId)))
  const isAllAffordable = run.bought.length === wanted.length
  // Where everything is affordable the parts are as large as it takes: nothing to learn from them.
  const lastPart = isAllAffordable || voters === 0 ? firstPart : asNumber(part)
  let left = isAllAffordable ? limits.mediumLine : lastPart * voters
  let rest = limits.mediumLine - Number(run.bought.reduce((sum, { id }) => sum + (byRank.get(id)?.ownContribution ?? 0), 0))
  return {
    kind: 'equalShares',
    budget: limits.mediumLine,
    voters,
    firstPart,
    lastPart,
    isAllAffordable,
    purchases: run.bought.map(({ id }): Purchase => {
      const place = byRank.get(id)
      const cost = place?.ownContribution ?? 0
      left -= cost
      const shares = place?.because.kind === 'equalShares' ? place.because.shares : []
      return { measureId: id, points: pointsTo(id), cost, pricePerPoint: priceOf(id, valuation.voters, payments.get(id)), shares, left }
    }),
    filled: filled.bought.map(({ id }) => {
      const cost = byRank.get(id)?.ownContribution ?? 0
      rest -= cost
      return { measureId: id, points: pointsTo(id), cost, left: rest }
    }),
  }
}

/** What those pay per point whose part reaches: the most that anybody pays. */
function priceOf(
  measureId: string,
  voters: readonly { readonly id: string; readonly utilities: ReadonlyMap<string, Rational> }[],
  paid: ReadonlyMap<string, Rational> | undefined,
): number {
  const prices = voters.flatMap(({ id, utilities }) => {
    const [amount, points] = [paid?.get(id), utilities.get(measureId)]
    return amount && points && isPositive(points) ? [asNumber(divide(amount, points))] : []
  })
  return Math.max(0, ...prices)
}

function asNumber(amount: Rational | undefined): number {
  return amount ? toNumber(amount.numerator, amount.denominator) : 0
}

function rankingWorkings(ranked: readonly RankedMeasure[], profile: Profile, measures: readonly ListedMeasure[]): Workings {
  const preferences = pointsOfVoters(profile, measures).map(({ points }): Preference => ({ weight: 1, points }))
  const merged = ranked.filter(({ because }) => because.kind === 'ranking')
  const ids = merged.map(({ measureId }) => measureId)
  const doubled = doubledBorda(ids, preferences)
  const prefers = (a: string, b: string) => preferenceFor(a, b, preferences)
  return {
    kind: 'ranking',
    ballots: preferences.length,
    borda: Object.fromEntries(ids.map((id) => [id, (doubled.get(id) ?? 0) / 2])),
    preferred: Object.fromEntries(ids.map((id) => [id, Object.fromEntries(ids.filter((other) => other !== id).map((other) => [other, prefers(id, other)]))])),
    contradicted: ids.reduce((sum, id, index) => sum + ids.slice(index + 1).reduce((more, below) => more + prefers(below, id), 0), 0),
    isExact: merged.every(({ because }) => because.kind === 'ranking' && because.isExact),
  }
}
