import { isNothing, minus, NOTHING, plus, sum } from './amounts.ts'
import { entry, known } from './ids.ts'
import { type Accounts, type Amounts, POT } from './session.ts'
import { withoutKey } from './withoutKey.ts'

/**
 * Moves between accounts [B1]. Each keeps the sum of everything equal to what was issued; none asks whether there is enough:
 * that is for the decisions.
 */

/** What lies free on an account: `pot` or a team id. */
export function balance(accounts: Accounts, account: string): Amounts {
  return account === POT ? accounts.pot : known(accounts.teams, account)
}

/** The accounts with another balance; for moves that book the other side themselves. */
function withBalance(accounts: Accounts, account: string, amounts: Amounts): Accounts {
  return account === POT ? { ...accounts, pot: amounts } : { ...accounts, teams: { ...accounts.teams, [account]: amounts } }
}

/** Newly issued to an account. */
export function issue(accounts: Accounts, account: string, amounts: Amounts): Accounts {
  if (isNothing(amounts)) return accounts
  return { ...withBalance(accounts, account, plus(balance(accounts, account), amounts)), issued: plus(accounts.issued, amounts) }
}

/** Taken out of the game from an account. */
export function retire(accounts: Accounts, account: string, amounts: Amounts): Accounts {
  if (isNothing(amounts)) return accounts
  return { ...withBalance(accounts, account, minus(balance(accounts, account), amounts)), retired: plus(accounts.retired, amounts) }
}

/** Paid from an account. */
export function spend(accounts: Accounts, account: string, amounts: Amounts): Accounts {
  if (isNothing(amounts)) return accounts
  return { ...withBalance(accounts, account, minus(balance(accounts, account), amounts)), spent: plus(accounts.spent, amounts) }
}

/** From one account to another. */
export function transfer(accounts: Accounts, from: string, to: string, amounts: Amounts): Accounts {
  const taken = withBalance(accounts, from, minus(balance(accounts, from), amounts))
  return withBalance(taken, to, plus(balance(taken, to), amounts))
}

/** From an account into a pledge to a proposal or shortfall. */
export function pledge(accounts: Accounts, targetId: string, payer: string, amounts: Amounts): Accounts {
  const payers = entry(accounts.pledged, targetId) ?? {}
  const pledged = { ...accounts.pledged, [targetId]: { ...payers, [payer]: plus(entry(payers, payer) ?? NOTHING, amounts) } }
  return { ...withBalance(accounts, payer, minus(balance(accounts, payer), amounts)), pledged }
}

/** Back from a pledge to its payer. */
export function release(accounts: Accounts, targetId: string, payer: string, amounts: Amounts): Accounts {
  const payers = known(accounts.pledged, targetId)
  const left = minus(known(payers, payer), amounts)
  const rest = isNothing(left) ? withoutKey(payers, payer) : { ...payers, [payer]: left }
  const pledged = Object.keys(rest).length > 0 ? { ...accounts.pledged, [targetId]: rest } : withoutKey(accounts.pledged, targetId)
  return { ...withBalance(accounts, payer, plus(balance(accounts, payer), amounts)), pledged }
}

/** Everything pledged to a target leaves the game: it is what an incident took. */
export function retirePledges(accounts: Accounts, targetId: string): Accounts {
  const paid = sum(Object.values(entry(accounts.pledged, targetId) ?? {}))
  return { ...accounts, pledged: withoutKey(accounts.pledged, targetId), retired: plus(accounts.retired, paid) }
}
