import type { Measure } from '../../../rules/scenario/parts.ts'
import type { Place } from '../../../rules/session.ts'
import { code } from '../../format.ts'
import { proposalOf } from '../../view/selectors.ts'
import { useDesk } from '../desk.ts'
import { ShowOnMapButton } from '../map/ShowOnMapButton.tsx'

/** The way from a measure to its spot: its pin, or the areas where it could lie as long as nobody has proposed it. */
export function ShowMeasureOnMap({ measure }: { readonly measure: Measure }) {
  const { shared, showOnMap } = useDesk()
  const proposal = proposalOf(shared, measure.id)
  const kind: Place['kind'] = proposal?.place.kind ?? measure.spatialReference
  const ids = proposal ? [measure.id] : measure.areaId ? [measure.areaId] : measure.allowedAreaIds
  if (kind === 'municipality' || ids.length === 0) return null
  return <ShowOnMapButton name={code(measure.code)} onClick={() => showOnMap(ids)} />
}
