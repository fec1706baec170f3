import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { PAPERS } from '../../server/exports/exportFormats.ts'
import { contentsOfArchive } from '../../server/exports/formats/zip.ts'
import { renderExport } from '../../server/exports/renderExport.ts'
import { REPORT_FORMAT, ReportFile, reportSchema } from '../../server/exports/reportSchema.ts'
import { readDocx, readXlsx } from './readOffice.ts'
import { exported, playedReport, recordedReport } from './reports.ts'

/**
 * Golden files: what a recorded session looks like in each format, read back as text.
 * A diff says that offices would get other words or figures than before. If that is wanted, renew them with `vitest -u` and read the
 * diff line by line before committing it; if not, the change broke an export.
 */
const golden = (name: string) => join(import.meta.dirname, 'golden', name)
const report = recordedReport()
/** `TextDecoder` would swallow the byte order mark. */
const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString()

describe.each(['de', 'en'] as const)('the recorded session in %s', (locale) => {
  test('as CSV', async () => {
    const { content } = await exported('csv', report, locale)
    await expect(content).toMatchFileSnapshot(golden(`muldenau.${locale}.csv`))
  })

  test.each(PAPERS)('as Word document: %s', async (paper) => {
    const { content } = await exported('docx', report, locale, paper)
    await expect(readDocx(content)).toMatchFileSnapshot(golden(`muldenau.${paper}.${locale}.docx.txt`))
  })

  test('as workbook', async () => {
    const { content } = await exported('xlsx', report, locale)
    const sheets = readXlsx(content).map(({ name, xml, rows }) => {
      const paper = (xml.match(/<pane [^>]*>|<autoFilter [^>]*>|<pageSetup [^>]*>|<odd\w+>[^<]*/g) ?? []).join('\n')
      return `== ${name} ==\n${paper}\n${rows.map((row) => row.join(' | ')).join('\n')}\n`
    })
    await expect(sheets.join('\n')).toMatchFileSnapshot(golden(`muldenau.${locale}.xlsx.txt`))
  })
})

test('JSON is the report as it is, as its published schema says', async () => {
  const { content } = await exported('json', report, 'de')
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

describe.each([
  ['de', 'LIESMICH.txt'],
  ['en', 'README.txt'],
] as const)('the archive in %s', async (locale, readmeName) => {
  const sessionFile = { name: 'Sitzung-K7F2MD.ndjson', content: '{"format":"aemterrunde-session"}\n' }
  const archive = async (extra: { sessionFile?: typeof sessionFile }) => {
    const { content } = await renderExport({ format: 'zip', document: 'everything', report, locale, ...extra })
    if (typeof content === 'string') throw new Error('an archive is bytes')
    return unzipSync(content)
  }
  const files = await archive({ sessionFile })

  test('holds every document in every other format, as it would come alone, and the session file', async () => {
    const alone = await Promise.all(contentsOfArchive().map(({ format, document }) => exported(format, report, locale, document)))
    expect(Object.keys(files)).toEqual([...alone.map(({ fileName }) => fileName), sessionFile.name, readmeName])
    expect(new Set(alone.map(({ fileName }) => fileName)).size).toBe(alone.length)
    for (const { fileName, content } of alone) if (typeof content === 'string') expect(textOf(files[fileName]), fileName).toBe(content)
    expect(textOf(files[sessionFile.name])).toBe(sessionFile.content)
  })

  test('says on a page what each file is, and that the session file keeps what was written', () => {
    const readme = textOf(files[readmeName])
    for (const name of Object.keys(files)) if (name !== readmeName) expect(readme).toContain(`${name}\r\n    `)
    expect(readme).not.toMatch(/undefined|[^\r]\n/)
    expect(readme).toContain(locale === 'de' ? 'nicht aber in der Sitzungsdatei' : 'but not in the session file')
  })

  test('comes without the session file where it is not wanted', async () => {
    const without = await archive({})
    expect(Object.keys(without)).toEqual(Object.keys(files).filter((name) => name !== sessionFile.name))
    expect(textOf(without[readmeName])).toContain(locale === 'de' ? 'Die Sitzungsdatei liegt nicht bei' : 'The session file is not included')
  })
})
