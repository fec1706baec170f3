import { COLUMN_KEYS, type ColumnKey, type ColumnMapping, guessColumns } from './columns.ts'
import { tidy } from './figures.ts'

export type Cell = string | number | null

/** A sheet as a spreadsheet or text file holds it. */
export type Sheet = readonly (readonly Cell[])[]

/** A list of measures: its headings and its lines, each with its number in the sheet (from 1). */
export interface ListTable {
  readonly headings: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly Cell[] }[]
}

/** Headings are looked for in so many first lines: above them stand titles and logos. */
const LINES_ABOVE = 40

/** Finds the line of headings: the one whose cells name the most columns of a list, among them the measure's title. */
export function findTable(sheet: Sheet): ListTable | undefined {
  const candidates = sheet.slice(0, LINES_ABOVE).map((cells, index) => {
    const headings = cells.map((cell) => (typeof cell === 'string' ? cell : ''))
    const mapping = guessColumns(headings)
    return { index, headings, known: mapping.title === undefined ? 0 : Object.keys(mapping).length }
  })
  const best = candidates.reduce<(typeof candidates)[number] | undefined>((one, next) => (next.known > (one?.known ?? 1) ? next : one), undefined)
  if (!best) return undefined
  const rows = sheet.map((cells, index) => ({ line: index + 1, cells })).slice(best.index + 1)
  return {
    headings: best.headings.map((heading) => tidy(heading)),
    rows: rows.filter(({ cells }) => cells.some((cell) => cell !== null && textOf(cell) !== '')),
  }
}

/** A sheet whose headings nobody recognises: its first line that is not empty is taken for them. */
export function plainTable(sheet: Sheet): ListTable | undefined {
  const first = sheet.findIndex((cells) => cells.some((cell) => cell !== null && textOf(cell) !== ''))
  const cells = sheet[first]
  if (!cells) return undefined
  const rows = sheet.map((row, index) => ({ line: index + 1, cells: row })).slice(first + 1)
  return { headings: cells.map((cell) => textOf(cell ?? null)), rows: rows.filter((row) => row.cells.some((cell) => cell !== null && textOf(cell) !== '')) }
}

export function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : typeof cell === 'number' ? String(cell).replace('.', ',') : cell
}

/** Which heading each key was given by: for showing the mapping and for a file that corrects it. */
export type NamedMapping = Partial<Readonly<Record<ColumnKey, string>>>

export function namedMapping({ headings }: Pick<ListTable, 'headings'>, mapping: ColumnMapping): NamedMapping {
  return Object.fromEntries(COLUMN_KEYS.flatMap((key) => (mapping[key] === undefined ? [] : [[key, headings[mapping[key]] ?? '']])))
}

/**
 * Corrections on top of what was guessed: key → heading, number of the column (from 1), letter („C“), or '' for „not at all“.
 *
 * @returns the mapping, or what of the corrections cannot be followed, as German sentences
 */
export function correctedMapping(
  { headings }: Pick<ListTable, 'headings'>,
  guessed: ColumnMapping,
  corrections: Readonly<Record<string, string | number>>,
): { readonly mapping: ColumnMapping } | { readonly problems: readonly string[] } {
  const mapping: Partial<Record<ColumnKey, number>> = { ...guessed }
  const problems: string[] = []
  for (const [name, wanted] of Object.entries(corrections)) {
    const key = COLUMN_KEYS.find((candidate) => candidate === name)
    const column = wanted === '' ? undefined : columnOf(headings, wanted)
    if (key === undefined) problems.push(`Die Angabe „${name}“ gibt es nicht. Möglich sind: ${COLUMN_KEYS.join(', ')}.`)
    else if (wanted !== '' && column === undefined) problems.push(`Eine Spalte „${wanted}“ für „${key}“ gibt es nicht.`)
    else if (column === undefined) delete mapping[key]
    else {
      // A column that is given anew is taken from what it was guessed for.
      for (const other of COLUMN_KEYS) if (other !== key && mapping[other] === column && !(other in corrections)) delete mapping[other]
      mapping[key] = column
    }
  }
  return problems.length > 0 ? { problems } : { mapping }
}

function columnOf(headings: readonly string[], wanted: string | number): number | undefined {
  const text = tidy(String(wanted))
  const named = headings.findIndex((heading) => tidy(heading).toLowerCase() === text.toLowerCase())
  if (named >= 0) return named
  const number = /^\d+$/.test(text) ? Number(text) - 1 : /^[A-Za-z]{1,2}$/.test(text) ? lettered(text.toUpperCase()) : -1
  return number >= 0 && number < headings.length ? number : undefined
}

/** A → 0, Z → 25, AA → 26 */
function lettered(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** 0 → A: as spreadsheets call their columns. */
export function columnLetter(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : columnLetter(Math.floor(column / 26) - 1) + columnLetter(column % 26)
}
