import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { report } from '../../rules/report.ts'
import type { Locale } from '../../rules/scenario/text.ts'
import type { ReportRow, SessionReport } from '../../rules/sessionReport.ts'
import { DOCUMENTS_OF, type ExportDocument, type ExportFormat, type RenderedExport } from '../../server/exports/exportFormats.ts'
import { renderExport } from '../../server/exports/renderExport.ts'
import { playWithBots } from '../helpers/playWithBots.ts'
import { shippedScenarios } from '../helpers/shippedScenarios.ts'

const FILE = join(import.meta.dirname, 'golden/report.json')

/** What bots came to in a session of Muldenau, now. */
export function playedReport(): SessionReport {
  const muldenau = shippedScenarios().find(({ name }) => name === 'muldenau compact')
  if (!muldenau) throw new Error('Muldenau has its compact variant')
  return report(playWithBots(muldenau.scenario, 1).state)
}

/**
 * The report from which the golden files are made: played once by bots and kept, so that rules, bots and scenarios can change
 * without a word of the exports changing. `UPDATE_GOLDEN=1` records it anew, for when the shape of a report has changed.
 */
export function recordedReport(): SessionReport {
  if (process.env.UPDATE_GOLDEN) {
    const lines = Object.entries(asWorkshop(playedReport())).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    writeFileSync(FILE, `{\n${lines.join(',\n')}\n}\n`)
  }
  return JSON.parse(readFileSync(FILE, 'utf8')) as SessionReport
}

/** As if people had played it on a morning: bots need no time, and are not at the table. */
function asWorkshop(played: SessionReport): SessionReport {
  const openedAt = Date.UTC(2026, 10, 24, 8)
  let minutes = 0
  const course = played.course.map((phase) => {
    const startedAt = openedAt + minutes * 60_000
    minutes += phase.minutes + (phase.minutes > 5 ? 2 : 0)
    return { ...phase, startedAt }
  })
  const offices = played.offices.map((office, index) => ({ ...office, bot: index === played.offices.length - 1 }))
  const resolutions = played.resolutions.map((resolution) => ({ ...resolution, at: openedAt }))
  return { ...played, title: 'Ämterklausur zur Fortschreibung des INSEK', openedAt, closedAt: openedAt + minutes * 60_000, course, offices, resolutions }
}

/** A file of a report; without a document, the one that comes unless another is asked for. */
export function exported(
  format: ExportFormat,
  base: SessionReport,
  locale: Locale,
  document: ExportDocument = DOCUMENTS_OF[format][0],
): Promise<RenderedExport> {
  return renderExport({ format, document, report: base, locale })
}

/** The same with a list of this many measures. */
export function withMeasures(base: SessionReport, count: number): SessionReport {
  const list = Array.from({ length: count }, (_, index): ReportRow => {
    const row = base.list[index % base.list.length]
    if (!row) throw new Error('a list to copy from')
    return { ...row, rank: index + 1, measureId: `${row.measureId}-${index}`, code: `${row.code.slice(0, 1)}${String(index + 1).padStart(2, '0')}` }
  })
  return { ...base, list }
}

/** Everything that somebody types is one of these texts, in turn. */
export function withTexts(base: SessionReport, ...texts: readonly string[]): SessionReport {
  let typed = 0
  const next = () => texts[typed++ % texts.length] ?? ''
  return {
    ...base,
    title: next(),
    list: base.list.map((row) => ({ ...row, title: next(), rationale: next(), nextStep: next() })),
    procedure: { ...base.procedure, procedure: 'negotiated', procedureReason: next() },
    resolutions: base.resolutions.map((resolution) => ({ ...resolution, reasons: [next()] })),
    synergies: base.synergies.map((reference) => ({ ...reference, reason: next() })),
    conflicts: base.conflicts.map((reference) => ({ ...reference, reason: next(), settlementReason: next() })),
    unsettledConflicts: base.conflicts.map((reference) => ({ ...reference, reason: next(), settlementReason: '' })),
    focusAreas: base.focusAreas.map((area) => ({ ...area, reason: next() })),
    transferCards: base.transferCards.map((card) => ({ ...card, text: next() })),
    answers: base.answers.map(({ question, texts: given }) => ({ question, texts: given.map(next) })),
  }
}
