import readExcelFile from 'read-excel-file/node'
import { guessColumns } from '../../../rules/authoring/list/columns.ts'
import type { Cell } from '../../../rules/authoring/list/table.ts'
import { findTable, type ListTable, plainTable, type Sheet } from '../../../rules/authoring/list/table.ts'
import { parseCsv } from './csv.ts'
import { BadZip, isZip, namesInZip } from './openZip.ts'

/** A list of measures may have so many lines and columns; a calendar that was saved as a list has more. */
const MOST_LINES = 5000
const MOST_COLUMNS = 200

export interface ListFile {
  readonly table: ListTable
  /** name of the sheet it stands on; '' for text files */
  readonly sheet: string
}

/**
 * The list of measures in an Excel or text file: the sheet and line whose headings look most like one.
 *
 * @param sheetName takes this sheet whatever its headings are
 * @returns the list, or a German sentence why there is none
 */
export async function readListFile(bytes: Uint8Array, sheetName?: string): Promise<ListFile | { readonly problem: string }> {
  if (bytes.length === 0) return { problem: 'Die Datei ist leer.' }
  try {
    const sheets = isZip(bytes) ? await excelSheets(bytes) : textSheets(bytes)
    return 'problem' in sheets ? sheets : chosen(sheets, sheetName)
  } catch (error) {
    if (error instanceof BadZip) return { problem: error.message }
    return { problem: 'Die Datei ist beschädigt und lässt sich nicht als Excel-Liste lesen.' }
  }
}

interface NamedSheet {
  readonly name: string
  readonly cells: Sheet
}

function chosen(sheets: readonly NamedSheet[], sheetName: string | undefined): ListFile | { readonly problem: string } {
  const named = sheetName === undefined ? undefined : sheets.find(({ name }) => name === sheetName)
  if (sheetName !== undefined && !named) return { problem: `Ein Blatt „${sheetName}“ gibt es nicht. Vorhanden: ${sheets.map(({ name }) => name).join(', ')}.` }
  const known = ({ headings }: ListTable) => Object.keys(guessColumns(headings)).length
  let best: ListFile | undefined
  for (const { name, cells } of named ? [named] : sheets) {
    const table = findTable(cells)
    if (table && (!best || known(table) > known(best.table))) best = { table, sheet: name }
  }
  const first = named ?? sheets.find(({ cells }) => cells.length > 0)
  const plain = best || !first ? undefined : plainTable(first.cells)
  if (plain && first) best = { table: plain, sheet: first.name }
  if (!best) return { problem: 'Die Datei enthält keine Tabelle.' }
  if (best.table.rows.length > MOST_LINES) return { problem: `Die Liste hat mehr als ${MOST_LINES} Zeilen.` }
  if (best.table.headings.length > MOST_COLUMNS) return { problem: `Die Liste hat mehr als ${MOST_COLUMNS} Spalten.` }
  return best
}

async function excelSheets(bytes: Uint8Array): Promise<readonly NamedSheet[] | { readonly problem: string }> {
  // Also checks, before anything is unpacked, how large it would become.
  const names = namesInZip(bytes)
  if (names.some((name) => name.startsWith('word/')))
    return { problem: 'Das ist ein Word-Dokument. Bitte speichern Sie die Liste als Excel-Datei (.xlsx) oder CSV.' }
  if (names.some((name) => name.startsWith('ppt/')))
    return { problem: 'Das ist eine Präsentation. Bitte speichern Sie die Liste als Excel-Datei (.xlsx) oder CSV.' }
  if (names.includes('mimetype') && names.includes('content.xml'))
    return { problem: 'Das ist eine OpenDocument-Datei. Bitte speichern Sie sie in LibreOffice als Excel-Datei (.xlsx) oder CSV.' }
  if (!names.includes('xl/workbook.xml')) return { problem: 'Das ist keine Excel-Liste. Erwartet wird eine Datei .xlsx oder .csv.' }
  const sheets = await readExcelFile(Buffer.from(bytes))
  return sheets.map(({ sheet, data }) => ({ name: sheet, cells: data.slice(0, MOST_LINES + 100).map((row) => row.map(cellOf)) }))
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'ja' : 'nein'
  return String(value)
}

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]

function textSheets(bytes: Uint8Array): readonly NamedSheet[] | { readonly problem: string } {
  if (OLD_OFFICE.every((byte, index) => bytes[index] === byte))
    return { problem: 'Das ist eine Datei im alten Office-Format (.xls oder .doc). Bitte speichern Sie sie als .xlsx oder CSV.' }
  const text = decoded(bytes)
  if (text.startsWith('%PDF')) return { problem: 'Das ist ein PDF. Bitte geben Sie die Liste als Excel-Datei (.xlsx) oder CSV an.' }
  if (text.includes('\0')) return { problem: 'Das ist keine Textdatei. Erwartet wird eine Datei .xlsx oder .csv.' }
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) return { problem: 'Das ist eine Webseite oder XML-Datei. Erwartet wird eine Datei .xlsx oder .csv.' }
  return [{ name: '', cells: parseCsv(text) }]
}

/** UTF-8 with or without mark, UTF-16 with mark; else the code page of German Windows. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
