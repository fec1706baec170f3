import { t } from '../texts/index.ts'
import { scaleBar } from './camera.ts'
import type { TownMap } from './TownMap.ts'

const STEP = 1.6
const BAR = 120

/** Zoom buttons and the scale bar. */
export function MapTools({ map, scale }: { readonly map: TownMap; readonly scale: number }) {
  const bar = scaleBar(scale, BAR)
  return (
    <>
      <div class="map-tools" data-over-map>
        <ToolButton label={t.map.zoomIn} path="M4 12h16M12 4v16" onClick={() => map.zoomBy(STEP)} />
        <ToolButton label={t.map.zoomOut} path="M4 12h16" onClick={() => map.zoomBy(1 / STEP)} />
        <ToolButton label={t.map.home} path="M5 10.5V20h5v-6h4v6h5v-9.5L12 4z" onClick={() => map.goHome()} />
      </div>
      {scale > 0 && (
        <div class="map-scale" aria-hidden="true">
          <span>{t.map.metres(bar.metres)}</span>
          <span class="map-scale__bar" style={{ width: `${bar.width}px` }} />
        </div>
      )}
    </>
  )
}

function ToolButton({ label, path, onClick }: { readonly label: string; readonly path: string; readonly onClick: () => void }) {
  return (
    <button type="button" class="map-tools__button" aria-label={label} title={label} onClick={onClick}>
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
      </svg>
    </button>
  )
}
