import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { EXPORT_FORMATS, type ExportFormat } from '../../server/exports/exportFormats.ts'
import { HANDOUTS } from '../../server/exports/handouts/handout.ts'
import { startTestServer, type TestServer } from '../helpers/startServer.ts'
import { workshop } from '../helpers/workshop.ts'

async function fetchExport(server: TestServer, code: string, format: string, token: string) {
  const response = await fetch(`${server.url}/api/sessions/${code}/exports/${format}`, { headers: { authorization: `Bearer ${token}` } })
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) }
}

const MAGIC: Readonly<Record<ExportFormat, string>> = {
  docx: 'PK',
  xlsx: 'PK',
  zip: 'PK',
  pdf: '%PDF',
  png: '\u0089PNG',
  svg: '<svg',
  csv: '\u00ef\u00bb\u00bf',
  json: '\\{',
  geojson: '\\{',
  pb: 'META',
}

test('every format comes as a file with its name and type, while the session runs and after its end', { timeout: 60_000 }, async () => {
  const server = await startTestServer()
  const { code, facilitatorToken, facilitator, housing, startPlanning } = await workshop(server)
  await startPlanning()
  await housing.command({ type: 'proposeMeasure', measureId: 'W3' })
  for (const ended of [false, true]) {
    if (ended) await facilitator.command({ type: 'closeSession' })
    for (const format of EXPORT_FORMATS) {
      const { status, headers, bytes } = await fetchExport(server, code, format, facilitatorToken)
      expect(status, format).toBe(200)
      expect(String.fromCharCode(...bytes.slice(0, 4)), format).toMatch(new RegExp(`^${MAGIC[format]}`))
      expect(headers.get('content-disposition'), format).toMatch(
        new RegExp(`^attachment; .*filename(\\*=UTF-8''Priorit%C3%A4tenliste|=Karte|=Workshop-Unterlagen)_\\w+_[\\d-]{10}\\.${format}$`),
      )
    }
  }
  const csv = await fetchExport(server, code, 'csv', facilitatorToken)
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(new TextDecoder().decode(csv.bytes)).toContain('1;W 03;Baulückenkataster;')
})

test('a corrected title stands on the export; the language is chosen', async () => {
  const server = await startTestServer()
  const { code, facilitatorToken } = await workshop(server)
  await server.ask('PATCH', `/api/sessions/${code}`, { token: facilitatorToken, body: { title: 'Klausur' } })
  expect((await server.ask('GET', `/api/sessions/${code}/exports/json`, { token: facilitatorToken })).body.title).toBe('Klausur')
  const first = async (lang: string) => (await server.ask('GET', `/api/sessions/${code}/exports/csv${lang}`, { token: facilitatorToken })).text.split(';')[0]
  expect([await first(''), await first('?lang=en'), await first('?lang=fr')]).toEqual(['Rang', 'Rank', 'Rang'])
})

test('exports are for those who lead; what is no format is said in German', async () => {
  const server = await startTestServer()
  const { code, facilitatorToken, housing } = await workshop(server)
  const other = await server.openSession()
  for (const token of [housing.token, other.facilitatorToken, 'x']) expect((await fetchExport(server, code, 'csv', token)).status).toBe(401)
  for (const format of ['doc', 'constructor', '..%2Fcsv', 'CSV']) {
    const { status, body } = await server.ask('GET', `/api/sessions/${code}/exports/${format}`, { token: facilitatorToken })
    expect([status, body.error], format).toEqual([404, { code: 'unknownFormat', message: 'Dieses Format gibt es nicht.' }])
  }
})

test('several exports at once are all made, and sessions are played meanwhile', { timeout: 60_000 }, async () => {
  const server = await startTestServer()
  const { code, facilitatorToken, facilitator } = await workshop(server)
  const exports = Promise.all(EXPORT_FORMATS.map((format) => fetchExport(server, code, format, facilitatorToken)))
  let done = false
  exports.finally(() => {
    done = true
  })
  const { refused } = await facilitator.command({ type: 'startPhase', phaseId: 'alone' })
  expect([refused, done]).toEqual([undefined, false])
  expect((await exports).map(({ status }) => status)).toEqual(EXPORT_FORMATS.map(() => 200))
})

test('a document is chosen by name; what a format does not have is said in German', { timeout: 60_000 }, async () => {
  const server = await startTestServer()
  const { code, facilitatorToken } = await workshop(server)
  const nameOf = async (path: string) => {
    const { status, headers } = await fetchExport(server, code, path, facilitatorToken)
    return [
      status,
      decodeURIComponent(headers.get('content-disposition') ?? '')
        .match(/[^'"=]*_Kleinstadt_[\d-]+\.\w+/)?.[0]
        .split('_')[0],
    ]
  }
  expect(await nameOf('docx?document=documentation')).toEqual([200, 'Workshop-Dokumentation'])
  expect(await nameOf('pdf?document=measures&lang=en')).toEqual([200, 'Measure-sheets'])
  expect(await nameOf('svg?document=funding')).toEqual([200, 'Diagramm-Finanzierung'])
  for (const path of ['csv?document=measures', 'pdf?document=map', 'docx?document=constructor']) {
    const { status, body } = await server.ask('GET', `/api/sessions/${code}/exports/${path}`, { token: facilitatorToken })
    expect([status, body.error.code], path).toEqual([404, 'unknownDocument'])
  }
})

test('the archive has the session file, and comes without it when asked', { timeout: 60_000 }, async () => {
  const server = await startTestServer()
  const { code, facilitatorToken } = await workshop(server)
  const names = async (query: string) => Object.keys(unzipSync((await fetchExport(server, code, `zip${query}`, facilitatorToken)).bytes))
  expect(await names('')).toContain(`Sitzung-${code}.ndjson`)
  expect((await names('?session=without')).some((name) => name.endsWith('.ndjson'))).toBe(false)
})

test('[S8] free texts are listed for those who lead, and a change stands in the next export', async () => {
  const server = await startTestServer()
  const { code, facilitatorToken, facilitator, housing, climate, startPlanning } = await workshop(server)
  await startPlanning()
  await housing.command({ type: 'proposeMeasure', measureId: 'W3' })
  await climate.command({ type: 'declareFocusArea', areaId: 'INN', reason: 'Frau Muster sagt das' })
  const listed = await server.ask('GET', `/api/sessions/${code}/texts`, { token: facilitatorToken })
  expect(listed.body.texts).toEqual([
    { original: 'Frau Muster sagt das', text: 'Frau Muster sagt das', kind: 'focusArea', about: expect.anything(), places: 1 },
  ])
  expect((await server.ask('GET', `/api/sessions/${code}/texts`, { token: housing.token })).status).toBe(401)
  await facilitator.command({ type: 'reviewText', original: 'Frau Muster sagt das', text: 'Das Amt sagt das' })
  const exported = await server.ask('GET', `/api/sessions/${code}/exports/json`, { token: facilitatorToken })
  expect(exported.body.focusAreas[0].reason).toBe('Das Amt sagt das')
  expect((await server.ask('GET', `/api/sessions/${code}/log`, { token: facilitatorToken })).text).toContain('Frau Muster')
})

test('handouts come as PDF, of a session with its code, of a scenario without; both only for those who lead', { timeout: 60_000 }, async () => {
  const server = await startTestServer()
  const { code, facilitatorToken, housing } = await workshop(server)
  const get = (path: string, token: string) => fetch(`${server.url}/api/${path}`, { headers: { authorization: `Bearer ${token}` } })
  for (const handout of HANDOUTS) {
    const response = await get(`sessions/${code}/handouts/${handout}`, facilitatorToken)
    expect([response.status, response.headers.get('content-type')], handout).toEqual([200, 'application/pdf'])
  }
  const ofScenario = await get('scenarios/kleinstadt/handouts/roles?lang=en', server.leadToken)
  expect(decodeURIComponent(ofScenario.headers.get('content-disposition') ?? '')).toContain('Role-cards_Kleinstadt.pdf')
  expect((await get('scenarios/kleinstadt/handouts/poster', server.leadToken)).status).toBe(404)
  expect((await get(`sessions/${code}/handouts/menu`, facilitatorToken)).status).toBe(404)
  expect((await get(`sessions/${code}/handouts/runsheet`, housing.token)).status).toBe(401)
  expect((await get('scenarios/kleinstadt/handouts/runsheet', facilitatorToken)).status).toBe(401)
})
