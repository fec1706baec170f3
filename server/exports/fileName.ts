import type { Locale } from '../../rules/scenario/text.ts'
import type { SessionReport } from '../../rules/sessionReport.ts'
import { isoDate } from './figures.ts'
import { textsIn } from './texts/texts.ts'

/** Prioritätenliste_Muldenau_2026-11-24.docx: no character that a file system or a header of HTTP would stumble over. */
export function fileName(extension: string, { scenario, openedAt }: SessionReport, locale: Locale): string {
  const town = scenario.municipality
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return `${[textsIn(locale).fileName, town, isoDate(openedAt)].filter(Boolean).join('_')}.${extension}`
}
