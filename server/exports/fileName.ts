import type { Locale } from '../../rules/scenario/text.ts'
import type { SessionReport } from '../../rules/sessionReport.ts'
import type { ExportFormat } from './exportFormats.ts'
import { isoDate } from './figures.ts'
import { textsIn } from './texts/texts.ts'

const MAPS: ReadonlySet<ExportFormat> = new Set(['png', 'geojson'])

/** Prioritätenliste_Muldenau_2026-11-24.docx, Karte_Muldenau_2026-11-24.png: no character that a file system or a header of HTTP would stumble over. */
export function fileName(format: ExportFormat, { scenario, openedAt }: SessionReport, locale: Locale): string {
  const town = scenario.municipality
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return `${[textsIn(locale).fileNames[MAPS.has(format) ? 'map' : 'list'], town, isoDate(openedAt)].filter(Boolean).join('_')}.${format}`
}
