import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { parseScenario } from '../../../rules/scenario/parseScenario.ts'
import { BUNDLE_EXTENSION, openBundle } from '../bundle.ts'
import { createScenario } from '../createScenario.ts'
import { SHIPPED_SCENARIOS } from '../folders.ts'
import { readScenarioFolder } from '../readScenarioFolder.ts'
import { scenarioSchema } from '../scenarioSchema.ts'

export function validateCommand(paths: readonly string[]): number | undefined {
  return paths.length === 0 ? undefined : Math.max(...paths.map(validate))
}

function validate(path: string): number {
  const full = resolve(path)
  const name = relative(process.cwd(), full.endsWith('.json') || full.endsWith('.geojson') ? dirname(full) : full) || basename(full)
  const result = full.endsWith(`.${BUNDLE_EXTENSION}`) && existsSync(full) ? readBundle(full) : readScenarioFolder(isFolder(full) ? full : dirname(full))
  if (!('problems' in result)) {
    const { measures, variants } = result.file
    console.log(`${name}: in Ordnung (${measures.length} Maßnahmen, ${variants.length} ${variants.length === 1 ? 'Fassung' : 'Fassungen'}).`)
    return 0
  }
  for (const { path: place, message } of result.problems) console.error(`${name}: ${place}: ${message}`)
  console.error(`${name}: ${result.problems.length} Fehler.`)
  return 1
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

function readBundle(path: string): ReturnType<typeof readScenarioFolder> {
  const opened = openBundle(readFileSync(path))
  return 'problems' in opened
    ? { problems: opened.problems.map(({ place, message }) => ({ path: place, message })) }
    : parseScenario(opened.scenario, opened.map)
}

export function newCommand([name, ...more]: readonly string[]): number | undefined {
  if (name === undefined || more.length > 0) return undefined
  const refusal = createScenario(SHIPPED_SCENARIOS, name)
  if (refusal !== undefined) {
    console.error(refusal)
    return 1
  }
  console.log(`scenarios/${name} ist angelegt. Ändern Sie scenario.json und map.geojson und prüfen Sie mit: npm run scenario -- validate scenarios/${name}`)
  return 0
}

export function schemaCommand(args: readonly string[]): number | undefined {
  if (args.length > 0) return undefined
  writeFileSync(join(SHIPPED_SCENARIOS, 'scenario.schema.json'), scenarioSchema())
  console.log('scenarios/scenario.schema.json ist geschrieben.')
  return 0
}
