import { aboveZero, isNothing, minus, NOTHING, sum } from './amounts.ts'
import { costOf } from './costing.ts'
import { standingProposal } from './crossReferencesOf.ts'
import { entry } from './ids.ts'
import type { Amounts, SessionState } from './session.ts'

/** Everything pledged to a proposal or a shortfall. */
export function pledgedTo(state: SessionState, targetId: string): Amounts {
  const payers = entry(state.accounts.pledged, targetId)
  return payers ? sum(Object.values(payers)) : NOTHING
}

/** [B5] What a proposal still lacks until own contribution and staff need are reached; nothing for an adopted one. */
export function missingFor(state: SessionState, measureId: string): Amounts {
  const proposal = standingProposal(state, measureId)
  if (!proposal || proposal.status === 'adopted') return NOTHING
  const { ownContribution, staffNeed } = costOf(state, measureId)
  return aboveZero(minus({ funds: ownContribution, staff: staffNeed }, pledgedTo(state, measureId)))
}

/** [B5] Do pledges reach own contribution and staff need? Only for measures that are proposed. */
export function isCovered(state: SessionState, measureId: string): boolean {
  return standingProposal(state, measureId) !== undefined && isNothing(missingFor(state, measureId))
}

/** [I3] What a shortfall still lacks; pledges are capped, so never less than nothing. */
export function missingForShortfall(state: SessionState, shortfallId: string): Amounts {
  const shortfall = entry(state.shortfalls, shortfallId)
  if (!shortfall || shortfall.settled) return NOTHING
  return minus(shortfall, pledgedTo(state, shortfallId))
}
