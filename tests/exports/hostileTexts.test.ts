import { describe, expect, test } from 'vitest'
import { parsePabulib } from '../../rules/participatoryBudgeting/pabulib.ts'
import { pictureSvg } from '../../server/exports/charts/pictureSvg.ts'
import { cleanTexts } from '../../server/exports/cleanTexts.ts'
import { writingIn } from '../../server/exports/content/writing.ts'
import { PAPERS, PICTURES } from '../../server/exports/exportFormats.ts'
import { onlyCovered } from '../../server/exports/fonts/coverage.ts'
import { mapSvg } from '../../server/exports/map/mapSvg.ts'
import { expectAccessible, expectWellFormed, officeParts, readDocx, readXlsx } from './readOffice.ts'
import { exported, recordedReport, withMeasures, withTexts } from './reports.ts'

const base = recordedReport()

/** What somebody may type, and what of it must be readable in a file. */
const TEXTS: readonly (readonly [name: string, typed: string, readable: string])[] = [
  ['a formula', '=HYPERLINK("http://example.org";"Hier klicken")', '=HYPERLINK("http://example.org";"Hier klicken")'],
  ['a formula in full width', '＝1+1', '＝1+1'],
  ['a command behind a blank', " @SUM(1+1)*cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0"],
  ['a minus', '-2+3', '-2+3'],
  ['a tab and a formula', '\t=1+1', '=1+1'],
  ['lines', 'erste\r\nzweite\ndritte\u2028vierte', 'erste zweite dritte vierte'],
  ['separators and quotes', 'a;b"c"\'d', 'a;b"c"\'d'],
  ['XML', '<w:p>&amp;]]><!-- --></w:p><script>', '<w:p>&amp;]]><!-- --></w:p><script>'],
  ['patterns of a replacement', "$& $1 $' $$ \\1", "$& $1 $' $$ \\1"],
  ['codes of a page head', '&P&N&"Arial,Bold"&&', '&P&N&"Arial,Bold"&&'],
  ['control characters', 'a\u0000b\u0007c\u001bd\u009fe\ufffef', 'abcdef'],
  ['half a character', 'a\ud83db', 'ab'],
  ['pictures', 'Park 🌳👩‍👩‍👧 gut', 'Park 🌳👩‍👩‍👧 gut'],
  ['a turned direction', 'Betrag \u202e000.1\u202c Euro', 'Betrag 000.1 Euro'],
  ['Hebrew and Arabic', 'שלום مرحبا', 'שלום مرحبا'],
  ['a very long word', `${'Grundstücksverkehrsgenehmigungszuständigkeits'.repeat(4)}verordnung`, 'verordnung'],
]

const all = withTexts(base, ...TEXTS.map(([, typed]) => typed))

describe.each(TEXTS)('with %s typed everywhere', (_name, typed, readable) => {
  test('CSV keeps its nineteen columns, and no text is taken for a formula', async () => {
    const { content } = await exported('csv', withTexts(base, typed), 'de')
    const lines = parseCsv(String(content))
    expect(lines.map((line) => line.length)).toEqual(Array.from({ length: base.list.length + 1 }, () => 19))
    for (const [, , title = ''] of lines.slice(1)) {
      expect(title).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/)
      expect(title).toContain(readable)
    }
  })

  test('Excel gets well-formed files in which it is a text and no formula', async () => {
    const { content } = await exported('xlsx', withTexts(base, typed), 'de')
    const sheets = readXlsx(content)
    expect(sheets[0]?.rows[1]?.[2]).toEqual(expect.stringContaining(readable))
    for (const { name, xml } of sheets) {
      expect(xml, name).not.toMatch(/<f[ >]/)
      for (const [, head = ''] of xml.matchAll(/<odd\w+>([^<]*)/g)) expect(head.replaceAll('&amp;', '&').length, name).toBeLessThanOrEqual(255)
    }
  })

  test('JSON has it exactly as it was typed', async () => {
    const { content } = await exported('json', withTexts(base, typed), 'de')
    expect(JSON.parse(String(content)).transferCards[0].text).toBe(typed)
  })

  test('a Pabulib file is one that can be read', async () => {
    const { content } = await exported('pb', withTexts(base, typed), 'de')
    const parsed = parsePabulib(String(content))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    expect(parsed.file.names.get(base.list[0]?.measureId ?? '')?.trim()).toContain(readable)
  })
})

test.each(PAPERS)('Word gets a well-formed %s of it, whatever was typed', async (paper) => {
  const read = readDocx((await exported('docx', all, 'de', paper)).content)
  for (const [name, , readable] of TEXTS) expect(read, name).toContain(readable)
})

test.each(PAPERS)('PDF of %s keeps its promise of accessibility whatever was typed', async (paper) => {
  expectAccessible((await exported('pdf', all, 'de', paper)).content)
})

test('PDF has only letters of its own font', () => {
  expect(onlyCovered('Grün 🌳👩‍👩‍👧 שלום Ж ↔ ★')).toBe('Grün ?? ???? Ж ↔ ★')
  expect(onlyCovered('a\u0308')).toBe('ä')
})

test('charts are well-formed drawings whatever the classes are called', () => {
  for (const [name, typed] of TEXTS) {
    const hostile = cleanTexts({ ...base, scale: { high: typed, medium: typed, low: typed } })
    for (const picture of PICTURES) expect(() => expectWellFormed(name, pictureSvg(writingIn('de', hostile), hostile, picture))).not.toThrow()
  }
})

test('the map is a well-formed drawing whatever towns and districts are called', () => {
  for (const [name, typed] of TEXTS) {
    const features = base.town.features.map((feature) => ({ ...feature, properties: { ...feature.properties, name: typed } }))
    const hostile = cleanTexts({ ...base, town: { ...base.town, attribution: typed, features } })
    expect(() => expectWellFormed(name, mapSvg(writingIn('de', hostile), hostile))).not.toThrow()
  }
})

test('figures stay figures, also negative ones, with decimal commas', async () => {
  const [first] = base.list
  if (!first) throw new Error('the list has measures')
  const { content } = await exported('csv', { ...base, list: [{ ...first, followUpCosts: -2_500, ownContribution: 431_250 }] }, 'de')
  const [, line = []] = parseCsv(String(content))
  expect([line[13], line[14]]).toEqual(['431', '-2,5'])
})

test('CSV is what German Excel opens by a double click', async () => {
  const { content, contentType, fileName } = await exported('csv', base, 'de')
  expect(String(content).startsWith('\ufeffRang;Nr.;Maßnahme;')).toBe(true)
  expect(String(content).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect([contentType, fileName]).toEqual(['text/csv; charset=utf-8', 'Prioritätenliste_Muldenau_2026-11-24.csv'])
})

test('a file name has no character of a path, whatever the town is called', async () => {
  const { fileName } = await exported('csv', { ...base, scenario: { ...base.scenario, municipality: '../Ober/Unter: "Mühl"\u0000hausen*' } }, 'de')
  expect(fileName).toBe('Prioritätenliste_Ober-Unter-Mühl-hausen_2026-11-24.csv')
})

test('amounts in the workbook are exact underneath, and what is not known is not zero', async () => {
  const [first, second] = base.list
  if (!first || !second) throw new Error('the list has measures')
  const list = [
    { ...first, estimatedCost: 1_234_567, ownContribution: 234_567, grant: 1_000_000, fundingRate: 0.6667 },
    { ...second, estimatedCost: 0, ownContribution: 0, grant: 0, fundingRate: 0, fundingProgramme: null, followUpCosts: 0 },
  ]
  const sheets = readXlsx((await exported('xlsx', { ...base, list }, 'de')).content)
  const [, one = [], two = []] = sheets[0]?.rows ?? []
  expect([one[10], one[12], one[13]]).toEqual([1234.567, 66.67, 234.567])
  expect([two[10], two[11], two[12], two[13], two[14]]).toEqual(['k. A.', '–', '–', 'k. A.', '–'])
})

test('two hundred measures are all in the list, in Word each on two lines that stay together', async () => {
  const report = withMeasures(base, 200)
  const { content } = await exported('docx', report, 'de')
  const body = officeParts(content)['word/document.xml'] ?? ''
  const full = [...body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table).find((table) => (table.match(/<w:tblHeader\/>/g) ?? []).length === 2)
  expect(full?.match(/<w:tr>/g)).toHaveLength(2 + 2 * 200)
  expect(full?.match(/<w:cantSplit\/>/g)).toHaveLength(2 + 2 * 200)
  const sheets = readXlsx((await exported('xlsx', report, 'de')).content)
  expect(sheets[0]?.rows).toHaveLength(201)
  expect(sheets[3]?.rows[0]).toHaveLength(201)
})

/** RFC 4180 with semicolons. */
function parseCsv(content: string): readonly (readonly string[])[] {
  const cells = content.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n)/gy)
  const lines: string[][] = [[]]
  for (const [, quoted, plain, end] of cells) {
    lines.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') lines.push([])
  }
  return lines.slice(0, -1)
}
