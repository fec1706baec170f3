/**
 * Shares a whole amount out in proportion to weights (largest remainder) [B5].
 * What is left after rounding down goes one by one to those with the largest remainders; equal remainders in the given order.
 *
 * @param amount whole, zero or more
 * @param weights [key, weight], in the order that settles equal remainders; weights whole, zero or more
 * @returns shares per key that sum up to `amount`; all zero if the weights are
 */
export function shareOut(amount: number, weights: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  const sum = weights.reduce((total, [, weight]) => total + BigInt(weight), 0n)
  if (sum === 0n) return Object.fromEntries(weights.map(([key]) => [key, 0]))
  // BigInt: amounts up to a thousand million times weights of that size leave the safe integers
  const shares = weights.map(([key, weight], order) => {
    const exact = BigInt(amount) * BigInt(weight)
    return { key, order, floor: Number(exact / sum), remainder: exact % sum }
  })
  const left = amount - shares.reduce((total, { floor }) => total + floor, 0)
  const byRemainder = [...shares].sort((a, b) => (a.remainder === b.remainder ? a.order - b.order : a.remainder > b.remainder ? -1 : 1))
  const lucky = new Set(byRemainder.slice(0, left).map(({ key }) => key))
  return Object.fromEntries(shares.map(({ key, floor }) => [key, floor + (lucky.has(key) ? 1 : 0)]))
}
