import { strToU8, zipSync } from 'fflate'
import { DOCUMENTS_OF, EXPORT_FORMATS, type ExportDocument, type ExportFormat } from '../exportFormats.ts'
import { type ExportOrder, renderExport } from '../renderExport.ts'
import { textsIn } from '../texts/texts.ts'

/** Every document in every format in one archive, under the names they would have had alone, with a page that says what is what. */
export async function renderZip({ report, locale, sessionFile }: ExportOrder): Promise<Uint8Array> {
  const { archive } = textsIn(locale).documents
  const files: Record<string, Uint8Array> = {}
  const lines: string[] = []
  const add = (name: string, content: string | Uint8Array, about: string) => {
    files[name] = typeof content === 'string' ? strToU8(content) : content
    lines.push(`${name}\r\n    ${about}`)
  }
  for (const { format, document } of contentsOfArchive()) {
    const { content, fileName } = await renderExport({ format, document, report, locale })
    add(fileName, content, archive.about(format, document))
  }
  if (sessionFile) add(sessionFile.name, sessionFile.content, archive.sessionFile)
  files[archive.readmeName] = strToU8(`\ufeff${archive.readme(report.title, lines.join('\r\n'), sessionFile !== undefined)}`)
  return zipSync(files)
}

/** What the archive holds: all there is but the archive itself. */
export function contentsOfArchive(): readonly { readonly format: ExportFormat; readonly document: ExportDocument }[] {
  return EXPORT_FORMATS.filter((format) => format !== 'zip').flatMap((format) => DOCUMENTS_OF[format].map((document) => ({ format, document })))
}
