/** One row of a text with separated fields; the line on which it begins, counted from 1. */
export interface Row {
  readonly line: number
  readonly fields: readonly string[]
}

/**
 * Rows of a text whose fields are separated by semicolons. A field that begins with a quotation mark ends with the next single one and
 * may hold semicolons, line breaks and doubled quotation marks. Any line ending, with or without byte order mark; empty rows are left out.
 *
 * @returns `unclosed`: the line where a quoted field begins that never ends
 */
export function rowsOf(text: string): { readonly rows: readonly Row[]; readonly unclosed?: number } {
  const rows: Row[] = []
  let line = 1
  let fields: string[] = []
  let start = line
  let at = text.startsWith('\uFEFF') ? 1 : 0
  const endRow = () => {
    if (fields.some((field) => field.trim() !== '')) rows.push({ line: start, fields })
    fields = []
  }
  while (at < text.length) {
    if (fields.length === 0) start = line
    const field = text[at] === '"' ? quoted(text, at) : plain(text, at)
    if (!field) return { rows, unclosed: line }
    fields.push(field.value)
    line += lineBreaks(text.slice(at, field.end))
    at = field.end
    const next = text[at]
    if (next === ';') {
      at++
      // A separator before the end of the row or of the text leaves an empty last field.
      if (at >= text.length) fields.push('')
      continue
    }
    endRow()
    if (next === '\r' && text[at + 1] === '\n') at++
    at++
    line++
  }
  endRow()
  return { rows }
}

interface Field {
  readonly value: string
  /** where the separator or line break stands */
  readonly end: number
}

function plain(text: string, from: number): Field {
  let end = from
  while (end < text.length && !isEnd(text[end])) end++
  return { value: text.slice(from, end), end }
}

function quoted(text: string, from: number): Field | undefined {
  let value = ''
  let at = from + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close === -1) return undefined
    value += text.slice(at, close)
    at = close + 1
    if (text[at] !== '"') break
    value += '"'
    at++
  }
  const rest = plain(text, at)
  return { value: value + rest.value, end: rest.end }
}

function isEnd(character: string | undefined): boolean {
  return character === ';' || character === '\n' || character === '\r'
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}

/** A field as it must be written: quoted if it would otherwise be read differently. */
export function delimitedField(value: string): string {
  return /[;"\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
