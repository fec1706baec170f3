import { type Row, rowsOf } from './delimited.ts'
import type { BallotKind, Election, Project, Voter } from './election.ts'
import { compare, ONE, parseRational, type Rational, rational, total } from './rational.ts'

/** A Pabulib file (pabulib.org; Faliszewski et al. 2023, arXiv:2305.11035): the election, and what it says beside it. */
export interface PabulibFile {
  readonly election: Election
  /** key → value as they stand in the file, except what the election itself says */
  readonly meta: ReadonlyMap<string, string>
  /** project id → name, where there is one */
  readonly names: ReadonlyMap<string, string>
}

/** What is wrong in a line. `value` is the word that is meant. */
export interface PabulibProblem {
  /** counted from 1; 0: the file as a whole */
  readonly line: number
  readonly code: PabulibProblemCode
  readonly value: string
}

export type PabulibProblemCode =
  | 'unclosedQuote'
  | 'sectionMissing'
  | 'sectionTwice'
  | 'lineOutsideSection'
  | 'columnMissing'
  | 'tooManyFields'
  | 'keyMissing'
  | 'figureWrong'
  | 'figureNegative'
  | 'voteTypeUnknown'
  | 'projectWithoutId'
  | 'projectTwice'
  | 'projectUnknown'
  | 'votedTwice'
  | 'pointsDoNotMatch'

/** Not wrong enough to stop: META counts differently, or `found` ballots are shorter or longer, or give less or more, than it says. */
export interface PabulibWarning {
  readonly key: 'num_projects' | 'num_votes' | BallotLimit
  readonly said: string
  readonly found: number
}

export type ParsedPabulib =
  | { readonly ok: true; readonly file: PabulibFile; readonly warnings: readonly PabulibWarning[] }
  | { readonly ok: false; readonly problems: readonly PabulibProblem[] }

const KINDS: Readonly<Record<string, BallotKind>> = {
  approval: 'approval',
  'choose-1': 'approval',
  cumulative: 'cumulative',
  scoring: 'scoring',
  ordinal: 'ordinal',
}
const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const
type SectionName = (typeof SECTIONS)[number]
/** What META may say of every ballot; counted are those that do not keep to it, and they count all the same. */
const BALLOT_LIMITS = ['min_length', 'max_length', 'min_sum_points', 'max_sum_points', 'min_points', 'max_points'] as const
type BallotLimit = (typeof BALLOT_LIMITS)[number]
/** Keys of META that the election itself says. */
const SAID_BY_ELECTION = ['budget', 'vote_type', 'num_projects', 'num_votes']

/** Reads a `.pb` file; all problems at once. */
export function parsePabulib(text: string): ParsedPabulib {
  const problems: PabulibProblem[] = []
  const report: Report = (line, code, value = '') => void problems.push({ line, code, value })
  const { rows, unclosed } = rowsOf(text)
  if (unclosed !== undefined) report(unclosed, 'unclosedQuote')
  const sections = sectionsOf(rows, report)
  const meta = metaOf(sections.META, report)
  const kind = kindOf(meta, report)
  const budget = budgetOf(meta, report)
  const found = projectsOf(sections.PROJECTS, report)
  const voters = votersOf(sections.VOTES, kind ?? 'approval', found?.projects, report)
  if (problems.length > 0 || !kind || !budget || !found) return { ok: false, problems: problems.sort((a, b) => a.line - b.line) }
  const projects = [...found.projects.values()]
  const counted = { num_projects: projects.length, num_votes: voters.length }
  const warnings: PabulibWarning[] = (['num_projects', 'num_votes'] as const).flatMap((key) => {
    const said = meta?.get(key)?.value
    return said === undefined || said === String(counted[key]) ? [] : [{ key, said, found: counted[key] }]
  })
  warnings.push(...brokenLimits(meta, voters, kind))
  const others = new Map([...(meta ?? [])].flatMap(([key, { value }]) => (SAID_BY_ELECTION.includes(key) ? [] : [[key, value] as const])))
  return { ok: true, file: { election: { kind, budget, projects, voters }, meta: others, names: found.names }, warnings }
}

/** Limits of META that some ballots do not keep to. Sums and points are of ballots that give points. */
function brokenLimits(meta: Meta | undefined, voters: readonly Voter[], kind: BallotKind): readonly PabulibWarning[] {
  const hasPoints = kind === 'cumulative' || kind === 'scoring'
  return BALLOT_LIMITS.flatMap((key) => {
    const said = meta?.get(key)?.value ?? ''
    const limit = parseRational(said.replace(',', '.'))
    if (!limit || (key.endsWith('points') && !hasPoints)) return []
    const isBroken = (value: Rational) => (key.startsWith('min') ? compare(value, limit) < 0 : compare(value, limit) > 0)
    const found = voters.filter(({ ballot }) => {
      if (key.endsWith('length')) return isBroken(rational(BigInt(ballot.size)))
      return key.includes('sum') ? isBroken(total(ballot.values())) : [...ballot.values()].some(isBroken)
    }).length
    return found === 0 ? [] : [{ key, said, found }]
  })
}

type Report = (line: number, code: PabulibProblemCode, value?: string) => void

interface Section {
  readonly line: number
  readonly header: Row | undefined
  readonly rows: readonly Row[]
}

/** The three sections; a missing one is reported once. */
function sectionsOf(rows: readonly Row[], report: Report): Readonly<Partial<Record<SectionName, Section>>> {
  const sections: Partial<Record<SectionName, { line: number; header: Row | undefined; rows: Row[] }>> = {}
  let current: { line: number; header: Row | undefined; rows: Row[] } | undefined
  for (const row of rows) {
    const name = sectionName(row)
    if (name) {
      if (sections[name]) report(row.line, 'sectionTwice', name)
      current = { line: row.line, header: undefined, rows: [] }
      sections[name] ??= current
    } else if (!current) report(row.line, 'lineOutsideSection', row.fields.join(';').slice(0, 60))
    else if (!current.header) current.header = row
    else {
      if (row.fields.slice(current.header.fields.length).some((field) => field.trim() !== '')) report(row.line, 'tooManyFields')
      current.rows.push(row)
    }
  }
  for (const name of SECTIONS) if (!sections[name]) report(0, 'sectionMissing', name)
  return sections
}

function sectionName({ fields }: Row): SectionName | undefined {
  const [first = '', ...others] = fields.map((field) => field.trim())
  return others.every((field) => field === '') ? SECTIONS.find((name) => name === first.toUpperCase()) : undefined
}

type FieldOf = (row: Row, column: string) => string

/** Looks a field up by its column. @returns undefined if a column is missing that must be there; that is reported */
function columnsOf(section: Section | undefined, required: readonly string[], report: Report): FieldOf | undefined {
  if (!section) return undefined
  const header = section.header?.fields.map((field) => field.trim().toLowerCase()) ?? []
  const missing = required.filter((column) => !header.includes(column))
  for (const column of missing) report(section.header?.line ?? section.line, 'columnMissing', column)
  if (missing.length > 0) return undefined
  return (row, column) => {
    const index = header.indexOf(column)
    return index === -1 ? '' : (row.fields[index] ?? '').trim()
  }
}

type Meta = ReadonlyMap<string, { readonly value: string; readonly line: number }>

function metaOf(section: Section | undefined, report: Report): Meta | undefined {
  const field = columnsOf(section, ['key', 'value'], report)
  return field && section && new Map(section.rows.map((row) => [field(row, 'key'), { value: field(row, 'value'), line: row.line }]))
}

function kindOf(meta: Meta | undefined, report: Report): BallotKind | undefined {
  const said = meta?.get('vote_type')
  if (meta && !said) report(0, 'keyMissing', 'vote_type')
  const name = said?.value.toLowerCase() ?? ''
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined
  if (said && !kind) report(said.line, 'voteTypeUnknown', said.value)
  return kind
}

function budgetOf(meta: Meta | undefined, report: Report): Rational | undefined {
  const said = meta?.get('budget')
  if (meta && !said) report(0, 'keyMissing', 'budget')
  return said && amount(said.value, said.line, report)
}

/** An amount of money, zero or more; decimals with point or comma. */
function amount(text: string, line: number, report: Report): Rational | undefined {
  const value = parseRational(text.replace(',', '.'))
  if (!value) report(line, 'figureWrong', text)
  else if (value.numerator < 0n) report(line, 'figureNegative', text)
  return value
}

interface Projects {
  readonly projects: ReadonlyMap<string, Project>
  readonly names: ReadonlyMap<string, string>
}

function projectsOf(section: Section | undefined, report: Report): Projects | undefined {
  const field = columnsOf(section, ['project_id', 'cost'], report)
  if (!section || !field) return undefined
  const projects = new Map<string, Project>()
  const names = new Map<string, string>()
  for (const row of section.rows) {
    const id = field(row, 'project_id')
    const cost = amount(field(row, 'cost'), row.line, report)
    if (id === '') report(row.line, 'projectWithoutId')
    else if (projects.has(id)) report(row.line, 'projectTwice', id)
    else projects.set(id, { id, cost: cost ?? ONE })
    if (field(row, 'name') !== '') names.set(id, field(row, 'name'))
  }
  return { projects, names }
}

function votersOf(section: Section | undefined, kind: BallotKind, projects: Projects['projects'] | undefined, report: Report): readonly Voter[] {
  const hasPoints = kind === 'cumulative' || kind === 'scoring'
  const field = columnsOf(section, hasPoints ? ['vote', 'points'] : ['vote'], report)
  if (!section || !field) return []
  const taken = new Set<string>()
  return section.rows.map((row, index) => {
    const id = unusedId(field(row, 'voter_id') || String(index + 1), taken)
    const voted = list(field(row, 'vote'))
    if (projects) checkVoted(voted, projects, row.line, report)
    const points = hasPoints ? pointsOf(list(field(row, 'points')), voted, row.line, report) : []
    const given = (at: number): Rational => (kind === 'approval' ? ONE : kind === 'ordinal' ? rational(BigInt(at + 1)) : (points[at] ?? ONE))
    return { id, weight: ONE, ballot: new Map(voted.map((projectId, at) => [projectId, given(at)])) }
  })
}

/** Published files name some voters twice; each row is a ballot all the same. */
function unusedId(wished: string, taken: Set<string>): string {
  let id = wished
  for (let next = 2; taken.has(id); next++) id = `${wished}__${next}`
  taken.add(id)
  return id
}

function list(text: string): readonly string[] {
  return text === '' ? [] : text.split(',').map((entry) => entry.trim())
}

function checkVoted(voted: readonly string[], projects: Projects['projects'], line: number, report: Report): void {
  const seen = new Set<string>()
  for (const id of voted) {
    if (!projects.has(id)) report(line, 'projectUnknown', id)
    else if (seen.has(id)) report(line, 'votedTwice', id)
    seen.add(id)
  }
}

function pointsOf(texts: readonly string[], voted: readonly string[], line: number, report: Report): readonly Rational[] {
  if (texts.length !== voted.length) report(line, 'pointsDoNotMatch', `${texts.length}/${voted.length}`)
  return texts.map((text) => {
    const value = parseRational(text)
    if (!value) report(line, 'figureWrong', text)
    return value ?? ONE
  })
}
