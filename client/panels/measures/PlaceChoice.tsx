import { useSignal } from '@preact/signals'
import type { Measure } from '../../../rules/scenario/parts.ts'
import type { Place } from '../../../rules/session.ts'
import { t } from '../../texts/index.ts'
import { useDesk } from '../desk.ts'
import { Button, SelectField } from '../kern.tsx'
import { type NamedPlace, namedPlaces, possibleAreas } from './places.ts'

interface PlaceChoiceProps {
  readonly measure: Measure
  readonly onPlace: (place: Place) => void
}

/** The list twin of tapping on the map: sites and areas by name. */
export function PlaceChoice({ measure, onPlace }: PlaceChoiceProps) {
  const { scenario } = useDesk()
  switch (measure.spatialReference) {
    case 'municipality':
      return (
        <Button kind="tonal" onClick={() => onPlace({ kind: 'municipality' })}>
          {t.common.wholeTown}
        </Button>
      )
    case 'area':
      return (
        <PlaceButtons
          title={t.measures.areas}
          places={possibleAreas(scenario, measure).map(({ id, name }) => ({ id, name, area: '' }))}
          onChoose={(areaId) => onPlace({ kind: 'area', areaId })}
        />
      )
    case 'point':
      return <PointChoice measure={measure} onPlace={onPlace} />
    case 'line':
      return <LineChoice measure={measure} onPlace={onPlace} />
  }
}

function PointChoice({ measure, onPlace }: PlaceChoiceProps) {
  const { scenario } = useDesk()
  const places = namedPlaces(scenario, measure)
  const choose = (id: string) => {
    const place = places.find((x) => x.id === id)
    if (place) onPlace({ kind: 'point', at: place.at })
  }
  return (
    <div class="stack">
      <PlaceButtons title={t.measures.suggested} places={places.filter(({ suggested }) => suggested)} onChoose={choose} />
      <PlaceButtons title={t.measures.otherSites} places={places.filter(({ suggested }) => !suggested)} onChoose={choose} />
    </div>
  )
}

function PlaceButtons({
  title,
  places,
  onChoose,
}: {
  readonly title: string
  readonly places: readonly Pick<NamedPlace, 'id' | 'name' | 'area'>[]
  readonly onChoose: (id: string) => void
}) {
  if (places.length === 0) return null
  return (
    <div class="stack stack--tight">
      <h3>{title}</h3>
      <ul class="rows">
        {places.map(({ id, name, area }) => (
          <li key={id}>
            <button type="button" class="row row--low" onClick={() => onChoose(id)}>
              <span class="grow">
                <span class="row__title">{name}</span>
                {area && <span class="small muted"> {t.measures.inArea(area)}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function LineChoice({ measure, onPlace }: PlaceChoiceProps) {
  const { scenario } = useDesk()
  const from = useSignal('')
  const to = useSignal('')
  const problem = useSignal('')
  const places = namedPlaces(scenario, measure)
  const choices = [
    { value: '', label: t.measures.pleaseChoose },
    ...places.map(({ id, name, area }) => ({ value: id, label: area ? `${name} (${area})` : name })),
  ]
  const use = () => {
    const start = places.find(({ id }) => id === from.value)
    const end = places.find(({ id }) => id === to.value)
    if (start && end && start.id !== end.id) onPlace({ kind: 'line', points: [start.at, end.at] })
    else problem.value = t.measures.twoPlaces
  }
  return (
    <div class="stack">
      <SelectField
        label={t.measures.lineFrom}
        value={from.value}
        choices={choices}
        onChange={(id) => {
          from.value = id
        }}
      />
      <SelectField
        label={t.measures.lineTo}
        value={to.value}
        choices={choices}
        onChange={(id) => {
          to.value = id
        }}
      />
      <Button kind="tonal" onClick={use}>
        {t.measures.usePlace}
      </Button>
      <p class="command__problem" role="alert">
        {problem.value}
      </p>
    </div>
  )
}
