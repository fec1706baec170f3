import { createHash } from 'node:crypto'

/** JSON with sorted keys: equal values give equal text, in whatever order they were built. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  )
}

export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex')
}
