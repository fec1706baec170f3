import type { ListEntry } from '../list/entry.ts'

/** The measures that are taken when a list is longer than what fits: in turn of the teams, each its first by rank, priority and place in the list. */
export function deckOf<T extends { readonly id: string; readonly leadTeamId: string }>(
  measures: readonly T[],
  entryOf: (id: string) => ListEntry | undefined,
  size: number,
): readonly T[] {
  if (measures.length <= size) return measures
  const order = (id: string) => {
    const entry = entryOf(id)
    return (entry?.rank ?? 1000) * 10 + { high: 0, medium: 1, low: 2, none: 1 }[entry?.priority.priority ?? 'none'] * 100
  }
  const byTeam = new Map<string, T[]>()
  for (const measure of measures) byTeam.set(measure.leadTeamId, [...(byTeam.get(measure.leadTeamId) ?? []), measure])
  for (const own of byTeam.values()) own.sort((one, other) => order(one.id) - order(other.id))
  const chosen = new Set<string>()
  for (let turn = 0; chosen.size < size; turn++)
    for (const own of byTeam.values()) {
      const next = own[turn]
      if (next && chosen.size < size) chosen.add(next.id)
    }
  return measures.filter(({ id }) => chosen.has(id))
}
