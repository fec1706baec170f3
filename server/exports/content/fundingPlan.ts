import { entry } from '../../../rules/ids.ts'
import { POT } from '../../../rules/session.ts'
import type { ReportRound, SessionReport } from '../../../rules/sessionReport.ts'
import { savingsOf } from '../charts/fundingChart.ts'
import { total } from './listColumns.ts'
import { strong, type Table, text } from './table.ts'
import type { Writing } from './writing.ts'

/** Years side by side: what is adopted in each, who pays it, and what earlier years cost on [B7]. */
export function fundingPlan(writing: Writing, report: SessionReport): Table {
  const { t, say, office, money } = writing
  const { plan } = t.documents
  const { rounds, offices } = report
  const line = (name: string, of: (round: ReportRound) => number, isSum = false) => {
    const cells = [...rounds.map((round) => of(round)), total(rounds, of)].map((amount) => ({ ...money(amount), strong: isSum }))
    return [isSum ? strong(name) : text(name), ...cells]
  }
  const programmes = new Map(rounds.flatMap(({ byProgramme }) => byProgramme.map(({ programmeId, name }) => [programmeId, name] as const)))
  const accounts = [...offices.map(({ teamId }) => teamId), POT].filter((account) => rounds.some(({ paidBy }) => (entry(paidBy, account)?.funds ?? 0) > 0))
  return {
    columns: [
      { title: plan.line, width: 52 },
      ...rounds.map(({ round }) => ({ title: plan.year(round), width: 16, align: 'right' as const })),
      { title: t.sum, width: 16, align: 'right' },
    ],
    rows: [
      line(plan.costs, ({ totalCost }) => totalCost, true),
      line(plan.savings, savingsOf),
      ...[...programmes].map(([id, name]) =>
        line(plan.grant(say(name)), ({ byProgramme }) => byProgramme.find(({ programmeId }) => programmeId === id)?.grant ?? 0),
      ),
      ...accounts.map((account) => line(plan.own(office(account)), ({ paidBy }) => entry(paidBy, account)?.funds ?? 0)),
      line(plan.ownSum, ({ ownContribution }) => ownContribution, true),
      line(plan.followUp, ({ round }) => followUpIn(report, round)),
    ],
  }
}

/** What measures of earlier years cost in this one; what they return is taken off. */
function followUpIn({ list }: SessionReport, year: number): number {
  return total(
    list.filter(({ status, adoptedRound }) => status === 'adopted' && adoptedRound < year),
    ({ followUpCosts }) => followUpCosts,
  )
}
