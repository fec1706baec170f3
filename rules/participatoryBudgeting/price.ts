import type { Candidate, Instance } from './instance.ts'
import type { Price, Purses } from './purses.ts'
import { toNumber } from './rational.ts'

/** More than the rounding of every sum and product below, per summand: doubles keep 53 bits. */
const SLACK = 2 ** -49

/** What doubles say for sure of the price of one unit of a candidate's utility. */
export interface RoughPrice {
  /** bounds; both infinite: its supporters cannot pay it, neither now nor later */
  readonly least: number
  readonly most: number
  /** supporters who certainly cannot pay in full */
  readonly poor: readonly number[]
  /** supporters of whom doubles do not tell; the bounds hold only if there are none */
  readonly unclear: readonly number[]
}

/** A candidate in doubles; made once per instance. */
export interface RoughCandidate {
  readonly candidate: Candidate
  readonly cost: number
  readonly scale: number
  readonly units: Float64Array
  readonly loads: Float64Array
  readonly weights: Float64Array
}

export function roughCandidate(candidate: Candidate, { groups }: Instance): RoughCandidate {
  return {
    candidate,
    cost: Number(candidate.cost),
    scale: Number(candidate.scale),
    units: Float64Array.from(candidate.units, Number),
    loads: Float64Array.from(candidate.loads, Number),
    weights: Float64Array.from(candidate.supporters, (group) => Number(groups[group]?.weight ?? 0n)),
  }
}

const UNPAYABLE = { least: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY, unclear: [] }

/**
 * The least price at which the supporters can pay the cost together, each by its units but at most its purse: first all share it; those
 * whose purse is too small give what they have; the others share the rest; and so on until nobody new is too poor.
 *
 * @param money what all purses held at first, in money units
 */
export function roughPrice(rough: RoughCandidate, purses: Purses, money: number): RoughPrice {
  const { supporters } = rough.candidate
  const slack = SLACK * (supporters.length + 4 * purses.payments.length + 8) * (rough.cost + money)
  const poor: number[] = []
  let rich: number[] = []
  for (const [member, group] of supporters.entries()) (purses.isEmpty[group] === 1 ? poor : rich).push(member)
  let left = rough.cost
  while (rich.length > 0) {
    const load = rich.reduce((sum, member) => sum + (rough.loads[member] ?? 0), 0)
    const [rate, error] = [left / load, slack / load]
    const sorted = sortOut(rough, rich, purses, rate, error)
    if (sorted.poor.length === 0) return { least: (rate - error) / rough.scale, most: (rate + error) / rough.scale, poor, unclear: sorted.unclear }
    for (const member of sorted.poor) {
      left -= (rough.weights[member] ?? 0) * (purses.rough[supporters[member] ?? -1] ?? 0)
      poor.push(member)
    }
    rich = sorted.rich
  }
  return { ...UNPAYABLE, poor }
}

/** Who of them certainly cannot pay this rate, who might, and of whom of these that is not sure. What is no number is not sure. */
function sortOut({ candidate, units }: RoughCandidate, members: readonly number[], purses: Purses, rate: number, error: number) {
  const [poor, rich, unclear]: [number[], number[], number[]] = [[], [], []]
  for (const member of members) {
    const purse = purses.rough[candidate.supporters[member] ?? -1] ?? 0
    const own = units[member] ?? 0
    const doubt = purses.roughError + error * own
    if (purse + doubt < rate * own) poor.push(member)
    else {
      rich.push(member)
      if (!(purse - doubt > rate * own)) unclear.push(member)
    }
  }
  return { poor, rich, unclear }
}

/** The exact price, beginning with those who are certainly poor. @returns undefined if the supporters cannot pay */
export function exactPrice(candidate: Candidate, { poor: surelyPoor, unclear }: RoughPrice, purses: Purses, weights: readonly bigint[]): Price | undefined {
  const poor = [...surelyPoor]
  let richLoad = poor.reduce((load, member) => load - (candidate.loads[member] ?? 0n), candidate.load)
  let numerator = candidate.cost * purses.denominator - purses.together(candidate, poor, weights)
  let open = unclear
  while (richLoad > 0n) {
    const [load, left] = [richLoad, numerator]
    const isPoor = (member: number) => purses.exact(candidate.supporters[member] ?? -1) * load < left * (candidate.units[member] ?? 0n)
    const found = open.filter(isPoor)
    if (found.length === 0) return { numerator, richLoad, poor }
    open = open.filter((member) => !found.includes(member))
    for (const member of found) {
      richLoad -= candidate.loads[member] ?? 0n
      poor.push(member)
    }
    numerator -= purses.together(candidate, found, weights)
  }
  return undefined
}

/** Bounds of an exact price, per utility. */
export function boundsOf({ numerator, richLoad }: Price, { scale }: Candidate, purses: Purses): { readonly least: number; readonly most: number } {
  const price = toNumber(numerator, purses.denominator * richLoad * scale)
  return { least: price * (1 - SLACK), most: price * (1 + SLACK) }
}
