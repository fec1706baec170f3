import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { parseScenario } from '../../rules/scenario/parseScenario.ts'
import { openBundle, packBundle } from '../../server/scenarios/bundle.ts'
import { shippedFolders } from '../helpers/shippedScenarios.ts'

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as object
const probe = () => ({ scenario: json('scenarios/probe/scenario.json'), map: json('scenarios/probe/map.geojson') })
const bundle = (entries: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])))
const good = () => ({ 'bundle.json': '{"format": 1}', 'scenario.json': '{}', 'map.geojson': '{}' })

test.each(shippedFolders())('%s goes into one file and comes out the same', (name) => {
  const parts = { scenario: json(`scenarios/${name}/scenario.json`), map: json(`scenarios/${name}/map.geojson`) }
  const packed = packBundle(parts)
  expect(openBundle(packed)).toEqual(parts)
  expect(packBundle(parts)).toEqual(packed)
  const opened = openBundle(packed)
  if ('problems' in opened) throw new Error('not opened')
  expect('file' in parseScenario(opened.scenario, opened.map)).toBe(true)
})

test('a scenario of a later program is refused by its format alone', () => {
  const { scenario, map } = probe()
  expect(parseScenario({ ...scenario, formatVersion: 999, goals: 'strange' }, map)).toEqual({
    problems: [{ path: 'formatVersion', message: expect.stringContaining('Format 999') }],
  })
})

test('the sheet of a bundle says what it is, by whom, under which licence and whose the data are', () => {
  const { scenario, map } = probe()
  const text = new TextDecoder('latin1').decode(packBundle({ scenario: { ...scenario, authors: 'Stadtplanungsamt' }, map }))
  expect(text).toContain('bundle.json')
  const opened = openBundle(packBundle({ scenario: { ...scenario, authors: 'Stadtplanungsamt' }, map }))
  expect('scenario' in opened && opened.scenario).toMatchObject({ authors: 'Stadtplanungsamt', licence: 'EUPL-1.2' })
})

test.each<readonly [string, Uint8Array, string]>([
  ['no archive', strToU8('{}'), 'kein Szenario'],
  ['another archive', bundle({ 'word/document.xml': '' }), 'kein Szenario'],
  ['one without a map', bundle({ 'bundle.json': '{"format": 1}', 'scenario.json': '{}' }), 'fehlt: map.geojson'],
  ['one of a later program', bundle({ ...good(), 'bundle.json': '{"format": 2}' }), 'neueren Fassung'],
  ['one of no format', bundle({ ...good(), 'bundle.json': '{}' }), 'kein bekanntes Format'],
  ['one with half a scenario', bundle({ ...good(), 'scenario.json': '{"id": ' }), 'kein gültiges JSON'],
  ['a name that stands twice', bundle({ ...good(), 'scenario.json': '{"id": "a", "goals": [{"id": "x"}, {"id": "y"}], "id": "b"}' }), 'doppelt: id'],
  [
    'a bomb',
    zipSync({ ...Object.fromEntries(Object.entries(good()).map(([name, text]) => [name, strToU8(text)])), 'map.geojson': new Uint8Array(50_000_000) }),
    'größer als 45 MB',
  ],
  ['paths', bundle({ ...good(), '../scenario.json': '{}' }), 'unzulässigem Namen'],
])('%s is refused with a sentence', (_what, bytes, words) => {
  const opened = openBundle(bytes)
  expect('problems' in opened && opened.problems.map(({ message }) => message).join()).toContain(words)
})
