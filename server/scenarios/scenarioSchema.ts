import { z } from 'zod'
import { ScenarioFile } from '../../rules/scenario/scenario.ts'

/** JSON Schema of `scenario.json`, for editors that complete and check while typing. `io: 'input'`: what has a default may be left out. */
export function scenarioSchema(): string {
  const schema = z.toJSONSchema(ScenarioFile, { io: 'input', reused: 'ref', target: 'draft-2020-12' })
  return `${JSON.stringify({ title: 'Szenario für Ämterrunde', ...schema }, null, 2)}\n`
}
