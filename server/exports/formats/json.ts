import type { SessionReport } from '../../../rules/sessionReport.ts'
import { REPORT_FORMAT } from '../reportSchema.ts'

/** The whole report for other programs, as its published schema says: texts in every language, whole euro, nothing rounded. */
export function renderJson(report: SessionReport): string {
  return `${JSON.stringify({ ...REPORT_FORMAT, ...report }, null, 2)}\n`
}
