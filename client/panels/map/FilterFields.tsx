import type { Scenario } from '../../../rules/scenario/scenario.ts'
import { localText, t } from '../../texts/index.ts'
import { FILTER_STATES, type FilterState, filterCount, type MeasureFilter, NO_FILTER, WHOLE_TOWN } from '../../view/measureFilter.ts'
import { teamName } from '../../view/selectors.ts'
import { CheckField, LinkButton, SelectField } from '../kern.tsx'

interface FilterFieldsProps {
  readonly scenario: Scenario
  readonly value: MeasureFilter
  readonly onChange: (filter: MeasureFilter) => void
  /** only what makes sense where it stands */
  readonly fields: readonly (keyof MeasureFilter)[]
  /** how many of how many are seen */
  readonly shown: number
  readonly of: number
}

/** What to look for: department, goal, state, place, affordable. Says how many are seen, and the way back to all. */
export function FilterFields({ scenario, value, onChange, fields, shown, of }: FilterFieldsProps) {
  const words = t.filter
  const set = (change: Partial<MeasureFilter>) => onChange({ ...value, ...change })
  const has = (field: keyof MeasureFilter) => fields.includes(field)
  const all = { value: '', label: words.all }
  return (
    <div class="filter-fields">
      {has('teamId') && (
        <SelectField
          label={words.team}
          value={value.teamId}
          choices={[all, ...scenario.teams.map(({ id }) => ({ value: id, label: teamName(scenario, id) }))]}
          onChange={(teamId) => set({ teamId })}
        />
      )}
      {has('goalId') && (
        <SelectField
          label={words.goal}
          value={value.goalId}
          choices={[all, ...scenario.goals.map(({ id, name }) => ({ value: id, label: localText(name) }))]}
          onChange={(goalId) => set({ goalId })}
        />
      )}
      {has('state') && (
        <SelectField
          label={words.state}
          value={value.state}
          choices={[
            all,
            ...FILTER_STATES.filter((state) => state !== 'idea' || has('affordable')).map((state) => ({ value: state, label: words.states[state] })),
          ]}
          onChange={(state) => set({ state: state as FilterState | '' })}
        />
      )}
      {has('areaId') && (
        <SelectField
          label={words.place}
          value={value.areaId}
          choices={[all, ...scenario.areas.map(({ id, name }) => ({ value: id, label: localText(name) })), { value: WHOLE_TOWN, label: t.common.wholeTown }]}
          onChange={(areaId) => set({ areaId })}
        />
      )}
      {has('affordable') && <CheckField label={words.affordable} checked={value.affordable} onChange={(affordable) => set({ affordable })} />}
      <FilterCount value={value} onChange={onChange} shown={shown} of={of} />
    </div>
  )
}

/** „5 von 12 Maßnahmen · Alle zeigen“, so that nobody looks for what only the filter hides. */
export function FilterCount({ value, onChange, shown, of }: Pick<FilterFieldsProps, 'value' | 'onChange' | 'shown' | 'of'>) {
  if (filterCount(value) === 0) return null
  return (
    <p class="filter-fields__count small" role="status">
      {t.filter.shown(shown, of)} <LinkButton onClick={() => onChange(NO_FILTER)}>{t.filter.showAll}</LinkButton>
    </p>
  )
}
