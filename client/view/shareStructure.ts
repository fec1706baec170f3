/**
 * The next value, with every part that equals the previous one replaced by it: what did not change keeps its reference,
 * and so nothing that shows it is drawn again. Plain data only.
 */
export function shareStructure<T>(previous: unknown, next: T): T {
  if (Object.is(previous, next)) return next
  if (Array.isArray(previous) && Array.isArray(next))
    return shareEntries(
      previous,
      next,
      next.map((value, index) => shareStructure(previous[index], value)),
    ) as T
  if (!isRecord(previous) || !isRecord(next)) return next
  const shared = Object.fromEntries(Object.entries(next).map(([key, value]) => [key, shareStructure(previous[key], value)]))
  return shareEntries(previous, next, shared) as T
}

function shareEntries(previous: object, next: object, shared: object): object {
  const before = Object.entries(previous)
  if (before.length !== Object.keys(next).length) return shared
  const now = shared as Record<string, unknown>
  return before.every(([key, value]) => Object.hasOwn(shared, key) && Object.is(now[key], value)) ? previous : shared
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
