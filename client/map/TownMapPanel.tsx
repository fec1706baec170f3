import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Position } from '../../rules/scenario/townMap.ts'
import { t } from '../texts/index.ts'
import { locale } from '../texts/locale.ts'
import { cursorWords } from './cursorWords.ts'
import { Legend } from './Legend.tsx'
import { MapTools } from './MapTools.tsx'
import { type MapModel, mapModel, rememberLost } from './mapModel.ts'
import { PlacingBand } from './PlacingBand.tsx'
import { StillMap } from './StillMap.tsx'
import type { CursorTarget, TownMap, TownMapInput } from './TownMap.ts'
import { TownWideStrip } from './TownWideStrip.tsx'
import type { TownMapPanelProps } from './townMapProps.ts'
import { useDark } from './useDark.ts'
import { usePlacing } from './usePlacing.ts'
import './townMap.css'

const NOTHING: readonly string[] = []

/** The town map with everything around it. Needs the place it is put into to have a height. */
export function TownMapPanel(props: TownMapPanelProps) {
  const { scenario, selectedId, onSelect, mode = 'team', highlight = NOTHING } = props
  const host = useRef<HTMLDivElement>(null)
  const model = useMapModel(props)
  const placing = usePlacing(scenario, props.locating ?? null)
  const dark = useDark(host)
  const [cursor, setCursor] = useState<CursorTarget | null>(null)
  const input: TownMapInput = { scenario, model, mode, selectedId, highlight, placing: placing.state, dark, show: props.show ?? null }
  const { map, scale, failed } = useTownMap(host, input, { onSelect, onTap: placing.tap, onCursor: setCursor })
  const town = scenario.municipality.name
  if (failed) {
    return (
      <StillMap scenario={scenario} model={model} mode={mode} dark={dark} selectedId={selectedId} onSelect={onSelect}>
        {props.children}
      </StillMap>
    )
  }
  const watched =
    mode === 'wall'
      ? { role: 'img' as const, 'aria-label': t.map.picture(town, model.pins.length) }
      : { role: 'application' as const, tabIndex: 0, 'aria-label': t.map.label(town), 'aria-describedby': 'town-map-keys' }
  return (
    <section class={`town-map town-map--${mode}`} aria-label={t.map.label(town)} aria-busy={map ? undefined : 'true'}>
      <div ref={host} class={`town-map__ground${placing.state ? ' town-map__ground--placing' : ''}`} {...watched} />
      {!map && (
        <p class="town-map__loading" role="status">
          {t.map.loading}
        </p>
      )}
      <TownWideStrip scenario={scenario} model={model} mode={mode} selectedId={selectedId} onSelect={onSelect} />
      {mode !== 'wall' && (
        <>
          <p id="town-map-keys" class="sr-only">
            {t.map.keys}
          </p>
          <p class="sr-only" aria-live="polite">
            {cursor ? cursorWords(scenario, model, cursor) : ''}
          </p>
          {placing.state ? (
            <PlacingBand placing={placing} />
          ) : (
            <div class="map-corner" data-over-map>
              <Legend attribution={scenario.map.attribution} />
              {props.children}
            </div>
          )}
          {map && <MapTools map={map} scale={scale} />}
        </>
      )}
      {model.pins.length + model.townWide.length === 0 && !placing.state && mode === 'wall' && <p class="town-map__empty">{t.map.nothing}</p>}
    </section>
  )
}

/** What is to be seen, worked out anew only when something of it has changed. */
function useMapModel({ scenario, shared, drafts, attention, leftOut }: TownMapPanelProps): MapModel {
  const memory = useRef<{ shared: TownMapPanelProps['shared']; lost: ReadonlySet<string> }>({ shared, lost: new Set() })
  if (memory.current.shared !== shared) memory.current = { shared, lost: rememberLost(memory.current.lost, memory.current.shared, shared) }
  const { lost } = memory.current
  const { proposals, crossReferences, focusAreas, addedMeasures } = shared
  const waiting = attention?.join(' ') ?? ''
  // Of the shared view only these parts matter; the clock ticks in others.
  return useMemo(
    () => mapModel({ scenario, shared, drafts, attention, lost, leftOut }),
    [scenario, proposals, crossReferences, focusAreas, addedMeasures, drafts, waiting, lost, leftOut],
  )
}

interface TownMapHooks {
  readonly onSelect: (measureId: string) => void
  readonly onTap: (at: Position, reach: number) => void
  readonly onCursor: (cursor: CursorTarget | null) => void
}

/** Opens the map in its host, hands on what changes, takes it away at the end. */
function useTownMap(host: { readonly current: HTMLDivElement | null }, input: TownMapInput, hooks: TownMapHooks) {
  const [map, setMap] = useState<TownMap | null>(null)
  const [scale, setScale] = useState(0)
  const [failed, setFailed] = useState(false)
  const latest = useRef({ input, hooks })
  latest.current = { input, hooks }
  useEffect(() => {
    const element = host.current
    if (!element) return
    let opened: TownMap | null = null
    let gone = false
    const open = async () => {
      if (!hasWebGl()) throw new Error('no WebGL')
      const module = await import('./TownMap.ts')
      if (gone) return
      opened = await module.TownMap.open(element, latest.current.input, {
        select: (id) => latest.current.hooks.onSelect(id),
        tapGround: (at, reach) => latest.current.hooks.onTap(at, reach),
        cursor: (cursor) => latest.current.hooks.onCursor(cursor),
        rest: setScale,
      })
      if (gone) return opened.destroy()
      opened.update(latest.current.input)
      setMap(opened)
    }
    open().catch(() => setFailed(true))
    return () => {
      gone = true
      opened?.destroy()
    }
  }, [host])
  const { scenario, model, mode, selectedId, highlight, placing, dark, show } = input
  const language = locale.value
  // Before the next tap can come: what stands on the page and what a tap means must not differ.
  useLayoutEffect(() => {
    map?.update(latest.current.input)
  }, [map, scenario, model, mode, selectedId, highlight.join(' '), placing, dark, show, language])
  return { map, scale, failed }
}

function hasWebGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
