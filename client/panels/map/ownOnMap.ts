import { entry } from '../../../rules/ids.ts'
import { usualPlace } from '../../../rules/placement.ts'
import type { Scenario } from '../../../rules/scenario/scenario.ts'
import type { Place } from '../../../rules/session.ts'
import type { SharedView, TeamView } from '../../../rules/sessionView.ts'
import type { Measures } from '../../view/selectors.ts'

/** Measures planned alone, where the scenario would put them: measure id → place. What has no usual place is not on the map yet. */
export function plannedPlaces(scenario: Scenario, measures: Measures, measureIds: readonly string[]): Readonly<Record<string, Place>> {
  const placed = measureIds.flatMap((id) => {
    const measure = entry(measures, id)
    const place = measure && usualPlace(scenario, measure)
    return place ? [[id, place] as const] : []
  })
  return Object.fromEntries(placed)
}

/** Own measures on the table about which somebody asks us. */
export function askedAbout(shared: SharedView, own: TeamView): readonly string[] {
  const subjects = own.requests.flatMap((request) => request.subjects)
  return [...new Set(subjects)].filter((id) => entry(shared.proposals, id)?.teamId === own.teamId)
}

/** The map of the session without what is on the table: for plans that were made alone. */
export function withoutProposals(shared: SharedView): SharedView {
  return { ...shared, proposals: {}, crossReferences: {}, focusAreas: {} }
}
