import { type Preference, pointsFor } from './borda.ts'

/** Above this the exact order takes seconds: time and memory double with every project. */
export const KEMENY_LIMIT = 18

export interface KemenyOrder {
  readonly order: readonly string[]
  /** Σ weight of the preferences that are contradicted by the order, pair by pair; the least possible */
  readonly disagreement: number
}

/**
 * Kemeny: the order that contradicts the fewest preferences of pairs, exactly (dynamic programming over sets). Of several best orders the
 * one that is first when ids are compared in the order given.
 *
 * @param ids in the order that decides between equals
 * @returns `tooMany` above {@link KEMENY_LIMIT} projects
 */
export function kemeny(ids: readonly string[], preferences: readonly Preference[]): KemenyOrder | 'tooMany' {
  if (ids.length > KEMENY_LIMIT) return 'tooMany'
  const ahead = contradicted(ids, preferences)
  const full = 2 ** ids.length - 1
  // least[rest]: the least disagreement among those that are still to be placed
  const least = new Float64Array(full + 1)
  for (let rest = 1; rest <= full; rest++) {
    let best = Number.POSITIVE_INFINITY
    for (let next = 0; next < ids.length; next++) if (rest & (1 << next)) best = Math.min(best, ahead(next, rest) + (least[rest ^ (1 << next)] ?? 0))
    least[rest] = best
  }
  const order: string[] = []
  for (let rest = full; rest > 0; ) {
    const next = ids.findIndex((_, index) => rest & (1 << index) && ahead(index, rest) + (least[rest ^ (1 << index)] ?? 0) === least[rest])
    order.push(ids[next] ?? '')
    rest ^= 1 << next
  }
  return { order, disagreement: least[full] ?? 0 }
}

/** What placing one of a set first contradicts: Σ weight of those who prefer another of the set. Looked up in two halves of the set. */
function contradicted(ids: readonly string[], preferences: readonly Preference[]): (next: number, rest: number) => number {
  const half = KEMENY_LIMIT / 2
  const mask = 2 ** half - 1
  const preferred = ids.map((id) => ids.map((other) => preferenceFor(other, id, preferences)))
  const sums = (shift: number) =>
    preferred.map((row) => {
      const table = new Float64Array(mask + 1)
      for (let set = 1; set <= mask; set++) {
        const lowest = 31 - Math.clz32(set & -set)
        table[set] = (table[set & (set - 1)] ?? 0) + (row[lowest + shift] ?? 0)
      }
      return table
    })
  const [low, high] = [sums(0), sums(half)]
  return (next, rest) => (low[next]?.[rest & mask] ?? 0) + (high[next]?.[rest >> half] ?? 0)
}

/** Σ weight of those who prefer one project to another. */
export function preferenceFor(one: string, other: string, preferences: readonly Preference[]): number {
  return preferences.reduce((sum, preference) => sum + (pointsFor(preference, one) > pointsFor(preference, other) ? preference.weight : 0), 0)
}
