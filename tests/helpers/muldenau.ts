import { resolveVariant } from '../../rules/scenario/resolveVariant.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import { readScenarioFolder } from '../../server/scenarios/readScenarioFolder.ts'

/** Muldenau as a session plays it, from the files that come with the program. */
export function muldenau(variantId: 'compact' | 'halfDay' | 'fullDay'): Scenario {
  const read = readScenarioFolder(new URL('../../scenarios/muldenau', import.meta.url).pathname)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  const scenario = resolveVariant(read.file, read.map, variantId)
  if (!scenario) throw new Error(`Muldenau has no variant ${variantId}`)
  return scenario
}
