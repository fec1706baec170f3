import type { SessionReport } from '../../../rules/sessionReport.ts'
import { heading, paragraph, type Section } from './blocks.ts'
import { decisionsSection } from './decisions.ts'
import { fundingSection } from './funding.ts'
import { headFacts, headNotes } from './head.ts'
import { interactionsSection } from './interactions.ts'
import { listCells } from './listColumns.ts'
import { legendSection, methodBlocks, reasonsSection, shortSection } from './listSections.ts'
import { spaceSection } from './space.ts'
import { reflectionSection, transferSection, valueSection } from './workshop.ts'
import type { Writing } from './writing.ts'

/** What a paginated file says, whatever its format: head, foot, and sections of paragraphs and tables. */
export interface ReportDocument {
  readonly title: string
  readonly subtitle: string
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly notes: readonly string[]
  /** stands on every page */
  readonly head: string
  readonly foot: string
  readonly sections: readonly Section[]
}

export function reportDocument(writing: Writing, report: SessionReport): ReportDocument {
  const { t, figures } = writing
  const { municipality } = report.scenario
  return {
    title: t.listTitle,
    subtitle: report.title,
    facts: headFacts(writing, report),
    notes: headNotes(writing, report),
    head: `${municipality} · ${report.title} · ${figures.date(report.openedAt)}`,
    foot: t.foot,
    sections: [
      { id: 'short', heading: t.short.heading, blocks: [...shortSection(writing, report), heading(t.method.heading), ...methodBlocks(writing, report)] },
      {
        id: 'full',
        heading: t.full.heading,
        landscape: true,
        blocks:
          report.list.length === 0 ? [paragraph(t.short.empty)] : [{ kind: 'fullList', rows: report.list.map((row) => listCells(writing, row, report.scale)) }],
      },
      legendSection(writing, report),
      reasonsSection(writing, report),
      interactionsSection(writing, report),
      spaceSection(writing, report),
      fundingSection(writing, report),
      decisionsSection(writing, report),
      ...valueSection(writing, report),
      ...reflectionSection(writing, report),
      transferSection(writing, report),
    ],
  }
}

/** Neighbours that lie the same way share their pages. */
export function byOrientation(sections: readonly Section[]): readonly { readonly landscape: boolean; readonly sections: readonly Section[] }[] {
  const parts: { landscape: boolean; sections: Section[] }[] = []
  for (const section of sections) {
    const landscape = section.landscape ?? false
    const last = parts.at(-1)
    if (last?.landscape === landscape) last.sections.push(section)
    else parts.push({ landscape, sections: [section] })
  }
  return parts
}
