import type { Picture } from '../../view/selectors.ts'
import { MapBoundary } from '../map/MapBoundary.tsx'

const NOTHING: readonly string[] = []
const ignore = () => undefined

/** The map as the wall shows it: all connections, no tools; near to what is stressed. */
export function WallMap({
  picture: { scenario, shared },
  highlight = NOTHING,
  selectedId = '',
}: {
  readonly picture: Picture
  readonly highlight?: readonly string[]
  readonly selectedId?: string
}) {
  return (
    <div class="wall-map">
      <MapBoundary scenario={scenario} shared={shared} ownTeamId="" mode="wall" selectedId={selectedId} onSelect={ignore} highlight={highlight} />
    </div>
  )
}
