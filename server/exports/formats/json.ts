import type { SessionReport } from '../../../rules/sessionReport.ts'
import { REPORT_FORMAT } from '../reportSchema.ts'

/** The whole report for other programs, as its published schema says: texts in every language, whole euro, nothing rounded. The ground of the map is in the GeoJSON file. */
export function renderJson({ town: _ground, ...report }: SessionReport): string {
  return `${JSON.stringify({ ...REPORT_FORMAT, ...report }, null, 2)}\n`
}
