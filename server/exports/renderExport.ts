import type { Locale } from '../../rules/scenario/text.ts'
import type { SessionReport } from '../../rules/sessionReport.ts'
import { cleanTexts } from './cleanTexts.ts'
import { type Writing, writingIn } from './content/writing.ts'
import { type ExportFormat, FORMATS, type RenderedExport } from './exportFormats.ts'
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
  json: async () => {
    const { renderJson } = await import('./formats/json.ts')
    return async (report) => renderJson(report)
  },
}

/** Makes a file of what a session came to. Office files carry the time at which they were made. May take a good part of a second. */
export async function renderExport(format: ExportFormat, report: SessionReport, locale: Locale): Promise<RenderedExport> {
  const { contentType, extension } = FORMATS[format]
  const render = await RENDERERS[format]()
  return { content: await render(report, locale), contentType, fileName: fileName(extension, report, locale) }
}
