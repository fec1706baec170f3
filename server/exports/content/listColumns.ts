import type { SessionReport } from '../../../rules/sessionReport.ts'
import { digitsOf, spacedCode } from '../figures.ts'
import type { ExportTexts } from '../texts/texts.ts'
import { type Cell, type Column, number, strong, type Table, text } from './table.ts'
import type { Writing } from './writing.ts'

type Row = SessionReport['list'][number]
export type ListKey = keyof ExportTexts['columns']
export type ListCells = Readonly<Record<ListKey, Cell>>

/** The nineteen columns of an integrated list of priorities, in their order: names and widths in characters. */
const WIDTHS: Readonly<Record<ListKey, number>> = {
  rank: 7,
  code: 8,
  title: 28,
  fieldOfAction: 19,
  leadDepartment: 21,
  involvedDepartments: 25,
  spatialReference: 20,
  goalReferences: 13,
  priority: 11,
  timeHorizon: 14,
  estimatedCost: 12,
  fundingProgramme: 19,
  fundingRate: 12,
  ownContribution: 12,
  followUpCosts: 12,
  synergies: 13,
  conflicts: 19,
  rationale: 30,
  nextStep: 26,
}
/** Columns of figures. */
export const FIGURES: ReadonlySet<ListKey> = new Set(['rank', 'estimatedCost', 'fundingRate', 'ownContribution', 'followUpCosts'])
export const KEYS = Object.keys(WIDTHS) as ListKey[]

/** Columns of the short version, with their shares of a portrait page. */
const SHORT_WIDTHS = {
  rank: 9,
  code: 10,
  title: 32,
  leadDepartment: 25,
  spatialReference: 26,
  priority: 13,
  timeHorizon: 18.5,
  estimatedCost: 18.5,
  ownContribution: 18,
} as const satisfies Partial<Record<ListKey, number>>
const SHORT = Object.keys(SHORT_WIDTHS) as (keyof typeof SHORT_WIDTHS)[]

/** The list in full: one line per measure, nineteen columns. */
export function fullList(writing: Writing, { list, scale }: SessionReport): Table {
  return {
    columns: KEYS.map((key) => column(writing.t, key, WIDTHS[key])),
    rows: list.map((row) => {
      const cells = listCells(writing, row, scale)
      return KEYS.map((key) => cells[key])
    }),
  }
}

/** The list in short, with one column for both kinds of references and the sums of its money. */
export function shortList(writing: Writing, { list, scale }: SessionReport): Table {
  const { t, money } = writing
  const cells = list.map((row) => listCells(writing, row, scale))
  const sums: Partial<Record<(typeof SHORT)[number], Cell>> = {
    title: strong(t.sum),
    estimatedCost: { ...money(total(list, ({ estimatedCost }) => estimatedCost)), strong: true },
    ownContribution: { ...money(total(list, ({ ownContribution }) => ownContribution)), strong: true },
  }
  return {
    columns: [...SHORT.map((key) => column(t, key, SHORT_WIDTHS[key])), { title: t.references, width: 17 }],
    rows: list.map((row, index) => [...SHORT.map((key) => cells[index]?.[key] ?? text('')), text(bothReferences(writing, row))]),
    sum: [...SHORT.map((key) => sums[key] ?? text('')), text('')],
  }
}

export function total<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((sum, item) => sum + of(item), 0)
}

function column(t: ExportTexts, key: ListKey, width: number): Column {
  return { title: t.columns[key], width, ...(FIGURES.has(key) && { align: 'right' as const }) }
}

/** A title of its own words may have been left out before the export [S8]. */
export function titleOf({ t, say }: Writing, { title }: Pick<Row, 'title'>): string {
  return say(title) || t.ownMeasure
}

/** A measure in the words of the list. */
export function listCells(writing: Writing, row: Row, scale: SessionReport['scale']): ListCells {
  const { t, say, money, orNone } = writing
  const unknownCost = row.estimatedCost === 0
  return {
    rank: number(row.rank),
    code: text(spacedCode(row.code)),
    title: strong(titleOf(writing, row)),
    fieldOfAction: orNone(say(row.fieldOfAction)),
    leadDepartment: orNone(say(row.leadDepartment)),
    involvedDepartments: orNone(row.involvedDepartments.map(say).join(', ')),
    spatialReference: text(placeOf(writing, row)),
    goalReferences: orNone(goalsOf(writing, row)),
    priority: text(`${say(scale[row.priority])}${row.key ? ' ★' : ''}`),
    timeHorizon: text(t.horizon[row.timeHorizon]),
    estimatedCost: unknownCost ? text(t.notStated) : money(row.estimatedCost),
    fundingProgramme: orNone(programmeOf(writing, row)),
    fundingRate: row.grant === 0 ? text(t.none) : number(Math.round(row.fundingRate * 10_000) / 100),
    ownContribution: unknownCost ? text(t.notStated) : money(row.ownContribution),
    followUpCosts: row.followUpCosts === 0 ? text(t.none) : money(row.followUpCosts),
    synergies: text(writing.partners(row.synergies)),
    conflicts: orNone(conflictsOf(writing, row)),
    rationale: orNone(rationaleOf(writing, row)),
    nextStep: orNone(say(row.nextStep)),
  }
}

/** Punkt · Schwerpunktraum Am Sonnenhang · Ortsteil Kaltlohra */
function placeOf({ t, say }: Writing, { spatialReference }: Row): string {
  const { kind, inFocusArea } = spatialReference
  const area = say(spatialReference.area)
  const district = say(spatialReference.district)
  return [t.place[kind], area && (inFocusArea ? t.focusArea(area) : area), district && t.district(district)].filter(Boolean).join(' · ')
}

function goalsOf({ figures }: Writing, { goalReferences }: Row): string {
  return goalReferences.map(({ goalId, points }) => `${spacedCode(goalId)} ${figures.signed(points)}`).join(', ')
}

function programmeOf({ t, say }: Writing, { fundingProgramme, grant }: Row): string {
  if (!fundingProgramme) return ''
  const name = say(fundingProgramme.shortName)
  return grant === 0 ? t.noGrantYet(name) : name
}

/** M 09 – räumlich verlagert, K 04 – offen */
function conflictsOf({ t }: Writing, { conflicts }: Row): string {
  return conflicts.map(({ code, way }) => `${spacedCode(code)} – ${way === null ? t.open : t.ways[way]}`).join(', ')
}

function bothReferences(writing: Writing, { synergies, conflicts }: Row): string {
  const parts = [synergies.length > 0 && `↔ ${writing.partners(synergies)}`, conflicts.length > 0 && `× ${writing.partners(conflicts)}`]
  return parts.filter(Boolean).join('; ') || writing.t.none
}

/** „Bündelung mit Rückbau“; Ø Widerstand 1,8 (breiter Konsens); Gleichstand */
function rationaleOf(writing: Writing, { rationale, tied, consensus }: Row): string {
  const { t } = writing
  return [rationale && t.quoted(rationale), consensus && resistance(writing, consensus), tied && t.tied].filter(Boolean).join('; ')
}

export function resistance({ t, figures }: Writing, { mean, verdict }: NonNullable<Row['consensus']>): string {
  return t.resistance(figures.number(mean, Math.max(1, digitsOf(mean))), t.verdict[verdict])
}
