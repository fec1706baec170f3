import type { SessionReport } from '../../../rules/sessionReport.ts'
import { bullets, heading, type Section, tableOr } from './blocks.ts'
import { number, type Table, text } from './table.ts'
import type { Writing } from './writing.ts'

/** What the table decided, and what befell it. Votes are counts; whose they were is not known here. */
export function decisionsSection(writing: Writing, report: SessionReport): Section {
  const { t, say, office, figures } = writing
  const { incidents, shortfalls } = report
  const played = incidents.map(({ round, title, text: words }) => t.decisions.incident(round, say(title), say(words)))
  const missing = shortfalls.map(({ account, round, funds, staff, settled }) =>
    t.decisions.shortfall(office(account), round, figures.thousands(funds), staff, settled ? t.decisions.settled : t.decisions.unsettled),
  )
  return {
    id: 'decisions',
    heading: t.decisions.heading,
    blocks: [
      heading(t.decisions.resolutions),
      tableOr(resolutionTable(writing, report), t.decisions.noResolutions),
      ...(played.length > 0 ? [heading(t.decisions.incidents), bullets(played)] : []),
      ...(missing.length > 0 ? [heading(t.decisions.shortfalls), bullets(missing)] : []),
    ],
  }
}

export function resolutionTable({ t, codes, figures, orNone }: Writing, { resolutions }: SessionReport): Table {
  const { round, result, votes, codes: measures, reasons } = t.decisions.columns
  return {
    columns: [
      { title: round, width: 9, align: 'right' },
      { title: result, width: 18 },
      { title: votes, width: 22 },
      { title: measures, width: 34 },
      { title: reasons, width: 40 },
    ],
    rows: resolutions.map((resolution) => [
      number(resolution.round),
      text(resolution.adopted ? t.decisions.adopted : t.decisions.rejected),
      text([resolution.yes, resolution.reservations, resolution.no].map((count) => figures.number(count)).join(' / ')),
      text(codes(resolution.codes)),
      orNone(resolution.reasons.map(t.quoted).join(' ')),
    ]),
  }
}
