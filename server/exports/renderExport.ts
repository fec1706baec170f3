import type { Locale } from '../../rules/scenario/text.ts'
import type { SessionReport } from '../../rules/sessionReport.ts'
import { cleanTexts } from './cleanTexts.ts'
import { type Writing, writingIn } from './content/writing.ts'
import { CONTENT_TYPES, EXPORT_FORMATS, type ExportFormat, type RenderedExport } from './exportFormats.ts'
import { fileName } from './fileName.ts'

type Content = string | Uint8Array
type Render = (report: SessionReport, locale: Locale) => Promise<Content>

/** A format for people: in one language, and without anything that cannot be read. */
function written(render: (writing: Writing, report: SessionReport) => Content | Promise<Content>): Render {
  return async (report, locale) => {
    const readable = cleanTexts(report)
    return render(writingIn(locale, readable), readable)
  }
}

/** Loaded when asked for: most exports do not need the libraries of the others. */
const RENDERERS: Readonly<Record<ExportFormat, () => Promise<Render>>> = {
  docx: async () => written((await import('./formats/docx.ts')).renderDocx),
  xlsx: async () => written((await import('./formats/xlsx.ts')).renderXlsx),
  csv: async () => written((await import('./formats/csv.ts')).renderCsv),
  pdf: async () => written((await import('./formats/pdf.ts')).renderPdf),
  png: async () => {
    const { mapPng } = await import('./map/mapPng.ts')
    return written((writing, report) => mapPng(writing, report).png)
  },
  geojson: async () => written((await import('./formats/geojson.ts')).renderGeojson),
  pb: async () => written((await import('./formats/pabulib.ts')).renderPabulib),
  zip: async () => renderZip,
  json: async () => {
    const { renderJson } = await import('./formats/json.ts')
    return async (report) => renderJson(report)
  },
}

/** Makes a file of what a session came to. Office files carry the time at which they were made. May take a good part of a second. */
export async function renderExport(format: ExportFormat, report: SessionReport, locale: Locale): Promise<RenderedExport> {
  const render = await RENDERERS[format]()
  return { content: await render(report, locale), contentType: CONTENT_TYPES[format], fileName: fileName(format, report, locale) }
}

/** Every other format in one archive, under the names they would have had alone. */
async function renderZip(report: SessionReport, locale: Locale): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate')
  const files: Record<string, Uint8Array> = {}
  for (const format of EXPORT_FORMATS) {
    if (format === 'zip') continue
    const { content, fileName: name } = await renderExport(format, report, locale)
    files[name] = typeof content === 'string' ? strToU8(content) : content
  }
  return zipSync(files)
}
