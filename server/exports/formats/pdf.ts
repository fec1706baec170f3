import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { SessionReport } from '../../../rules/sessionReport.ts'
import { pictureSvg } from '../charts/pictureSvg.ts'
import type { Block } from '../content/blocks.ts'
import { partsOf, reportDocument } from '../content/document.ts'
import type { ListCells, ListKey } from '../content/listColumns.ts'
import type { Cell, Table } from '../content/table.ts'
import { type Writing, written } from '../content/writing.ts'
import { type Paper, PICTURES } from '../exportFormats.ts'
import { onlyCovered } from '../fonts/coverage.ts'

const WORKSPACE = fileURLToPath(new URL('.', import.meta.url))
const TEMPLATE = fileURLToPath(new URL('./report.typ', import.meta.url))
const STAR =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M12 1l3.2 7.2 7.8.8-5.9 5.2 1.7 7.8L12 18l-6.8 4 1.7-7.8L1 9l7.800-.8z"/></svg>'

/**
 * The report as PDF/UA-1: with headings, table headers and texts for pictures, so that it can be read without sight.
 * The typesetter refuses what does not hold that promise.
 */
export function renderPdf(writing: Writing, report: SessionReport, paper: Paper): Uint8Array {
  const fonts = ['Regular', 'SemiBold'].map((weight) => readFileSync(new URL(`../fonts/FiraSans-${weight}.ttf`, import.meta.url)))
  const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: fonts }] })
  compiler.mapShadow(`${WORKSPACE}data.json`, Buffer.from(JSON.stringify(pdfData(writing, report, paper))))
  for (const picture of PICTURES) compiler.mapShadow(`${WORKSPACE}${picture}.svg`, Buffer.from(onlyCovered(pictureSvg(writing, report, picture))))
  compiler.mapShadow(`${WORKSPACE}star.svg`, Buffer.from(STAR))
  const compiled = compiler.compile({ mainFilePath: TEMPLATE })
  if (!compiled.result) throw new Error(`typesetting failed: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`)
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(Date.now() / 1000) })
}

/** Everything the template shows, as text. */
function pdfData(writing: Writing, report: SessionReport, paper: Paper): unknown {
  const { t, locale } = writing
  const { sections, pageOf, ...document } = { ...reportDocument(writing, report, paper), pageOf: t.pageOf }
  const data = {
    ...document,
    language: locale,
    region: locale === 'de' ? 'de' : 'gb',
    page_of: pageOf,
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
  return eachText(data, (text) => breakable(onlyCovered(text)))
}

function pdfBlock(writing: Writing, block: Block): unknown {
  if (block.kind === 'table') return { kind: 'table', table: pdfTable(writing, block.table) }
  if (block.kind === 'fullList') return { kind: 'fullList', rows: block.rows.map((cells) => pdfCells(writing, cells)) }
  return block
}

function pdfTable(writing: Writing, { columns, rows, sum }: Table): unknown {
  return {
    columns: columns.map(({ title, width, align }) => ({ title, width, align: align ?? 'left' })),
    rows: rows.map((row) => row.map((cell) => pdfCell(writing, cell))),
    sum: sum?.map((cell) => pdfCell(writing, cell)) ?? null,
  }
}

function pdfCells(writing: Writing, cells: ListCells): unknown {
  return Object.fromEntries((Object.keys(cells) as ListKey[]).map((key) => [key, pdfCell(writing, cells[key])]))
}

function pdfCell(writing: Writing, cell: Cell): unknown {
  return { text: written(writing, cell), strong: cell.strong ?? false }
}

/** Endless words without a place to divide them may break anywhere, so that they stay in their column. */
function breakable(text: string): string {
  return text.replace(/\S{60,}/gu, (word) => word.replace(/(.{12})/gu, '$1\u200b'))
}

function eachText(data: unknown, change: (text: string) => string): unknown {
  if (typeof data === 'string') return change(data)
  if (Array.isArray(data)) return data.map((item) => eachText(item, change))
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, eachText(value, change)]))
}
