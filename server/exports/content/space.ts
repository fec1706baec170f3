import type { SessionReport } from '../../../rules/sessionReport.ts'
import { paragraph, picture, type Section, tableOr } from './blocks.ts'
import { strong, type Table, text } from './table.ts'
import type { Writing } from './writing.ts'

/** Focus areas with their reasons, and where nothing happens [R1] [R2]. */
export function spaceSection(writing: Writing, report: SessionReport): Section {
  const { t, say } = writing
  const without = report.districtsWithout.map(say)
  return {
    id: 'space',
    heading: t.space.heading,
    blocks: [
      picture('map', t.map.alt(report.scenario.municipality, report.list.filter(({ place }) => place.kind !== 'municipality').length)),
      tableOr(focusAreaTable(writing, report), t.space.empty),
      paragraph(without.length > 0 ? t.space.without(without.join(', ')) : t.space.allServed),
    ],
  }
}

export function focusAreaTable({ t, say, office, codes }: Writing, { focusAreas }: SessionReport): Table {
  const { area, status, reason, by, measures } = t.space.columns
  return {
    columns: [
      { title: area, width: 24 },
      { title: status, width: 18 },
      { title: reason, width: 40 },
      { title: by, width: 26 },
      { title: measures, width: 26 },
    ],
    rows: focusAreas.map((focus) => [
      strong(say(focus.name)),
      text(t.space.status[focus.status]),
      text(focus.reason),
      text(office(focus.proposedBy)),
      text(codes(focus.codes)),
    ]),
  }
}
