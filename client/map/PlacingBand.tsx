import { Button } from '../panels/kern.tsx'
import { t } from '../texts/index.ts'
import type { PlacingHandle } from './usePlacing.ts'

/** The band over the map while a place is asked for: what to tap, why a tap did not count, and the tools of a line. */
export function PlacingBand({ placing: { state, problem, takeBack, finish, wholeTown } }: { readonly placing: PlacingHandle }) {
  if (!state) return null
  const { kind } = state.placing
  const count = state.points.length
  const asked = { point: t.map.tapPoint, line: count > 0 ? t.map.linePoints(count) : t.map.tapLine, area: t.map.tapArea, municipality: t.map.wholeTown }[kind]
  return (
    <div class="placing-band" data-over-map>
      <p class="placing-band__words" role="status">
        {problem || asked}
      </p>
      {kind === 'line' && count > 0 && (
        <div class="cluster">
          <Button size="small" onClick={takeBack}>
            {t.map.lastPointBack}
          </Button>
          <Button size="small" kind="tonal" onClick={finish}>
            {t.map.done}
          </Button>
        </div>
      )}
      {kind === 'municipality' && (
        <Button size="small" kind="tonal" onClick={wholeTown}>
          {t.map.takeWholeTown}
        </Button>
      )}
    </div>
  )
}
