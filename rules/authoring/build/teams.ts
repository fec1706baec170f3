import { TEAM_SHAPES } from '../../scenario/parts.ts'
import { IdGiver } from '../ids.ts'
import type { ListEntry } from '../list/entry.ts'
import type { Assumptions } from './draft.ts'
import { sameName, type TeamDraft } from './draft.ts'

/** Dark enough on white (4.5 : 1) and far apart from each other, also for eyes that tell red from green badly. */
const COLOURS = ['#a63d14', '#7b2d83', '#1e6b3a', '#00647d', '#765800', '#1f4e9c', '#a3195b', '#4a4a4a'] as const
const MOST_TEAMS = 8

export interface Departments {
  readonly teams: readonly Omit<TeamDraft, 'goals' | 'funds' | 'staff'>[]
  /** team that leads the measure of this line */
  readonly leadOf: (entry: ListEntry) => string
  /** teams that a cell of involved departments names */
  readonly named: (names: readonly string[]) => readonly string[]
}

/** The departments that lead measures become teams; without such a column the fields of action do. Too many are put together. */
export function departmentsOf(entries: readonly ListEntry[], assumptions: Assumptions): Departments | undefined {
  const byLead = count(entries.map(({ leadDepartment }) => leadDepartment))
  const useFields = byLead.size < 2
  const nameOf = (entry: ListEntry) => (useFields ? entry.fieldOfAction : entry.leadDepartment)
  const counted = useFields ? count(entries.map(({ fieldOfAction }) => fieldOfAction)) : byLead
  if (counted.size < 2) return undefined
  if (useFields) assumptions.add('Die Liste nennt nicht mindestens zwei federführende Ämter; die Teams sind nach den Handlungsfeldern gebildet.')
  const ordered = [...counted.values()].sort((one, other) => other.count - one.count)
  const own = ordered.slice(0, ordered.length > MOST_TEAMS ? MOST_TEAMS - 1 : MOST_TEAMS)
  const others = ordered.slice(own.length)
  const ids = new IdGiver()
  const letters = new Set<string>()
  const names = [...own.map(({ name }) => name), ...(others.length > 0 ? ['Weitere Ämter'] : [])]
  const teams = names.map((name, index) => ({
    id: ids.give(name, 'team'),
    name: name.slice(0, 80),
    shortName: shortName(name),
    department: name,
    letter: letterFor(name, letters),
    shape: TEAM_SHAPES[index % TEAM_SHAPES.length] ?? 'house',
    colour: COLOURS[index % COLOURS.length] ?? '#4a4a4a',
  }))
  if (others.length > 0)
    assumptions.add(`Mehr als ${MOST_TEAMS} Ämter können nicht spielen; zusammengefasst als „Weitere Ämter“: ${others.map(({ name }) => name).join(', ')}.`)
  const idOf = new Map([...own, ...others].map(({ name }, index) => [sameName(name), teams[Math.min(index, own.length)]?.id ?? teams.at(-1)?.id ?? '']))
  const fallback = teams[0]?.id ?? ''
  return {
    teams,
    leadOf: (entry) => {
      const found = idOf.get(sameName(nameOf(entry)))
      if (found === undefined) assumptions.add(`Kein federführendes Amt angegeben; angenommen wird „${names[0]}“.`, entry.line)
      return found ?? fallback
    },
    named: (given) => [...new Set(given.flatMap((name) => idOf.get(sameName(name)) ?? []))],
  }
}

function count(names: readonly string[]): ReadonlyMap<string, { readonly name: string; readonly count: number }> {
  const counted = new Map<string, { name: string; count: number }>()
  for (const name of names) {
    if (name === '') continue
    const entry = counted.get(sameName(name)) ?? { name, count: 0 }
    counted.set(sameName(name), { ...entry, count: entry.count + 1 })
  }
  return counted
}

/** „Fachbereich Wohnen und Soziales“ → „Wohnen“: what tells it from the others, for narrow places. */
function shortName(name: string): string {
  const telling = name.replace(
    /^(?:fachbereich|fachdienst|fachamt|amt für|amt|fb|fd|referat|dezernat|sachgebiet|abteilung|stabsstelle|handlungsfeld)\s+(?:\d+\s+)?(?:für\s+)?/i,
    '',
  )
  const first = telling.split(/[\s,/]+(?:und|u\.)?\s*/u)[0] ?? telling
  return (first.length >= 3 ? first : telling).slice(0, 14)
}

function letterFor(name: string, taken: Set<string>): string {
  const telling = shortName(name).toUpperCase() + name.toUpperCase()
  const letter = [...`${telling}ABCDEFGHIJKLMNOPQRSTUVWXYZ`].find((candidate) => /[A-ZÄÖÜ]/.test(candidate) && !taken.has(candidate)) ?? 'X'
  taken.add(letter)
  return letter
}
