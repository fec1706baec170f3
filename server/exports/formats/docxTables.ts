import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { ListCells, ListKey } from '../content/listColumns.ts'
import type { Cell, Table as ContentTable } from '../content/table.ts'
import { type Writing, written } from '../content/writing.ts'

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '9AA5B1' }
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE }
const MARGINS = { top: 30, bottom: 30, left: 70, right: 70 }
/** of what stands second in a cell */
const QUIET = '3C4A58'
const HEAD_SHADE = { type: ShadingType.CLEAR, fill: 'E4EAF1', color: 'auto' }

/** Labels and values, for the head of the document. */
export function docxFactTable(facts: readonly (readonly [label: string, value: string])[], width: number): Table {
  const widths = shares([1, 4], width)
  return tableOf(
    widths,
    facts.map(
      ([label, value]) =>
        new TableRow({ cantSplit: true, children: [headCell([label], widths[0]), bodyCell([paragraphOf(value)], { width: sizeOf(widths[1]) })] }),
    ),
  )
}

/** A table with a header that is repeated on every page; rows stay in one piece. */
export function docxTable(writing: Writing, { columns, rows, sum }: ContentTable, width: number): Table {
  const widths = shares(
    columns.map((column) => column.width),
    width,
  )
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title, align }, index) => headCell([title], widths[index], align === 'right')),
  })
  const row = (cells: readonly Cell[], bold: boolean) =>
    new TableRow({
      cantSplit: true,
      children: cells.map((cell, index) => bodyCell([cellParagraph(writing, cell, bold, columns[index]?.align === 'right')], { width: sizeOf(widths[index]) })),
    })
  return tableOf(widths, [head, ...rows.map((cells) => row(cells, false)), ...(sum ? [row(sum, true)] : [])])
}

/**
 * The nineteen columns on a landscape page: each measure takes two lines. The first holds up to two columns above each other
 * in a cell, the second what needs the most words; the header names all of them in the same places.
 */
const UPPER = [
  { keys: ['title', 'fieldOfAction'], width: 56 },
  { keys: ['leadDepartment', 'involvedDepartments'], width: 58 },
  { keys: ['spatialReference', 'goalReferences'], width: 45 },
  { keys: ['priority', 'timeHorizon'], width: 25 },
  { keys: ['estimatedCost', 'followUpCosts'], width: 21, right: true },
  { keys: ['fundingProgramme', 'fundingRate'], width: 30 },
  { keys: ['ownContribution'], width: 18, right: true },
] as const satisfies readonly { readonly keys: readonly ListKey[]; readonly width: number; readonly right?: boolean }[]
const LOWER = [
  { key: 'synergies', span: 1 },
  { key: 'conflicts', span: 1 },
  { key: 'rationale', span: 3 },
  { key: 'nextStep', span: 2 },
] as const satisfies readonly { readonly key: ListKey; readonly span: number }[]
const RANK_WIDTH = 11
const CODE_WIDTH = 13

export function docxFullList(writing: Writing, list: readonly ListCells[], width: number): Table {
  const widths = shares([RANK_WIDTH, CODE_WIDTH, ...UPPER.map((column) => column.width)], width)
  const { columns } = writing.t
  const head = [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: [
        headCell([columns.rank], widths[0], true, { rowSpan: 2 }),
        headCell([columns.code], widths[1], false, { rowSpan: 2 }),
        ...UPPER.map((column, index) =>
          headCell(
            column.keys.map((key) => columns[key]),
            widths[index + 2],
            'right' in column,
          ),
        ),
      ],
    }),
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: LOWER.map(({ key, span }) => headCell([columns[key]], undefined, false, { columnSpan: span })),
    }),
  ]
  return tableOf(widths, [...head, ...list.flatMap((cells) => measureRows(writing, cells, widths))])
}

function measureRows(writing: Writing, cells: ListCells, widths: readonly number[]): TableRow[] {
  const paragraphs = (keys: readonly ListKey[], right: boolean) => keys.map((key, index) => cellParagraph(writing, cells[key], false, right, index > 0))
  const upper = new TableRow({
    cantSplit: true,
    keepNext: true,
    children: [
      bodyCell(paragraphs(['rank'], true), { rowSpan: 2, width: sizeOf(widths[0]) }),
      bodyCell(paragraphs(['code'], false), { rowSpan: 2, width: sizeOf(widths[1]) }),
      ...UPPER.map((column, index) => bodyCell(paragraphs(column.keys, 'right' in column), { width: sizeOf(widths[index + 2]) })),
    ],
  })
  const lower = new TableRow({
    cantSplit: true,
    children: LOWER.map(({ key, span }) => bodyCell(paragraphs([key], false), { columnSpan: span })),
  })
  return [upper, lower]
}

function tableOf(widths: readonly number[], rows: readonly TableRow[]): Table {
  const width = widths.reduce((sum, each) => sum + each, 0)
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: MARGINS,
  })
}

/** Whole twips in the proportion of the weights. */
function shares(weights: readonly number[], width: number): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => Math.floor((weight / sum) * width))
}

const sizeOf = (width: number | undefined) => (width === undefined ? undefined : { size: width, type: WidthType.DXA })

function headCell(titles: readonly string[], width: number | undefined, right = false, spans: Partial<ITableCellOptions> = {}): TableCell {
  return new TableCell({
    ...spans,
    ...(width !== undefined && { width: sizeOf(width) }),
    shading: HEAD_SHADE,
    children: titles.map((title) => new Paragraph({ style: 'TableHead', ...(right && { alignment: AlignmentType.RIGHT }), children: [new TextRun(title)] })),
  })
}

function bodyCell(children: readonly Paragraph[], options: Partial<ITableCellOptions>): TableCell {
  return new TableCell({ ...options, children })
}

function cellParagraph(writing: Writing, cell: Cell, bold: boolean, right: boolean, quiet = false): Paragraph {
  return paragraphOf(written(writing, cell), bold || (cell.strong ?? false), right, quiet)
}

function paragraphOf(text: string, bold = false, right = false, quiet = false): Paragraph {
  return new Paragraph({ style: right ? 'TableNumber' : 'TableText', children: [new TextRun({ text, ...(bold && { bold }), ...(quiet && { color: QUIET }) })] })
}
