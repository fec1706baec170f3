import { z } from 'zod'

/**
 * Ids are short and plain, so that they can stand in addresses, file names and logs.
 * Letters, digits and hyphens only: nothing that could be mistaken for markup or a path.
 */
export const Id = z.string().regex(/^[A-Za-z0-9-]{1,40}$/)

/**
 * Looks an entry up by an id that may come from outside.
 * `record[id]` alone would also find `constructor` and its kind.
 */
export function entry<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined
}

/** Like {@link entry}, for ids that the state itself guarantees; a miss is our own mistake. */
export function known<T>(record: Readonly<Record<string, T>>, id: string): T {
  const found = entry(record, id)
  if (found === undefined) throw new Error(`unknown id ${id}`)
  return found
}

/** Order by code unit, the same on every machine (never by locale). */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
