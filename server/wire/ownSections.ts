import type { OwnView } from '../../rules/sessionView.ts'
import type { OwnMessage } from './protocol.ts'

type Plain = Readonly<Record<string, unknown>>

/**
 * An own view in sections, each as JSON: a record becomes one section per entry, `key/entryId`, everything else (and an empty record)
 * one section `key`. So an answered offer is sent alone, not with all other offers.
 */
export function freshSections(view: OwnView | null): OwnMessage {
  return { fresh: true, sections: Object.fromEntries(sectionsOf(view).map(([name, value]) => [name, JSON.stringify(value)])), gone: [] }
}

/**
 * What has changed since `previous`; undefined if nothing has.
 * Sections equal by reference are not even turned into JSON.
 */
export function changedSections(next: OwnView | null, previous: OwnView | null): OwnMessage | undefined {
  if (next === previous) return undefined
  const before = new Map(sectionsOf(previous))
  const now = sectionsOf(next)
  const names = new Set(now.map(([name]) => name))
  const changed = now.filter(([name, value]) => !before.has(name) || before.get(name) !== value)
  const gone = [...before.keys()].filter((name) => !names.has(name))
  if (changed.length === 0 && gone.length === 0) return undefined
  return { fresh: false, sections: Object.fromEntries(changed.map(([name, value]) => [name, JSON.stringify(value)])), gone }
}

/** Sections as values. An absent field has no section. */
function sectionsOf(view: OwnView | null): readonly (readonly [string, unknown])[] {
  return Object.entries(view ?? {}).flatMap(([key, value]): readonly (readonly [string, unknown])[] => {
    if (value === undefined) return []
    if (!isRecord(value)) return [[key, value]]
    const entries = Object.entries(value).filter(([, part]) => part !== undefined)
    return entries.length === 0 ? [[key, EMPTY]] : entries.map(([id, part]) => [`${key}/${id}`, part] as const)
  })
}

const EMPTY: Plain = {}

function isRecord(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
