import { entry } from '../../../rules/ids.ts'
import type { Measure } from '../../../rules/scenario/parts.ts'
import type { LocalText } from '../../../rules/scenario/text.ts'
import { localText } from '../../texts/index.ts'
import { liveProposals, proposalOf } from '../../view/selectors.ts'
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

/** A pair that the scenario hints at and that nobody has named yet. */
export interface PairHint {
  readonly partnerId: string
  readonly kind: 'synergy' | 'conflict'
  readonly reason: string
  readonly proposed: boolean
}

/** What the scenario hints at for this measure: with whom and why; those on the table first. */
export function hintsFor(picture: TeamPicture, measureId: string): readonly PairHint[] {
  const { scenario, measures, shared } = picture
  const of = (kind: PairHint['kind'], pairs: readonly { readonly a: string; readonly b: string; readonly hint: boolean; readonly reason: LocalText }[]) =>
    pairs
      .filter(({ a, b, hint }) => hint && (a === measureId || b === measureId))
      .map(({ a, b, reason }): PairHint => {
        const partnerId = a === measureId ? b : a
        return { partnerId, kind, reason: localText(reason), proposed: proposalOf(shared, partnerId) !== undefined }
      })
  const hints = [...of('synergy', scenario.synergies), ...of('conflict', scenario.conflicts)].filter(
    ({ partnerId, kind }) => entry(measures, partnerId) && !namedBetween(picture, measureId, partnerId).includes(kind),
  )
  return [...hints.filter(({ proposed }) => proposed), ...hints.filter(({ proposed }) => !proposed)]
}
