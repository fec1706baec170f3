import type { Candidate, Instance } from './instance.ts'
import { gcd, toNumber } from './rational.ts'

/** Rounding of one operation on doubles. */
const EPSILON = 2 ** -53

/** A price of one unit of a project's utility: `numerator / (denominator of the purses × richLoad)`, with those whose purse it empties. */
export interface Price {
  readonly numerator: bigint
  /** Σ loads of those who can pay in full, above zero */
  readonly richLoad: bigint
  /** indices into the candidate's supporters */
  readonly poor: readonly number[]
}

/** One purchase as it was paid. Every purse is a whole number over `denominator` from here on. */
export interface Payment {
  readonly candidate: Candidate
  /** price of one unit, over `denominator` */
  readonly rate: bigint
  readonly denominator: bigint
  readonly poor: readonly number[]
}

/**
 * What every voter of a group has left.
 *
 * Exact, without carrying a long fraction for every group: a purse is the first purse minus Σ price × units over what was bought, or
 * empty. So one list of prices over a common denominator, and for each group the list of what it paid for, say everything. A double
 * beside each purse says with a known error what can be said without the exact figure; whatever that leaves open is decided exactly.
 */
export class Purses {
  /** one per group, wrong by at most {@link roughError} */
  readonly rough: Float64Array
  readonly isEmpty: Uint8Array
  readonly payments: Payment[] = []
  /** of every purse and price */
  denominator: bigint
  /** the first purse of one voter, over the denominator */
  private first: bigint
  /** prices of the purchases, over the denominator */
  private rates: bigint[] = []
  /** per group: index of a purchase and units paid for */
  private readonly paid: (readonly [number, bigint])[][]
  private readonly roughFirst: number

  /** @param purse of one voter of weight 1 / weightUnit, in money units of the instance, as numerator and denominator */
  constructor(instance: Instance, purse: readonly [bigint, bigint]) {
    this.first = purse[0]
    this.denominator = purse[1]
    this.roughFirst = toNumber(...purse)
    this.rough = new Float64Array(instance.groups.length).fill(this.roughFirst)
    this.isEmpty = new Uint8Array(instance.groups.length).fill(purse[0] === 0n ? 1 : 0)
    this.paid = instance.groups.map(() => [])
  }

  /** Each payment adds the rounding of a price, a product and a difference, none larger than the first purse. */
  get roughError(): number {
    return (4 * this.payments.length + 2) * EPSILON * this.roughFirst
  }

  /** Over the denominator. */
  exact(group: number): bigint {
    if (this.isEmpty[group] === 1) return 0n
    let left = this.first
    for (const [purchase, units] of this.paid[group] ?? []) left -= (this.rates[purchase] ?? 0n) * units
    return left
  }

  /** What these supporters of a candidate have left together, over the denominator. */
  together(candidate: Candidate, members: readonly number[], weights: readonly bigint[]): bigint {
    let weight = 0n
    const units = this.rates.map(() => 0n)
    for (const member of members) {
      const group = candidate.supporters[member] ?? -1
      if (this.isEmpty[group] === 1) continue
      const own = weights[group] ?? 0n
      weight += own
      for (const [purchase, paid] of this.paid[group] ?? []) units[purchase] = (units[purchase] ?? 0n) + own * paid
    }
    return units.reduce((left, paid, purchase) => left - paid * (this.rates[purchase] ?? 0n), weight * this.first)
  }

  /** Takes the price from all supporters: from the poor what they have. */
  pay(candidate: Candidate, { numerator, richLoad, poor }: Price): void {
    const divisor = gcd(richLoad, numerator)
    const growth = richLoad / divisor
    this.first *= growth
    this.rates = this.rates.map((rate) => rate * growth)
    this.denominator *= growth
    const rate = numerator / divisor
    const roughRate = toNumber(rate, this.denominator)
    const purchase = this.rates.push(rate) - 1
    for (const member of poor) this.empty(candidate.supporters[member] ?? -1)
    candidate.supporters.forEach((group, member) => {
      if (this.isEmpty[group] === 1) return
      const units = candidate.units[member] ?? 0n
      this.paid[group]?.push([purchase, units])
      this.rough[group] = (this.rough[group] ?? 0) - roughRate * Number(units)
    })
    this.payments.push({ candidate, rate, denominator: this.denominator, poor })
  }

  private empty(group: number): void {
    this.isEmpty[group] = 1
    this.rough[group] = 0
  }
}
