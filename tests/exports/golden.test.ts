import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { EXPORT_FORMATS } from '../../server/exports/exportFormats.ts'
import { renderExport } from '../../server/exports/renderExport.ts'
import { REPORT_FORMAT, ReportFile, reportSchema } from '../../server/exports/reportSchema.ts'
import { readDocx, readXlsx } from './readOffice.ts'
import { playedReport, recordedReport } from './reports.ts'

/**
 * Golden files: what a recorded session looks like in each format, read back as text.
 * A diff says that offices would get other words or figures than before. If that is wanted, renew them with `vitest -u` and read the
 * diff line by line before committing it; if not, the change broke an export.
 */
const golden = (name: string) => join(import.meta.dirname, 'golden', name)
const report = recordedReport()

describe.each(['de', 'en'] as const)('the recorded session in %s', (locale) => {
  test('as CSV', async () => {
    const { content } = await renderExport('csv', report, locale)
    await expect(content).toMatchFileSnapshot(golden(`muldenau.${locale}.csv`))
  })

  test('as Word document', async () => {
    const { content } = await renderExport('docx', report, locale)
    await expect(readDocx(content)).toMatchFileSnapshot(golden(`muldenau.${locale}.docx.txt`))
  })

  test('as workbook', async () => {
    const { content } = await renderExport('xlsx', report, locale)
    const sheets = readXlsx(content).map(({ name, xml, rows }) => {
      const paper = (xml.match(/<pane [^>]*>|<autoFilter [^>]*>|<pageSetup [^>]*>|<odd\w+>[^<]*/g) ?? []).join('\n')
      return `== ${name} ==\n${paper}\n${rows.map((row) => row.join(' | ')).join('\n')}\n`
    })
    await expect(sheets.join('\n')).toMatchFileSnapshot(golden(`muldenau.${locale}.xlsx.txt`))
  })
})

test('JSON is the report as it is, as its published schema says', async () => {
  const { content } = await renderExport('json', report, 'de')
  const file = JSON.parse(String(content))
  const { town: _ground, ...withoutGround } = report
  expect(file).toEqual({ ...REPORT_FORMAT, ...withoutGround })
  expect(ReportFile.parse(file)).toEqual(file)
})

test('the schema fits what is played today, to the last field', () => {
  const { town: _ground, ...played } = playedReport()
  const file = { ...REPORT_FORMAT, ...played }
  expect(ReportFile.parse(file)).toEqual(file)
  expect(ReportFile.safeParse({ ...file, seats: {} }).success).toBe(false)
})

test('the published schema is the one that is checked', async () => {
  await expect(reportSchema()).toMatchFileSnapshot('../../docs/report.schema.json')
})

test('the archive holds every other format, as it would come alone', async () => {
  const { content } = await renderExport('zip', report, 'de')
  if (typeof content === 'string') throw new Error('an archive is bytes')
  const files = unzipSync(content)
  const others = EXPORT_FORMATS.filter((format) => format !== 'zip')
  expect(Object.keys(files).map((name) => name.split('.').at(-1))).toEqual(others)
  for (const format of ['csv', 'json', 'geojson', 'pb'] as const) {
    const alone = await renderExport(format, report, 'de')
    expect(Buffer.from(files[alone.fileName] ?? []).toString()).toBe(alone.content)
  }
})
