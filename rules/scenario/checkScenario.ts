import { checkIncidents } from './checks/checkIncidents.ts'
import { checkLabels } from './checks/checkLabels.ts'
import { checkMap } from './checks/checkMap.ts'
import { checkMeasures } from './checks/checkMeasures.ts'
import { checkPairs } from './checks/checkPairs.ts'
import { checkProgrammes } from './checks/checkProgrammes.ts'
import { checkVariants } from './checks/checkVariants.ts'
import { knownIds, repeated, type ScenarioProblem } from './checks/problem.ts'
import type { ScenarioFile } from './scenario.ts'
import type { TownMap } from './townMap.ts'

/**
 * Does everything in a scenario fit together? The schemas check shapes; this checks what one part says about another.
 *
 * @returns every problem at once, in the order of the file; empty for a scenario that can be played
 */
export function checkScenario(file: ScenarioFile, map: TownMap): readonly ScenarioProblem[] {
  const known = knownIds(file)
  return [
    ...checkIds(file),
    ...checkNumbers(file),
    ...checkMap(file, map, known),
    ...checkProgrammes(file, known),
    ...checkMeasures(file, known),
    ...checkLabels(file),
    ...checkPairs(file, known),
    ...checkIncidents(file, known),
    ...checkVariants(file, known),
  ]
}

const LISTS = ['goals', 'areas', 'localDistricts', 'sites', 'programmes', 'measures', 'incidents', 'indicators', 'debriefing', 'variants'] as const

function checkIds(file: ScenarioFile): ScenarioProblem[] {
  return LISTS.flatMap((list) =>
    repeated(
      file[list].map((e) => e.id),
      list,
      (id) => `Die Kennung „${id}“ kommt mehrfach vor.`,
    ),
  )
}

function checkNumbers({ goals, prioritisation, settings }: ScenarioFile): ScenarioProblem[] {
  const problems: ScenarioProblem[] = []
  const [high, medium] = prioritisation.classLines
  if (goals.every((goal) => goal.weight === 0)) problems.push({ path: 'goals', message: 'Mindestens ein Ziel braucht ein Gewicht über null.' })
  if (high > medium) problems.push({ path: 'prioritisation.classLines', message: 'Die Linie für hohe Priorität liegt über der für mittlere.' })
  if (settings.maxFundingRate + settings.minOwnShare > 1 + 1e-9)
    problems.push({ path: 'settings', message: 'Höchste Förderquote und kleinster Eigenanteil ergeben zusammen mehr als 100 %.' })
  return problems
}
