import type { CellObject, Row } from 'write-excel-file/node'
import type { Block, Section } from '../content/blocks.ts'
import type { Cell, Column, Table } from '../content/table.ts'

const HEADER: CellObject = { fontWeight: 'bold', wrap: true, alignVertical: 'top', backgroundColor: '#E4EAF1', borderStyle: 'thin', borderColor: '#9AA5B1' }
const BODY: CellObject = { wrap: true, alignVertical: 'top', borderStyle: 'thin', borderColor: '#C6CDD5' }
const LINE_POINTS = 13
/** A header cell keeps room for the arrow of its filter. */
const FILTER_CHARACTERS = 2

/** Header, rows and sum of a table, in columns of these widths (characters). */
export function tableRows({ columns, rows, sum }: Table, widths: readonly number[]): readonly Row[] {
  const headHeight = heightOf(
    columns.map(({ title }) => title),
    widths,
    FILTER_CHARACTERS,
  )
  return [
    columns.map((column) => headerCell(column, headHeight)),
    ...[...rows, ...(sum ? [sum] : [])].map((row) => {
      const height = heightOf(row.map(shown), widths)
      return row.map((cell, index): CellObject => ({ ...cellObject(cell, columns[index]), height, ...(row === sum && { fontWeight: 'bold' }) }))
    }),
  ]
}

/** Headings, paragraphs and tables under each other. */
export function blockRows(block: Block, widths: readonly number[]): readonly Row[] {
  switch (block.kind) {
    case 'heading':
      return [[], [{ value: block.text, type: String, fontWeight: 'bold', fontSize: 11 }]]
    case 'paragraph':
      return [textRow(block.text, widths)]
    case 'bullets':
      return block.items.map((item) => textRow(`• ${item}`, widths))
    case 'table':
      return [...tableRows(block.table, widths), []]
    case 'facts':
      return block.facts.map(([label, value]) => labelledRow(label, value, widths, 1))
    case 'picture':
    case 'fullList':
      return []
  }
}

export function sectionRows({ heading, blocks }: Section, widths: readonly number[]): readonly Row[] {
  return [[{ value: heading, type: String, fontWeight: 'bold', fontSize: 13 }], ...blocks.flatMap((block) => blockRows(block, widths)), []]
}

/** A text over all columns. */
export function textRow(text: string, widths: readonly number[]): Row {
  return merged(text, widths, {})
}

/** The title of a sheet over all columns, in letters half as large again. */
export function titleRow(text: string, widths: readonly number[]): Row {
  const height = heightOf([text], [sum(widths) / 1.5]) * 1.4
  return merged(text, widths, { fontWeight: 'bold', fontSize: 14, height })
}

/** A label over the first `labelled` columns, and its value over the others. */
export function labelledRow(label: string, value: string, widths: readonly number[], labelled: number): Row {
  const height = Math.max(heightOf([label], [sum(widths.slice(0, labelled))]), heightOf([value], [sum(widths.slice(labelled))]))
  return [...merged(label, widths.slice(0, labelled), { ...HEADER, height }), ...merged(value, widths.slice(labelled), { ...BODY, height })]
}

function merged(text: string, widths: readonly number[], style: CellObject): Row {
  const cell: CellObject = {
    value: plainSpaces(text),
    type: String,
    wrap: true,
    alignVertical: 'top',
    height: heightOf([text], [sum(widths)]),
    ...style,
    ...(widths.length > 1 && { columnSpan: widths.length }),
  }
  return [cell, ...Array.from({ length: widths.length - 1 }, () => null)]
}

function headerCell({ title, align }: Column, height: number): CellObject {
  return { ...HEADER, value: plainSpaces(title), type: String, height, ...aligned(align) }
}

/** Text is typed as text, so that nothing in it is ever a formula. */
function cellObject(cell: Cell, column: Column | undefined): CellObject {
  const style: CellObject = { ...BODY, ...(cell.strong && { fontWeight: 'bold' }), ...aligned(column?.align) }
  if (cell.kind === 'text') return { ...style, value: plainSpaces(cell.text), type: String }
  return { ...style, value: cell.value, type: Number, format: ['#,##0', '#,##0.0', '#,##0.00'][cell.digits] ?? '#,##0' }
}

/** Figures keep a little distance from the text of the next column. */
function aligned(align: Column['align']): CellObject {
  return align === 'right' ? { align, indent: 1 } : { ...(align && { align }) }
}

function shown(cell: Cell): string {
  return cell.kind === 'text' ? cell.text : cell.value.toFixed(cell.digits)
}

/** In a spreadsheet one searches and filters for K 02 with the space of the keyboard. */
function plainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}

/** Height of a row, in points. Wrapped cells do not make rows grow by themselves everywhere, merged ones nowhere. */
function heightOf(texts: readonly string[], widths: readonly number[], taken = 0): number {
  const lines = texts.map((text, index) => linesOf(text, Math.max(1, (widths[index] ?? 1) - taken) * LETTERS_PER_DIGIT))
  return Math.max(1, ...lines) * LINE_POINTS + 3
}

/** Letters are narrower than the digits in which widths are counted. */
const LETTERS_PER_DIGIT = 1.1

/** How many lines a text takes when words are wrapped at this many characters. */
function linesOf(text: string, characters: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(' ')) {
    const length = [...word].length
    if (used > 0 && used + 1 + length > characters) {
      lines += 1
      used = 0
    }
    lines += Math.max(0, Math.ceil(length / characters) - 1)
    used = length > characters ? Math.ceil(length % characters) : used + length + (used > 0 ? 1 : 0)
  }
  return lines
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
