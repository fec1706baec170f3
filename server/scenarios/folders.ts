import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The scenarios that come with the program. */
export const SHIPPED_SCENARIOS = fileURLToPath(new URL('../../scenarios', import.meta.url))

/** Where the facilitators' own scenarios are kept, beside the sessions. */
export function ownScenarios(dataDir: string): string {
  return join(dataDir, 'scenarios')
}
