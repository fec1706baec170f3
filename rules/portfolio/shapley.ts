import type { Togetherness } from './planningView.ts'

/** How much of the potential each kind of togetherness brings, in points; together exactly best − alone. */
export type Shares = Readonly<Record<keyof Togetherness, number>>

const SWITCHES = ['pooledMeans', 'commonGoals', 'crossReferences'] as const

/** Every combination of the three switches, alone first, all together last. */
export const COMBINATIONS: readonly Togetherness[] = Array.from({ length: 2 ** SWITCHES.length }, (_, set) => ({
  pooledMeans: Boolean(set & 1),
  commonGoals: Boolean(set & 2),
  crossReferences: Boolean(set & 4),
}))

/** Key of a combination, for {@link shapley}. */
export function keyOf(together: Togetherness): string {
  return SWITCHES.map((key) => (together[key] ? '1' : '0')).join('')
}

/**
 * The Shapley value: what each switch adds, on average over the six orders in which they could be turned on.
 * @param worth common value of the plan made under each combination
 */
export function shapley(worth: (together: Togetherness) => number): Shares {
  const orders = ordersOf(SWITCHES)
  const gain = (order: readonly (keyof Togetherness)[], one: keyof Togetherness) => {
    const before = order.slice(0, order.indexOf(one))
    const on = (keys: readonly string[]): Togetherness => ({
      pooledMeans: keys.includes('pooledMeans'),
      commonGoals: keys.includes('commonGoals'),
      crossReferences: keys.includes('crossReferences'),
    })
    return worth(on([...before, one])) - worth(on(before))
  }
  const average = (one: keyof Togetherness) => orders.reduce((sum, order) => sum + gain(order, one), 0) / orders.length
  return { pooledMeans: average('pooledMeans'), commonGoals: average('commonGoals'), crossReferences: average('crossReferences') }
}

function ordersOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length <= 1) return [items]
  return items.flatMap((first) => ordersOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]))
}
