import { tidy } from '../list/figures.ts'
import type { ImportProblem } from '../problem.ts'
import type { Bounds } from './crs.ts'

export const MOST_VERTICES = 200_000
const MOST_FEATURES = 50_000
const NO_BOUNDS = { minX: Number.POSITIVE_INFINITY, minY: Number.POSITIVE_INFINITY, maxX: Number.NEGATIVE_INFINITY, maxY: Number.NEGATIVE_INFINITY }

/** An entry of a foreign map: what its properties say about it, and its lines as they stand in the file. */
export interface RawFeature {
  /** from 1, in the order of the file */
  readonly number: number
  readonly properties: Readonly<Record<string, string>>
  readonly shape: 'point' | 'line' | 'polygon'
  /** polygons → rings, or lines → one line each, or one point; positions as in the file */
  readonly parts: readonly (readonly (readonly (readonly number[])[])[])[]
}

export interface RawMap {
  readonly features: readonly RawFeature[]
  readonly vertices: number
  readonly bounds: Bounds
  readonly problems: readonly ImportProblem[]
}

/**
 * Reads the entries of a GeoJSON map of any origin. Positions are checked, nothing is changed.
 *
 * @param fields the properties that are looked at; all others, owners and file numbers among them, are not even read
 */
export function readFeatures(json: unknown, fields: (key: string) => boolean): RawMap {
  const collection = asObject(json)
  const list = collection?.type === 'FeatureCollection' ? collection.features : collection?.type === 'Feature' ? [collection] : undefined
  const refused = (message: string): RawMap => ({ features: [], vertices: 0, bounds: NO_BOUNDS, problems: [{ place: 'Karte', message }] })
  if (!Array.isArray(list)) return refused('Das ist keine GeoJSON-Karte (FeatureCollection).')
  if (list.length === 0) return refused('Die Karte ist leer.')
  if (list.length > MOST_FEATURES) return refused(`Die Karte hat ${list.length} Einträge; möglich sind höchstens ${MOST_FEATURES}.`)
  const reader = new FeatureReader(fields)
  const features = list.flatMap((feature, index) => reader.read(feature, index + 1))
  if (reader.vertices > MOST_VERTICES)
    reader.problems.push({
      place: 'Karte',
      message: `Die Karte hat ${reader.vertices} Stützpunkte; möglich sind höchstens ${MOST_VERTICES}. Bitte vereinfachen Sie sie vorher oder lassen Sie Gebäude weg.`,
    })
  return { features, vertices: reader.vertices, bounds: reader.bounds, problems: reader.problems }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined
}

class FeatureReader {
  readonly problems: ImportProblem[] = []
  readonly bounds = { ...NO_BOUNDS }
  vertices = 0
  readonly #isField: (key: string) => boolean
  readonly #fields = new Map<string, boolean>()

  constructor(fields: (key: string) => boolean) {
    this.#isField = fields
  }

  read(json: unknown, number: number): RawFeature[] {
    const feature = asObject(json)
    const geometry = asObject(feature?.geometry)
    const properties = this.#texts(asObject(feature?.properties))
    const place = placeOf(number, properties)
    if (feature?.type !== 'Feature') return this.#refuse(place, 'Der Eintrag ist kein „Feature“.')
    // Registers list entries without a geometry; they cannot be drawn and are no mistake.
    if (feature.geometry === null) return []
    const shaped = geometry && shapeOf(geometry)
    if (!shaped) return this.#refuse(place, 'Die Form des Eintrags wird nicht gelesen. Möglich sind Punkte, Linien und Flächen.')
    const [least, noun] =
      shaped.shape === 'polygon' ? ([4, 'Ein Flächenrand'] as const) : shaped.shape === 'line' ? ([2, 'Eine Linie'] as const) : ([1, 'Ein Punkt'] as const)
    for (const part of shaped.parts) {
      if (!Array.isArray(part) || part.length === 0) return this.#refuse(place, 'Die Koordinaten des Eintrags sind unvollständig.')
      for (const line of part) {
        if (!Array.isArray(line) || !this.#measure(line)) return this.#refuse(place, 'Die Koordinaten des Eintrags sind keine Zahlenpaare.')
        if (line.length < least) return this.#refuse(place, `${noun} hat nur ${line.length} Stützpunkte; nötig sind ${least}.`)
        this.vertices += line.length
      }
    }
    return [{ number, properties, shape: shaped.shape, parts: shaped.parts }]
  }

  /** Are these positions? Their bounds are kept along the way. */
  #measure(line: readonly unknown[]): boolean {
    const { bounds } = this
    for (let at = 0; at < line.length; at++) {
      const position = line[at] as readonly unknown[] | null
      const x = Array.isArray(position) ? position[0] : undefined
      const y = Array.isArray(position) ? position[1] : undefined
      if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) return false
      if (x < bounds.minX) bounds.minX = x
      if (x > bounds.maxX) bounds.maxX = x
      if (y < bounds.minY) bounds.minY = y
      if (y > bounds.maxY) bounds.maxY = y
    }
    return true
  }

  #texts(properties: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, string>> {
    const texts: Record<string, string> = {}
    for (const key in properties) {
      const value = this.#isWanted(key) && Object.hasOwn(properties, key) ? properties[key] : undefined
      if (typeof value === 'string' && value !== '') texts[key] = tidy(value.slice(0, 200))
      else if (typeof value === 'number') texts[key] = String(value)
    }
    return texts
  }

  /** Asked once for each name, since thousands of entries have the same. */
  #isWanted(key: string): boolean {
    const known = this.#fields.get(key)
    if (known !== undefined) return known
    const wanted = key !== '__proto__' && this.#isField(key)
    this.#fields.set(key, wanted)
    return wanted
  }

  #refuse(place: string, message: string): RawFeature[] {
    this.problems.push({ place, message })
    return []
  }
}

/** `Eintrag 12 („Kaltlohra“)` */
export function placeOf(number: number, properties: Readonly<Record<string, string>>): string {
  const name = Object.entries(properties).find(([key]) => /name|^gen$|ortsteil/i.test(key))?.[1]
  return name ? `Eintrag ${number} („${name.slice(0, 60)}“)` : `Eintrag ${number}`
}

type Parts = RawFeature['parts']

function shapeOf(geometry: Readonly<Record<string, unknown>>): Pick<RawFeature, 'shape' | 'parts'> | undefined {
  const { type, coordinates } = geometry
  const list = (value: unknown) => (Array.isArray(value) ? value : [])
  switch (type) {
    case 'Point':
      return { shape: 'point', parts: [[[coordinates]]] as unknown as Parts }
    case 'MultiPoint':
      return { shape: 'point', parts: list(coordinates).map((position) => [[position]]) as unknown as Parts }
    case 'LineString':
      return { shape: 'line', parts: [[coordinates]] as unknown as Parts }
    case 'MultiLineString':
      return { shape: 'line', parts: list(coordinates).map((line) => [line]) as unknown as Parts }
    case 'Polygon':
      return { shape: 'polygon', parts: [coordinates] as unknown as Parts }
    case 'MultiPolygon':
      return { shape: 'polygon', parts: list(coordinates) as unknown as Parts }
    default:
      return undefined
  }
}
