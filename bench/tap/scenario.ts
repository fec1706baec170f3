import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadScenarios } from '../../server/scenarios/loadScenarios.ts'

export const scenarios = loadScenarios(fileURLToPath(new URL('../../scenarios', import.meta.url)), join(tmpdir(), 'aemterrunde-no-imports'))

const compact = scenarios.resolve('muldenau', 'compact')
if (!compact) throw new Error('scenario muldenau is not there')
export const muldenau = compact
