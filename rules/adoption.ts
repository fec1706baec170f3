import { minus, NOTHING } from './amounts.ts'
import { costOf } from './costing.ts'
import { entry } from './ids.ts'
import { afterGrant } from './package.ts'
import type { ResolutionEvent } from './resolution.ts'
import type { Adoption, Amounts, SessionState } from './session.ts'
import { shareOut } from './shareOut.ts'
import { payerOrder } from './voters.ts'

type MeasureAdopted = Extract<ResolutionEvent, { type: 'measureAdopted' }>

/**
 * [D3] What the adoption of these covered proposals comes to, one event each, in this order:
 * grants from the programmes' pots, the exact own contribution and staff paid, the rest given back [B5].
 */
export function adoptions(state: SessionState, measureIds: readonly string[]): readonly MeasureAdopted[] {
  let before = state
  return measureIds.map((measureId) => {
    const costing = costOf(before, measureId)
    before = afterGrant(before, measureId)
    const pledges = entry(state.accounts.pledged, measureId) ?? {}
    const payers = payerOrder(state).filter((payer) => Object.hasOwn(pledges, payer))
    const returned = excess(payers, pledges, { funds: costing.ownContribution, staff: costing.staffNeed })
    const paidBy = Object.fromEntries(payers.map((payer) => [payer, minus(entry(pledges, payer) ?? NOTHING, entry(returned, payer) ?? NOTHING)]))
    const adoption: Adoption = {
      totalCost: costing.totalCost,
      savings: costing.savings,
      grant: costing.grant,
      rate: costing.rate,
      bonus: costing.bonus,
      ownContribution: costing.ownContribution,
      staff: costing.staffNeed,
      paidBy,
    }
    return { type: 'measureAdopted', measureId, round: state.round, adoption, returned }
  })
}

/** What was pledged beyond the need, back to the payers in proportion of their pledges. */
function excess(payers: readonly string[], pledges: Readonly<Record<string, Amounts>>, need: Amounts): Readonly<Record<string, Amounts>> {
  const back = (kind: keyof Amounts) => {
    const weights = payers.map((payer) => [payer, entry(pledges, payer)?.[kind] ?? 0] as const)
    const pledged = weights.reduce((sum, [, amount]) => sum + amount, 0)
    return shareOut(pledged - need[kind], weights)
  }
  const funds = back('funds')
  const staff = back('staff')
  return Object.fromEntries(payers.map((payer) => [payer, { funds: funds[payer] ?? 0, staff: staff[payer] ?? 0 }]))
}
