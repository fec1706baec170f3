import type { SessionReport } from '../../../rules/sessionReport.ts'
import { digitsOf, spacedCode } from '../figures.ts'
import { type Block, bullets, paragraph, type Section, table, tableOr } from './blocks.ts'
import { shortList, titleOf, total } from './listColumns.ts'
import { rankReason } from './rankReason.ts'
import { number, strong, type Table, text } from './table.ts'
import type { Writing } from './writing.ts'

/** The list at a glance. */
export function shortSection(writing: Writing, report: SessionReport): readonly Block[] {
  const { t, figures } = writing
  const { list } = report
  if (list.length === 0) return [paragraph(t.short.empty)]
  const sum = (of: (row: SessionReport['list'][number]) => number) => figures.thousands(total(list, of))
  const high = list.filter(({ priority }) => priority === 'high').length
  const adopted = list.filter(({ status }) => status === 'adopted').length
  return [
    paragraph(t.short.counts(list.length, high, adopted)),
    paragraph(
      t.short.money({
        cost: sum(({ estimatedCost }) => estimatedCost),
        grant: sum(({ grant }) => grant),
        savings: sum(({ savings }) => savings),
        own: sum(({ ownContribution }) => ownContribution),
      }),
    ),
    table(shortList(writing, report)),
  ]
}

/** How the order came about, in sentences that can be checked. */
export function methodBlocks({ t, figures, say }: Writing, { procedure, scale, list }: SessionReport): readonly Block[] {
  const { ballots, statusQuo } = procedure
  const plain = (value: number) => figures.number(value, digitsOf(value))
  const sentences = [
    t.method.sentences[procedure.procedure],
    procedure.procedure === 'utility' && t.method.formula(plain(procedure.alpha), plain(procedure.beta)),
    procedure.procedure !== procedure.scenarioProcedure && t.method.changed(t.method.names[procedure.scenarioProcedure], procedure.procedureReason),
    t.method.ballots(ballots),
    procedure.highLine > 0 &&
      t.method.classes(figures.thousands(procedure.highLine), figures.thousands(procedure.mediumLine), say(scale.high), say(scale.medium)),
    procedure.topSize > 0 && t.method.stable(procedure.stableTop, procedure.topSize),
    statusQuo && t.method.statusQuo(figures.number(statusQuo.mean, Math.max(1, digitsOf(statusQuo.mean)))),
    list.some(({ tied }) => tied) && t.method.tied,
  ]
  return sentences.flatMap((sentence) => (sentence ? [paragraph(sentence)] : []))
}

/** What the columns mean. */
export function legendSection({ t }: Writing): Section {
  return { id: 'legend', heading: t.legend.heading, blocks: [bullets(Object.values(t.legend.lines))] }
}

/** How the goals were weighed. */
export function goalTable({ t, say, figures }: Writing, { goals }: SessionReport): Table {
  const { goal, weight, spread, scenario } = t.goals.columns
  const plain = (value: number) => figures.number(value, digitsOf(value))
  return {
    columns: [
      { title: goal, width: 40 },
      { title: weight, width: 18, align: 'right' },
      { title: spread, width: 18, align: 'right' },
      { title: scenario, width: 18, align: 'right' },
    ],
    rows: goals.map(({ id, name, weighed, scenarioWeight }) => [
      text(`${spacedCode(id)} ${say(name)}`),
      weighed ? number(weighed.median, digitsOf(weighed.median)) : text(t.none),
      text(weighed && weighed.min !== weighed.max ? t.goals.spread(plain(weighed.min), plain(weighed.max)) : t.none),
      number(scenarioWeight),
    ]),
  }
}

/** [L5] [L6] Why each measure stands where it does, and the sentences that shall also hold before the council. */
export function reasonsSection(writing: Writing, { list }: SessionReport): Section {
  const { t, office } = writing
  const { rank, code, title, because, reason, by } = t.reasons.columns
  const reasons: Table = {
    columns: [
      { title: rank, width: 8, align: 'right' },
      { title: code, width: 9 },
      { title, width: 32 },
      { title: because, width: 26 },
      { title: reason, width: 40 },
      { title: by, width: 24 },
    ],
    rows: list.map((row) => [
      number(row.rank),
      text(spacedCode(row.code)),
      strong(titleOf(writing, row)),
      text(rankReason(writing, row)),
      text(row.rationale || t.none),
      text(row.rationale ? office(row.rationaleBy) || t.none : t.none),
    ]),
  }
  return { id: 'reasons', heading: t.reasons.heading, blocks: [tableOr(reasons, t.short.empty)] }
}
