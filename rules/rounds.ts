import { isNothing } from './amounts.ts'
import { balance, issue, release, retire, spend } from './ledger.ts'
import { measureOf } from './measureOf.ts'
import type { PhaseEvent } from './phases.ts'
import type { Scenario } from './scenario/scenario.ts'
import { type Amounts, POT, type SessionState, type Shortfall } from './session.ts'

type RoundStarted = Extract<PhaseEvent, { type: 'roundStarted' }>
type LapsedPledge = RoundStarted['lapsedPledges'][number]

/**
 * What each account is issued when a round begins [P7]: team id or `pot` → amounts.
 * Nothing before the first round and after the last; a list shorter than the rounds goes on with its last figure.
 */
export function issueOf(scenario: Scenario, round: number): Readonly<Record<string, Amounts>> {
  if (round < 1 || round > scenario.rounds) return {}
  const inRound = (perRound: readonly number[]) => perRound[round - 1] ?? perRound.at(-1) ?? 0
  const teams = scenario.teams.map((team) => [team.id, { funds: inRound(team.funds), staff: inRound(team.staff) }] as const)
  return Object.fromEntries([...teams, [POT, { funds: inRound(scenario.sharedPot), staff: 0 }]])
}

/**
 * Works out what a new round brings [P7]: what lapses of the old one, what is issued, what adopted measures cost or return [B7].
 *
 * @param state as it stands when the old round is over
 */
export function roundStart(state: SessionState, round: number, newId: () => string): RoundStarted {
  const issued = issueOf(state.scenario, round)
  const lapsed = lapsedAmounts(state)
  const lapsedPledges = state.scenario.settings.carryOver.staff === 'none' ? lapsedStaffPledges(state) : []
  const followUp = followUpOf(state)
  const shortfalls = Object.entries(followUp).flatMap(([account, { costs, returns }]) => {
    const there = balance(state.accounts, account).funds - (lapsed[account]?.funds ?? 0) + (issued[account]?.funds ?? 0) + returns
    return costs > there ? [{ shortfallId: newId(), account, funds: costs - there, staff: 0 }] : []
  })
  return { type: 'roundStarted', round, issued, lapsed, lapsedPledges, followUp, shortfalls }
}

/** *Setting* `carryOver`: free means that do not go on into the next round. */
function lapsedAmounts(state: SessionState): Readonly<Record<string, Amounts>> {
  const { carryOver } = state.scenario.settings
  const lapse = ({ funds, staff }: Amounts): Amounts => ({ funds: carryOver.funds ? 0 : funds, staff: carryOver.staff === 'all' ? 0 : staff })
  return Object.fromEntries(
    [...state.scenario.teams.map((team) => team.id), POT]
      .map((account) => [account, lapse(balance(state.accounts, account))] as const)
      .filter(([, amounts]) => !isNothing(amounts)),
  )
}

/** *Setting* `carryOver.staff` none: staff lapses even where it was pledged. */
function lapsedStaffPledges(state: SessionState): readonly LapsedPledge[] {
  return Object.entries(state.accounts.pledged).flatMap(([targetId, payers]) =>
    Object.entries(payers)
      .filter(([, { staff }]) => staff > 0)
      .map(([payer, { staff }]) => ({ targetId, payer, staff })),
  )
}

/** Follow-up costs and returns of everything adopted so far, by the account that bears them [B7]. */
function followUpOf(state: SessionState): RoundStarted['followUp'] {
  const due: Record<string, { costs: number; returns: number }> = {}
  for (const { measureId, teamId, status } of Object.values(state.proposals)) {
    const perRound = measureOf(state, measureId)?.followUpCosts ?? 0
    if (status !== 'adopted' || perRound === 0) continue
    const account = state.scenario.settings.followUpAccount === 'pot' ? POT : teamId
    const sum = due[account] ?? { costs: 0, returns: 0 }
    due[account] = { costs: sum.costs + Math.max(perRound, 0), returns: sum.returns + Math.max(-perRound, 0) }
  }
  return due
}

/** Records a round's begin: old means lapse, new ones come, adopted measures cost or return, programmes' pots are full again. */
export function startRound(state: SessionState, event: RoundStarted): SessionState {
  let { accounts } = state
  for (const { targetId, payer, staff } of event.lapsedPledges) {
    const amounts = { funds: 0, staff }
    accounts = retire(release(accounts, targetId, payer, amounts), payer, amounts)
  }
  for (const [account, amounts] of Object.entries(event.lapsed)) accounts = retire(accounts, account, amounts)
  for (const [account, amounts] of Object.entries(event.issued)) accounts = issue(accounts, account, amounts)
  for (const [account, { costs, returns }] of Object.entries(event.followUp)) {
    const missing = event.shortfalls.find((shortfall) => shortfall.account === account)?.funds ?? 0
    accounts = spend(issue(accounts, account, { funds: returns, staff: 0 }), account, { funds: costs - missing, staff: 0 })
  }
  const shortfalls = event.shortfalls.map(
    ({ shortfallId, account, funds, staff }): Shortfall => ({
      id: shortfallId,
      incidentId: '',
      account,
      funds,
      staff,
      pledged: {},
      settled: false,
      round: event.round,
    }),
  )
  return {
    ...state,
    accounts,
    grantsThisRound: {},
    shortfalls: shortfalls.length === 0 ? state.shortfalls : { ...state.shortfalls, ...Object.fromEntries(shortfalls.map((s) => [s.id, s])) },
  }
}
