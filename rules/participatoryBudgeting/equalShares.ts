import type { Candidate, Instance } from './instance.ts'
import type { Tie } from './outcome.ts'
import { boundsOf, exactPrice, type RoughCandidate, type RoughPrice, roughCandidate, roughPrice } from './price.ts'
import { type Payment, type Price, Purses } from './purses.ts'
import { toNumber } from './rational.ts'
import type { TieBreak } from './tieBreaking.ts'

/** May a project be bought beside those bought before it? For prerequisites and exclusions; once bought, ids only grow in number. */
export type Availability = (id: string, bought: ReadonlySet<string>) => boolean

export interface EqualSharesOptions {
  readonly ties: TieBreak
  /** absent: every project is always available */
  readonly isAvailable?: Availability
}

/** One run of the rule, whatever the budget: with larger purses than the budget gives it may cost more. */
export interface Run {
  readonly bought: readonly Candidate[]
  readonly cost: bigint
  readonly payments: readonly Payment[]
  readonly ties: readonly Tie[]
}

/** Supported projects of an instance, made ready for many runs. */
export interface Prepared {
  readonly instance: Instance
  readonly weights: readonly bigint[]
  /** supported by someone, in the order of the tie-break, so that it need not be asked where nothing else differs */
  readonly free: readonly Candidate[]
  readonly priced: readonly RoughCandidate[]
}

export function prepare(instance: Instance): Prepared {
  const supported = instance.projects.filter(({ load }) => load > 0n)
  return {
    instance,
    weights: instance.groups.map(({ weight }) => weight),
    free: supported.filter(({ cost }) => cost === 0n),
    priced: supported.filter(({ cost }) => cost > 0n).map((candidate) => roughCandidate(candidate, instance)),
  }
}

/**
 * Method of Equal Shares for additive utilities (Peters, Pierczyński, Skowron 2021, „Proportional Participatory Budgeting with Additive
 * Utilities“): every voter has the same purse; bought is always the project whose supporters can pay it at the least price per utility,
 * each in proportion to its utility and at most with its purse. What costs nothing comes first. All figures are exact.
 *
 * @param purse of one voter of weight 1 / weightUnit, in money units of the instance, as numerator and denominator
 */
export function equalShares({ instance, weights, free, priced }: Prepared, purse: readonly [bigint, bigint], options: EqualSharesOptions): Run {
  const purses = new Purses(instance, purse)
  const money = toNumber(purse[0] * instance.weight, purse[1])
  const bought: Candidate[] = []
  const boughtIds = new Set<string>()
  const ties: Tie[] = []
  const isAvailable = ({ id }: Candidate) => options.isAvailable?.(id, boughtIds) ?? true
  const take = (equal: readonly Candidate[]): Candidate | undefined => {
    const ordered = [...equal].sort(options.ties)
    const [chosen] = ordered
    if (!chosen) return undefined
    bought.push(chosen)
    boughtIds.add(chosen.id)
    if (ordered.length > 1) ties.push({ chosen: chosen.id, among: ordered.map(({ id }) => id) })
    return chosen
  }

  const gifts = new Set(free)
  let open: Offer[] = priced.map((rough) => ({ rough, least: rough.cost / toNumber(rough.candidate.load * rough.candidate.scale, 1n) }))
  for (;;) {
    const gift = take([...gifts].filter(isAvailable))
    if (gift) {
      gifts.delete(gift)
      continue
    }
    const { equal, offers } = cheapest(open, (offer) => isAvailable(offer.rough.candidate), { purses, weights, money })
    const chosen = take(equal.map(({ candidate }) => candidate))
    const price = equal.find(({ candidate }) => candidate === chosen)?.price
    if (!chosen || !price) break
    purses.pay(chosen, price)
    open = offers.filter(({ rough }) => rough.candidate !== chosen)
  }
  return { bought, cost: bought.reduce((sum, { cost }) => sum + cost, 0n), payments: purses.payments, ties }
}

/** A project still to be had, and a price that it will not fall below: purses only shrink, so prices only rise. */
interface Offer {
  readonly rough: RoughCandidate
  readonly least: number
}

interface Market {
  readonly purses: Purses
  readonly weights: readonly bigint[]
  readonly money: number
}

interface Priced {
  readonly candidate: Candidate
  readonly price: Price
}

/** The available projects of the least price, exactly; and all offers that can still be paid, with what was learnt of their prices. */
function cheapest(offers: readonly Offer[], isAvailable: (offer: Offer) => boolean, market: Market): { equal: readonly Priced[]; offers: Offer[] } {
  const sorted = [...offers].sort((a, b) => a.least - b.least)
  const kept: Offer[] = []
  const looked: { readonly offer: Offer; readonly rough: RoughPrice; readonly exact?: Price }[] = []
  let most = Number.POSITIVE_INFINITY
  for (const offer of sorted) {
    // An infinite bound is only said where nobody can pay; so equal infinities are looked at, not skipped.
    if (offer.least > most || !isAvailable(offer)) {
      kept.push(offer)
      continue
    }
    const priced = look(offer, market)
    if (!priced) continue
    kept.push(priced.offer)
    looked.push(priced)
    most = Math.min(most, priced.rough.most)
  }
  const contenders = looked.filter(({ rough }) => rough.least <= most)
  return { equal: equallyCheap(contenders, market), offers: kept }
}

/** The present price of an offer in bounds; undefined if its supporters cannot pay it any more. */
function look(offer: Offer, { purses, weights, money }: Market): { offer: Offer; rough: RoughPrice; exact?: Price } | undefined {
  const { rough } = offer
  const price = roughPrice(rough, purses, money)
  if (price.unclear.length === 0) return price.least === Number.POSITIVE_INFINITY ? undefined : { offer: { rough, least: price.least }, rough: price }
  const exact = exactPrice(rough.candidate, price, purses, weights)
  if (!exact) return undefined
  const bounds = boundsOf(exact, rough.candidate, purses)
  return { offer: { rough, least: bounds.least }, rough: { ...price, ...bounds }, exact }
}

/** Of those that bounds do not tell apart, the ones whose exact price per utility is least. */
function equallyCheap(
  contenders: readonly { readonly offer: Offer; readonly rough: RoughPrice; readonly exact?: Price }[],
  { purses, weights }: Market,
): readonly Priced[] {
  let equal: Priced[] = []
  for (const { offer, rough, exact } of contenders) {
    const { candidate } = offer.rough
    const price = exact ?? exactPrice(candidate, rough, purses, weights)
    if (!price) continue
    const [best] = equal
    const order = best ? comparePrices({ candidate, price }, best) : 0
    if (order < 0) equal = []
    if (order <= 0) equal.push({ candidate, price })
  }
  return equal
}

/** Prices per utility, exactly; the denominator of the purses is common to both. */
function comparePrices(a: Priced, b: Priced): number {
  const left = a.price.numerator * b.price.richLoad * b.candidate.scale
  const right = b.price.numerator * a.price.richLoad * a.candidate.scale
  return left < right ? -1 : left > right ? 1 : 0
}
