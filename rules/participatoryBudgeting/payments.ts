import type { Run } from './equalShares.ts'
import type { Instance } from './instance.ts'
import { fraction, multiply, type Rational } from './rational.ts'
import type { Valuation } from './utilities.ts'

/**
 * Who paid what in a run: project id → voter id → amount in the unit of the budget. Only what is above zero; payments of a project sum
 * to its cost.
 *
 * @param purse of one voter of weight 1 / weightUnit, in money units, as the run had it
 */
export function paymentsOf(run: Run, purse: readonly [bigint, bigint], instance: Instance, { voters }: Valuation): Map<string, Map<string, Rational>> {
  const paidBy = new Map<number, { readonly rate: bigint; readonly denominator: bigint; readonly units: bigint }[]>()
  const isEmpty = new Set<number>()
  const result = new Map<string, Map<string, Rational>>()
  for (const { candidate, rate, denominator, poor } of run.payments) {
    const paid = new Map<string, Rational>()
    const poorMembers = new Set(poor)
    const shares = new Map<bigint, Rational>()
    candidate.supporters.forEach((group, member) => {
      if (isEmpty.has(group)) return
      const units = candidate.units[member] ?? 0n
      const earlier = paidBy.get(group) ?? []
      const share = poorMembers.has(member) ? leftover(purse, earlier) : (shares.get(units) ?? fraction(rate * units, denominator))
      if (poorMembers.has(member)) isEmpty.add(group)
      else shares.set(units, share)
      paidBy.set(group, [...earlier, { rate, denominator, units }])
      if (share.numerator === 0n) return
      for (const index of instance.groups[group]?.members ?? []) {
        const voter = voters[index]
        if (voter) paid.set(voter.id, multiply(share, fraction(voter.weight.numerator * instance.weightUnit, voter.weight.denominator * instance.moneyUnit)))
      }
    })
    result.set(candidate.id, paid)
  }
  return result
}

/** What is left of the purse after these payments. Each denominator is a multiple of the one before it. */
function leftover(
  purse: readonly [bigint, bigint],
  paid: readonly { readonly rate: bigint; readonly denominator: bigint; readonly units: bigint }[],
): Rational {
  const denominator = paid.at(-1)?.denominator ?? purse[1]
  const spent = paid.reduce((sum, payment) => sum + payment.rate * payment.units * (denominator / payment.denominator), 0n)
  return fraction((purse[0] * denominator) / purse[1] - spent, denominator)
}
