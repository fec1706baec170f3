/** A cell of a table, before any format has made it its own. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly strong?: boolean }
  /** shown with exactly `digits` decimals; formats that compute get the whole value */
  | { readonly kind: 'number'; readonly value: number; readonly digits: number; readonly strong?: boolean }

export interface Column {
  readonly title: string
  /** share of the table's width */
  readonly width: number
  readonly align?: 'right' | 'center'
}

export interface Table {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** rows are written into by hand */
  readonly roomy?: boolean
  /** the last row, if it sums up the others */
  readonly sum?: readonly Cell[]
}

export const text = (value: string): Cell => ({ kind: 'text', text: value })
export const strong = (value: string): Cell => ({ kind: 'text', text: value, strong: true })
export const number = (value: number, digits = 0): Cell => ({ kind: 'number', value, digits })
