import { entry } from '../../../rules/ids.ts'
import { t } from '../../texts/index.ts'
import { filterCount, type MeasureFilter } from '../../view/measureFilter.ts'
import { type Measures, measuresOf, type Picture, proposalOf } from '../../view/selectors.ts'
import { FilterFields } from './FilterFields.tsx'

interface MapFilterProps {
  readonly picture: Picture
  readonly value: MeasureFilter
  readonly onChange: (filter: MeasureFilter) => void
  readonly leftOut: ReadonlySet<string>
}

/** The filter as it stands on the map, folded until asked for; its title says how many questions it asks. */
export function MapFilter({ picture, value, onChange, leftOut }: MapFilterProps) {
  const asked = filterCount(value)
  const all = standing(picture, measuresOf(picture))
  return (
    <details class="map-fold">
      <summary class={`map-fold__title${asked > 0 ? ' map-fold__title--on' : ''}`}>
        {t.filter.title}
        {asked > 0 && <span class="counter counter--open">{asked}</span>}
      </summary>
      <div class="map-fold__body">
        <FilterFields
          scenario={picture.scenario}
          value={value}
          onChange={onChange}
          fields={['teamId', 'goalId', 'state', 'areaId']}
          shown={all.filter((id) => !leftOut.has(id)).length}
          of={all.length}
        />
      </div>
    </details>
  )
}

function standing({ shared }: Picture, measures: Measures): readonly string[] {
  return Object.keys(shared.proposals).filter((id) => entry(measures, id) && proposalOf(shared, id))
}
