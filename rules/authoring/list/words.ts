import { type HORIZONS, type SETTLEMENTS, SPATIAL_KINDS } from '../../scenario/parts.ts'
import { tidy } from './figures.ts'

export type Horizon = (typeof HORIZONS)[number]
export type SpatialKind = (typeof SPATIAL_KINDS)[number]
export type Way = (typeof SETTLEMENTS)[number]

/** The cell says that there is nothing. */
export function isNothing(text: string): boolean {
  return /^(?:[-–—]+|k\.?\s?a\.?|n\/a|keine|none|)$/i.test(tidy(text))
}

/** „K 02“ and „K-02“ are „K02“; letters in upper case. */
export function plainCode(text: string): string {
  return tidy(text)
    .replace(/[\s._-]+/g, '')
    .toUpperCase()
}

/** A list in a cell: separated by commas, semicolons, line breaks or a bullet. */
export function splitList(text: string): readonly string[] {
  return isNothing(text)
    ? []
    : text
        .split(/[,;\n•|]+/)
        .map(tidy)
        .filter((part) => part !== '' && !isNothing(part))
}

/**
 * A horizon from words („kurzfristig“, „k“, „long term“) or from years.
 *
 * @param year the present one, for cells that name years
 */
export function readHorizon(text: string, year: number): Horizon | null | undefined {
  const plain = tidy(text).toLowerCase()
  if (isNothing(plain)) return null
  if (/daueraufgabe|laufend|fortlaufend|sofort|permanent/.test(plain)) return 'short'
  const words: readonly (readonly [RegExp, Horizon])[] = [
    [/^mittel|^m\b|medium|^mf\b/, 'medium'],
    [/^lang|^l\b|long|^lf\b/, 'long'],
    [/^kurz|^k\b|short|^kf\b/, 'short'],
  ]
  const named = words.find(([pattern]) => pattern.test(plain))
  if (named) return named[1]
  const years = [...plain.matchAll(/\b20\d\d\b/g)].map(([match]) => Number(match))
  const duration = /(\d+)\s*(?:jahre?|j\.?)/.exec(plain)?.[1]
  const ahead = years.length > 0 ? Math.max(...years) - year : duration === undefined ? undefined : Number(duration)
  if (ahead === undefined) return undefined
  return ahead <= 3 ? 'short' : ahead <= 7 ? 'medium' : 'long'
}

const KIND_WORDS: Readonly<Record<SpatialKind, RegExp>> = {
  municipality:
    /^(?:gesamte?s? (?:gemeinde|stadt|stadtgebiet|gemeindegebiet)|gesamt(?:stadt|gemeinde|gebiet|städtisch)|stadtweit|gemeindeweit|alle ortsteile|whole municipality)/i,
  point: /^(?:punkt|point|standort)$/i,
  line: /^(?:strecke|linie|line|achse)$/i,
  area: /^(?:fläche|gebiet|quartier|area)$/i,
}

export interface PlaceWords {
  /** null: the cell does not say */
  readonly kind: SpatialKind | null
  /** name of an area or of a spot, as the cell has it */
  readonly area: string
  readonly inFocusArea: boolean
  readonly district: string
}

/** „Strecke · Schwerpunktraum Ortsteile · Ortsteil Kaltlohra“, or simply the name of a place. */
export function readPlace(text: string): PlaceWords {
  let place: PlaceWords = { kind: null, area: '', inFocusArea: false, district: '' }
  for (const part of isNothing(text) ? [] : text.split(/\s*[·;|]\s*/).map(tidy)) {
    const kind = SPATIAL_KINDS.find((candidate) => KIND_WORDS[candidate].test(part))
    const focus = /^(?:schwerpunktraum|focus area)\s+(.+)$/i.exec(part)?.[1]
    const district = /^(?:ortsteil|ot|stadtteil|district)\s+(.+)$/i.exec(part)?.[1]
    if (kind !== undefined && place.kind === null) place = { ...place, kind }
    else if (focus !== undefined) place = { ...place, area: focus, inFocusArea: true }
    else if (district !== undefined) place = { ...place, district }
    else if (part !== '') place = { ...place, area: place.area === '' ? part : `${place.area}, ${part}` }
  }
  return place
}

/** „Z 6 +9, Z 4 +4“, „Z4 ++“ or names of goals; points are null where the cell gives none. */
export function readGoals(text: string): readonly { readonly goal: string; readonly points: number | null }[] {
  return splitList(text).map((part) => {
    const match = /^(.*?)[\s:]*((?:[+\-−–]\s?\d+)|\++|[-−–]+)$/u.exec(part)
    if (match?.[1] === undefined || match[1] === '' || match[2] === undefined) return { goal: part, points: null }
    const sign = /^[-−–]/u.test(match[2]) ? -1 : 1
    const digits = /\d+/.exec(match[2])?.[0]
    // Signs alone count three points each: strong effects of the shipped scenarios lie between 6 and 12.
    return { goal: tidy(match[1]), points: sign * (digits === undefined ? match[2].length * 3 : Number(digits)) }
  })
}

const WAYS: readonly (readonly [RegExp, Way])[] = [
  [/verlager|relocat/i, 'relocate'],
  [/gestaffelt|staffel|stagger/i, 'stagger'],
  [/ausgeglichen|ausgleich|compensat/i, 'compensate'],
  [/akzeptiert|accepted/i, 'accept'],
  [/angepasst|anpass|adapt/i, 'adapt'],
]

/** „M 12 – zeitlich gestaffelt, K 04 – offen“: the partner and how the conflict was settled, null where it is open. */
export function readConflicts(text: string): readonly { readonly code: string; readonly way: Way | null; readonly words: string }[] {
  return splitList(text).map((part) => {
    const [, code = part, words = ''] = /^(.*?)\s+[–—-]\s+(.*)$/u.exec(part) ?? []
    return { code: plainCode(code), way: WAYS.find(([pattern]) => pattern.test(words))?.[1] ?? null, words }
  })
}

export type Priority = 'high' | 'medium' | 'low'
const PRIORITIES: readonly (readonly [RegExp, Priority])[] = [
  [/^(?:hoch|sehr hoch|high|a|i|1|vorrangig|dringend)\b/i, 'high'],
  [/^(?:mittel|medium|b|ii|2|normal)\b/i, 'medium'],
  [/^(?:gering|niedrig|nachrangig|low|c|iii|3)\b/i, 'low'],
]

export interface PriorityWords {
  readonly priority: Priority | null
  /** marked with a star: a key measure */
  readonly key: boolean
  readonly text: string
}

export function readPriority(text: string): PriorityWords {
  const plain = tidy(text.replace('★', ' '))
  return { priority: PRIORITIES.find(([pattern]) => pattern.test(plain))?.[1] ?? null, key: text.includes('★'), text: tidy(text) }
}

/** A programme and whether its conditions were still open. */
export function readProgramme(text: string): { readonly name: string; readonly conditionsOpen: boolean } {
  const match = /^(.*?)\s*\((?:bedingungen offen|conditions open)\)$/i.exec(tidy(text))
  return isNothing(text) ? { name: '', conditionsOpen: false } : { name: match?.[1] ?? tidy(text), conditionsOpen: match !== null }
}
