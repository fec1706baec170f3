import { isCovered } from './coverage.ts'
import { openConflictsOf } from './crossReferencesOf.ts'
import { isDecidedWith } from './fundingConditions.ts'
import { known } from './ids.ts'
import { lasting } from './lasting.ts'
import type { Proposal, SessionState } from './session.ts'
import type { ProposalStatus } from './sessionView.ts'

export { openConflictsOf } from './crossReferencesOf.ts'

/**
 * [M6] Measures that this one needs first and that are neither adopted nor, with `packageIds`, decided together with it.
 * Without a package every standing proposal counts as on its way.
 */
export function missingPrerequisites(state: SessionState, measureId: string, packageIds?: readonly string[]): readonly string[] {
  return state.scenario.prerequisites
    .filter((prerequisite) => prerequisite.measureId === measureId && !isDecidedWith(state, prerequisite.requiresId, packageIds))
    .map(({ requiresId }) => requiresId)
}

/** [I2] Is it kept from being decided in this round by an incident, or by its own settlement (stagger) [C5]? */
export function isPostponed(state: SessionState, proposal: Proposal): boolean {
  if (proposal.notBeforeRound !== null && state.round < proposal.notBeforeRound) return true
  return lasting(state, 'blockMeasures').some(
    (effect) =>
      (effect.measureIds?.includes(proposal.measureId) ?? effect.withoutProgramme === undefined) ||
      (effect.withoutProgramme === true && proposal.programmeId === null),
  )
}

/**
 * [M5] Where a proposal stands. What asks for action comes first: an open conflict or a missing prerequisite (`blocked`),
 * then what only time solves (`postponed`), then the money.
 *
 * @throws if the measure was never proposed
 */
export function proposalStatus(state: SessionState, measureId: string): ProposalStatus {
  const proposal = known(state.proposals, measureId)
  if (proposal.status !== 'proposed') return proposal.status
  if (openConflictsOf(state, measureId).length > 0 || missingPrerequisites(state, measureId).length > 0) return 'blocked'
  if (isPostponed(state, proposal)) return 'postponed'
  return isCovered(state, measureId) ? 'covered' : 'proposed'
}
