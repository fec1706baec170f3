import type { Twin } from './slides/slideContent.ts'
import '../../styles/charts.css'

/** What a chart shows, in words and figures. */
export function TableTwin({ twin, hidden = false }: { readonly twin: Twin /** only read out */; readonly hidden?: boolean }) {
  if (twin.rows.length === 0) return null
  return (
    <div class={hidden ? 'sr-only' : 'table-twin'}>
      <table>
        <caption class={hidden ? undefined : 'sr-only'}>{twin.caption}</caption>
        <thead>
          <tr>
            {twin.columns.map((column, index) => (
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {twin.rows.map(({ cells: [first, ...others] }, index) => (
            <tr key={index}>
              <th scope="row">{first}</th>
              {others.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
