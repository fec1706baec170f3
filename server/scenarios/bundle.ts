import { strFromU8, strToU8, zipSync } from 'fflate'
import type { ImportProblem } from '../../rules/authoring/problem.ts'
import { BadZip, isZip, openZip } from './files/openZip.ts'
import { readJsonFile, repeatedNames } from './files/readJsonFile.ts'

/** Extension of a scenario in one file, for handing it on. */
export const BUNDLE_EXTENSION = 'aemterrunde'
const BUNDLE_FORMAT = 1
/** A bundle holds two texts and a sheet about them; unpacked they are limited as single files are. */
const LIMITS = { maxEntries: 20, maxBytes: 45_000_000 }
const ENTRIES = ['bundle.json', 'scenario.json', 'map.geojson'] as const

export interface BundleContent {
  readonly scenario: unknown
  readonly map: unknown
}

/** The scenario in one file: both its parts, and a sheet that says what it is, by whom, and whose the data are. */
export function packBundle({ scenario, map }: { readonly scenario: object; readonly map: object }): Uint8Array {
  const about = scenario as Readonly<Record<string, unknown>>
  const sheet = {
    format: BUNDLE_FORMAT,
    kind: 'aemterrunde-scenario',
    id: about.id,
    title: about.title,
    version: about.version,
    authors: about.authors ?? '',
    licence: about.licence ?? '',
    dataSource: (map as Readonly<Record<string, unknown>>).attribution ?? '',
  }
  const text = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`)
  // A fixed time: the same scenario gives the same bytes.
  return zipSync(
    { 'bundle.json': text(sheet), 'scenario.json': text(scenario), 'map.geojson': strToU8(JSON.stringify(map)) },
    { mtime: '2026-01-01T00:00:00Z', level: 9 },
  )
}

/** The parts of a bundle, not yet checked as a scenario; or everything that is wrong with the file. */
export function openBundle(bytes: Uint8Array): BundleContent | { readonly problems: readonly ImportProblem[] } {
  const refused = (message: string, place = 'Datei') => ({ problems: [{ place, message }] })
  if (!isZip(bytes)) return refused(`Das ist kein Szenario in einer Datei (.${BUNDLE_EXTENSION}).`)
  let entries: ReadonlyMap<string, Uint8Array>
  try {
    entries = openZip(bytes, (name) => ENTRIES.some((entry) => entry === name), LIMITS)
  } catch (error) {
    if (error instanceof BadZip) return refused(error.message)
    throw error
  }
  const missing = ENTRIES.filter((name) => !entries.has(name))
  if (missing.length > 0)
    return refused(
      missing.length === ENTRIES.length ? `Das ist kein Szenario in einer Datei (.${BUNDLE_EXTENSION}).` : `In der Datei fehlt: ${missing.join(', ')}.`,
    )
  const parts = ENTRIES.map((name) => ({ name, ...partOf(name, entries.get(name) ?? new Uint8Array()) }))
  const problems = parts.flatMap((part) => ('message' in part ? [{ place: part.name, message: part.message }] : []))
  if (problems.length > 0) return { problems }
  const [sheet, scenario, map] = parts.map((part) => ('json' in part ? part.json : undefined))
  const format = (sheet as { readonly format?: unknown } | null)?.format
  if (format !== BUNDLE_FORMAT)
    return refused(
      typeof format === 'number' && format > BUNDLE_FORMAT
        ? 'Die Datei stammt aus einer neueren Fassung des Programms.'
        : 'Die Datei nennt kein bekanntes Format.',
      'bundle.json',
    )
  return { scenario, map }
}

function partOf(name: string, bytes: Uint8Array): { readonly json: unknown } | { readonly message: string } {
  const read = readJsonFile(bytes, 'Die Datei')
  if ('problem' in read) return { message: read.problem }
  const text = strFromU8(bytes)
  if (/"__proto__"\s*:/.test(text)) return { message: 'Die Angabe „__proto__“ ist nicht erlaubt.' }
  // A map has millions of numbers and few names that matter; a scenario with two meanings of one name is refused.
  const repeated = name === 'map.geojson' ? [] : repeatedNames(text)
  return repeated.length > 0 ? { message: `Diese Angaben stehen doppelt: ${repeated.slice(0, 10).join(', ')}.` } : read
}
