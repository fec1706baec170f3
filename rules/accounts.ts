import { z } from 'zod'
import { actingTeam } from './actingTeam.ts'
import { atMost, isNothing } from './amounts.ts'
import { missingFor, missingForShortfall } from './coverage.ts'
import { accept, type Changes, type DecideContext, type Decision, type Rejection, type Rules, reject } from './decision.ts'
import type { SessionEvent } from './events.ts'
import { entry, Id, known } from './ids.ts'
import { balance, issue, pledge, release, retire, retirePledges } from './ledger.ts'
import { Money, SignedMoney, Staff } from './scenario/parts.ts'
import { type Amounts, POT, type SessionState } from './session.ts'
import { Reason } from './texts.ts'
import { whileVoting } from './whileVoting.ts'
import { withoutKey } from './withoutKey.ts'

/** Chapter [B]: money and staff. */

export const AccountCommands = {
  /** adds to what the team has pledged before; `targetId` is a proposed measure or a shortfall */
  pledge: z.strictObject({ type: z.literal('pledge'), targetId: Id, funds: Money, staff: Staff }),
  /** takes the team's whole pledge back */
  withdrawPledge: z.strictObject({ type: z.literal('withdrawPledge'), targetId: Id }),
  /**
   * the facilitator for the table; a team where the scenario asks all teams (then it is a consent to this amount).
   * Zero takes back: the pot's pledge, or the team's consent.
   */
  pledgePot: z.strictObject({ type: z.literal('pledgePot'), targetId: Id, funds: Money }),
  /** `account`: `pot` or a team id */
  adjustBudget: z.strictObject({ type: z.literal('adjustBudget'), account: Id, funds: SignedMoney, staff: z.int().min(-100).max(100), reason: Reason }),
}

export type AccountEvent =
  | { readonly type: 'pledged'; readonly targetId: string; readonly payer: string; readonly funds: number; readonly staff: number }
  | { readonly type: 'pledgeWithdrawn'; readonly targetId: string; readonly payer: string; readonly funds: number; readonly staff: number }
  | { readonly type: 'potConsentGiven'; readonly targetId: string; readonly teamId: string; readonly funds: number; readonly at: number }
  | { readonly type: 'potConsentWithdrawn'; readonly targetId: string; readonly teamId: string }
  | { readonly type: 'budgetAdjusted'; readonly account: string; readonly funds: number; readonly staff: number; readonly reason: string }
  | { readonly type: 'shortfallSettled'; readonly shortfallId: string }

export type AccountCommand = z.infer<(typeof AccountCommands)[keyof typeof AccountCommands]>

/** What a pledge can still go to: what is missing, or why nothing can be pledged to it. */
export type Target = { readonly ok: true; readonly missing: Amounts; readonly isShortfall: boolean } | { readonly ok: false; readonly rejection: Rejection }

const refuse = (code: Rejection['code'], details: Rejection['details']) => ({ ok: false, rejection: { code, details } }) as const

/** [B3] A proposal that is not yet adopted, or a shortfall that is not yet settled [I3]. */
export function pledgeTarget(state: SessionState, targetId: string): Target {
  const shortfall = entry(state.shortfalls, targetId)
  if (shortfall) {
    if (shortfall.settled) return refuse('nothingToPledge', { targetId })
    return { ok: true, missing: missingForShortfall(state, targetId), isShortfall: true }
  }
  const proposal = entry(state.proposals, targetId)
  if (!proposal || proposal.status === 'withdrawn') return refuse('notProposed', { measureId: targetId })
  if (proposal.status === 'adopted') return refuse('alreadyAdopted', { measureId: targetId })
  return { ok: true, missing: missingFor(state, targetId), isShortfall: false }
}

/** The refusal if an account does not hold these amounts; undefined if it does. `missing` says how much it lacks. */
function notEnough(state: SessionState, account: string, asked: Amounts): Decision | undefined {
  const has = balance(state.accounts, account)
  if (asked.funds > has.funds) return reject('notEnoughFunds', { account, missing: asked.funds - has.funds, available: has.funds })
  if (asked.staff > has.staff) return reject('notEnoughStaff', { account, missing: asked.staff - has.staff, available: has.staff })
  return undefined
}

/** The pledge itself and, if it was the last that a shortfall lacked, its settlement. */
function pledgeEvents(targetId: string, payer: string, amounts: Amounts, target: Extract<Target, { ok: true }>): readonly SessionEvent[] {
  const settles = target.isShortfall && amounts.funds === target.missing.funds && amounts.staff === target.missing.staff
  const pledged: SessionEvent = { type: 'pledged', targetId, payer, ...amounts }
  return settles ? [pledged, { type: 'shortfallSettled', shortfallId: targetId }] : [pledged]
}

/** A pledge by any payer, capped at what is missing. */
function decidePledge(state: SessionState, targetId: string, payer: string, asked: Amounts, before: readonly SessionEvent[] = []): Decision {
  if (isNothing(asked)) return reject('amountInvalid')
  const target = pledgeTarget(state, targetId)
  if (!target.ok) return target
  const voting = target.isShortfall ? undefined : whileVoting(state)
  if (voting) return voting
  const amounts = atMost(asked, target.missing)
  if (isNothing(amounts)) return reject('nothingToPledge', { targetId })
  return notEnough(state, payer, amounts) ?? accept(...before, ...pledgeEvents(targetId, payer, amounts, target))
}

function decideWithdrawal(state: SessionState, targetId: string, payer: string): Decision {
  const payers = entry(state.accounts.pledged, targetId)
  const pledged = payers && entry(payers, payer)
  if (!pledged) return reject('nothingPledged', { targetId })
  const voting = entry(state.shortfalls, targetId) ? undefined : whileVoting(state)
  return voting ?? accept({ type: 'pledgeWithdrawn', targetId, payer, ...pledged })
}

/** [B4] Where all teams must agree: a consent to this amount; the last one pledges it. */
function consent(state: SessionState, targetId: string, funds: number, context: DecideContext): Decision {
  const teamId = actingTeam(context.actor)
  if (state.scenario.settings.pot !== 'allTeams') return reject('notAllowed')
  const standing = entry(state.potConsents, targetId)
  if (funds === 0)
    return standing?.teamIds.includes(teamId) ? accept({ type: 'potConsentWithdrawn', targetId, teamId }) : reject('nothingPledged', { targetId })
  const target = pledgeTarget(state, targetId)
  if (!target.ok) return target
  if (target.missing.funds === 0) return reject('nothingToPledge', { targetId })
  const capped = Math.min(funds, target.missing.funds)
  const given: SessionEvent = { type: 'potConsentGiven', targetId, teamId, funds: capped, at: context.now }
  const others = standing?.funds === capped ? standing.teamIds : []
  if (others.includes(teamId)) return reject('alreadyRequested', { targetId })
  const complete = state.scenario.teams.every(({ id }) => id === teamId || others.includes(id))
  if (complete) return decidePledge(state, targetId, POT, { funds: capped, staff: 0 }, [given])
  return notEnough(state, POT, { funds: capped, staff: 0 }) ?? accept(given)
}

export const accountRules: Rules<AccountCommand> = {
  /** [B3] */
  pledge: ({ targetId, funds, staff }, { actor }, state) => decidePledge(state, targetId, actingTeam(actor), { funds, staff }),

  withdrawPledge: ({ targetId }, { actor }, state) => decideWithdrawal(state, targetId, actingTeam(actor)),

  /** [B4] */
  pledgePot: ({ targetId, funds }, context, state) => {
    if (context.actor.role === 'team') return consent(state, targetId, funds, context)
    if (funds === 0) return decideWithdrawal(state, targetId, POT)
    if (state.scenario.settings.pot === 'allTeams') {
      const agreed = entry(state.potConsents, targetId)?.teamIds ?? []
      return reject('potNeedsAll', { teamIds: state.scenario.teams.map(({ id }) => id).filter((id) => !agreed.includes(id)) })
    }
    return decidePledge(state, targetId, POT, { funds, staff: 0 })
  },

  adjustBudget: ({ account, funds, staff, reason }, _context, state) => {
    if (account !== POT && !entry(state.accounts.teams, account)) return reject('unknownTeam', { teamId: account })
    if (funds === 0 && staff === 0) return reject('amountInvalid')
    const taken = { funds: Math.max(0, -funds), staff: Math.max(0, -staff) }
    return notEnough(state, account, taken) ?? accept({ type: 'budgetAdjusted', account, funds, staff, reason })
  },
}

/** A shortfall keeps in sight what was pledged to it, also after it is settled. */
function withShortfallPledges(state: SessionState, targetId: string): SessionState {
  const shortfall = entry(state.shortfalls, targetId)
  if (!shortfall) return state
  return { ...state, shortfalls: { ...state.shortfalls, [targetId]: { ...shortfall, pledged: entry(state.accounts.pledged, targetId) ?? {} } } }
}

export const accountChanges: Changes<AccountEvent> = {
  pledged: (state, { targetId, payer, funds, staff }) => {
    const accounts = pledge(state.accounts, targetId, payer, { funds, staff })
    const potConsents = payer === POT ? withoutKey(state.potConsents, targetId) : state.potConsents
    return withShortfallPledges({ ...state, accounts, potConsents }, targetId)
  },

  pledgeWithdrawn: (state, { targetId, payer, funds, staff }) =>
    withShortfallPledges({ ...state, accounts: release(state.accounts, targetId, payer, { funds, staff }) }, targetId),

  potConsentGiven: (state, { targetId, teamId, funds, at }) => {
    const standing = entry(state.potConsents, targetId)
    const consent = standing?.funds === funds ? { ...standing, teamIds: [...standing.teamIds, teamId] } : { funds, teamIds: [teamId], at }
    return { ...state, potConsents: { ...state.potConsents, [targetId]: consent } }
  },

  potConsentWithdrawn: (state, { targetId, teamId }) => {
    const standing = known(state.potConsents, targetId)
    const teamIds = standing.teamIds.filter((id) => id !== teamId)
    const potConsents = teamIds.length > 0 ? { ...state.potConsents, [targetId]: { ...standing, teamIds } } : withoutKey(state.potConsents, targetId)
    return { ...state, potConsents }
  },

  budgetAdjusted: (state, { account, funds, staff }) => {
    const issued = issue(state.accounts, account, { funds: Math.max(0, funds), staff: Math.max(0, staff) })
    return { ...state, accounts: retire(issued, account, { funds: Math.max(0, -funds), staff: Math.max(0, -staff) }) }
  },

  /** What was pledged to it is gone: it pays for what the incident took. */
  shortfallSettled: (state, { shortfallId }) => {
    const shortfall = known(state.shortfalls, shortfallId)
    return {
      ...state,
      accounts: retirePledges(state.accounts, shortfallId),
      shortfalls: { ...state.shortfalls, [shortfallId]: { ...shortfall, settled: true } },
      potConsents: withoutKey(state.potConsents, shortfallId),
    }
  },
}
