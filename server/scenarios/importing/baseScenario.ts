import { join } from 'node:path'
import { TEMPLATE } from '../createScenario.ts'
import { SHIPPED_SCENARIOS } from '../folders.ts'
import { readScenarioFolder } from '../readScenarioFolder.ts'
import type { ImportRequest } from './importScenario.ts'

/** The scenario whose rules, goals, incidents and run sheets an imported list plays with. */
export function baseScenario(): ImportRequest['base'] {
  const base = readScenarioFolder(join(SHIPPED_SCENARIOS, TEMPLATE))
  if ('problems' in base) throw new Error(`the template is broken: ${JSON.stringify(base.problems)}`)
  return { scenario: base.file, map: base.map }
}
