import { perObject } from '../../rules/memo.ts'
import type { Locale } from '../../rules/scenario/text.ts'
import type { SessionReport } from '../../rules/sessionReport.ts'
import { cleanTexts } from './cleanTexts.ts'
import { type Writing, writingIn } from './content/writing.ts'
import { CONTENT_TYPES, type ExportDocument, type ExportFormat, type Paper, type Picture, type RenderedExport } from './exportFormats.ts'
import { fileName } from './fileName.ts'

/** What a file is made of. */
export interface ExportOrder {
  readonly format: ExportFormat
  readonly document: ExportDocument
  readonly report: SessionReport
  readonly locale: Locale
  /** the log, for an archive that shall hold it */
  readonly sessionFile?: { readonly name: string; readonly content: string }
}

type Content = string | Uint8Array
type Render = (order: ExportOrder) => Promise<Content>

/** A format for people: in one language, and without anything that cannot be read. */
function written<D extends ExportDocument>(render: (writing: Writing, report: SessionReport, document: D) => Content | Promise<Content>): Render {
  return async ({ report, locale, document }) => {
    const readable = readableOf(report)
    return render(writingIn(locale, readable), readable, document as D)
  }
}

/** The report without anything that cannot be read; the same one for every file that is made of a report. */
const readableOf = perObject((report: SessionReport): SessionReport => cleanTexts(report))

/** Loaded when asked for: most exports do not need the libraries of the others. */
const RENDERERS: Readonly<Record<ExportFormat, () => Promise<Render>>> = {
  docx: async () => written<Paper>((await import('./formats/docx.ts')).renderDocx),
  xlsx: async () => written((await import('./formats/xlsx.ts')).renderXlsx),
  csv: async () => written((await import('./formats/csv.ts')).renderCsv),
  pdf: async () => written<Paper>((await import('./formats/pdf.ts')).renderPdf),
  png: async () => {
    const { picturePng } = await import('./charts/pictureSvg.ts')
    return written<Picture>((writing, report, picture) => picturePng(writing, report, picture).png)
  },
  svg: async () => written<Picture>((await import('./charts/pictureSvg.ts')).pictureSvg),
  geojson: async () => written((await import('./formats/geojson.ts')).renderGeojson),
  pb: async () => written((await import('./formats/pabulib.ts')).renderPabulib),
  zip: async () => (await import('./formats/zip.ts')).renderZip,
  json: async () => {
    const { renderJson } = await import('./formats/json.ts')
    return async ({ report }) => renderJson(report)
  },
}

/** Makes a file of what a session came to. Office files carry the time at which they were made. May take a good part of a second. */
export async function renderExport(order: ExportOrder): Promise<RenderedExport> {
  const { format, document, report, locale } = order
  const render = await RENDERERS[format]()
  return { content: await render(order), contentType: CONTENT_TYPES[format], fileName: fileName(format, document, report, locale) }
}
