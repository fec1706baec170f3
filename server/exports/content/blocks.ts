import type { ListCells } from './listColumns.ts'
import type { Table } from './table.ts'

export type SectionId = 'short' | 'full' | 'legend' | 'reasons' | 'interactions' | 'space' | 'funding' | 'decisions' | 'value' | 'reflection' | 'transfer'

export interface Section {
  readonly id: SectionId
  readonly heading: string
  /** absent: portrait */
  readonly landscape?: boolean
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: Table }
  /** the map, with what it shows in words */
  | { readonly kind: 'map'; readonly alt: string }
  /** the nineteen columns, which no page is wide enough for in one line */
  | { readonly kind: 'fullList'; readonly rows: readonly ListCells[] }

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const heading = (text: string): Block => ({ kind: 'heading', text })
export const bullets = (items: readonly string[]): Block => ({ kind: 'bullets', items })
export const table = (content: Table): Block => ({ kind: 'table', table: content })
/** the table, or a sentence where it would have no rows */
export const tableOr = (content: Table, empty: string): Block => (content.rows.length === 0 ? paragraph(empty) : table(content))
