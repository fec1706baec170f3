import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Id } from '../../rules/ids.ts'
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
  if (command === 'new' && args[0] !== undefined && args.length === 1) return createFrom('probe', args[0])
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
    console.log(`${name}: in Ordnung (${result.file.measures.length} Maßnahmen, ${result.file.variants.length} Fassungen).`)
    return 0
  }
  for (const { path: place, message } of result.problems) console.error(`${name}: ${place}: ${message}`)
  console.error(`${name}: ${result.problems.length === 1 ? '1 Fehler' : `${result.problems.length} Fehler`}.`)
  return 1
}

function createFrom(template: string, name: string): number {
  const target = join(SCENARIOS, name)
  if (!Id.safeParse(name).success) {
    console.error('Der Name darf nur Buchstaben ohne Umlaute, Ziffern und Bindestriche enthalten.')
    return 2
  }
  if (existsSync(target)) {
    console.error(`scenarios/${name} gibt es schon.`)
    return 1
  }
  cpSync(join(SCENARIOS, template), target, { recursive: true })
  const file = join(target, 'scenario.json')
  // by text, not by JSON: the layout of the template stays
  const text = readFileSync(file, 'utf8').replace(`"id": "${template}"`, `"id": "${name}"`)
  writeFileSync(file, text)
  console.log(`scenarios/${name} ist angelegt. Ändern Sie scenario.json und map.geojson und prüfen Sie mit: npm run scenario -- validate scenarios/${name}`)
  return 0
}

function writeSchema(): number {
  writeFileSync(join(SCENARIOS, 'scenario.schema.json'), scenarioSchema())
  console.log('scenarios/scenario.schema.json ist geschrieben.')
  return 0
}

process.exitCode = main(process.argv.slice(2))
