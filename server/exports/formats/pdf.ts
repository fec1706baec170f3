import type { SessionReport } from '../../../rules/sessionReport.ts'
import { pictureSvg } from '../charts/pictureSvg.ts'
import type { Block } from '../content/blocks.ts'
import { partsOf, reportDocument } from '../content/document.ts'
import type { ListCells, ListKey } from '../content/listColumns.ts'
import type { Cell, Table } from '../content/table.ts'
import { type Writing, written } from '../content/writing.ts'
import { type Paper, PICTURES } from '../exportFormats.ts'
import { typeset } from './typeset.ts'

/** A document of the report as accessible PDF. */
export function renderPdf(writing: Writing, report: SessionReport, paper: Paper): Uint8Array {
  const drawings = Object.fromEntries(PICTURES.map((picture) => [`${picture}.svg`, pictureSvg(writing, report, picture)]))
  return typeset('report.typ', pdfData(writing, report, paper), drawings)
}

/** Everything the template shows, as text. */
function pdfData(writing: Writing, report: SessionReport, paper: Paper): unknown {
  const { t, locale } = writing
  const { sections, ...document } = reportDocument(writing, report, paper)
  return {
    ...document,
    language: locale,
    region: locale === 'de' ? 'de' : 'gb',
    page_of: t.pageOf,
    star: t.legend.star,
    columns: t.columns,
    parts: partsOf(sections).map(({ landscape, a3, sections: inPart }) => ({
      landscape,
      paper: a3 ? 'a3' : 'a4',
      sections: inPart.map(({ heading, newPage, blocks }) => ({
        heading,
        new_page: newPage ?? false,
        blocks: blocks.map((block) => pdfBlock(writing, block)),
      })),
    })),
  }
}

type Figuring = Pick<Writing, 'figures'>

/** A block as the templates read it. */
export function pdfBlock(writing: Figuring, block: Block): unknown {
  if (block.kind === 'table') return { kind: 'table', table: pdfTable(writing, block.table) }
  if (block.kind === 'fullList') return { kind: 'fullList', rows: block.rows.map((cells) => pdfCells(writing, cells)) }
  return block
}

function pdfTable(writing: Figuring, { columns, rows, sum, roomy = false }: Table): unknown {
  return {
    roomy,
    columns: columns.map(({ title, width, align }) => ({ title, width, align: align ?? 'left' })),
    rows: rows.map((row) => row.map((cell) => pdfCell(writing, cell))),
    sum: sum?.map((cell) => pdfCell(writing, cell)) ?? null,
  }
}

function pdfCells(writing: Figuring, cells: ListCells): unknown {
  return Object.fromEntries((Object.keys(cells) as ListKey[]).map((key) => [key, pdfCell(writing, cells[key])]))
}

function pdfCell(writing: Figuring, cell: Cell): unknown {
  return { text: written(writing, cell), strong: cell.strong ?? false }
}
