import { byCode } from './ids.ts'
import type { Accounts, Amounts } from './session.ts'

/** Arithmetic on whole euro and whole staff points. Nothing here leaves the integers. */

export const NOTHING: Amounts = { funds: 0, staff: 0 }

export function plus(a: Amounts, b: Amounts): Amounts {
  return { funds: a.funds + b.funds, staff: a.staff + b.staff }
}

export function minus(a: Amounts, b: Amounts): Amounts {
  return { funds: a.funds - b.funds, staff: a.staff - b.staff }
}

/** The smaller of each. */
export function atMost(a: Amounts, limit: Amounts): Amounts {
  return { funds: Math.min(a.funds, limit.funds), staff: Math.min(a.staff, limit.staff) }
}

/** What of it is above zero. */
export function aboveZero(a: Amounts): Amounts {
  return { funds: Math.max(0, a.funds), staff: Math.max(0, a.staff) }
}

export function isNothing(a: Amounts): boolean {
  return a.funds === 0 && a.staff === 0
}

export function sum(amounts: Iterable<Amounts>): Amounts {
  let total = NOTHING
  for (const amount of amounts) total = plus(total, amount)
  return total
}

/** Everything that lies on an account, is pledged, spent or retired; equals what was issued after every event [B1]. */
export function accountedFor(accounts: Accounts): Amounts {
  const pledged = Object.values(accounts.pledged).flatMap((payers) => Object.values(payers))
  return sum([...Object.values(accounts.teams), accounts.pot, ...pledged, accounts.spent, accounts.retired])
}

/** A rate as whole ten-thousandths, so that shares of money are worked out in integers. */
export function tenThousandths(rate: number): number {
  return Math.round(rate * 10_000)
}

/** `amount × parts / 10 000`, rounded down to a multiple of `step`. */
export function shareDown(amount: number, parts: number, step: number): number {
  return Math.floor((amount * parts) / (10_000 * step)) * step
}

/** `amount × parts / 10 000`, rounded to the nearest multiple of `step`, halves up. */
export function shareNearest(amount: number, parts: number, step: number): number {
  return Math.floor((2 * amount * parts + 10_000 * step) / (20_000 * step)) * step
}

/** `amount × parts / 10 000`, rounded up to a multiple of `step`. */
export function shareUp(amount: number, parts: number, step: number): number {
  return Math.ceil((amount * parts) / (10_000 * step)) * step
}

/** Both ids in code order: the one name of a pair. */
export function inOrder(a: string, b: string): readonly [string, string] {
  return byCode(a, b) <= 0 ? [a, b] : [b, a]
}
