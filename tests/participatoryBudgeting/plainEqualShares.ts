import type { Election } from '../../rules/participatoryBudgeting/election.ts'
import { add, compare, divide, isPositive, multiply, type Rational, subtract, total, ZERO } from '../../rules/participatoryBudgeting/rational.ts'
import { type Utility, valuationOf } from '../../rules/participatoryBudgeting/utilities.ts'

/** What the definition says, word by word and slowly: to compare the fast one with. Ties go to the least id. */
export function plainEqualShares(election: Election, utility: Utility, purse: Rational) {
  const { voters } = valuationOf(election, utility)
  const left = voters.map(({ weight }) => multiply(weight, purse))
  const wanted = (id: string) =>
    voters.flatMap(({ utilities, weight }, index) => {
      const utilityOf = utilities.get(id) ?? ZERO
      return isPositive(utilityOf) ? [{ index, utility: multiply(weight, utilityOf) }] : []
    })
  let open = [...election.projects].sort((a, b) => (a.id < b.id ? -1 : 1)).filter(({ id }) => wanted(id).length > 0)
  const winners: string[] = []
  const payments = new Map<string, Map<string, Rational>>()
  for (const { id, cost } of open) if (!isPositive(cost)) winners.push(id)
  open = open.filter(({ cost }) => isPositive(cost))
  for (;;) {
    let best: { id: string; price: Rational } | undefined
    for (const { id, cost } of open) {
      const price = priceOf(cost, wanted(id), left)
      if (price && (!best || compare(price, best.price) < 0)) best = { id, price }
    }
    if (!best) return { winners, payments }
    const { id, price } = best
    const paid = new Map<string, Rational>()
    for (const { index, utility: own } of wanted(id)) {
      const share = least(left[index] ?? ZERO, multiply(price, own))
      left[index] = subtract(left[index] ?? ZERO, share)
      if (isPositive(share)) paid.set(voters[index]?.id ?? '', share)
    }
    winners.push(id)
    payments.set(id, paid)
    open = open.filter((project) => project.id !== id)
  }
}

/** The smallest price at which Σ min(purse, price × utility) is the cost: supporters from the poorest per utility to the richest. */
function priceOf(
  cost: Rational,
  supporters: readonly { readonly index: number; readonly utility: Rational }[],
  left: readonly Rational[],
): Rational | undefined {
  const sorted = supporters
    .map(({ index, utility }) => ({ purse: left[index] ?? ZERO, utility }))
    .sort((a, b) => compare(divide(a.purse, a.utility), divide(b.purse, b.utility)))
  let paid = ZERO
  let utilities = total(sorted.map(({ utility }) => utility))
  for (const { purse, utility } of sorted) {
    const price = divide(subtract(cost, paid), utilities)
    if (compare(multiply(price, utility), purse) <= 0) return price
    paid = add(paid, purse)
    utilities = subtract(utilities, utility)
  }
  return undefined
}

function least(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}

export function equalPurse({ budget, voters }: Election): Rational {
  return divide(budget, total(voters.map(({ weight }) => weight)))
}
