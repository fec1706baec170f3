/**
 * Gives `next` back with every part that equals its counterpart in `previous` replaced by that counterpart, so that whoever
 * compares by reference (the sync to the screens) finds only what changed. Plain data only: objects, arrays, and values.
 *
 * Copies nothing it need not: this runs with every tap.
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
  let isSame = next.length === previous.length
  let shared: unknown[] | undefined
  for (let index = 0; index < next.length; index++) {
    const item = shareStructure(previous[index], next[index])
    if (!Object.is(item, previous[index])) isSame = false
    if (Object.is(item, next[index])) continue
    shared ??= [...next]
    shared[index] = item
  }
  return isSame ? previous : (shared ?? next)
}

function shareRecord(previous: Readonly<Record<string, unknown>>, next: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const keys = Object.keys(next)
  let isSame = keys.length === Object.keys(previous).length
  let shared: Record<string, unknown> | undefined
  for (const key of keys) {
    const isKnown = Object.hasOwn(previous, key)
    const value = isKnown ? shareStructure(previous[key], next[key]) : next[key]
    if (!isKnown || !Object.is(value, previous[key])) isSame = false
    if (Object.is(value, next[key])) continue
    shared ??= { ...next }
    shared[key] = value
  }
  return isSame ? previous : (shared ?? next)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
