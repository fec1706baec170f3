import type { ReportReference, SessionReport } from '../../../rules/sessionReport.ts'
import { spacedCode } from '../figures.ts'
import { bullets, heading, paragraph, type Section, table, tableOr } from './blocks.ts'
import { strong, type Table, text } from './table.ts'
import type { Writing } from './writing.ts'

/** Cross-references of the list: what helps each other, what conflicts and how that was settled, what is left open. */
export function interactionsSection(writing: Writing, report: SessionReport): Section {
  const { t } = writing
  const { synergies, conflicts, unsettledConflicts } = report
  const open = unsettledConflicts.map((reference) => openConflict(writing, reference))
  return {
    id: 'interactions',
    heading: t.interactions.heading,
    blocks: [
      heading(t.interactions.open),
      open.length > 0 ? bullets(open) : paragraph(t.interactions.noOpen),
      heading(t.interactions.synergies),
      tableOr(synergyTable(writing, synergies), t.interactions.noSynergies),
      heading(t.interactions.conflicts),
      tableOr(conflictTable(writing, conflicts), t.interactions.noConflicts),
    ],
  }
}

export function synergyTable(writing: Writing, synergies: readonly ReportReference[]): Table {
  const { t } = writing
  const { pair, reason, strength, effect } = t.interactions.columns
  return {
    columns: [
      { title: pair, width: 16 },
      { title: reason, width: 50 },
      { title: strength, width: 11 },
      { title: effect, width: 33 },
    ],
    rows: synergies.map((reference) => [
      text(pairOf(reference)),
      text(reference.reason),
      text(strengthOf(writing, reference)),
      text(effectOf(writing, reference) || t.none),
    ]),
  }
}

export function conflictTable(writing: Writing, conflicts: readonly ReportReference[]): Table {
  const { t } = writing
  const { pair, reason, strength, way, settlement } = t.interactions.columns
  return {
    columns: [
      { title: pair, width: 16 },
      { title: reason, width: 36 },
      { title: strength, width: 11 },
      { title: way, width: 19 },
      { title: settlement, width: 36 },
    ],
    rows: conflicts.map((reference) => [
      text(pairOf(reference)),
      text(reference.reason || t.none),
      text(strengthOf(writing, reference)),
      text(wayOf(writing, reference)),
      text(reference.settlementReason || t.none),
    ]),
  }
}

/** Columns of the matrix that fit across a page of A4. */
const COLUMNS_ON_PAPER = 28

/** The matrix on paper: only measures that have a partner, in as many pieces as the page is too narrow for. Nothing where there is no partner. */
export function matrixSection(writing: Writing, report: SessionReport): readonly Section[] {
  const { t } = writing
  const partners = new Set([...report.synergies, ...report.conflicts].flatMap(({ a, b }) => [a.measureId, b.measureId]))
  const connected = report.list.filter(({ measureId }) => partners.has(measureId))
  if (connected.length === 0) return []
  const pieces = Array.from({ length: Math.ceil(connected.length / COLUMNS_ON_PAPER) }, (_, index) =>
    connected.slice(index * COLUMNS_ON_PAPER, (index + 1) * COLUMNS_ON_PAPER),
  )
  return [
    {
      id: 'matrix',
      heading: t.interactions.matrix,
      landscape: true,
      blocks: [paragraph(t.interactions.matrixLegend), ...pieces.map((columns) => table(interactionMatrix(writing, report, connected, columns)))],
    },
  ]
}

type Rows = SessionReport['list']

/** Measures against measures, in the order of the list: where they help or hinder each other. */
export function interactionMatrix(writing: Writing, report: SessionReport, rows: Rows = report.list, across: Rows = rows): Table {
  const { synergies, conflicts, unsettledConflicts } = report
  const { marks } = writing.t.interactions
  const open = new Set(unsettledConflicts.map(({ id }) => id))
  const between = new Map<string, string>()
  const mark = ({ a, b }: ReportReference, sign: string) => {
    for (const key of [`${a.measureId}|${b.measureId}`, `${b.measureId}|${a.measureId}`]) between.set(key, [between.get(key), sign].filter(Boolean).join(' '))
  }
  for (const reference of synergies) mark(reference, marks.synergy)
  for (const reference of conflicts) mark(reference, open.has(reference.id) ? marks.open : marks.conflict)
  return {
    columns: [{ title: '', width: 8 }, ...across.map(({ code }) => ({ title: spacedCode(code), width: 6, align: 'center' as const }))],
    rows: rows.map((row) => [strong(spacedCode(row.code)), ...across.map((other) => text(between.get(`${row.measureId}|${other.measureId}`) ?? ''))]),
  }
}

/** C 01 – K 02 (offen): why it matters and what was said about it */
export function openConflict(writing: Writing, reference: ReportReference): string {
  const parts = [reference.reason, reference.settlementReason && reference.settlementReason !== reference.reason ? reference.settlementReason : '']
  return `${pairOf(reference)} (${wayOf(writing, reference)}): ${parts.filter(Boolean).join(' – ') || writing.t.notStated}`
}

const pairOf = ({ a, b }: ReportReference) => `${spacedCode(a.code)} – ${spacedCode(b.code)}`

function wayOf({ t }: Writing, { way, revealed }: ReportReference): string {
  const outcome = way === '' ? t.open : t.ways[way]
  return revealed ? `${outcome}, ${t.interactions.revealed}` : outcome
}

function strengthOf({ t, figures }: Writing, { strength }: ReportReference): string {
  return t.interactions.strength[strength] || figures.number(strength)
}

function effectOf({ t, figures }: Writing, { savedFunds, savedStaff, points }: ReportReference): string {
  const { saved, staff, points: goalPoints } = t.interactions
  return [savedFunds > 0 && saved(figures.thousands(savedFunds)), savedStaff > 0 && staff(savedStaff), points > 0 && goalPoints(points)]
    .filter(Boolean)
    .join(', ')
}
