import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseScenario } from '../../../rules/scenario/parseScenario.ts'
import { BUNDLE_EXTENSION, openBundle, packBundle } from '../bundle.ts'
import { findScenario } from '../findScenario.ts'
import { writeScenarioFolder } from '../writeScenarioFolder.ts'

/** A scenario into one file. What has mistakes is not handed on. */
export function packCommand([name, target, ...more]: readonly string[]): number | undefined {
  if (name === undefined || more.length > 0) return undefined
  const found = findScenario(name)
  if ('problems' in found) {
    for (const { path, message } of found.problems) console.error(`${name}: ${path}: ${message}`)
    return 1
  }
  const file = resolve(target ?? `${found.file.id}.${BUNDLE_EXTENSION}`)
  writeFileSync(file, packBundle({ scenario: found.file, map: found.map }))
  console.log(`${relative(process.cwd(), file)} ist geschrieben (Fassung ${found.file.version}, Lizenz: ${found.file.licence ?? 'nicht angegeben'}).`)
  return 0
}

export function unpackCommand([path, folder, ...more]: readonly string[]): number | undefined {
  if (path === undefined || more.length > 0) return undefined
  if (!existsSync(path)) {
    console.error(`Die Datei „${path}“ gibt es nicht.`)
    return 1
  }
  const opened = openBundle(readFileSync(path))
  const parsed =
    'problems' in opened ? { problems: opened.problems.map(({ place, message }) => ({ path: place, message })) } : parseScenario(opened.scenario, opened.map)
  if ('problems' in parsed) {
    for (const problem of parsed.problems) console.error(`${path}: ${problem.path}: ${problem.message}`)
    return 1
  }
  const target = resolve(folder ?? join('scenarios', parsed.file.id))
  if (existsSync(target)) {
    console.error(`„${relative(process.cwd(), target)}“ gibt es schon.`)
    return 1
  }
  writeScenarioFolder(target, parsed.file, parsed.map)
  console.log(`${relative(process.cwd(), target)} ist angelegt.`)
  return 0
}
