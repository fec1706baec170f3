import { entry } from '../../../rules/ids.ts'
import type { Measure } from '../../../rules/scenario/parts.ts'
import { liveProposals } from '../../view/selectors.ts'
import type { TeamPicture } from '../desk.ts'

export interface Partner {
  readonly measure: Measure
  /** why it is near: a hint of the scenario, or the same area; '' for all others */
  readonly near: '' | 'synergy' | 'conflict' | 'area'
}

/** Other proposed measures for a cross-reference, the near ones first. Nothing is ever set by being near. */
export function partnersFor(picture: TeamPicture, measureId: string): readonly Partner[] {
  const own = entry(picture.shared.proposals, measureId)
  const hinted = (pairs: readonly { readonly a: string; readonly b: string; readonly hint: boolean }[], id: string) =>
    pairs.some(({ a, b, hint }) => hint && ((a === measureId && b === id) || (b === measureId && a === id)))
  const partners = liveProposals(picture)
    .filter(([measure]) => measure.id !== measureId)
    .map(([measure, proposal]): Partner => {
      if (hinted(picture.scenario.synergies, measure.id)) return { measure, near: 'synergy' }
      if (hinted(picture.scenario.conflicts, measure.id)) return { measure, near: 'conflict' }
      const sameArea = own !== undefined && own.place.areaId !== '' && own.place.areaId === proposal.place.areaId
      return { measure, near: sameArea ? 'area' : '' }
    })
  return [...partners.filter(({ near }) => near !== ''), ...partners.filter(({ near }) => near === '')]
}
