import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { report } from '../../rules/report.ts'
import type { ReportRow, SessionReport } from '../../rules/sessionReport.ts'
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
    const workshop = { title: 'Ämterklausur zur Fortschreibung des INSEK', openedAt: Date.UTC(2026, 10, 24, 8), closedAt: Date.UTC(2026, 10, 24, 12) }
    const lines = Object.entries({ ...playedReport(), ...workshop }).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    writeFileSync(FILE, `{\n${lines.join(',\n')}\n}\n`)
  }
  return JSON.parse(readFileSync(FILE, 'utf8')) as SessionReport
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
