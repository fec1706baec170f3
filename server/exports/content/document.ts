import type { SessionReport } from '../../../rules/sessionReport.ts'
import { budgetAlt } from '../charts/budgetChart.ts'
import type { Paper } from '../exportFormats.ts'
import { type Block, type Fact, heading, paragraph, picture, type Section, table } from './blocks.ts'
import { courseSection } from './course.ts'
import { decisionsSection } from './decisions.ts'
import { fundingSection } from './funding.ts'
import { headFacts, headNotes } from './head.ts'
import { interactionsSection, matrixSection } from './interactions.ts'
import { fullList, listCells } from './listColumns.ts'
import { goalTable, legendSection, methodBlocks, reasonsSection, shortSection } from './listSections.ts'
import { measureSections } from './measureSheets.ts'
import { questionsSection } from './openQuestions.ts'
import { scenarioSection, workshopSection } from './profiles.ts'
import { spaceSection } from './space.ts'
import { reflectionSection, transferSection, valueSection } from './workshop.ts'
import type { Writing } from './writing.ts'

/** What a paginated file says, whatever its format: head, foot, and sections of paragraphs and tables. */
export interface ReportDocument {
  readonly title: string
  readonly subtitle: string
  readonly facts: readonly Fact[]
  readonly notes: readonly string[]
  /** stands on every page */
  readonly head: string
  readonly foot: string
  readonly sections: readonly Section[]
}

const SECTIONS: Readonly<Record<Paper, (writing: Writing, report: SessionReport) => readonly Section[]>> = {
  list: listSections,
  listA3: (writing, report) => [wideSection(writing, report), ...annexes(writing, report)],
  short: (writing, report) => [glanceSection(writing, report), legendSection(writing)],
  documentation: documentationSections,
  measures: measureSections,
}

/** A document for paper, from head to foot. */
export function reportDocument(writing: Writing, report: SessionReport, paper: Paper): ReportDocument {
  const { t, figures } = writing
  const { municipality } = report.scenario
  return {
    title: t.documents.titles[paper],
    subtitle: report.title,
    // The documentation has a page of facts of its own.
    facts: paper === 'documentation' ? [] : headFacts(writing, report),
    notes: headNotes(writing, report),
    head: `${municipality} · ${report.title} · ${figures.date(report.openedAt)}`,
    foot: t.foot,
    sections: SECTIONS[paper](writing, report),
  }
}

function listSections(writing: Writing, report: SessionReport): readonly Section[] {
  return [fullSection(writing, report), ...annexes(writing, report)]
}

/** What belongs to a list that goes to a council: how it came about, why, where, and what is open. */
function annexes(writing: Writing, report: SessionReport): readonly Section[] {
  return [
    methodSection(writing, report),
    legendSection(writing),
    reasonsSection(writing, report),
    spaceSection(writing, report),
    interactionsSection(writing, report),
    ...matrixSection(writing, report),
  ]
}

/** The whole workshop, in the order in which somebody reads who was not there. */
function documentationSections(writing: Writing, report: SessionReport): readonly Section[] {
  return [
    scenarioSection(writing, report),
    workshopSection(writing, report),
    courseSection(writing, report),
    decisionsSection(writing, report),
    glanceSection(writing, report),
    methodSection(writing, report),
    reasonsSection(writing, report),
    spaceSection(writing, report),
    interactionsSection(writing, report),
    ...matrixSection(writing, report),
    fundingSection(writing, report),
    ...valueSection(writing, report),
    ...reflectionSection(writing, report),
    transferSection(writing, report),
    questionsSection(writing, report),
    legendSection(writing),
    fullSection(writing, report),
  ]
}

function glanceSection(writing: Writing, report: SessionReport): Section {
  return { id: 'short', heading: writing.t.short.heading, blocks: shortSection(writing, report) }
}

function methodSection(writing: Writing, report: SessionReport): Section {
  const { t } = writing
  return {
    id: 'method',
    heading: t.method.heading,
    blocks: [...methodBlocks(writing, report), ...budgetPicture(writing, report), heading(t.goals.heading), table(goalTable(writing, report))],
  }
}

/** Nothing to draw before anything is proposed. */
function budgetPicture(writing: Writing, report: SessionReport): readonly Block[] {
  return report.list.length > 0 ? [picture('budget', budgetAlt(writing, report))] : []
}

function fullSection(writing: Writing, { list, scale }: SessionReport): Section {
  const { t } = writing
  const rows = list.map((row) => listCells(writing, row, scale))
  return { id: 'full', heading: t.full.heading, landscape: true, blocks: rows.length === 0 ? [paragraph(t.short.empty)] : [{ kind: 'fullList', rows }] }
}

/** Each measure on one line, as wide as A3. */
function wideSection(writing: Writing, report: SessionReport): Section {
  const { t } = writing
  const blocks = report.list.length === 0 ? [paragraph(t.short.empty)] : [table(fullList(writing, report))]
  return { id: 'full', heading: t.full.heading, landscape: true, a3: true, blocks }
}

/** Neighbours on paper of the same size that lies the same way share their pages. */
export interface Part {
  readonly landscape: boolean
  readonly a3: boolean
  readonly sections: readonly Section[]
}

export function partsOf(sections: readonly Section[]): readonly Part[] {
  const parts: { landscape: boolean; a3: boolean; sections: Section[] }[] = []
  for (const section of sections) {
    const { landscape = false, a3 = false } = section
    const last = parts.at(-1)
    if (last?.landscape === landscape && last.a3 === a3) last.sections.push(section)
    else parts.push({ landscape, a3, sections: [section] })
  }
  return parts
}
