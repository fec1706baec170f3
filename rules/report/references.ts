import { standingProposal, works } from '../crossReferencesOf.ts'
import { knownMeasure } from '../measureOf.ts'
import { countsAsConflict } from '../plans.ts'
import type { CrossReference, SessionState } from '../session.ts'
import type { ReportPartner, ReportReference } from '../sessionReport.ts'
import { synergyWorth } from '../synergyWorth.ts'

/** Synergies that work: the helpful half of the matrix of interactions. */
export function synergiesOf(state: SessionState): readonly ReportReference[] {
  return Object.values(state.crossReferences)
    .filter((reference) => works(state, reference))
    .map((reference) => referenceOf(state, reference))
}

/** Conflicts between measures of the list, settled and open. */
export function conflictsOf(state: SessionState): readonly ReportReference[] {
  return standingConflicts(state).map((reference) => referenceOf(state, reference))
}

/** Conflicts that are open, and those that were knowingly accepted [C5]. */
export function unsettledConflictsOf(state: SessionState): readonly ReportReference[] {
  return standingConflicts(state)
    .filter(countsAsConflict)
    .map((reference) => referenceOf(state, reference))
}

function standingConflicts(state: SessionState): readonly CrossReference[] {
  return Object.values(state.crossReferences).filter(
    ({ kind, status, a, b }) =>
      kind === 'conflict' &&
      (status === 'confirmed' || status === 'settled') &&
      standingProposal(state, a) !== undefined &&
      standingProposal(state, b) !== undefined,
  )
}

function referenceOf(state: SessionState, reference: CrossReference): ReportReference {
  const { id, a, b, reason, strength, status, settlement, proposedBy } = reference
  const { savedFunds, savedStaff, points } = synergyWorth(state, reference)
  const settled = status === 'settled' ? settlement : null
  return {
    id,
    a: partnerOf(state, a),
    b: partnerOf(state, b),
    teams: [knownMeasure(state, a).leadTeamId, knownMeasure(state, b).leadTeamId],
    reason,
    strength,
    way: settled?.way ?? '',
    settlementReason: settled?.reason ?? '',
    revealed: proposedBy === null,
    savedFunds,
    savedStaff,
    points,
  }
}

/** A measure as others refer to it. */
export function partnerOf(state: SessionState, measureId: string): ReportPartner {
  return { measureId, code: knownMeasure(state, measureId).code }
}
