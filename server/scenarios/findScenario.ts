import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ownScenarios, SHIPPED_SCENARIOS } from './folders.ts'
import { readScenarioFolder } from './readScenarioFolder.ts'

/** A scenario by the path of its folder, or by its name among those shipped and the facilitators' own. */
export function findScenario(name: string, dataDir = process.env.DATA_DIR || 'data'): ReturnType<typeof readScenarioFolder> {
  const folder = [name, join(SHIPPED_SCENARIOS, name), join(ownScenarios(dataDir), name)].find((path) => existsSync(join(path, 'scenario.json')))
  return folder === undefined ? { problems: [{ path: name, message: 'Ein Szenario dieses Namens gibt es nicht.' }] } : readScenarioFolder(folder)
}
