import type { MapSchema } from '@colyseus/schema'
import type { OwnView } from '../../rules/sessionView.ts'

type Plain = Readonly<Record<string, unknown>>

/**
 * An own view in sections, each as JSON: a record becomes one section per entry, `key/entryId`, everything else (and an empty record)
 * one section `key`. So an answered offer is sent alone, not with all other offers.
 */
export function toSections(view: OwnView): Map<string, string> {
  return new Map(sections(view).map(([name, value]) => [name, JSON.stringify(value)]))
}

/**
 * Brings the sections of a viewer up to date.
 * @param previous the view written last time: sections equal to it by reference are not even turned into JSON
 */
export function syncSections(target: MapSchema<string>, next: OwnView | null, previous: OwnView | null): void {
  if (next === previous) return
  const before = new Map(previous ? sections(previous) : [])
  const now = next ? sections(next) : []
  const names = new Set(now.map(([name]) => name))
  for (const name of [...target.keys()]) if (!names.has(name)) target.delete(name)
  for (const [name, value] of now) {
    if (target.has(name) && before.get(name) === value) continue
    const json = JSON.stringify(value)
    if (target.get(name) !== json) target.set(name, json)
  }
}

/** Sections as values. An absent field has no section. */
function sections(view: OwnView): (readonly [string, unknown])[] {
  return Object.entries(view).flatMap(([key, value]): (readonly [string, unknown])[] => {
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
