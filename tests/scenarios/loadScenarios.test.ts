import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createScenario } from '../../server/scenarios/createScenario.ts'
import { loadScenarios } from '../../server/scenarios/loadScenarios.ts'
import { readScenarioFolder } from '../../server/scenarios/readScenarioFolder.ts'

const SHIPPED = 'scenarios'
let own: string
beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), 'scenarios-'))
})
afterEach(() => rmSync(own, { recursive: true, force: true }))

const probe = (changes: object = {}) => ({ ...JSON.parse(readFileSync('scenarios/probe/scenario.json', 'utf8')), ...changes })
const map = () => JSON.parse(readFileSync('scenarios/probe/map.geojson', 'utf8'))

describe('the library of scenarios', () => {
  test('lists what is shipped, in order, and resolves a variant', () => {
    const library = loadScenarios(SHIPPED, own)
    expect(library.list().map((s) => s.id)).toEqual(['heidegrund', 'muldenau', 'probe', 'vorlage'])
    expect(
      library
        .list()
        .find((s) => s.id === 'muldenau')
        ?.variants.map((v) => [v.id, v.minutes, v.teams, v.measures]),
    ).toEqual([
      ['compact', 90, 4, 24],
      ['halfDay', 180, 4, 36],
      ['fullDay', 420, 5, 60],
    ])
    expect(library.resolve('muldenau')?.variantId).toBe('compact')
    expect(library.resolve('muldenau', 'fullDay')?.teams).toHaveLength(5)
    expect(library.resolve('muldenau', 'nonsense')).toBeUndefined()
    expect(library.resolve('constructor')).toBeUndefined()
  })

  test('keeps an uploaded scenario over a restart and lets it be replaced', () => {
    const before = loadScenarios(SHIPPED, own)
    expect(before.add(probe({ id: 'unsere-stadt' }), map())).toEqual({ id: 'unsere-stadt' })
    expect(before.add(probe({ id: 'unsere-stadt', version: '2' }), map())).toEqual({ id: 'unsere-stadt' })
    const after = loadScenarios(SHIPPED, own)
    expect(after.get('unsere-stadt')?.file.version).toBe('2')
    expect(after.broken).toEqual([])
  })

  test('refuses an upload that is wrong or would hide a shipped scenario', () => {
    const library = loadScenarios(SHIPPED, own)
    expect(library.add(probe(), map())).toEqual({ problems: [{ path: 'id', message: 'Ein Szenario mit der Kennung „probe“ gibt es schon.' }] })
    expect(library.add(probe({ id: '../weg' }), map())).toHaveProperty('problems')
    expect(library.add({}, {})).toHaveProperty('problems')
    expect(loadScenarios(SHIPPED, own).list()).toHaveLength(4)
  })

  test('leaves a broken folder out and says why', () => {
    mkdirSync(join(own, 'kaputt'))
    writeFileSync(join(own, 'kaputt', 'scenario.json'), '{\n  "id": "kaputt",\n  "title" "x"\n}')
    const { broken, list } = loadScenarios(SHIPPED, own)
    expect(list()).toHaveLength(4)
    expect(broken).toEqual([
      {
        folder: 'kaputt',
        problems: [
          { path: 'scenario.json', message: 'Die Datei ist kein gültiges JSON (Zeile 3).' },
          { path: 'map.geojson', message: 'Die Datei fehlt oder ist nicht lesbar.' },
        ],
      },
    ])
  })

  test('brings the old version back when a power cut hit between the two moves of a replacement', () => {
    loadScenarios(SHIPPED, own).add(probe({ id: 'stadt' }), map())
    renameSync(join(own, 'stadt'), join(own, 'stadt.alt'))
    mkdirSync(join(own, 'stadt.neu'))
    expect(loadScenarios(SHIPPED, own).get('stadt')).toBeDefined()
    expect(existsSync(join(own, 'stadt.neu'))).toBe(false)
  })
})

describe('npm run scenario', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ['server/scenarios/cli.ts', ...args], { encoding: 'utf8' })

  test('validate says that all is well, for folders and files', () => {
    const { status, stdout } = run('validate', 'scenarios/probe', 'scenarios/muldenau/scenario.json')
    expect(status).toBe(0)
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'scenarios/probe: in Ordnung (4 Maßnahmen, 1 Fassung).',
      'scenarios/muldenau: in Ordnung (60 Maßnahmen, 3 Fassungen).',
    ])
  })

  test('validate names every problem with file and path and ends with 1', () => {
    cpSync('scenarios/probe', join(own, 'x'), { recursive: true })
    const file = join(own, 'x', 'scenario.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"minutes": 10,', '"minutes": 12,').replace('"siteIds": ["dorfplatz"]', '"siteIds": ["mond"]'))
    const { status, stderr } = run('validate', join(own, 'x'))
    expect(status).toBe(1)
    expect(stderr).toContain('measures[A1].siteIds: Ein Ort mit der Kennung „mond“ gibt es nicht.')
    expect(stderr).toContain('variants[kurz].phases: Die Phasen dauern zusammen 10 Minuten, angegeben sind 12.')
    expect(stderr).toContain('2 Fehler.')
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('a call that means nothing explains the calls', () => {
    const { status, stderr } = run('dance')
    expect(status).toBe(2)
    expect(stderr).toContain('npm run scenario -- validate')
  })

  test('new makes a playable copy of the template, and refuses names that are taken or no ids', () => {
    cpSync('scenarios/vorlage', join(own, 'vorlage'), { recursive: true })
    expect(createScenario(own, 'unsere-stadt')).toBeUndefined()
    const made = readScenarioFolder(join(own, 'unsere-stadt'))
    expect('file' in made && made.file.id).toBe('unsere-stadt')
    expect(createScenario(own, 'unsere-stadt')).toBe('Ein Szenario „unsere-stadt“ gibt es schon.')
    expect(createScenario(own, '../weg')).toContain('Der Name darf nur')
    expect(run('new', 'probe').status).toBe(1)
  })
})
