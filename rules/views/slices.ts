import type { SessionState } from '../session.ts'

/** Slices of the state that costs, cover, and conditions of proposals follow from; for {@link remember}. */
export function proposalSlices(state: SessionState): readonly unknown[] {
  const { proposals, accounts, crossReferences, focusAreas, lastingEffects, grantsThisRound, writtenMeasures, round } = state
  return [proposals, accounts.pledged, crossReferences, focusAreas, lastingEffects, grantsThisRound, writtenMeasures, round]
}

/** Slices that the joint list follows from. Ballots count once they are revealed: until then nothing on the list moves with them. */
export function listSlices(state: SessionState): readonly unknown[] {
  const { weights, dots, resistance, classes, measureIds, reasons, revealed, procedure, procedureReason, order } = state.prioritisation
  const shown = Object.entries({ weights, dots, resistance, classes }).map(([ballot, given]) => revealed.some((other) => other === ballot) && given)
  return [...proposalSlices(state), ...shown, measureIds, reasons, revealed, procedure, procedureReason, order, state.whatIf]
}
