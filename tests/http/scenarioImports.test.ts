import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { districtGeoJson, districtRings } from '../helpers/districtMap.ts'
import { startTestServer } from '../helpers/startServer.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const LIST = base64('Maßnahme;Amt;Ortsteil;Kosten\nRadweg;Bauamt;Teil A1;80 T€\nSchule;Hauptamt;Teil B1;2 Mio. €\nBäume;Bauamt;Teil A1;120 T€\n')
const MAP = base64(
  JSON.stringify(districtGeoJson(districtRings(2, 1, 30, 2), (x, y) => [411_000 + x, 5_656_000 + y], { crs: { properties: { name: 'EPSG:25833' } } })),
)
const wish = { list: LIST, map: MAP, town: 'Beispielau', inhabitants: 8000, attribution: 'GeoSN, dl-de/by-2-0' }
const kept = (dataDir: string) => {
  try {
    return readdirSync(join(dataDir, 'scenarios'))
  } catch {
    return []
  }
}

test('a list and a map are shown first, then kept, and a workshop starts with them', async () => {
  const { ask, leadToken: token, dataDir } = await startTestServer()
  const shown = await ask('POST', '/api/scenarios/imports', { token, body: wish })
  expect(shown.status).toBe(200)
  expect(shown.body).toMatchObject({
    measures: 3,
    problems: [],
    mapping: { title: 0, leadDepartment: 1 },
    map: { crs: 'EPSG:25833', districts: 2 },
    variants: [{ teams: ['Bauamt', 'Hauptamt'] }, {}, {}],
  })
  expect(kept(dataDir)).toEqual([])
  expect((await ask('POST', '/api/scenarios/imports', { token, body: { ...wish, keep: true } })).body).toEqual({ id: 'beispielau' })
  // The same town once more stands beside the first.
  expect((await ask('POST', '/api/scenarios/imports', { token, body: { ...wish, keep: true } })).body).toEqual({ id: 'beispielau-2' })
  expect((await ask('POST', '/api/sessions', { token, body: { scenario: 'beispielau' } })).status).toBe(201)
  expect(kept(dataDir)).toEqual(['beispielau', 'beispielau-2'])
})

test('mistakes come with their line, corrections of columns are followed, and nothing is kept half', async () => {
  const { ask, leadToken: token, dataDir } = await startTestServer()
  const strange = { ...wish, keep: true, list: base64('Was;Wer;Wieviel\nRadweg;Bauamt;viel\nSchule;Hauptamt;2 Mio. €\n') }
  const refused = await ask('POST', '/api/scenarios/imports', { token, body: strange })
  expect([refused.status, refused.body.problems]).toEqual([200, [{ place: 'Überschriften', message: expect.stringContaining('Keine Spalte') }]])
  const columns = { title: 1, leadDepartment: 'Wer', estimatedCost: 'C' }
  const other = await ask('POST', '/api/scenarios/imports', { token, body: { ...strange, columns } })
  expect(other.body.problems).toEqual([{ place: 'Zeile 2, Spalte C „Wieviel“', message: '„viel“ ist kein Betrag.' }])
  expect(kept(dataDir)).toEqual([])
  const word = await ask('POST', '/api/scenarios/imports', { token, body: { ...wish, columns: { titel: 1 } } })
  expect([word.status, word.body.error.code]).toEqual([400, 'invalidBody'])
})

test('a scenario in one file is handed out and taken in, and only to and from those who lead', async () => {
  const { ask, leadToken: token, url } = await startTestServer()
  await ask('POST', '/api/scenarios/imports', { token, body: { ...wish, keep: true } })
  const response = await fetch(`${url}/api/scenarios/beispielau/bundle`, { headers: { authorization: `Bearer ${token}` } })
  expect(response.headers.get('content-disposition')).toContain('beispielau.aemterrunde')
  const bundle = Buffer.from(await response.arrayBuffer()).toString('base64')
  expect((await ask('POST', '/api/scenarios/bundles', { token, body: { bundle } })).body).toEqual({ id: 'beispielau' })
  const broken = await ask('POST', '/api/scenarios/bundles', { token, body: { bundle: base64('hallo') } })
  expect([broken.status, broken.body.error.details.problems]).toEqual([422, [{ path: 'Datei', message: expect.stringContaining('kein Szenario') }]])
  for (const [method, path] of [
    ['POST', '/api/scenarios/imports'],
    ['POST', '/api/scenarios/bundles'],
    ['GET', '/api/scenarios/probe/bundle'],
  ] as const)
    expect((await ask(method, path, method === 'POST' ? { body: {} } : {})).status).toBe(401)
})

test('the lead page can have a scenario judged; each finding is a sentence', async () => {
  const { ask, leadToken: token } = await startTestServer()
  const judged = await ask('POST', '/api/scenarios/probe/balance', { token, body: {} })
  expect(judged.status).toBe(200)
  expect(judged.body.findings.map(({ topic }: { topic: string }) => topic)).toEqual(expect.arrayContaining(['deck', 'money', 'potential', 'games']))
  expect((await ask('POST', '/api/scenarios/mond/balance', { token, body: {} })).status).toBe(404)
  expect((await ask('POST', '/api/scenarios/probe/balance', { token, body: { variant: 'mond' } })).status).toBe(404)
  expect((await ask('POST', '/api/scenarios/probe/balance', { body: {} })).status).toBe(401)
}, 90_000)
