import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { guessColumns } from '../../rules/authoring/list/columns.ts'
import { readList } from '../../rules/authoring/list/readList.ts'
import { parseScenario } from '../../rules/scenario/parseScenario.ts'
import { resolveVariant } from '../../rules/scenario/resolveVariant.ts'
import { readListFile } from '../../server/scenarios/files/readSheets.ts'
import { baseScenario } from '../../server/scenarios/importing/baseScenario.ts'
import { type ImportRequest, importScenario } from '../../server/scenarios/importing/importScenario.ts'
import { runImport } from '../../server/scenarios/importing/runImport.ts'
import { exported, recordedReport } from '../exports/reports.ts'
import { districtGeoJson, districtRings } from '../helpers/districtMap.ts'
import { playWithBots } from '../helpers/playWithBots.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const CRS = { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25833' } } }
const MAP = utf8(JSON.stringify(districtGeoJson(districtRings(3, 2, 60, 5), (x, y) => [411_000 + x, 5_656_000 + y], CRS)))
const LIST = `Stadt Beispielau;;;;;;;
Nr.;Maßnahme;Zuständigkeit;Ortsteil;Kosten;Förderung;Zeitraum;Priorität
1;Radweg zum Bahnhof;Bauamt;Teil A1;1,2 Mio. €;FRL KStB;2027-2029;hoch
2;Spielplatz;Bauamt;Teil B1;80 T€;-;2026;mittel
3;Glasfaser für die Schule;Hauptamt;Teil A1;350.000 €;Breitband;kurzfristig;hoch
4;Bäume auf dem Markt;Umweltamt;Teil B2;100-150 T€;EUK;mittelfristig;hoch
5;Regenrückhaltebecken;Umweltamt;Teil C1;1,5 Mio. €;k. A.;langfristig;gering
6;Sanierung Grundschule;Hauptamt;Teil A1;k. A.;EFRE;2028;hoch
7;Bürgerbüro online;Hauptamt;gesamte Stadt;90.000;;2026;mittel
8;Parkplatz am Sportplatz;Bauamt;Teil C2;ca. 200.000 €;;;gering
`
const request = (changes: Partial<ImportRequest> = {}): ImportRequest => ({
  list: utf8(LIST),
  map: MAP,
  mapOptions: { attribution: 'GeoSN, dl-de/by-2-0' },
  details: { id: 'beispielau', title: 'Beispielau', municipality: { name: 'Beispielau', inhabitants: 8000 } },
  base: baseScenario(),
  year: 2026,
  ...changes,
})

describe('a list and a map', () => {
  test('become a scenario that is sound, on the own map, with the own departments', async () => {
    const { scenario, townMap, problems, mapping } = await importScenario(request())
    expect(problems).toEqual([])
    expect(mapping).toMatchObject({ title: 1, leadDepartment: 2, estimatedCost: 4 })
    expect(scenario?.variants[0]?.teams.map(({ department, letter }) => [department, letter])).toEqual([
      ['Bauamt', 'B'],
      ['Hauptamt', 'H'],
      ['Umweltamt', 'U'],
    ])
    expect(scenario?.measures[0]).toMatchObject({ code: 'B01', cost: 1_200_000, areaId: 'teil-a1', spatialReference: 'point', listed: { priority: 'hoch' } })
    expect(townMap?.attribution).toBe('GeoSN, dl-de/by-2-0')
    expect(townMap?.origin?.crs).toBe('EPSG:25833')
    expect(JSON.stringify(scenario)).not.toContain('Musterstadt')
  })

  test('make a game that the computer plays to its end, in every variant', async () => {
    const { scenario, townMap } = await importScenario(request())
    const parsed = parseScenario(scenario, townMap)
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
    for (const { id } of parsed.file.variants) {
      const resolved = resolveVariant(parsed.file, parsed.map, id)
      if (!resolved) throw new Error('no variant')
      const { state } = playWithBots(resolved, 1)
      expect(state.closedAt).not.toBeNull()
      expect(Object.values(state.proposals).some(({ adoptedRound }) => adoptedRound !== null)).toBe(true)
    }
  })

  test('tell all their mistakes together: those of the list and those of the map', async () => {
    const { scenario, problems } = await importScenario(
      request({ list: utf8(LIST.replace('80 T€', 'viel').replace('350.000 €', 'siehe Plan')), map: utf8('{"type": "FeatureCollection", "features": []}') }),
    )
    expect(scenario).toBeUndefined()
    expect(problems.map(({ place }) => place)).toEqual(['Zeile 4, Spalte E „Kosten“', 'Zeile 5, Spalte E „Kosten“', 'Karte'])
  })

  test('with columns that nobody recognises are read as the author says', async () => {
    const list = utf8('Was;Wer;Wieviel\nRadweg;Bauamt;80 T€\nSchule;Hauptamt;2 Mio. €\n')
    expect((await importScenario(request({ list }))).problems).toEqual([{ place: 'Überschriften', message: expect.stringContaining('Keine Spalte') }])
    const { scenario, problems } = await importScenario(request({ list, columns: { title: 'Was', leadDepartment: 'B', estimatedCost: 3 } }))
    expect(problems).toEqual([])
    expect(scenario?.measures.map(({ title, cost }) => [title, cost])).toEqual([
      ['Radweg', 80_000],
      ['Schule', 2_000_000],
    ])
  })

  test('are imported in a thread of their own, with progress, and can be given up', async () => {
    const steps: string[] = []
    const { scenario } = await runImport(request(), { onProgress: (step) => steps.push(step) })
    expect(scenario?.id).toBe('beispielau')
    expect(steps).toEqual(expect.arrayContaining(['Liste lesen', 'Karte: Vereinfachen', 'Fertig']))
    const controller = new AbortController()
    const running = runImport(request(), { signal: controller.signal })
    controller.abort(new Error('given up'))
    await expect(running).rejects.toThrow('given up')
  })
})

describe('the exported list of nineteen columns comes back without loss', () => {
  const report = recordedReport()

  test.each([
    ['csv', 'de'],
    ['xlsx', 'de'],
    ['csv', 'en'],
    ['xlsx', 'en'],
  ] as const)(
    'as %s, in %s',
    async (format, locale) => {
      const rendered = await exported(format, report, locale)
      const file = await readListFile(typeof rendered.content === 'string' ? utf8(rendered.content) : rendered.content)
      if ('problem' in file) throw new Error(file.problem)
      const mapping = guessColumns(file.table.headings)
      expect(Object.keys(mapping)).toHaveLength(19)
      const { entries, problems } = readList(file.table, mapping, { year: 2026 })
      expect(problems).toEqual([])
      const say = (text: string | { de: string; en?: string }) => (typeof text === 'string' ? text : locale === 'de' ? text.de : (text.en ?? text.de))
      const known = (euro: number) => ({ kind: 'known', from: euro, to: euro, yearly: false })
      // CSV holds what is shown, thousands; the workbook holds the euro underneath.
      const money = (euro: number) => known(format === 'csv' && Math.abs(euro) >= 10_000 ? Math.round(euro / 1000) * 1000 : euro)
      expect(entries.map(({ line: _line, summary: _summary, staff: _staff, rationale, ...entry }) => ({ ...entry, rationale: rationale === '' }))).toEqual(
        report.list.map((row) => ({
          rank: row.rank,
          code: row.code,
          title: say(row.title),
          fieldOfAction: say(row.fieldOfAction),
          leadDepartment: say(row.leadDepartment),
          involvedDepartments: row.involvedDepartments.map(say),
          place: {
            kind: row.spatialReference.kind,
            area: say(row.spatialReference.area),
            inFocusArea: row.spatialReference.inFocusArea,
            district: say(row.spatialReference.district),
          },
          goals: row.goalReferences.map(({ goalId, points }) => ({ goal: goalId.replace(/^(\D+)/, '$1 '), points })),
          priority: { priority: row.priority, key: row.key, text: say(report.scale[row.priority]) + (row.key ? ' ★' : '') },
          timeHorizon: row.timeHorizon,
          cost: money(row.estimatedCost),
          programme: row.fundingProgramme ? say(row.fundingProgramme.shortName) : '',
          conditionsOpen: row.fundingProgramme !== null && row.grant === 0,
          fundingRate: row.grant === 0 ? null : format === 'csv' ? Math.round(row.fundingRate * 100) / 100 : Math.round(row.fundingRate * 10_000) / 10_000,
          ownContribution: money(row.ownContribution),
          followUpCosts: row.followUpCosts === 0 ? { kind: 'unknown' } : known(row.followUpCosts),
          synergies: row.synergies.map(({ code }) => code),
          conflicts: row.conflicts.map(({ code, way }) => ({ code, way, words: expect.any(String) })),
          rationale: !row.rationale && !row.consensus && !row.tied,
          nextStep: say(row.nextStep),
        })),
      )
    },
    30_000,
  )
})

describe('what is no list is refused with a sentence, and nothing is kept', () => {
  const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))
  test.each<readonly [string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'leer'],
    ['a Word document', zip('word/document.xml', '[Content_Types].xml'), 'Word-Dokument'],
    ['a presentation', zip('ppt/presentation.xml'), 'Präsentation'],
    ['an OpenDocument file', zip('mimetype', 'content.xml'), 'OpenDocument'],
    ['an archive', zip('foto.jpg'), 'keine Excel-Liste'],
    ['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'alten Office-Format'],
    ['a PDF', utf8('%PDF-1.7'), 'PDF'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'keine Textdatei'],
    ['a web page', utf8('<!DOCTYPE html><html>'), 'Webseite'],
    ['half a workbook', zip('xl/workbook.xml'), 'beschädigt'],
    ['a cut archive', zip('xl/workbook.xml').slice(0, 40), 'beschädigt'],
    ['999 files', zip(...Array.from({ length: 999 }, (_, index) => `xl/${index}`)), 'mehr als 500 Einträge'],
    ['a name that leads out', zip('../../etc/passwd', 'xl/workbook.xml'), 'unzulässigem Namen'],
    ['a name that means something to JavaScript', zip('xl/__proto__/x', 'xl/workbook.xml'), 'unzulässigem Namen'],
    ['an archive that grows to 100 MB', zipSync({ 'xl/workbook.xml': new Uint8Array(100_000_000) }), 'größer als 60 MB'],
  ])('%s', async (_what, list, words) => {
    const { scenario, problems } = await importScenario(request({ list }))
    expect(scenario).toBeUndefined()
    expect(problems).toEqual([{ place: 'Liste', message: expect.stringContaining(words) }])
  })

  test.each<readonly [string, Uint8Array, string]>([
    ['a shape file', zip('a.shp'), 'ogr2ogr'],
    ['a GML file', utf8('<?xml version="1.0"?><gml>'), 'ogr2ogr'],
    ['raw Overpass', utf8('{"elements": []}'), 'Overpass'],
    ['half a map', utf8('{"type": "FeatureCollection",\n "features": ['), 'kein gültiges JSON'],
    ['a map of another code page', new Uint8Array([0x7b, 0x22, 0xfc, 0x22, 0x7d]), 'UTF-8'],
  ])('%s is no map', async (_what, map, words) => {
    const { scenario, problems } = await importScenario(request({ map }))
    expect(scenario).toBeUndefined()
    expect(problems).toEqual([{ place: 'Karte', message: expect.stringContaining(words) }])
  })

  test('a list in the code page of German Windows is read with its umlauts', async () => {
    const windows = Uint8Array.from(LIST, (character) => (character === '€' ? 0x80 : character === '–' ? 0x96 : character.charCodeAt(0)))
    const { scenario } = await importScenario(request({ list: windows }))
    expect(scenario?.measures[3]?.title).toBe('Bäume auf dem Markt')
  })
})

describe('npm run scenario -- import', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'import-'))
    writeFileSync(join(folder, 'liste.csv'), LIST)
    writeFileSync(join(folder, 'karte.geojson'), MAP)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const run = (...args: string[]) =>
    spawnSync(
      process.execPath,
      ['server/scenarios/cli.ts', 'import', join(folder, 'liste.csv'), '--map', join(folder, 'karte.geojson'), '--town', 'Beispielau', ...args],
      {
        encoding: 'utf8',
        env: { ...process.env, DATA_DIR: join(folder, 'data') },
      },
    )

  test('shows what was read and assumed, keeps the scenario, and replaces none', () => {
    const { status, stdout } = run()
    expect(stdout).toContain('Federführung           ← C  „Zuständigkeit“ (etwa: Bauamt)')
    expect(stdout).toContain('EPSG:25833, 6 Ortsteile')
    expect(stdout).toContain('Zeile 8: Die Kosten sind nicht angegeben')
    expect(status).toBe(0)
    expect(existsSync(join(folder, 'data/scenarios/beispielau/scenario.json'))).toBe(true)
    const again = run()
    expect(again.status).toBe(1)
    expect(again.stderr).toContain('gibt es schon')
  })

  test('--show keeps nothing; a wrong column or file is a sentence', () => {
    expect(run('--show').status).toBe(0)
    expect(existsSync(join(folder, 'data'))).toBe(false)
    const wrong = run('--column', 'title=Vorhaben')
    expect(wrong.status).toBe(1)
    expect(wrong.stderr).toContain('Eine Spalte „Vorhaben“ für „title“ gibt es nicht.')
    expect(run('--columns', 'fehlt.json').stderr).toContain('gibt es nicht')
    expect(run('--nonsense').status).toBe(2)
    expect(existsSync(join(folder, 'data'))).toBe(false)
  })
})
