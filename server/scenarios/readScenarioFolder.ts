import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ScenarioProblem } from '../../rules/scenario/checks/problem.ts'
import { type ParsedScenario, parseScenario } from '../../rules/scenario/parseScenario.ts'

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
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return { message: 'Die Datei fehlt oder ist nicht lesbar.' }
  }
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    return { message: `Die Datei ist kein gültiges JSON${placeOf(error, text)}.` }
  }
}

/** V8 names the position or the line; people want the line. */
function placeOf(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : ''
  const position = /position (\d+)/.exec(message)?.[1]
  if (position === undefined) return message.includes('end of JSON input') ? '; sie endet zu früh' : ''
  return ` (Zeile ${text.slice(0, Number(position)).split('\n').length})`
}
