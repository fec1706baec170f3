/**
 * Gives `next` back with every part that equals its counterpart in `previous` replaced by that counterpart, so that whoever
 * compares by reference (the sync to the screens) finds only what changed. Plain data only: objects, arrays, and values.
 *
 * @returns `previous` itself if nothing changed
 */
export function shareStructure<T>(previous: T | undefined, next: T): T {
  if (Object.is(previous, next)) return next
  if (Array.isArray(previous) && Array.isArray(next)) return shareArray(previous, next) as T
  if (isRecord(previous) && isRecord(next)) return shareRecord(previous, next) as T
  return next
}

function shareArray(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const shared = next.map((item, index) => shareStructure(previous[index], item))
  const unchanged = shared.length === previous.length && shared.every((item, index) => Object.is(item, previous[index]))
  return unchanged ? previous : shared
}

function shareRecord(previous: Readonly<Record<string, unknown>>, next: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const shared: Record<string, unknown> = {}
  const keys = Object.keys(next)
  let unchanged = keys.length === Object.keys(previous).length
  for (const key of keys) {
    const before = Object.hasOwn(previous, key) ? previous[key] : undefined
    const value = shareStructure(before, next[key])
    shared[key] = value
    if (!Object.is(value, before) || !Object.hasOwn(previous, key)) unchanged = false
  }
  return unchanged ? previous : shared
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
