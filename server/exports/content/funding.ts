import { entry } from '../../../rules/ids.ts'
import { type Amounts, POT } from '../../../rules/session.ts'
import type { SessionReport } from '../../../rules/sessionReport.ts'
import { fundingAlt } from '../charts/fundingChart.ts'
import { heading, paragraph, picture, type Section, table, tableOr } from './blocks.ts'
import { fundingPlan } from './fundingPlan.ts'
import { total } from './listColumns.ts'
import { number, strong, type Table, text } from './table.ts'
import type { Writing } from './writing.ts'

/** Where the money comes from and who carries it. */
export function fundingSection(writing: Writing, report: SessionReport): Section {
  const { t, figures } = writing
  const { costs, returns } = report.followUpCosts
  return {
    id: 'funding',
    heading: t.funding.heading,
    blocks: [
      picture('funding', fundingAlt(writing, report)),
      heading(t.documents.plan.heading),
      paragraph(t.documents.plan.lead),
      table(fundingPlan(writing, report)),
      heading(t.funding.rounds),
      table(roundTable(writing, report)),
      heading(t.funding.programmes),
      tableOr(programmeTable(writing, report), t.funding.noProgrammes),
      heading(t.funding.payers),
      table(payerTable(writing, report)),
      paragraph(t.funding.followUp(figures.thousands(costs), figures.thousands(returns))),
    ],
  }
}

export function roundTable({ t, money }: Writing, { rounds }: SessionReport): Table {
  const { round, measures, cost, grants, own, staff } = t.funding.columns
  const titles = [round, measures, cost, grants, own, staff]
  return {
    columns: titles.map((title) => ({ title, width: 18, align: 'right' as const })),
    rows: rounds.map((each) => [
      number(each.round),
      number(each.measures),
      money(each.totalCost),
      money(each.grants),
      money(each.ownContribution),
      number(each.staff),
    ]),
    sum: [
      strong(t.sum),
      number(total(rounds, (each) => each.measures)),
      money(total(rounds, (each) => each.totalCost)),
      money(total(rounds, (each) => each.grants)),
      money(total(rounds, (each) => each.ownContribution)),
      number(total(rounds, (each) => each.staff)),
    ],
  }
}

/** Programmes in the order of their first grant; a programme of several rounds once for each. */
export function programmeTable({ t, say, money, codes }: Writing, { rounds }: SessionReport): Table {
  const { programme, round, grants, codes: measures } = t.funding.columns
  const granted = rounds.flatMap(({ round: inRound, byProgramme }) => byProgramme.map((each) => ({ ...each, round: inRound })))
  return {
    columns: [
      { title: programme, width: 50 },
      { title: round, width: 10, align: 'right' },
      { title: grants, width: 18, align: 'right' },
      { title: measures, width: 32 },
    ],
    rows: granted.map((each) => [text(say(each.name)), number(each.round), money(each.grant), text(codes(each.codes))]),
    ...(granted.length > 0 && { sum: [strong(t.sum), text(''), money(total(granted, ({ grant }) => grant)), text('')] }),
  }
}

export function payerTable({ t, office, money }: Writing, { rounds, offices, accounts }: SessionReport): Table {
  const { payer, spent, staffSpent, left, staffLeft } = t.funding.columns
  const paid = (account: string, unit: keyof Amounts) => total(rounds, ({ paidBy }) => entry(paidBy, account)?.[unit] ?? 0)
  const lines = [...offices.map(({ teamId }) => ({ account: teamId, free: entry(accounts.teams, teamId) })), { account: POT, free: accounts.pot }]
  return {
    columns: [
      { title: payer, width: 40 },
      { title: spent, width: 18, align: 'right' },
      { title: staffSpent, width: 18, align: 'right' },
      { title: left, width: 18, align: 'right' },
      { title: staffLeft, width: 18, align: 'right' },
    ],
    rows: lines.map(({ account, free }) => [
      text(office(account)),
      money(paid(account, 'funds')),
      number(paid(account, 'staff')),
      money(free?.funds ?? 0),
      number(free?.staff ?? 0),
    ]),
  }
}
