import type { ReportReference, ReportRow, SessionReport } from '../../../rules/sessionReport.ts'
import { digitsOf, spacedCode } from '../figures.ts'
import { bullets, facts, heading, paragraph, type Section, tableOr } from './blocks.ts'
import { listCells, titleOf } from './listColumns.ts'
import { payersOf, statusOf } from './measureTable.ts'
import { rankReason } from './rankReason.ts'
import { number, type Table, text } from './table.ts'
import { type Writing, written } from './writing.ts'

/** One page per measure, in the order of the list, behind a list of all. */
export function measureSections(writing: Writing, report: SessionReport): readonly Section[] {
  return [overviewSection(writing, report), ...report.list.map((row) => measureSection(writing, report, row))]
}

function overviewSection(writing: Writing, { list, scale }: SessionReport): Section {
  const { t, say } = writing
  const overview: Table = {
    columns: [
      { title: t.columns.rank, width: 8, align: 'right' },
      { title: t.columns.code, width: 9 },
      { title: t.columns.title, width: 52 },
      { title: t.columns.leadDepartment, width: 32 },
      { title: t.columns.priority, width: 14 },
    ],
    rows: list.map((row) => {
      const { rank, code, title, priority } = listCells(writing, row, scale)
      return [rank, code, title, text(say(row.leadDepartment)), priority]
    }),
  }
  return { id: 'overview', heading: t.documents.sheet.overview, blocks: [tableOr(overview, t.short.empty)] }
}

function measureSection(writing: Writing, report: SessionReport, row: ReportRow): Section {
  const { t, say, figures } = writing
  const cells = listCells(writing, row, report.scale)
  const read = (cell: (typeof cells)[keyof typeof cells]) => written(writing, cell)
  const { labels } = t.documents.sheet
  const summary = say(row.summary)
  return {
    id: 'measure',
    heading: `${spacedCode(row.code)} ${titleOf(writing, row)}`,
    newPage: true,
    blocks: [
      ...(summary ? [paragraph(summary)] : []),
      facts([
        [labels.rank, t.documents.sheet.rank(row.rank, report.list.length, read(cells.priority))],
        [t.measures.columns.status, statusOf(writing, row)],
        [t.columns.fieldOfAction, read(cells.fieldOfAction)],
        [t.columns.leadDepartment, read(cells.leadDepartment)],
        [t.columns.involvedDepartments, read(cells.involvedDepartments)],
        [t.columns.spatialReference, read(cells.spatialReference)],
        [t.columns.timeHorizon, read(cells.timeHorizon)],
        [t.columns.nextStep, read(cells.nextStep)],
      ]),
      heading(t.documents.sheet.money),
      facts([
        [t.columns.estimatedCost, read(cells.estimatedCost)],
        [t.measures.columns.savings, row.savings > 0 ? figures.thousands(row.savings) : t.none],
        [t.measures.columns.grant, grantOf(writing, row, read(cells.fundingRate))],
        [t.columns.ownContribution, read(cells.ownContribution)],
        [t.measures.columns.payers, payersOf(writing, row) || t.none],
        [t.columns.followUpCosts, read(cells.followUpCosts)],
        [t.measures.columns.staff, figures.number(row.staff)],
      ]),
      heading(t.documents.sheet.goals),
      tableOr(effectTable(writing, row), t.documents.sheet.noGoals),
      heading(t.documents.sheet.interactions),
      interactionList(writing, report, row),
      heading(t.documents.sheet.why),
      paragraph(`${t.reasons.columns.because}: ${rankReason(writing, row)}.`),
      ...(read(cells.rationale) === t.none ? [] : [paragraph(read(cells.rationale))]),
    ],
  }
}

function grantOf({ t, say, figures }: Writing, { grant, fundingProgramme }: ReportRow, rate: string): string {
  if (!fundingProgramme) return t.none
  const name = say(fundingProgramme.name)
  return grant === 0 ? t.noGrantYet(name) : t.documents.sheet.grant(figures.thousands(grant), name, rate)
}

function effectTable({ t, say, figures }: Writing, { goalReferences }: ReportRow): Table {
  return {
    columns: [
      { title: t.goals.columns.goal, width: 80 },
      { title: t.documents.sheet.points, width: 20, align: 'right' },
    ],
    rows: goalReferences.map(({ goalId, name, points }) => [
      text(`${spacedCode(goalId)} ${say(name)}`),
      points > 0 ? text(figures.signed(points)) : number(points, digitsOf(points)),
    ]),
  }
}

/** Partners with what connects them, the helpful ones first. */
function interactionList(writing: Writing, { list, synergies, conflicts }: SessionReport, { measureId }: ReportRow) {
  const { t } = writing
  const titles = new Map(list.map((row) => [row.measureId, titleOf(writing, row)]))
  const line = (sign: string, reference: ReportReference) => {
    const partner = reference.a.measureId === measureId ? reference.b : reference.a
    const way = reference.way === '' ? t.open : t.ways[reference.way]
    const said = [reference.reason, sign === '×' ? way : '', reference.settlementReason === reference.reason ? '' : reference.settlementReason].filter(Boolean)
    return `${sign} ${spacedCode(partner.code)} ${titles.get(partner.measureId) ?? ''}${said.length > 0 ? `: ${said.join(' – ')}` : ''}`
  }
  const concerns = ({ a, b }: ReportReference) => a.measureId === measureId || b.measureId === measureId
  const lines = [...synergies.filter(concerns).map((each) => line('↔', each)), ...conflicts.filter(concerns).map((each) => line('×', each))]
  return lines.length > 0 ? bullets(lines) : paragraph(t.documents.sheet.noInteractions)
}
