import { entry } from '../../../rules/ids.ts'
import type { Measure } from '../../../rules/scenario/parts.ts'
import { liveProposals } from '../../view/selectors.ts'
import type { TeamPicture } from '../desk.ts'

export interface Partner {
  readonly measure: Measure
  /** why it is near: a hint of the scenario, or the same area; '' for all others */
  readonly near: '' | 'synergy' | 'conflict' | 'area'
  /** kinds of reference that already stand between the two */
  readonly named: readonly ('synergy' | 'conflict')[]
}

/** Other proposed measures for a cross-reference, the near ones first. Nothing is ever set by being near. */
export function partnersFor(picture: TeamPicture, measureId: string): readonly Partner[] {
  const own = entry(picture.shared.proposals, measureId)
  const hinted = (pairs: readonly { readonly a: string; readonly b: string; readonly hint: boolean }[], id: string) =>
    pairs.some(({ a, b, hint }) => hint && ((a === measureId && b === id) || (b === measureId && a === id)))
  const partners = liveProposals(picture)
    .filter(([measure]) => measure.id !== measureId)
    .map(([measure, proposal]): Partner => {
      const named = namedBetween(picture, measureId, measure.id)
      if (hinted(picture.scenario.synergies, measure.id)) return { measure, near: 'synergy', named }
      if (hinted(picture.scenario.conflicts, measure.id)) return { measure, near: 'conflict', named }
      const sameArea = own !== undefined && own.place.areaId !== '' && own.place.areaId === proposal.place.areaId
      return { measure, near: sameArea ? 'area' : '', named }
    })
  return [...partners.filter(({ near }) => near !== ''), ...partners.filter(({ near }) => near === '')]
}

function namedBetween({ shared }: TeamPicture, one: string, other: string): Partner['named'] {
  return Object.values(shared.crossReferences)
    .filter(({ a, b }) => (a === one && b === other) || (a === other && b === one))
    .map(({ kind }) => kind)
}
