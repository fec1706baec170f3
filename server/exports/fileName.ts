import type { Locale } from '../../rules/scenario/text.ts'
import type { SessionReport } from '../../rules/sessionReport.ts'
import type { ExportDocument, ExportFormat } from './exportFormats.ts'
import { isoDate } from './figures.ts'
import { textsIn } from './texts/texts.ts'

/** Prioritätenliste_Muldenau_2026-11-24.docx, Karte_Muldenau_2026-11-24.png: no character that a file system or a header of HTTP would stumble over. */
export function fileName(format: ExportFormat, document: ExportDocument, { scenario, openedAt }: SessionReport, locale: Locale): string {
  return `${[textsIn(locale).documents.fileNames[document], townName(scenario.municipality), isoDate(openedAt)].filter(Boolean).join('_')}.${format}`
}

/** A name as part of a file name: letters and digits only. */
export function townName(municipality: string): string {
  return municipality
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
