import type { Picture } from '../exportFormats.ts'
import type { ListCells } from './listColumns.ts'
import type { Table } from './table.ts'

export type SectionId =
  | 'scenario'
  | 'workshop'
  | 'course'
  | 'short'
  | 'full'
  | 'method'
  | 'legend'
  | 'reasons'
  | 'interactions'
  | 'matrix'
  | 'space'
  | 'funding'
  | 'decisions'
  | 'value'
  | 'reflection'
  | 'transfer'
  | 'questions'
  | 'overview'
  | 'measure'

export interface Section {
  readonly id: SectionId
  readonly heading: string
  /** absent: portrait */
  readonly landscape?: boolean
  /** absent: A4 */
  readonly a3?: boolean
  /** begins on a page of its own */
  readonly newPage?: boolean
  readonly blocks: readonly Block[]
}

/** A label and what stands behind it. */
export type Fact = readonly [label: string, value: string]

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'table'; readonly table: Table }
  /** a drawing, with what it shows in words */
  | { readonly kind: 'picture'; readonly picture: Picture; readonly alt: string }
  /** the nineteen columns, which no page of A4 is wide enough for in one line */
  | { readonly kind: 'fullList'; readonly rows: readonly ListCells[] }

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const heading = (text: string): Block => ({ kind: 'heading', text })
export const bullets = (items: readonly string[]): Block => ({ kind: 'bullets', items })
/** labels with their values; those without one are left out */
export const facts = (all: readonly Fact[]): Block => ({ kind: 'facts', facts: all.filter(([, value]) => value !== '') })
export const table = (content: Table): Block => ({ kind: 'table', table: content })
export const picture = (name: Picture, alt: string): Block => ({ kind: 'picture', picture: name, alt })
/** the table, or a sentence where it would have no rows */
export const tableOr = (content: Table, empty: string): Block => (content.rows.length === 0 ? paragraph(empty) : table(content))
/** a heading with bullets below, or nothing at all where there are none */
export const headedBullets = (title: string, items: readonly string[]): readonly Block[] => (items.length > 0 ? [heading(title), bullets(items)] : [])
