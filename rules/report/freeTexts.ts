import type { LocalText } from '../scenario/text.ts'
import type { TextEdit } from '../session.ts'
import type { ReportReference, ReportRow, SessionReport } from '../sessionReport.ts'

/** What kind of text somebody wrote, for those who look through them before they leave the room. */
export const FREE_TEXT_KINDS = [
  'rationale',
  'ownMeasure',
  'fieldOfAction',
  'procedure',
  'resolution',
  'crossReference',
  'settlement',
  'focusArea',
  'answer',
  'transferCard',
] as const
export type FreeTextKind = (typeof FREE_TEXT_KINDS)[number]

/** Gives each free text back as it shall be read. `about`: code of the measure, codes of the pair, the area, the question; empty where it is about all. */
type Change = (text: string, kind: FreeTextKind, about: LocalText) => string

/**
 * The report with every text that people of the workshop wrote as `change` wants it. Who adds a free text to the report adds it here:
 * only what goes through here can be held back from exports [S8].
 */
export function withFreeTexts(report: SessionReport, change: Change): SessionReport {
  const changed = (text: string, kind: FreeTextKind, about: LocalText) => (text === '' ? '' : change(text, kind, about))
  const reference = (each: ReportReference): ReportReference => {
    const pair = `${each.a.code} – ${each.b.code}`
    return {
      ...each,
      reason: each.revealed ? each.reason : changed(each.reason, 'crossReference', pair),
      settlementReason: changed(each.settlementReason, 'settlement', pair),
    }
  }
  return {
    ...report,
    list: report.list.map((row) => ({ ...withOwnTexts(row, changed), rationale: changed(row.rationale, 'rationale', row.code) })),
    procedure: { ...report.procedure, procedureReason: changed(report.procedure.procedureReason, 'procedure', '') },
    resolutions: report.resolutions.map((resolution) => ({
      ...resolution,
      reasons: resolution.reasons.map((reason) => changed(reason, 'resolution', '')).filter(Boolean),
    })),
    synergies: report.synergies.map(reference),
    conflicts: report.conflicts.map(reference),
    unsettledConflicts: report.unsettledConflicts.map(reference),
    focusAreas: report.focusAreas.map((area) => ({ ...area, reason: changed(area.reason, 'focusArea', area.name) })),
    transferCards: report.transferCards.map((card) => ({ ...card, text: changed(card.text, 'transferCard', '') })).filter(({ text }) => text !== ''),
    answers: report.answers.map(({ question, texts }) => ({
      question,
      texts: texts.map((text) => changed(text, 'answer', question)).filter(Boolean),
    })),
  }
}

/** A measure that a team wrote itself has a title and a field of action of its own words [M3]. */
function withOwnTexts(row: ReportRow, change: Change): ReportRow {
  if (!row.ownMeasure || typeof row.title !== 'string' || typeof row.fieldOfAction !== 'string') return row
  return { ...row, title: change(row.title, 'ownMeasure', row.code), fieldOfAction: change(row.fieldOfAction, 'fieldOfAction', row.code) }
}

/** [S8] A text as it leaves the room: what the facilitator made of it, or as it was written. */
export function edited(original: string, edits: readonly TextEdit[]): string {
  return edits.find((edit) => edit.original === original)?.text ?? original
}
