import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes both files of a scenario, so that they survive a power cut right afterwards. */
export function writeScenarioFolder(folder: string, scenario: unknown, map: unknown): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'scenario.json'), `${JSON.stringify(scenario, null, 2)}\n`, { flush: true })
  writeFileSync(join(folder, 'map.geojson'), JSON.stringify(map), { flush: true })
}
