import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { report } from '../../rules/report.ts'
import type { SessionState } from '../../rules/session.ts'
import { DOCUMENTS_OF, type ExportFormat } from '../../server/exports/exportFormats.ts'
import { contentsOfArchive } from '../../server/exports/formats/zip.ts'
import { facilitator, given, team } from '../helpers/given.ts'
import { smallScenario } from '../helpers/smallScenario.ts'
import { readDocx, textOf } from './readOffice.ts'
import { exported } from './reports.ts'

const phases = smallScenario.phases.map(({ id }) => id)
/** One phase of each kind: what exports show depends on nothing else of it. */
const oneOfEachKind = smallScenario.phases.filter(({ kind }, index, all) => all.findIndex((phase) => phase.kind === kind) === index).map(({ id }) => id)
const W3 = smallScenario.measures.find(({ id }) => id === 'W3')

test.each(oneOfEachKind)('in phase %s every document is made of what is there', async (phaseId) => {
  const state = phases.indexOf(phaseId) < phases.indexOf('planning-1') ? given().reaching(phaseId).state : proposed().reaching(phaseId).state
  const { content } = await exported('zip', report(state), 'de')
  if (typeof content === 'string') throw new Error('an archive is bytes')
  const files = Object.entries(unzipSync(content))
  expect(files).toHaveLength(contentsOfArchive().length + 1)
  for (const [name, bytes] of files) expect(bytes.length, name).toBeGreaterThan(100)
})

test('an empty list says so, and what departments planned alone is in no export before the debriefing', async () => {
  const empty = readDocx((await exported('docx', report(given().state), 'de')).content)
  expect(empty).toContain('Die Liste ist noch leer.')
  expect(empty).toContain('laufende Sitzung, Phase')
  const title = W3?.title
  if (typeof title !== 'string') throw new Error('a measure with a German title')
  const planned = given()
    .reaching('alone')
    .and([team('housing'), { type: 'planAlone', measureIds: ['W3'] }])
  for (const format of ['docx', 'xlsx', 'csv', 'json', 'geojson', 'pb', 'svg'] as const) {
    expect(await readIn(format, planned.reaching('justify').state), format).not.toContain(title)
    if (['docx', 'xlsx', 'json'].includes(format)) expect(await readIn(format, planned.reaching('debriefing').state), format).toContain(title)
  }
})

test('a department that the computer played is named on the export', async () => {
  const { state } = given([facilitator, { type: 'seatBot', teamId: 'climate' }])
  expect(readDocx((await exported('docx', report(state), 'de')).content)).toMatch(/Vom Computer gespielt: \S+/)
})

/** What can be read in all documents of a format. */
async function readIn(format: ExportFormat, state: SessionState): Promise<string> {
  const files = DOCUMENTS_OF[format].map(async (document) => textOf(format, (await exported(format, report(state), 'de', document)).content))
  return (await Promise.all(files)).join('\n')
}

function proposed() {
  return given()
    .reaching('planning-1')
    .and([team('housing'), { type: 'proposeMeasure', measureId: 'W3' }])
}
