import type { ReportRow, SessionReport } from '../../../rules/sessionReport.ts'
import { digitsOf, spacedCode } from '../figures.ts'
import { titleOf } from './listColumns.ts'
import { rankReason } from './rankReason.ts'
import { type Cell, type Column, number, strong, type Table, text } from './table.ts'
import type { Writing } from './writing.ts'

/** How each measure came to its rank, its money and its state: every summand, for those who recompute it. */
export function measureTable(writing: Writing, { list }: SessionReport): Table {
  const { t, money } = writing
  const titles = t.measures.columns
  const wide = (title: string, width: number): Column => ({ title, width })
  const figure = (title: string): Column => ({ title, width: 13, align: 'right' })
  return {
    columns: [
      figure(titles.rank),
      wide(titles.code, 7),
      wide(titles.title, 40),
      wide(titles.status, 22),
      ...[titles.cost, titles.savings, titles.grant, titles.own, titles.cumulated, titles.staff].map(figure),
      ...[titles.score, titles.goalPoints, titles.synergyPoints, titles.conflictPoints, titles.dots, titles.resistance].map(figure),
      wide(t.reasons.columns.because, 34),
      wide(titles.payers, 60),
    ],
    rows: list.map((row) => [
      number(row.rank),
      text(spacedCode(row.code)),
      strong(titleOf(writing, row)),
      text(statusOf(writing, row)),
      ...[row.estimatedCost, row.savings, row.grant, row.ownContribution, row.cumulated].map(money),
      number(row.staff),
      ...[row.score.score, row.score.goalPoints, row.score.synergyPoints, -row.score.conflictPoints].map(fine),
      row.dots === null ? text('') : number(row.dots),
      row.consensus === null ? text('') : fine(row.consensus.mean),
      text(rankReason(writing, row)),
      text(payersOf(writing, row)),
    ]),
  }
}

const fine = (value: number): Cell => number(value, digitsOf(value))

export function statusOf({ t }: Writing, { status, adoptedRound }: ReportRow): string {
  return status === 'adopted' && adoptedRound > 0 ? t.adoptedIn(adoptedRound) : t.status[status]
}

export function payersOf({ t, office, figures }: Writing, { payers }: ReportRow): string {
  return Object.entries(payers)
    .map(([account, { funds, staff }]) => t.measures.payer(office(account), figures.thousands(funds), figures.number(staff)))
    .join('; ')
}
