import type { Scenario } from '../../rules/scenario/scenario.ts'
import { t } from '../texts/index.ts'
import { pinWords } from './cursorWords.ts'
import type { MapModel } from './mapModel.ts'
import { PinBadge } from './PinBadge.tsx'

interface TownWideStripProps {
  readonly scenario: Scenario
  readonly model: MapModel
  readonly mode: 'team' | 'wall' | 'facilitator'
  readonly selectedId: string
  readonly onSelect: (measureId: string) => void
}

/** Measures for the whole town: they have no spot, so they stand at the edge of the map. */
export function TownWideStrip({ model, mode, selectedId, onSelect }: TownWideStripProps) {
  if (model.townWide.length === 0) return null
  return (
    <div class="town-wide" data-over-map>
      <span class="town-wide__title" id="town-wide-title">
        {t.common.wholeTown}
      </span>
      <ul class="town-wide__list" aria-labelledby="town-wide-title">
        {model.townWide.map((pin) => (
          <li key={pin.id}>
            {mode === 'wall' ? (
              <>
                <PinBadge pin={pin} size={56} />
                <span class="sr-only">{pinWords(pin)}</span>
              </>
            ) : (
              <button
                type="button"
                class="town-wide__pin"
                aria-label={pinWords(pin)}
                aria-pressed={pin.id === selectedId}
                onClick={() => onSelect(pin.id === selectedId ? '' : pin.id)}
              >
                <PinBadge pin={pin} size={42} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
