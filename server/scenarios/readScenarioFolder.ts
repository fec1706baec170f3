import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ScenarioProblem } from '../../rules/scenario/checks/problem.ts'
import { type ParsedScenario, parseScenario } from '../../rules/scenario/parseScenario.ts'
import { readJsonFile } from './files/readJsonFile.ts'

/** Reads `scenario.json` and `map.geojson` of a folder; a missing or unreadable file is a problem like any other. */
export function readScenarioFolder(folder: string): ParsedScenario | { readonly problems: readonly ScenarioProblem[] } {
  const file = readJson(join(folder, 'scenario.json'))
  const map = readJson(join(folder, 'map.geojson'))
  const problems = [
    ...('message' in file ? [{ path: 'scenario.json', message: file.message }] : []),
    ...('message' in map ? [{ path: 'map.geojson', message: map.message }] : []),
  ]
  return 'json' in file && 'json' in map ? parseScenario(file.json, map.json) : { problems }
}

function readJson(path: string): { readonly json: unknown } | { readonly message: string } {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch {
    return { message: 'Die Datei fehlt oder ist nicht lesbar.' }
  }
  const read = readJsonFile(bytes, 'Die Datei')
  return 'problem' in read ? { message: read.problem } : read
}
