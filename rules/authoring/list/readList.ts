import type { Findings, ImportProblem } from '../problem.ts'
import { type ColumnKey, type ColumnMapping, unitOfHeading } from './columns.ts'
import type { ListEntry } from './entry.ts'
import { type Amount, readMoney, readNumber, readRate, tidy, UNKNOWN } from './figures.ts'
import { type Cell, columnLetter, type ListTable, textOf } from './table.ts'
import { isNothing, plainCode, readConflicts, readGoals, readHorizon, readPlace, readPriority, readProgramme, splitList } from './words.ts'

/** A list with more measures than a scenario can hold is not cut in silence. */
const MOST_ENTRIES = 400
const LONGEST_TITLE = 200
const LONGEST_TEXT = 2000

export interface ReadList extends Findings {
  readonly entries: readonly ListEntry[]
}

interface ListOptions {
  /** the present year, for horizons given as years */
  readonly year: number
}

/** Reads every line of a list. Whatever cannot be read is told with its line and column, all at once. */
export function readList(table: ListTable, mapping: ColumnMapping, options: ListOptions): ReadList {
  const reader = new LineReader(table, mapping, options)
  const problems: ImportProblem[] = mapping.title === undefined ? [{ place: 'Überschriften', message: 'Keine Spalte enthält den Namen der Maßnahme.' }] : []
  const entries: ListEntry[] = []
  let section = ''
  if (mapping.title !== undefined) {
    for (const row of table.rows) {
      const heading = sectionHeading(row.cells)
      if (heading !== undefined && mapping.fieldOfAction === undefined) {
        section = heading
        reader.hints.push({ place: `Zeile ${row.line}`, message: `„${heading}“ gilt als Zwischenüberschrift (Handlungsfeld der folgenden Zeilen).` })
        continue
      }
      const entry = reader.read(row.line, row.cells, section)
      if (entry) entries.push(entry)
    }
    if (entries.length === 0) problems.push({ place: 'Liste', message: 'Unter den Überschriften steht keine Maßnahme.' })
    if (entries.length > MOST_ENTRIES)
      problems.push({ place: 'Liste', message: `Die Liste hat ${entries.length} Maßnahmen; möglich sind höchstens ${MOST_ENTRIES}.` })
  }
  const single = withoutRepeats(entries)
  return {
    entries: single.entries,
    problems: [...problems, ...reader.problems, ...single.problems],
    hints: [...reader.hints, ...single.hints],
  }
}

/** A line in which one cell alone is filled is a heading within the list. */
function sectionHeading(cells: readonly Cell[]): string | undefined {
  const filled = cells.map(textOf).filter((text) => text.trim() !== '')
  return filled.length === 1 && cells.filter((cell) => cell !== null).length <= 1 && /\p{L}{3}/u.test(filled[0] ?? '') ? tidy(filled[0] ?? '') : undefined
}

class LineReader {
  readonly problems: ImportProblem[] = []
  readonly hints: ImportProblem[] = []
  readonly #table: ListTable
  readonly #mapping: ColumnMapping
  readonly #options: ListOptions

  constructor(table: ListTable, mapping: ColumnMapping, options: ListOptions) {
    this.#table = table
    this.#mapping = mapping
    this.#options = options
  }

  read(line: number, cells: readonly Cell[], section: string): ListEntry | undefined {
    const text = (key: ColumnKey) => this.#text(line, cells, key)
    const title = text('title')
    if (isNothing(title)) {
      this.hints.push({ place: `Zeile ${line}`, message: 'Die Zeile nennt keine Maßnahme und wurde übergangen.' })
      return undefined
    }
    if (/^(?:gesamt)?summe\b|^gesamt\b|^total\b/i.test(title)) {
      this.hints.push({ place: `Zeile ${line}`, message: `„${title}“ gilt als Summenzeile und wurde übergangen.` })
      return undefined
    }
    const programme = readProgramme(text('fundingProgramme'))
    return {
      line,
      rank: this.#number(line, cells, 'rank'),
      code: isNothing(text('code')) ? '' : plainCode(text('code')),
      title: this.#shortened(line, 'title', title, LONGEST_TITLE),
      summary: orEmpty(text('summary')),
      fieldOfAction: orEmpty(text('fieldOfAction')) || section,
      leadDepartment: orEmpty(text('leadDepartment')),
      involvedDepartments: splitList(text('involvedDepartments')),
      place: readPlace(text('spatialReference')),
      goals: readGoals(text('goalReferences')),
      priority: readPriority(isNothing(text('priority')) ? '' : text('priority')),
      timeHorizon: this.#horizon(line, text('timeHorizon')),
      cost: this.#money(line, cells, 'estimatedCost'),
      programme: programme.name,
      conditionsOpen: programme.conditionsOpen,
      fundingRate: this.#rate(line, cells),
      ownContribution: this.#money(line, cells, 'ownContribution'),
      followUpCosts: this.#money(line, cells, 'followUpCosts'),
      staff: this.#number(line, cells, 'staff'),
      synergies: splitList(text('synergies')).map(plainCode),
      conflicts: readConflicts(text('conflicts')),
      rationale: orEmpty(text('rationale')),
      nextStep: orEmpty(text('nextStep')),
    }
  }

  #cell(cells: readonly Cell[], key: ColumnKey): Cell {
    const column = this.#mapping[key]
    return column === undefined ? null : (cells[column] ?? null)
  }

  #text(line: number, cells: readonly Cell[], key: ColumnKey): string {
    // An apostrophe in front protects a text that a spreadsheet would take for a formula.
    const text = textOf(this.#cell(cells, key)).replace(/^'(?=\s*[=+\-@])/, '')
    return this.#shortened(line, key, tidy(text), LONGEST_TEXT)
  }

  #shortened(line: number, key: ColumnKey, text: string, longest: number): string {
    if (text.length <= longest) return text
    this.problems.push({ place: this.#place(line, key), message: `Der Text hat ${text.length} Zeichen; möglich sind höchstens ${longest}.` })
    return text.slice(0, longest)
  }

  #money(line: number, cells: readonly Cell[], key: ColumnKey): Amount {
    const column = this.#mapping[key]
    if (column === undefined) return UNKNOWN
    const read = readMoney(this.#cell(cells, key), unitOfHeading(this.#table.headings[column] ?? ''))
    if ('problem' in read) {
      this.problems.push({ place: this.#place(line, key), message: read.problem })
      return UNKNOWN
    }
    if (read.doubt !== undefined) this.hints.push({ place: this.#place(line, key), message: read.doubt })
    return read.amount
  }

  #number(line: number, cells: readonly Cell[], key: 'rank' | 'staff'): number | null {
    const value = readNumber(this.#cell(cells, key))
    if (value !== undefined && (value === null || value >= 0)) return value
    this.hints.push({ place: this.#place(line, key), message: `„${textOf(this.#cell(cells, key))}“ ist keine Zahl und wurde übergangen.` })
    return null
  }

  #rate(line: number, cells: readonly Cell[]): number | null {
    const rate = readRate(this.#cell(cells, 'fundingRate'))
    if (rate !== undefined) return rate
    this.problems.push({
      place: this.#place(line, 'fundingRate'),
      message: `„${textOf(this.#cell(cells, 'fundingRate'))}“ ist keine Förderquote zwischen 0 und 100 %.`,
    })
    return null
  }

  #horizon(line: number, text: string): ListEntry['timeHorizon'] {
    const horizon = readHorizon(text, this.#options.year)
    if (horizon !== undefined) return horizon
    this.hints.push({ place: this.#place(line, 'timeHorizon'), message: `„${text}“ wurde nicht als Zeithorizont erkannt; angenommen wird mittelfristig.` })
    return 'medium'
  }

  #place(line: number, key: ColumnKey): string {
    const column = this.#mapping[key] ?? 0
    return `Zeile ${line}, Spalte ${columnLetter(column)} „${this.#table.headings[column] ?? ''}“`
  }
}

function orEmpty(text: string): string {
  return isNothing(text) ? '' : text
}

/** The same measure twice counts once; the same number for two measures has to be put right by a person. */
function withoutRepeats(entries: readonly ListEntry[]): ReadList {
  const problems: ImportProblem[] = []
  const hints: ImportProblem[] = []
  const byTitle = new Map<string, ListEntry>()
  const byCode = new Map<string, ListEntry>()
  const kept: ListEntry[] = []
  for (const entry of entries) {
    const title = entry.title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    const same = byTitle.get(title)
    const sameCode = entry.code === '' ? undefined : byCode.get(entry.code)
    if (same && (same.code === entry.code || entry.code === '' || same.code === '')) {
      hints.push({ place: `Zeile ${entry.line}`, message: `„${entry.title}“ steht schon in Zeile ${same.line} und wurde nur einmal übernommen.` })
      continue
    }
    if (same) hints.push({ place: `Zeile ${entry.line}`, message: `„${entry.title}“ heißt wie die Maßnahme in Zeile ${same.line}; beide wurden übernommen.` })
    if (sameCode)
      problems.push({
        place: `Zeile ${entry.line}`,
        message: `Die Nummer „${entry.code}“ trägt schon die Maßnahme in Zeile ${sameCode.line} („${sameCode.title}“).`,
      })
    byTitle.set(title, entry)
    if (entry.code !== '') byCode.set(entry.code, entry)
    kept.push(entry)
  }
  return { entries: kept, problems, hints }
}
