import { entry } from '../../../rules/ids.ts'
import type { Measure } from '../../../rules/scenario/parts.ts'
import type { Scenario } from '../../../rules/scenario/scenario.ts'
import { code } from '../../format.ts'
import { localText } from '../../texts/index.ts'
import { costOfMeasure, type Measures, type ScenarioTeam } from '../../view/selectors.ts'

export type CatalogueOrder = 'fit' | 'cost' | 'code'

interface Wish {
  readonly search: string
  readonly order: CatalogueOrder
  /** only measures that this team leads; undefined: all */
  readonly ledBy?: string
}

/** The catalogue as asked for: every word of the search occurs in code, title or field of action. */
export function searchCatalogue(measures: Measures, team: ScenarioTeam, { search, order, ledBy }: Wish): readonly Measure[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = Object.values(measures).filter((measure) => {
    if (ledBy !== undefined && measure.leadTeamId !== ledBy) return false
    const text = `${measure.code} ${localText(measure.title)} ${localText(measure.fieldOfAction)}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const weight: Record<CatalogueOrder, (measure: Measure) => number> = {
    fit: (measure) => -fitFor(measure, team),
    cost: costOfMeasure,
    code: () => 0,
  }
  // Equal ones stay in the order of the scenario.
  return [...found].sort((a, b) => weight[order](a) - weight[order](b))
}

/** Points on the goals that the team answers for: „passt zu unserem Ziel“. */
export function fitFor(measure: Measure, team: ScenarioTeam): number {
  return team.goals.reduce((sum, goalId) => sum + (entry(measure.effects, goalId) ?? 0), 0)
}

/** Codes of measures that the scenario hints at as going well with this one; a hint never sets itself. */
export function hintedPartners(scenario: Scenario, measures: Measures, measureId: string): readonly string[] {
  return scenario.synergies
    .filter(({ hint, a, b }) => hint && (a === measureId || b === measureId))
    .flatMap(({ a, b }) => entry(measures, a === measureId ? b : a) ?? [])
    .map((measure) => code(measure.code))
}
