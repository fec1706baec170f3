import { existsSync, readFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { slug } from '../../../rules/authoring/ids.ts'
import { COLUMN_KEYS, COLUMN_NAMES } from '../../../rules/authoring/list/columns.ts'
import { columnLetter } from '../../../rules/authoring/list/table.ts'
import type { ImportProblem } from '../../../rules/authoring/problem.ts'
import { Id } from '../../../rules/ids.ts'
import { ownScenarios } from '../folders.ts'
import { baseScenario } from '../importing/baseScenario.ts'
import type { ImportRequest, ImportResult } from '../importing/importScenario.ts'
import { runImport } from '../importing/runImport.ts'
import { writeScenarioFolder } from '../writeScenarioFolder.ts'

const HELP = `Aufruf: npm run scenario -- import LISTE.xlsx --map KARTE.geojson [Angaben]

  --map DATEI           GeoJSON der Gemeinde mit Ortsteilen; ohne sie wird auf der Karte der Vorlage gespielt
  --town NAME           Name der Gemeinde
  --inhabitants ZAHL    Einwohner
  --name KENNUNG        Ordner und Kennung des Szenarios (sonst aus dem Namen der Gemeinde)
  --title TEXT          Titel des Szenarios
  --column SCHLÜSSEL=SPALTE   berichtigt eine Spalte (Überschrift, Buchstabe oder Nummer; leer: nicht vorhanden); mehrfach möglich
  --columns DATEI.json  dieselben Angaben als Datei: { "title": "Vorhaben", "estimatedCost": "F" }
  --sheet BLATT         Tabellenblatt
  --crs EPSG:25833      Koordinatensystem der Karte
  --districts FELD      Feld der Karte, in dem der Ortsteil steht
  --source TEXT         Quelle der Geodaten, erscheint auf Karte und Ausgaben
  --authors TEXT, --licence TEXT   stehen im Szenario
  --out ORDNER          schreibt dorthin statt in den Datenordner
  --show                zeigt nur, was gelesen würde

Schlüssel der Spalten: ${COLUMN_KEYS.join(', ')}`

const OPTIONS = {
  map: { type: 'string' },
  town: { type: 'string' },
  inhabitants: { type: 'string' },
  name: { type: 'string' },
  title: { type: 'string' },
  column: { type: 'string', multiple: true },
  columns: { type: 'string' },
  sheet: { type: 'string' },
  crs: { type: 'string' },
  districts: { type: 'string' },
  source: { type: 'string' },
  authors: { type: 'string' },
  licence: { type: 'string' },
  out: { type: 'string' },
  show: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']

/** A municipality's list and map become a scenario; everything that was read and assumed is shown. */
export async function importCommand(args: readonly string[]): Promise<number | undefined> {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch {
    console.error(HELP)
    return 2
  }
  const { values, positionals } = parsed
  const [list, ...more] = positionals
  if (values.help || list === undefined || more.length > 0) {
    console.error(HELP)
    return values.help ? 0 : 2
  }
  const request = requestOf(list, values)
  if (typeof request === 'string') {
    console.error(request)
    return 1
  }
  let step = ''
  const result = await runImport(request, {
    onProgress: (name) => {
      if (name !== step && process.stderr.isTTY) console.error(`… ${name}`)
      step = name
    },
  })
  show(result, list, request)
  if (!result.scenario) {
    console.error(`\n${result.problems.length} Fehler; es wurde nichts gespeichert.`)
    return 1
  }
  if (values.show) return 0
  return keep(result, request.details.id, values.out)
}

function requestOf(list: string, values: Values): ImportRequest | string {
  const missing = [list, values.map, values.columns].find((path) => path !== undefined && !existsSync(path))
  if (missing !== undefined) return `Die Datei „${missing}“ gibt es nicht.`
  const town = values.town ?? basename(list).replace(/\.[^.]*$/, '')
  const id = values.name ?? slug(town)
  if (!Id.safeParse(id).success) return 'Der Name darf nur Buchstaben ohne Umlaute, Ziffern und Bindestriche enthalten.'
  const inhabitants = Number(values.inhabitants ?? '10000')
  if (!Number.isInteger(inhabitants) || inhabitants < 1) return `„${values.inhabitants}“ ist keine Einwohnerzahl.`
  const columns = columnsOf(values)
  if (typeof columns === 'string') return columns
  return {
    list: readFileSync(list),
    map: values.map === undefined ? undefined : readFileSync(values.map),
    sheet: values.sheet,
    columns,
    mapOptions: { crs: values.crs, districtField: values.districts, attribution: values.source },
    details: { id, title: values.title ?? town, municipality: { name: town.slice(0, 80), inhabitants }, authors: values.authors, licence: values.licence },
    base: baseScenario(),
    year: new Date().getFullYear(),
  }
}

function columnsOf({ columns, column = [] }: Values): Record<string, string | number> | string {
  let given: Record<string, string | number> = {}
  if (columns !== undefined) {
    try {
      given = JSON.parse(readFileSync(columns, 'utf8')) as Record<string, string | number>
    } catch {
      return `„${columns}“ ist kein gültiges JSON.`
    }
  }
  for (const each of column) {
    const [key = '', ...wanted] = each.split('=')
    if (wanted.length === 0) return `„${each}“: erwartet wird SCHLÜSSEL=SPALTE.`
    given[key] = wanted.join('=')
  }
  return given
}

function show({ table, mapping, map, measures, problems, hints, scenario }: ImportResult, list: string, { details }: ImportRequest): void {
  console.log(`${basename(list)}${table.sheet ? `, Blatt „${table.sheet}“` : ''}: ${measures} Maßnahmen`)
  for (const key of COLUMN_KEYS) {
    const column = mapping[key]
    if (column !== undefined)
      console.log(`  ${COLUMN_NAMES[key].padEnd(22)} ← ${columnLetter(column).padEnd(2)} „${table.headings[column]}“ (etwa: ${table.example[column]})`)
  }
  const unused = table.headings.filter((heading, column) => heading !== '' && !Object.values(mapping).includes(column))
  if (unused.length > 0) console.log(`  nicht gelesen: ${unused.map((heading) => `„${heading}“`).join(', ')}`)
  if (map.crs)
    console.log(
      `Karte: ${map.crs}, ${map.districts} Ortsteile${map.districtField ? ` (Feld ${map.districtField})` : ''}, ${map.sites} Orte, ${map.verticesKept} von ${map.verticesRead} Stützpunkten, ${map.attribution}`,
    )
  if (scenario) {
    for (const variant of scenario.variants)
      console.log(
        `Fassung „${typeof variant.title === 'string' ? variant.title : variant.title.de}“: ${variant.teams.map(({ department, letter }) => `${letter} ${String(department)}`).join(' · ')}`,
      )
    console.log(`Kennung: ${details.id}`)
  }
  printed('Angenommen', hints, console.log)
  printed('Fehler', problems, console.error)
}

function printed(heading: string, entries: readonly ImportProblem[], print: (line: string) => void): void {
  if (entries.length > 0) print(`\n${heading}:`)
  for (const { place, message } of entries) print(`  ${place}: ${message}`)
}

function keep({ scenario, townMap }: ImportResult, id: string, out: string | undefined): number {
  const folder = resolve(out ?? join(ownScenarios(process.env.DATA_DIR || 'data'), id))
  if (existsSync(folder)) {
    console.error(`\n„${relative(process.cwd(), folder)}“ gibt es schon. Wählen Sie mit --name eine andere Kennung.`)
    return 1
  }
  writeScenarioFolder(folder, scenario, townMap)
  const path = relative(process.cwd(), folder)
  console.log(`\n${path} ist angelegt. In der Liste der Szenarien erscheint es beim nächsten Start.\nIst es fair? npm run scenario -- balance ${path}`)
  return 0
}
