import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import { TopicSymbol } from '../panels/measures/TopicSymbol.tsx'
import { t } from '../texts/index.ts'
import { pinWords } from './cursorWords.ts'
import type { MapModel } from './mapModel.ts'
import { mapSvg } from './mapSvg.ts'
import { PinBadge } from './PinBadge.tsx'

interface StillMapProps {
  readonly scenario: Scenario
  readonly model: MapModel
  readonly mode: 'team' | 'wall' | 'facilitator'
  readonly dark: boolean
  readonly selectedId: string
  readonly onSelect: (measureId: string) => void
  /** further controls, above the list */
  readonly children?: ComponentChildren
}

/** For devices that cannot draw the moving map: the same map as a picture, and everything on it as a list. */
export function StillMap({ scenario, model, mode, dark, selectedId, onSelect, children }: StillMapProps) {
  const picture = useMemo(() => `data:image/svg+xml,${encodeURIComponent(mapSvg(scenario, model, { dark, selectedId }))}`, [scenario, model, dark, selectedId])
  const all = [...model.pins, ...model.townWide]
  return (
    <section class={`still-map still-map--${mode}`} aria-label={t.map.label(scenario.municipality.name)}>
      <img class="still-map__picture" src={picture} alt={t.map.picture(scenario.municipality.name, model.pins.length)} />
      {mode !== 'wall' && (
        <div class="still-map__list">
          <p class="small muted">{t.map.still}</p>
          <h2>{t.map.stillList}</h2>
          {children}
          {all.length === 0 && <p class="empty">{t.map.nothing}</p>}
          <ul class="rows">
            {all.map((pin) => (
              <li key={pin.id}>
                <button type="button" class="row row--low" aria-pressed={pin.id === selectedId} onClick={() => onSelect(pin.id)}>
                  <PinBadge pin={pin} size={36} />
                  <span class="grow">
                    <TopicSymbol measure={pin} /> {pinWords(pin)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
