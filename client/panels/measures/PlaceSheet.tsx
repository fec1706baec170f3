import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { entry } from '../../../rules/ids.ts'
import type { Measure } from '../../../rules/scenario/parts.ts'
import type { Place } from '../../../rules/session.ts'
import { t } from '../../texts/index.ts'
import { announce } from '../Announcer.tsx'
import { useDesk } from '../desk.ts'
import { Note, Sheet } from '../kern.tsx'
import { nameOfMeasure } from '../news/newsOf.ts'
import { useCommand } from '../useCommand.ts'
import { PlaceChoice } from './PlaceChoice.tsx'

/** Chooses where a measure lies, by tap on the map or by name in the list; the choice is saved at once. */
export function PlaceSheet({ measureId, aim }: { readonly measureId: string; readonly aim: 'propose' | 'locate' }) {
  const { measures, desk, close, closeAll } = useDesk()
  const { run, slow, problem } = useCommand()
  const measure = entry(measures, measureId)
  const save = async (place: Place) => {
    const done = await run(aim === 'propose' ? { type: 'proposeMeasure', measureId, place } : { type: 'locateMeasure', measureId, place })
    if (!done) return
    announce(t.measures.placeSaved)
    if (aim === 'propose') closeAll()
    else close()
    desk.selectedId.value = measureId
  }
  if (!measure) return null
  return (
    <Sheet title={t.measures.placeTitle(nameOfMeasure({ measures }, measureId))} back={t.common.back} onClose={close}>
      <div class="stack">
        <p class="command__problem" role="alert">
          {problem}
        </p>
        {slow && <p role="status">{t.common.saving}</p>}
        <PlaceFinder measure={measure} onPlace={(place) => void save(place)} />
      </div>
    </Sheet>
  )
}

/** Sentence, list and map tap for one place of a measure. */
export function PlaceFinder({ measure, onPlace }: { readonly measure: Measure; readonly onPlace: (place: Place) => void }) {
  const { desk } = useDesk()
  const latest = useSignal(onPlace)
  latest.value = onPlace
  useEffect(() => {
    desk.locating.value = { spatialReference: measure.spatialReference, measure, onPlace: (place) => latest.value(place) }
    return () => {
      desk.locating.value = null
    }
  }, [desk, measure, latest])
  const sentence = { point: t.measures.tapPoint, line: t.measures.tapLine, area: t.measures.tapArea, municipality: t.measures.wholeTown }[
    measure.spatialReference
  ]
  return (
    <div class="stack">
      <Note>
        {sentence} {measure.allowedAreaIds.length > 0 && t.measures.allowed}
      </Note>
      <PlaceChoice measure={measure} onPlace={onPlace} />
    </div>
  )
}
