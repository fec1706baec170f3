import { partnerIn, workingSynergies } from './crossReferencesOf.ts'
import { entry } from './ids.ts'
import { knownMeasure } from './measureOf.ts'
import type { SessionState } from './session.ts'

/** Departments that carry a measure: its lead, those it involves, those that pledge to it or paid for it, and partners of working synergies. In the order of the teams. */
export function carryingTeams(state: SessionState, measureId: string): readonly string[] {
  const measure = knownMeasure(state, measureId)
  const payers = {
    ...(entry(state.accounts.pledged, measureId) ?? {}),
    ...(entry(state.proposals, measureId)?.adopted?.paidBy ?? {}),
  }
  const partners = workingSynergies(state, measureId).map((reference) => knownMeasure(state, partnerIn(reference, measureId)).leadTeamId)
  const carrying = new Set([measure.leadTeamId, ...measure.involvedTeamIds, ...Object.keys(payers), ...partners])
  return state.scenario.teams.map(({ id }) => id).filter((id) => carrying.has(id))
}
