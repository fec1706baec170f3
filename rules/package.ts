import { costOf } from './costing.ts'
import { isCovered } from './coverage.ts'
import { missingConditions, programmeState } from './fundingConditions.ts'
import { byCode, entry, known } from './ids.ts'
import { lasting } from './lasting.ts'
import { isPostponed, missingPrerequisites, openConflictsOf } from './proposalStatus.ts'
import type { Proposal, SessionState } from './session.ts'

/** Why a live proposal is not in the package [D1]. */
export type NotInReason = 'postponed' | 'conflictOpen' | 'conditionsNotMet' | 'notCovered' | 'excluded' | 'prerequisiteMissing'

export interface Package {
  /** what would be decided now, in the order of their proposal; grants are taken from the programmes' pots in this order [F3] */
  readonly measureIds: readonly string[]
  /** every other live proposal → the first reason that keeps it out */
  readonly notIn: Readonly<Record<string, NotInReason>>
  /** measures that an incident demands and that are neither adopted nor in the package; they are told, not enforced */
  readonly missingRequired: readonly string[]
}

/** [D1] The package as it stands: covered proposals without open conflict, with what they need, never two that exclude each other. */
export function packageNow(state: SessionState): Package {
  const notIn: Record<string, NotInReason> = {}
  let candidates: string[] = []
  for (const { measureId } of liveProposals(state)) {
    const obstacle = obstacleOf(state, measureId)
    if (obstacle) notIn[measureId] = obstacle
    else candidates.push(measureId)
  }
  // What is dropped for a missing prerequisite or an empty programme pot may have kept another one out: look again without it.
  for (;;) {
    const kept = withoutExcluded(state, candidates)
    const dropped = missingTogether(state, kept)
    if (Object.keys(dropped).length === 0) {
      for (const id of candidates) if (!kept.includes(id)) notIn[id] = 'excluded'
      return { measureIds: kept, notIn, missingRequired: missingRequired(state, kept) }
    }
    Object.assign(notIn, dropped)
    candidates = candidates.filter((id) => !Object.hasOwn(dropped, id))
  }
}

/** Proposals that are neither adopted nor withdrawn, earliest first, equal times by id. */
export function liveProposals(state: SessionState): readonly Proposal[] {
  return Object.values(state.proposals)
    .filter(({ status }) => status === 'proposed')
    .sort((a, b) => a.proposedAt - b.proposedAt || byCode(a.measureId, b.measureId))
}

/** The state in which this proposal has already taken its grant from the programme's pot of the round, so that the next one finds what is left [F3]. */
export function afterGrant(state: SessionState, measureId: string): SessionState {
  const { programmeId } = known(state.proposals, measureId)
  if (programmeId === null) return state
  const paid = (entry(state.grantsThisRound, programmeId) ?? 0) + costOf(state, measureId).grant
  return { ...state, grantsThisRound: { ...state.grantsThisRound, [programmeId]: paid } }
}

/** What stands in a proposal's own way, whatever else is in the package. */
function obstacleOf(state: SessionState, measureId: string): NotInReason | undefined {
  const proposal = known(state.proposals, measureId)
  if (isPostponed(state, proposal)) return 'postponed'
  if (openConflictsOf(state, measureId).length > 0) return 'conflictOpen'
  if (!applicationHolds(state, proposal)) return 'conditionsNotMet'
  return isCovered(state, measureId) ? undefined : 'notCovered'
}

/** [F2] Checked again at adoption: then other measures help to meet a condition only if they are adopted or in the package. */
function applicationHolds(state: SessionState, { measureId, programmeId }: Proposal, packageIds?: readonly string[]): boolean {
  return programmeId === null || (programmeState(state, programmeId).open && missingConditions(state, measureId, programmeId, packageIds).length === 0)
}

/** [M6] Of two that exclude each other the one proposed earlier stays; what is adopted stays anyway. */
function withoutExcluded(state: SessionState, candidates: readonly string[]): string[] {
  const adopted = Object.values(state.proposals).flatMap(({ status, measureId }) => (status === 'adopted' ? [measureId] : []))
  const kept: string[] = []
  for (const id of candidates) {
    const rivals = state.scenario.exclusions.flatMap(({ a, b }) => (a === id ? [b] : b === id ? [a] : []))
    if (!rivals.some((rival) => kept.includes(rival) || adopted.includes(rival))) kept.push(id)
  }
  return kept
}

/** Members of this package that it cannot hold: what they need is not in it, or the programme's pot is used up by earlier ones. */
function missingTogether(state: SessionState, measureIds: readonly string[]): Readonly<Record<string, NotInReason>> {
  const missing: Record<string, NotInReason> = {}
  let before = state
  for (const id of measureIds) {
    if (missingPrerequisites(state, id, measureIds).length > 0) missing[id] = 'prerequisiteMissing'
    else if (!applicationHolds(state, known(state.proposals, id), measureIds)) missing[id] = 'conditionsNotMet'
    else if (!isCovered(before, id)) missing[id] = 'notCovered'
    else before = afterGrant(before, id)
  }
  return missing
}

function missingRequired(state: SessionState, measureIds: readonly string[]): readonly string[] {
  return lasting(state, 'requireMeasure')
    .map(({ measureId }) => measureId)
    .filter((id) => !measureIds.includes(id) && entry(state.proposals, id)?.status !== 'adopted')
}
