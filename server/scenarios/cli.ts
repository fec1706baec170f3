import { existsSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createScenario } from './createScenario.ts'
import { readScenarioFolder } from './readScenarioFolder.ts'
import { scenarioSchema } from './scenarioSchema.ts'

const SCENARIOS = fileURLToPath(new URL('../../scenarios', import.meta.url))
const HELP = `Aufruf:
  npm run scenario -- validate ORDNER …   prüft Szenarien (auch: Pfad zu scenario.json oder map.geojson)
  npm run scenario -- new NAME            legt scenarios/NAME nach dem Muster „probe“ an
  npm run scenario -- schema              schreibt scenarios/scenario.schema.json`

/** @returns the exit code: 0 fine, 1 problems found, 2 called wrongly */
function main([command, ...args]: readonly string[]): number {
  if (command === 'validate' && args.length > 0) return Math.max(...args.map(validate))
  if (command === 'new' && args[0] !== undefined && args.length === 1) return create(args[0])
  if (command === 'schema' && args.length === 0) return writeSchema()
  console.error(HELP)
  return 2
}

function validate(path: string): number {
  const full = resolve(path)
  const folder = existsSync(full) && statSync(full).isDirectory() ? full : dirname(full)
  const name = relative(process.cwd(), folder) || basename(folder)
  const result = readScenarioFolder(folder)
  if (!('problems' in result)) {
    const { measures, variants } = result.file
    console.log(`${name}: in Ordnung (${measures.length} Maßnahmen, ${variants.length} ${variants.length === 1 ? 'Fassung' : 'Fassungen'}).`)
    return 0
  }
  for (const { path: place, message } of result.problems) console.error(`${name}: ${place}: ${message}`)
  console.error(`${name}: ${result.problems.length} Fehler.`)
  return 1
}

function create(name: string): number {
  const refusal = createScenario(SCENARIOS, name)
  if (refusal !== undefined) {
    console.error(refusal)
    return 1
  }
  console.log(`scenarios/${name} ist angelegt. Ändern Sie scenario.json und map.geojson und prüfen Sie mit: npm run scenario -- validate scenarios/${name}`)
  return 0
}

function writeSchema(): number {
  writeFileSync(join(SCENARIOS, 'scenario.schema.json'), scenarioSchema())
  console.log('scenarios/scenario.schema.json ist geschrieben.')
  return 0
}

process.exitCode = main(process.argv.slice(2))
