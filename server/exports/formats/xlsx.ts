import writeExcelFile, { type Image, type Row, type Sheet } from 'write-excel-file/node'
import type { SessionReport } from '../../../rules/sessionReport.ts'
import type { Block, Section, SectionId } from '../content/blocks.ts'
import { type ReportDocument, reportDocument } from '../content/document.ts'
import { interactionMatrix } from '../content/interactions.ts'
import { fullList } from '../content/listColumns.ts'
import { measureTable } from '../content/measureTable.ts'
import type { Table } from '../content/table.ts'
import type { Writing } from '../content/writing.ts'
import { blockRows, labelledRow, sectionRows, tableRows, textRow, titleRow } from './xlsxCells.ts'
import { type PrintPage, printing } from './xlsxPrinting.ts'

const FONT = { fontFamily: 'Arial', fontSize: 10 }
/** Columns of the short version, in characters, and how many of them the labels of the head take. */
const SHORT_WIDTHS = [7, 8, 32, 27, 28, 11, 16, 14, 13, 24]
const LABEL_COLUMNS = 3

interface Page extends PrintPage {
  readonly name: string
  readonly rows: readonly Row[]
  readonly widths: readonly number[]
}

/** A workbook: the list, and on further sheets all that explains it. Amounts are whole underneath and rounded where they are shown. */
export async function renderXlsx(writing: Writing, report: SessionReport): Promise<Buffer> {
  const { sheets } = writing.t
  const document = reportDocument(writing, report, 'documentation')
  const list = reportDocument(writing, report, 'list')
  const sections = (...ids: readonly SectionId[]) => document.sections.filter(({ id }) => ids.includes(id))
  const pages: readonly Page[] = [
    { ...tablePage(sheets.list, fullList(writing, report)), paper: 'a3', frozenColumns: 3 },
    shortPage(sheets.short, list, sections('short', 'method', 'legend')),
    { ...tablePage(sheets.measures, measureTable(writing, report)), paper: 'a3', frozenColumns: 3 },
    matrixPage(writing, report),
    sectionPage(sheets.references, sections('interactions')),
    sectionPage(sheets.funding, sections('funding')),
    sectionPage(sheets.minutes, sections('workshop', 'course', 'decisions', 'method', 'reasons', 'space', 'value', 'reflection', 'transfer', 'questions')),
  ]
  return writeExcelFile(pages.map(sheetOf), { ...FONT, features: [printing(pages, document, writing)] }).toBuffer()
}

function sheetOf({ name, rows, widths, frozenRows, frozenColumns }: Page): Sheet<Image['content']> {
  return {
    sheet: name,
    data: rows.map((row) => [...row]),
    columns: widths.map((width) => ({ width })),
    ...(frozenRows > 0 && { stickyRowsCount: frozenRows }),
    ...(frozenColumns > 0 && { stickyColumnsCount: frozenColumns }),
  }
}

/** One table that can be sorted and filtered, its header in sight. */
function tablePage(name: string, table: Table): Page {
  const widths = table.columns.map(({ width }) => width)
  return {
    name,
    rows: tableRows(table, widths),
    widths,
    paper: 'a4',
    landscape: true,
    frozenRows: 1,
    frozenColumns: 0,
    filter: table.rows.length > 0 ? { rows: table.rows.length + 1, columns: table.columns.length } : undefined,
  }
}

function matrixPage(writing: Writing, report: SessionReport): Page {
  const page = tablePage(writing.t.sheets.interactions, interactionMatrix(writing, report))
  const legend: Row = [{ value: writing.t.interactions.matrixLegend, type: String }]
  return { ...page, rows: [...page.rows, [], legend], paper: 'a3', frozenColumns: 1, filter: undefined }
}

/** Head, the list at a glance, how it came about, and what its words mean. */
function shortPage(name: string, { title, subtitle, facts, notes, foot }: ReportDocument, sections: readonly Section[]): Page {
  const widths = SHORT_WIDTHS
  // Weights of goals would need other columns; they stand in the minutes.
  const blocks = sections.flatMap(({ id, heading, blocks }) =>
    id === 'short' ? blocks : [{ kind: 'heading' as const, text: heading }, ...blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'bullets')],
  )
  const rows = [
    titleRow(`${title}: ${subtitle}`, widths),
    [],
    ...facts.map(([label, value]) => labelledRow(label, value, widths, LABEL_COLUMNS)),
    [],
    ...[...notes, foot].map((note) => textRow(note, widths)),
    [],
    ...blocks.flatMap((block) => blockRows(block, widths)),
  ]
  return { name, rows, widths, paper: 'a4', landscape: true, frozenRows: 0, frozenColumns: 0, filter: undefined }
}

/** Sections under each other, in columns that suit all their tables. */
function sectionPage(name: string, sections: readonly Section[]): Page {
  const widths = commonWidths(sections.flatMap(({ blocks }) => blocks))
  const rows = sections.flatMap((section) => sectionRows(section, widths))
  return { name, rows, widths, paper: 'a4', landscape: true, frozenRows: 0, frozenColumns: 0, filter: undefined }
}

function commonWidths(blocks: readonly Block[]): readonly number[] {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table.columns] : []))
  const columns = Math.max(4, ...tables.map(({ length }) => length))
  return Array.from({ length: columns }, (_, index) => Math.max(14, ...tables.map((table) => table[index]?.width ?? 0)))
}
