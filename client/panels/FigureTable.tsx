import type { ComponentChildren } from 'preact'
import './figureTable.css'

interface FigureTableProps {
  /** read out as the name of the table; a heading or a sentence says it to the eyes */
  readonly caption: string
  readonly columns: readonly string[]
  /** columns (0 is the heading of the row) that hold words, not figures */
  readonly words?: readonly number[]
  readonly rows: readonly { readonly id: string; readonly cells: readonly ComponentChildren[]; readonly strong?: boolean }[]
}

const NO_COLUMNS: readonly number[] = []

/** Figures in rows, the first cell of each its heading; scrolls sideways where the screen is narrow. */
export function FigureTable({ caption, columns, words = NO_COLUMNS, rows }: FigureTableProps) {
  const kind = (column: number) => (words.includes(column) ? 'figures__words' : undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="figures" aria-label={caption} tabIndex={0}>
      <table class="figures__table">
        <caption class="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" class={kind(index)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells: [first, ...others], strong }) => (
            <tr key={id} class={strong ? 'figures__strong' : undefined}>
              <th scope="row">{first}</th>
              {others.map((cell, index) => (
                <td key={columns[index + 1]} class={kind(index + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
