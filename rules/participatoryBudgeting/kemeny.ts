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
  const contradicted = contradictions(ids, preferences)
  const full = 2 ** ids.length - 1
  // least[rest]: the least disagreement among those that are still to be placed
  const least = new Float64Array(full + 1)
  for (let rest = 1; rest <= full; rest++) {
    let best = Number.POSITIVE_INFINITY
    for (let left = rest; left !== 0; left &= left - 1) {
      const first = left & -left
      best = Math.min(best, contradicted(31 - Math.clz32(first), rest) + (least[rest ^ first] ?? 0))
    }
    least[rest] = best
  }
  const order: string[] = []
  for (let rest = full; rest > 0; ) {
    const next = ids.findIndex((_, index) => rest & (1 << index) && contradicted(index, rest) + (least[rest ^ (1 << index)] ?? 0) === least[rest])
    order.push(ids[next] ?? '')
    rest ^= 1 << next
  }
  return { order, disagreement: least[full] ?? 0 }
}

/**
 * What placing one of a set first contradicts: Σ weight of those who prefer another of the set. Sums over all sets would be too many to
 * keep, so they are kept for both halves of a set.
 */
function contradictions(ids: readonly string[], preferences: readonly Preference[]): (next: number, rest: number) => number {
  const half = KEMENY_LIMIT / 2
  const sets = 2 ** half
  const [low, high] = [new Float64Array(sets * ids.length), new Float64Array(sets * ids.length)]
  ids.forEach((id, index) => {
    const preferred = ids.map((other) => preferenceFor(other, id, preferences))
    for (let set = 1; set < sets; set++) {
      const [lowest, others] = [31 - Math.clz32(set & -set), index * sets + (set & (set - 1))]
      low[index * sets + set] = (low[others] ?? 0) + (preferred[lowest] ?? 0)
      high[index * sets + set] = (high[others] ?? 0) + (preferred[lowest + half] ?? 0)
    }
  })
  return (next, rest) => (low[next * sets + (rest & (sets - 1))] ?? 0) + (high[next * sets + (rest >> half)] ?? 0)
}

/** Σ weight of those who prefer one project to another. */
export function preferenceFor(one: string, other: string, preferences: readonly Preference[]): number {
  return preferences.reduce((sum, preference) => sum + (pointsFor(preference, one) > pointsFor(preference, other) ? preference.weight : 0), 0)
}
