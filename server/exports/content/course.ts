import type { ReportPhase, SessionReport } from '../../../rules/sessionReport.ts'
import { headedBullets, paragraph, type Section, table } from './blocks.ts'
import { number, type Table, text } from './table.ts'
import type { Writing } from './writing.ts'

const MINUTE_MS = 60_000

/** What happened when: phases with planned and real minutes, then what befell the table. */
export function courseSection(writing: Writing, report: SessionReport): Section {
  const { t, say, figures } = writing
  const played = report.incidents.map(({ round, title, text: words }) => t.decisions.incident(round, say(title), say(words)))
  const missing = report.shortfalls.map(({ account, round, funds, staff, settled }) =>
    t.decisions.shortfall(writing.office(account), round, figures.thousands(funds), staff, settled ? t.decisions.settled : t.decisions.unsettled),
  )
  return {
    id: 'course',
    heading: t.documents.course.heading,
    blocks: [
      table(phaseTable(writing, report)),
      paragraph(t.documents.course.lead),
      ...headedBullets(t.decisions.incidents, played),
      ...headedBullets(t.decisions.shortfalls, missing),
    ],
  }
}

function phaseTable(writing: Writing, report: SessionReport): Table {
  const { t, say, figures } = writing
  const { start, phase, round, planned, real } = t.documents.course.columns
  return {
    columns: [
      { title: start, width: 14 },
      { title: phase, width: 60 },
      { title: round, width: 12, align: 'right' },
      { title: planned, width: 18, align: 'right' },
      { title: real, width: 18, align: 'right' },
    ],
    rows: report.course.map((each, index) => [
      text(figures.time(each.startedAt)),
      text(say(each.title)),
      text(each.round >= 1 && each.round <= report.rounds.length ? figures.number(each.round) : t.none),
      each.minutes > 0 ? number(each.minutes) : text(t.none),
      text(realMinutes(writing, report, each, report.course[index + 1])),
    ]),
  }
}

/** To the next phase, or to the end of the session; the present phase of a session that goes on has none yet. */
function realMinutes({ t, figures }: Writing, { closedAt }: SessionReport, phase: ReportPhase, next: ReportPhase | undefined): string {
  const end = next?.startedAt ?? closedAt
  return end === null ? t.none : figures.number(Math.round((end - phase.startedAt) / MINUTE_MS))
}
