/** An order of preference: what has more points is preferred, what has equally many is tied. Ids without an entry have zero points. */
export interface Preference {
  /** a whole number above zero */
  readonly weight: number
  readonly points: ReadonlyMap<string, number>
}

export function pointsFor({ points }: Preference, id: string): number {
  return points.get(id) ?? 0
}

/**
 * Borda: for each order the number of projects ranked below, ties sharing the mean; weighted and summed.
 *
 * @returns id → twice the Borda points, so that means stay whole
 */
export function doubledBorda(ids: readonly string[], preferences: readonly Preference[]): ReadonlyMap<string, number> {
  return new Map(
    ids.map((id) => {
      const doubled = (preference: Preference) => {
        const own = pointsFor(preference, id)
        const others = ids.filter((other) => other !== id).map((other) => pointsFor(preference, other))
        return others.reduce((sum, points) => sum + (points < own ? 2 : points === own ? 1 : 0), 0)
      }
      return [id, preferences.reduce((sum, preference) => sum + preference.weight * doubled(preference), 0)] as const
    }),
  )
}
