import type { Sheet } from '../../../rules/authoring/list/table.ts'

/** Semicolons in German files, else tabs or commas: what the first line has most of. */
function separatorOf(text: string): string {
  const line = text.slice(0, 20_000).split(/\r?\n/, 40)
  const counts = [';', '\t', ','].map((separator) => ({ separator, count: line.reduce((sum, each) => sum + each.split(separator).length - 1, 0) }))
  const best = counts.reduce((one, next) => (next.count > one.count * (one.separator === ';' ? 2 : 1) ? next : one))
  return best.separator
}

/** Cells of a text file (RFC 4180, any of the usual separators, quoted cells with line breaks). Empty cells are null. */
export function parseCsv(text: string): Sheet {
  const separator = separatorOf(text)
  const rows: (string | null)[][] = []
  let row: (string | null)[] = []
  let at = 0
  const endCell = (cell: string, quoted: boolean) => row.push(cell === '' && !quoted ? null : cell)
  while (at < text.length) {
    if (text[at] === '"') {
      const { cell, next } = quotedCell(text, at + 1)
      endCell(cell, true)
      at = next
    } else {
      const end = endOfCell(text, at, separator)
      endCell(text.slice(at, end), false)
      at = end
    }
    if (text[at] === separator) {
      at += 1
      if (at === text.length) row.push(null)
      continue
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

function quotedCell(text: string, from: number): { readonly cell: string; readonly next: number } {
  let cell = ''
  let at = from
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { cell: cell + text.slice(at), next: text.length }
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      // What stands between the closing quote and the separator is no part of the cell.
      const next = text.slice(quote + 1, quote + 200).search(/[;,\t\r\n]/)
      return { cell, next: next < 0 ? text.length : quote + 1 + next }
    }
    cell += '"'
    at = quote + 2
  }
}

function endOfCell(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === separator || character === '\n' || character === '\r') return at
  }
  return text.length
}
