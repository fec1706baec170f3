import { describe, expect, test } from 'vitest'
import { guessColumns } from '../../../rules/authoring/list/columns.ts'
import { readList } from '../../../rules/authoring/list/readList.ts'
import { correctedMapping, findTable, namedMapping, type Sheet } from '../../../rules/authoring/list/table.ts'
import { readHorizon } from '../../../rules/authoring/list/words.ts'

const YEAR = 2026
const read = (sheet: Sheet) => {
  const table = findTable(sheet)
  if (!table) throw new Error('no headings found')
  return readList(table, guessColumns(table.headings), { year: YEAR })
}

describe('headings', () => {
  test('columns are guessed from what German lists call them', () => {
    const headings = [
      'Lfd. Nr.',
      'Maßnahmenbezeichnung',
      'Zuständigkeit',
      'Kosten in T€',
      'Förder-\nprogramm',
      'Priorität (I–III)',
      'Zeitraum',
      'Ortsteil',
      'Bemerkungen',
    ]
    const mapping = guessColumns(headings)
    expect(namedMapping({ headings }, mapping)).toEqual({
      code: 'Lfd. Nr.',
      title: 'Maßnahmenbezeichnung',
      leadDepartment: 'Zuständigkeit',
      estimatedCost: 'Kosten in T€',
      fundingProgramme: 'Förder-\nprogramm',
      priority: 'Priorität (I–III)',
      timeHorizon: 'Zeitraum',
      spatialReference: 'Ortsteil',
      rationale: 'Bemerkungen',
    })
  })

  test('titles above the list are passed over, and line numbers stay those of the sheet', () => {
    const { entries } = read([['Stadt Beispiel'], ['Maßnahmenliste INSEK', null, 'Stand: Mai'], [], ['Nr.', 'Maßnahme', 'Kosten (T€)'], ['1', 'Radweg', 100]])
    expect(entries).toMatchObject([{ line: 5, title: 'Radweg', cost: { from: 100_000 } }])
  })

  test('a correction names a heading, a letter or a number; an empty one drops the column', () => {
    const headings = ['Was', 'Wer', 'Wieviel']
    expect(correctedMapping({ headings }, { rank: 0 }, { title: 'was', leadDepartment: 'B', estimatedCost: 3 })).toEqual({
      mapping: { title: 0, leadDepartment: 1, estimatedCost: 2 },
    })
    expect(correctedMapping({ headings }, { title: 0, rank: 1 }, { rank: '' })).toEqual({ mapping: { title: 0 } })
    expect(correctedMapping({ headings }, {}, { titel: 'Was', code: 'Nummer' })).toEqual({
      problems: [expect.stringContaining('„titel“'), expect.stringContaining('„Nummer“')],
    })
  })
})

describe('lines', () => {
  test('everything that cannot be read is told at once, with line and column', () => {
    const { problems } = read([
      ['Nr.', 'Maßnahme', 'Kosten', 'Förderquote'],
      ['A1', 'Radweg', 'siehe Plan', '75 %'],
      ['A2', 'Spielplatz', '80 T€', 'voll'],
      ['A1', 'Brücke', '1 Mio. €', '–'],
    ])
    expect(problems.map(({ place, message }) => `${place}: ${message}`)).toEqual([
      'Zeile 2, Spalte C „Kosten“: „siehe Plan“ ist kein Betrag.',
      'Zeile 3, Spalte D „Förderquote“: „voll“ ist keine Förderquote zwischen 0 und 100 %.',
      'Zeile 4: Die Nummer „A1“ trägt schon die Maßnahme in Zeile 2 („Radweg“).',
    ])
  })

  test('the same measure twice is taken once and told; sums and empty lines are passed over', () => {
    const { entries, hints, problems } = read([
      ['Maßnahme', 'Kosten', 'Amt'],
      ['Radweg Nord', '80 T€', 'Bauamt'],
      ['Radweg  nord', '80 T€', 'Bauamt'],
      [null, '5 T€', 'Bauamt'],
      ['Summe', '165 T€', null],
    ])
    expect(problems).toEqual([])
    expect(entries.map(({ title }) => title)).toEqual(['Radweg Nord'])
    expect(hints.map(({ place }) => place)).toEqual(['Zeile 4', 'Zeile 5', 'Zeile 3'])
  })

  test('a line with one cell is a heading for the field of action of those that follow', () => {
    const { entries } = read([['Maßnahme', 'Kosten'], ['Handlungsfeld Mobilität'], ['Radweg', '80 T€'], ['Wohnen'], ['Umbau Schule', '1 Mio. €']])
    expect(entries.map(({ title, fieldOfAction }) => [title, fieldOfAction])).toEqual([
      ['Radweg', 'Handlungsfeld Mobilität'],
      ['Umbau Schule', 'Wohnen'],
    ])
  })

  test('without a column of titles nothing is guessed into one', () => {
    const table = { headings: ['Was', 'Wieviel'], rows: [{ line: 2, cells: ['Radweg', 80] }] }
    expect(readList(table, guessColumns(table.headings), { year: YEAR })).toMatchObject({ entries: [], problems: [{ place: 'Überschriften' }] })
  })
})

test('horizons are words, letters, years or spans of years', () => {
  const texts = ['kurzfristig', 'mittelfr.', 'L', '2027', '2026–2031', '2040', 'laufend', '10 Jahre', 'k. A.', 'bald']
  expect(texts.map((text) => readHorizon(text, YEAR))).toEqual(['short', 'medium', 'long', 'short', 'medium', 'long', 'short', 'long', null, undefined])
})
