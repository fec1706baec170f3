import type { SessionReport } from '../../../rules/sessionReport.ts'
import { headedBullets, heading, paragraph, type Section, tableOr } from './blocks.ts'
import { openConflict } from './interactions.ts'
import { number, type Table, text } from './table.ts'
import type { Writing } from './writing.ts'

/** What the table decided, and why: the packages, the procedure, focus areas, ways to settle conflicts. Votes are counts; whose they were is not known here. */
export function decisionsSection(writing: Writing, report: SessionReport): Section {
  const { t, say, office } = writing
  const { procedure, procedureReason } = report.procedure
  const areas = report.focusAreas.map((area) => t.documents.decisions.area(say(area.name), t.space.status[area.status], office(area.proposedBy), area.reason))
  const settled = report.conflicts.filter(({ way }) => way !== '').map((reference) => openConflict(writing, reference))
  return {
    id: 'decisions',
    heading: t.documents.decisions.heading,
    blocks: [
      heading(t.decisions.resolutions),
      tableOr(resolutionTable(writing, report), t.decisions.noResolutions),
      heading(t.documents.decisions.procedure),
      paragraph(t.documents.decisions.chosen(t.method.names[procedure], procedureReason)),
      ...headedBullets(t.space.heading, areas),
      ...headedBullets(t.documents.decisions.settled, settled),
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
