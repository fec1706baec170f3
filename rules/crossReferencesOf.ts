import { entry } from './ids.ts'
import { knownMeasure } from './measureOf.ts'
import { perObject } from './memo.ts'
import type { CrossReference, Proposal, SessionState } from './session.ts'

const byMeasure = perObject((crossReferences: Readonly<Record<string, CrossReference>>): ReadonlyMap<string, readonly CrossReference[]> => {
  const found = new Map<string, CrossReference[]>()
  for (const reference of Object.values(crossReferences)) {
    for (const measureId of [reference.a, reference.b]) {
      const list = found.get(measureId)
      if (list) list.push(reference)
      else found.set(measureId, [reference])
    }
  }
  return found
})

/** Every cross-reference that names the measure, whatever became of it. */
export function crossReferencesOf(state: SessionState, measureId: string): readonly CrossReference[] {
  return byMeasure(state.crossReferences).get(measureId) ?? []
}

/** The other measure of the pair. */
export function partnerIn(reference: CrossReference, measureId: string): string {
  return reference.a === measureId ? reference.b : reference.a
}

/** The proposal of a measure while it stands: proposed or adopted, not withdrawn. */
export function standingProposal(state: SessionState, measureId: string): Proposal | undefined {
  const proposal = entry(state.proposals, measureId)
  return proposal && proposal.status !== 'withdrawn' ? proposal : undefined
}

/** [C6] A synergy works once it is confirmed and counts, as long as both measures are proposed or adopted. */
export function works(state: SessionState, reference: CrossReference): boolean {
  return (
    reference.kind === 'synergy' &&
    reference.status === 'confirmed' &&
    reference.strength > 0 &&
    standingProposal(state, reference.a) !== undefined &&
    standingProposal(state, reference.b) !== undefined
  )
}

/** The synergies of a measure that work. */
export function workingSynergies(state: SessionState, measureId: string): readonly CrossReference[] {
  return crossReferencesOf(state, measureId).filter((reference) => works(state, reference))
}

/** [C6] Has it a working synergy with a measure of another department? Then programmes that know it add the integration bonus. */
export function hasIntegrationBonus(state: SessionState, measureId: string): boolean {
  const lead = knownMeasure(state, measureId).leadTeamId
  return workingSynergies(state, measureId).some((reference) => knownMeasure(state, partnerIn(reference, measureId)).leadTeamId !== lead)
}

/** [C5] Ids of the conflicts that count (confirmed or revealed) and are not settled; they block the measure in the resolution. */
export function openConflictsOf(state: SessionState, measureId: string): readonly string[] {
  return crossReferencesOf(state, measureId)
    .filter(({ kind, status }) => kind === 'conflict' && status === 'confirmed')
    .filter(({ a, b }) => standingProposal(state, a) !== undefined && standingProposal(state, b) !== undefined)
    .map(({ id }) => id)
}
