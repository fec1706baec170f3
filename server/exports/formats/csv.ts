import type { SessionReport } from '../../../rules/sessionReport.ts'
import { fullList } from '../content/listColumns.ts'
import type { Cell } from '../content/table.ts'
import type { Writing } from '../content/writing.ts'

const BYTE_ORDER_MARK = '\ufeff'
/** What makes a spreadsheet take a text for a formula, also in the full-width forms of East Asian keyboards. */
const FORMULA_START = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u

/** The list as German Excel opens it by a double click: UTF-8 with mark, semicolons, decimal commas, CRLF. */
export function renderCsv(writing: Writing, report: SessionReport): string {
  const { columns, rows } = fullList(writing, report)
  const lines = [columns.map(({ title }) => csvText(title)), ...rows.map((row) => row.map(csvCell))]
  return BYTE_ORDER_MARK + lines.map((line) => `${line.join(';')}\r\n`).join('')
}

/** A figure stays one, whatever its sign; a text never becomes a formula. */
function csvCell(cell: Cell): string {
  return cell.kind === 'number' ? cell.value.toFixed(cell.digits).replace('.', ',') : csvText(cell.text)
}

function csvText(value: string): string {
  // In a spreadsheet one searches for K 02 with the space of the keyboard.
  const text = value.replaceAll('\u00a0', ' ')
  const safe = FORMULA_START.test(text) ? `'${text}` : text
  return /[";\r\n']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
