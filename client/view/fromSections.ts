import type { OwnView } from '../../rules/sessionView.ts'

/** Texts of sections that were read before: the same text gives the same object again. */
export type SectionCache = Map<string, { readonly text: string; readonly value: unknown }>

/**
 * The own view put together from its sections (inverse of server/wire/ownSections.ts): `key/entryId` is an entry of a record,
 * `key` the whole value.
 */
export function fromSections(sections: Readonly<Record<string, string>>, cache: SectionCache = new Map()): OwnView | null {
  const view: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(sections)) {
    const value = read(name, text, cache)
    const slash = name.indexOf('/')
    if (slash < 0) view[name] = value
    else {
      const key = name.slice(0, slash)
      view[key] = { ...(view[key] as object | undefined), [name.slice(slash + 1)]: value }
    }
  }
  for (const name of cache.keys()) if (!Object.hasOwn(sections, name)) cache.delete(name)
  return typeof view.role === 'string' ? (view as unknown as OwnView) : null
}

function read(name: string, text: string, cache: SectionCache): unknown {
  const known = cache.get(name)
  if (known?.text === text) return known.value
  const value: unknown = JSON.parse(text)
  cache.set(name, { text, value })
  return value
}
