import type { ScenarioDraft } from '../../../rules/authoring/build/draft.ts'
import type { Town } from '../../../rules/authoring/build/places.ts'
import { type BuiltScenario, type ScenarioDetails, scenarioFromList } from '../../../rules/authoring/build/scenarioFromList.ts'
import { type ColumnMapping, guessColumns } from '../../../rules/authoring/list/columns.ts'
import { readList } from '../../../rules/authoring/list/readList.ts'
import { correctedMapping, type ListTable } from '../../../rules/authoring/list/table.ts'
import { type ImportedMap, importMap, type MapOptions } from '../../../rules/authoring/map/importMap.ts'
import type { ImportProblem } from '../../../rules/authoring/problem.ts'
import { parseScenario } from '../../../rules/scenario/parseScenario.ts'
import type { TownMap } from '../../../rules/scenario/townMap.ts'
import { readJsonFile } from '../files/readJsonFile.ts'
import { readListFile } from '../files/readSheets.ts'

/** A municipality's own list, its map, and what only the author knows. */
export interface ImportRequest {
  readonly list: Uint8Array
  /** absent: the town of the base scenario is played on */
  readonly map?: Uint8Array | undefined
  readonly sheet?: string | undefined
  /** corrections of the guessed columns: key → heading, letter or number; '' for none */
  readonly columns?: Readonly<Record<string, string | number>> | undefined
  readonly mapOptions?: Pick<MapOptions, 'crs' | 'districtField' | 'attribution'> | undefined
  readonly details: ScenarioDetails
  /** whose rules, goals and run sheets are taken over */
  readonly base: { readonly scenario: ScenarioDraft; readonly map: TownMap }
  /** the present year, for horizons given as years */
  readonly year: number
}

/** What came out, for showing it before anything is kept. */
export interface ImportResult {
  readonly table: { readonly sheet: string; readonly headings: readonly string[]; readonly example: readonly string[] }
  readonly mapping: ColumnMapping
  readonly map: ImportedMap['facts'] & { readonly districts: number; readonly sites: number; readonly attribution: string }
  readonly measures: number
  readonly problems: readonly ImportProblem[]
  readonly hints: readonly ImportProblem[]
  /** absent while there are problems */
  readonly scenario?: ScenarioDraft
  readonly townMap?: TownMap
}

export type OnProgress = (step: string, share: number) => void

/**
 * Reads list and map, builds a scenario and checks it as every scenario is checked. Nothing is kept.
 * All problems come at once: those of the list, of the map, and of what was built from them.
 */
export async function importScenario(request: ImportRequest, onProgress: OnProgress = () => undefined): Promise<ImportResult> {
  onProgress('Liste lesen', 0)
  const file = await readListFile(request.list, request.sheet)
  const empty = { sheet: '', headings: [], example: [] }
  const noMap = { crs: '', districtField: '', verticesRead: 0, verticesKept: 0, districts: 0, sites: 0, attribution: '' }
  const town = townOf(request, onProgress)
  if ('problem' in file)
    return { table: empty, mapping: {}, map: noMap, measures: 0, problems: [{ place: 'Liste', message: file.problem }, ...town.problems], hints: [] }
  const { mapping, problems } = mappingFor(file.table, request.columns)
  const list = readList(file.table, mapping, { year: request.year })
  const read = [...problems, ...list.problems, ...town.problems]
  const built: BuiltScenario =
    read.length > 0 || !town.town ? { problems: [], hints: [] } : scenarioFromList(list.entries, town.town, request.base.scenario, request.details)
  onProgress('Prüfen', 0.95)
  const checked = built.scenario && town.town ? check(built.scenario, town.town.map) : []
  const all = [...read, ...built.problems, ...checked]
  onProgress('Fertig', 1)
  return {
    table: { sheet: file.sheet, headings: file.table.headings, example: file.table.headings.map((_, column) => exampleOf(file.table, column)) },
    mapping,
    map: town.facts,
    measures: list.entries.length,
    problems: all,
    hints: [...list.hints, ...town.hints, ...built.hints],
    ...(all.length === 0 && built.scenario && town.town ? { scenario: built.scenario, townMap: town.town.map } : {}),
  }
}

function mappingFor(table: ListTable, corrections: ImportRequest['columns']): { readonly mapping: ColumnMapping; readonly problems: readonly ImportProblem[] } {
  const guessed = guessColumns(table.headings)
  const corrected = correctedMapping(table, guessed, corrections ?? {})
  if ('mapping' in corrected) return { mapping: corrected.mapping, problems: [] }
  return { mapping: guessed, problems: corrected.problems.map((message) => ({ place: 'Spalten', message })) }
}

/** The first cell of a column that is filled. */
function exampleOf({ rows }: ListTable, column: number): string {
  const cell = rows.map(({ cells }) => cells[column]).find((value) => value !== null && value !== undefined && value !== '')
  return String(cell ?? '').slice(0, 80)
}

interface ReadTown {
  readonly town?: Town
  readonly facts: ImportResult['map']
  readonly problems: readonly ImportProblem[]
  readonly hints: readonly ImportProblem[]
}

function townOf({ map, mapOptions, base }: ImportRequest, onProgress: OnProgress): ReadTown {
  const { areas = [], localDistricts = [], sites = [] } = base.scenario
  if (map === undefined) {
    const facts = {
      crs: '',
      districtField: '',
      verticesRead: 0,
      verticesKept: 0,
      districts: localDistricts.length,
      sites: sites.length,
      attribution: base.map.attribution ?? '',
    }
    const message = 'Ohne eigene Karte wird auf der Karte der Vorlage gespielt; Orte der Liste finden sich dort meist nicht.'
    return { town: { map: base.map, areas, localDistricts, sites }, facts, problems: [], hints: [{ place: 'Karte', message }] }
  }
  onProgress('Karte lesen', 0.1)
  const imported = readMap(map, { ...mapOptions, onProgress: (step, share) => onProgress(`Karte: ${step}`, 0.2 + share * 0.7) })
  const { areas: own, localDistricts: districts, sites: spots, facts, problems, hints } = imported
  const attribution = imported.map?.attribution ?? ''
  return {
    ...(imported.map && problems.length === 0 ? { town: { map: imported.map, areas: own, localDistricts: districts, sites: spots } } : {}),
    facts: { ...facts, districts: districts.length, sites: spots.length, attribution },
    problems,
    hints,
  }
}

/** A map from the bytes of a file, with a sentence for the formats that are often tried. */
export function readMap(bytes: Uint8Array, options: MapOptions = {}): ImportedMap {
  const refused = (message: string): ImportedMap => ({
    problems: [{ place: 'Karte', message }],
    hints: [],
    areas: [],
    localDistricts: [],
    sites: [],
    facts: { crs: '', districtField: '', verticesRead: 0, verticesKept: 0 },
  })
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return refused('Die Karte ist ein Archiv (etwa eine Shape-Datei). Bitte wandeln Sie sie um: ogr2ogr -t_srs EPSG:25833 -f GeoJSON karte.geojson EINGABE')
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart()
  if (start.startsWith('SQLite format'))
    return refused('Die Karte ist ein GeoPackage. Bitte wandeln Sie sie um: ogr2ogr -t_srs EPSG:25833 -f GeoJSON karte.geojson EINGABE')
  if (start.startsWith('<'))
    return refused(
      'Die Karte ist eine XML-Datei (GML, NAS, KML oder OSM). Bitte wandeln Sie sie um: ogr2ogr -t_srs EPSG:25833 -f GeoJSON karte.geojson EINGABE',
    )
  const read = readJsonFile(bytes, 'Die Karte')
  if ('problem' in read) return refused(read.problem)
  if (typeof read.json === 'object' && read.json !== null && 'elements' in read.json)
    return refused('Das ist die Rohausgabe von Overpass. Bitte wählen Sie dort „Exportieren“ und dann „GeoJSON“.')
  return importMap(read.json, options)
}

function check(scenario: ScenarioDraft, map: TownMap): readonly ImportProblem[] {
  const parsed = parseScenario(scenario, map)
  return 'problems' in parsed ? parsed.problems.map(({ path, message }) => ({ place: path, message })) : []
}
