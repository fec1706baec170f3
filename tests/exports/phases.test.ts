import { expect, test } from 'vitest'
import { report } from '../../rules/report.ts'
import type { SessionState } from '../../rules/session.ts'
import { EXPORT_FORMATS, type ExportFormat } from '../../server/exports/exportFormats.ts'
import { renderExport } from '../../server/exports/renderExport.ts'
import { facilitator, given, team } from '../helpers/given.ts'
import { smallScenario } from '../helpers/smallScenario.ts'
import { readDocx, readXlsx } from './readOffice.ts'

const phases = smallScenario.phases.map(({ id }) => id)
const W3 = smallScenario.measures.find(({ id }) => id === 'W3')

test.each(phases)('in phase %s every format is made of what is there', async (phaseId) => {
  const state = phases.indexOf(phaseId) < phases.indexOf('planning-1') ? given().reaching(phaseId).state : proposed().reaching(phaseId).state
  for (const format of EXPORT_FORMATS) expect((await renderExport(format, report(state), 'de')).content.length, format).toBeGreaterThan(100)
})

test('an empty list says so, and what departments planned alone is in no export before the debriefing', async () => {
  const empty = readDocx((await renderExport('docx', report(given().state), 'de')).content)
  expect(empty).toContain('Die Liste ist noch leer.')
  expect(empty).toContain('laufende Sitzung, Phase')
  const title = W3?.title
  if (typeof title !== 'string') throw new Error('a measure with a German title')
  const planned = given()
    .reaching('alone')
    .and([team('housing'), { type: 'planAlone', measureIds: ['W3'] }])
  for (const format of ['docx', 'xlsx', 'csv', 'json', 'geojson', 'pb'] as const) {
    expect(await textOf(format, planned.reaching('justify').state), format).not.toContain(title)
    if (['docx', 'xlsx', 'json'].includes(format)) expect(await textOf(format, planned.reaching('debriefing').state), format).toContain(title)
  }
})

test('a department that the computer played is named on the export', async () => {
  const { state } = given([facilitator, { type: 'seatBot', teamId: 'climate' }])
  expect(readDocx((await renderExport('docx', report(state), 'de')).content)).toMatch(/Vom Computer gespielt: \S+/)
})

/** What can be read in a file. */
async function textOf(format: ExportFormat, state: SessionState): Promise<string> {
  const { content } = await renderExport(format, report(state), 'de')
  if (typeof content === 'string') return content
  return format === 'docx' ? readDocx(content) : JSON.stringify(readXlsx(content).map(({ rows }) => rows))
}

function proposed() {
  return given()
    .reaching('planning-1')
    .and([team('housing'), { type: 'proposeMeasure', measureId: 'W3' }])
}
