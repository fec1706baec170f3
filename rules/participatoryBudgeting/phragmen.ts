import type { Candidate, Instance } from './instance.ts'
import type { Tie } from './outcome.ts'
import { fraction, type Rational } from './rational.ts'
import type { TieBreak } from './tieBreaking.ts'
import type { Valuation } from './utilities.ts'

export interface PhragmenOptions {
  readonly ties: TieBreak
  /** also what nobody wants, once everything else is bought; as pabutools does */
  readonly unsupported: boolean
}

/** A load that voters have reached, as a whole number over the common denominator. */
interface Purchase {
  readonly candidate: Candidate
  load: bigint
}

/** The load to which a purchase would bring its supporters: `numerator / (common denominator × weight)`. */
interface Offer {
  readonly candidate: Candidate
  readonly numerator: bigint
}

/**
 * Sequential Phragmén for approvals: all save at the same speed, a voter of weight w at w times it; the first project that its supporters
 * can pay is bought, with all they have saved. It ends as soon as one of the projects whose turn it is exceeds the budget. Projects that
 * cost more than the budget never take part. (Brill, Freeman, Janson, Lackner 2017; for costs Los, Christoff, Grossi 2022.)
 *
 * Every voter's load is that of the last purchase it took part in; so the loads of the purchases over one denominator say everything.
 */
export function phragmen(instance: Instance, options: PhragmenOptions) {
  const last = new Int32Array(instance.groups.length).fill(-1)
  const purchases: Purchase[] = []
  const payments: { readonly candidate: Candidate; readonly shares: readonly (readonly [number, bigint])[]; readonly denominator: bigint }[] = []
  const ties: Tie[] = []
  let denominator = 1n
  let rest = instance.budget
  let open = instance.projects.filter(({ cost, load }) => cost <= instance.budget && (load > 0n || options.unsupported))
  const loadOf = (group: number) => purchases[last[group] ?? -1]?.load ?? 0n

  while (open.length > 0) {
    const equal = leastLoaded(open.map((candidate) => ({ candidate, numerator: savedBy(candidate, instance, loadOf) + candidate.cost * denominator })))
    if (equal.some(({ candidate }) => candidate.cost > rest)) break
    const ordered = equal.map(({ candidate }) => candidate).sort(options.ties)
    const [chosen] = ordered
    const numerator = equal.find(({ candidate }) => candidate === chosen)?.numerator
    if (!chosen || numerator === undefined) break
    if (ordered.length > 1) ties.push({ chosen: chosen.id, among: ordered.map(({ id }) => id) })
    if (chosen.load > 0n) {
      for (const purchase of purchases) purchase.load *= chosen.supportWeight
      denominator *= chosen.supportWeight
      payments.push({ candidate: chosen, shares: chosen.supporters.map((group) => [group, numerator - loadOf(group)] as const), denominator })
      for (const group of chosen.supporters) last[group] = purchases.length
    }
    purchases.push({ candidate: chosen, load: numerator })
    rest -= chosen.cost
    open = open.filter((candidate) => candidate !== chosen)
  }
  return { bought: purchases.map(({ candidate }) => candidate), ties, payments }
}

/** Σ weight × load of the supporters, over the common denominator. */
function savedBy({ supporters }: Candidate, { groups }: Instance, loadOf: (group: number) => bigint): bigint {
  return supporters.reduce((sum, group) => sum + (groups[group]?.weight ?? 0n) * loadOf(group), 0n)
}

/** Offers of the least load; without supporters it is infinite. */
function leastLoaded(offers: readonly Offer[]): readonly Offer[] {
  let equal: Offer[] = []
  for (const offer of offers) {
    const [best] = equal
    const order = best ? compareLoads(offer, best) : 0
    if (order < 0) equal = []
    if (order <= 0) equal.push(offer)
  }
  return equal
}

function compareLoads(a: Offer, b: Offer): number {
  const [weight, otherWeight] = [a.candidate.supportWeight, b.candidate.supportWeight]
  if (weight === 0n || otherWeight === 0n) return Number(weight === 0n) - Number(otherWeight === 0n)
  const [left, right] = [a.numerator * otherWeight, b.numerator * weight]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Who paid what: project id → voter id → amount in the unit of the budget, zero left out. */
export function phragmenPayments(
  payments: ReturnType<typeof phragmen>['payments'],
  instance: Instance,
  { voters }: Valuation,
): Map<string, Map<string, Rational>> {
  return new Map(
    payments.map(({ candidate, shares, denominator }) => {
      const paid = new Map<string, Rational>()
      for (const [group, share] of shares) {
        if (share === 0n) continue
        for (const index of instance.groups[group]?.members ?? []) {
          const voter = voters[index]
          if (!voter) continue
          const { weight } = voter
          paid.set(voter.id, fraction(share * weight.numerator * instance.weightUnit, denominator * weight.denominator * instance.moneyUnit))
        }
      }
      return [candidate.id, paid] as const
    }),
  )
}
