import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { PAPERS } from '../../server/exports/exportFormats.ts'
import { markAccessible } from '../../server/exports/formats/markAccessible.ts'
import { expectAccessible, pdfText, structureOf } from './readOffice.ts'
import { exported, recordedReport, withMeasures } from './reports.ts'

const base = recordedReport()
const folder = mkdtempSync(join(tmpdir(), 'exports-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What another program says of a file; undefined where this machine does not have it: then the file itself is all there is to read. */
function ask(program: string, ...args: readonly string[]): string | undefined {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (error) return undefined
  if (status !== 0) throw new Error(`${program} says ${status}: ${stdout}${stderr}`)
  return stdout
}

describe.each([5, 40, 200])('with %i measures', (count) => {
  const report = withMeasures(base, count)

  test.each(PAPERS)('the PDF of %s is whole, tagged, and has its letters with it', async (paper) => {
    const { content } = await exported('pdf', report, 'de', paper)
    expectAccessible(content)
    expect(structureOf(content, 'Table')).toBeGreaterThan(0)
    expect(structureOf(content, 'TH')).toBeGreaterThan(4)
    expect(structureOf(content, 'H1')).toBeGreaterThan(0)
    const fonts = pdfText(content).match(/\/Type ?\/FontDescriptor/g)?.length ?? 0
    expect(fonts).toBeGreaterThan(0)
    expect(pdfText(content).match(/\/FontFile[23]? /g)).toHaveLength(fonts)

    const file = join(folder, `${paper}-${count}.pdf`)
    writeFileSync(file, content)
    const checked = ask('qpdf', '--check', file)
    if (checked !== undefined) expect(checked).toContain('No syntax')
    const structure = ask('pdfinfo', '-struct', file)
    if (structure !== undefined) for (const kind of ['H1', 'Table', 'TH', 'TD']) expect(structure).toMatch(new RegExp(`^ +${kind}\\b`, 'm'))
  })

  test('there is one page per measure in the sheets, behind a list of all', async () => {
    const { content } = await exported('pdf', report, 'de', 'measures')
    const pages = pdfText(content).match(/\/Type ?\/Page\b(?!s)/g)?.length ?? 0
    const overview = Math.ceil(count / 30)
    expect(pages).toBeGreaterThanOrEqual(count + 1)
    expect(pages).toBeLessThanOrEqual(count + 1 + overview)
    expect(structureOf(content, 'H1')).toBe(count + 1)
  })
})

test('pictures of the list and the documentation have a text for those who do not see them', async () => {
  const figures = async (paper: 'list' | 'documentation') => {
    const { content } = await exported('pdf', base, 'de', paper)
    const alts = pdfText(content).match(/\/Alt ?[(<]/g)?.length ?? 0
    return [structureOf(content, 'Figure'), alts]
  }
  const [inList = 0, listAlts] = await figures('list')
  expect(inList).toBeGreaterThanOrEqual(2)
  expect(listAlts).toBe(inList)
  const [inAll = 0, allAlts] = await figures('documentation')
  expect(inAll).toBeGreaterThanOrEqual(4)
  expect(allAlts).toBe(inAll)
})

test('the mark of both standards is appended where the table says it is', async () => {
  const { content } = await exported('pdf', base, 'de', 'short')
  const file = Buffer.from(content).toString('latin1')
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)?.[1])
  expect(file.slice(table, table + 5)).toBe('xref\n')
  const places = [...file.slice(table).matchAll(/^(\d+) 1\n(\d{10}) 00000 n\r$/gm)].map(([, number, at]) => [number, Number(at)] as const)
  expect(places).toHaveLength(2)
  for (const [number, at] of places) expect(file.slice(at, at + 20)).toMatch(new RegExp(`^${number} 0 obj\n`))
  expect(() => markAccessible(Buffer.from('%PDF-1.7\nno such file'))).toThrow('another structure')
})
