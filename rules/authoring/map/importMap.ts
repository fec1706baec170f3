import type { z } from 'zod'
import { isInsidePolygon } from '../../geometry.ts'
import type { Area, LocalDistrict, Site } from '../../scenario/parts.ts'
import { type MapFeature, type Position, TownMap } from '../../scenario/townMap.ts'
import { IdGiver } from '../ids.ts'
import type { Findings, ImportProblem } from '../problem.ts'
import { type Classified, classify, districtFieldOf, isTelling, type MapKind } from './classify.ts'
import { type Bounds, crsOf, type FoundCrs, guessedCrs, lieInGermany, namedCrs } from './crs.ts'
import { type CrsId, PROJECTIONS } from './projections.ts'
import { placeOf, type RawFeature, type RawMap, readFeatures } from './readFeatures.ts'
import { areaOfRing, outlineOf, selfCrossing } from './rings.ts'
import { importances, keepRings, toleranceFor } from './simplify.ts'
import { type Piece, Vertices } from './vertices.ts'

/** What a map may have once it is simplified. */
const MOST_KEPT = 20_000
const MOST_DISTRICTS = 60
const MOST_SITES = 500
const MOST_FEATURES = 5000
/** Nothing finer than this share of the town's longer side can be seen on a beamer. */
const FINEST = 1 / 6000
/** Room around the municipality. */
const MARGIN = 0.04

export interface MapOptions {
  /** overrides what the file says */
  readonly crs?: string | undefined
  /** field that names the districts; guessed where absent */
  readonly districtField?: string | undefined
  readonly attribution?: string | undefined
  readonly onProgress?: ((step: string, share: number) => void) | undefined
}

type AreaIn = z.input<typeof Area>
type LocalDistrictIn = z.input<typeof LocalDistrict>
type SiteIn = z.input<typeof Site>

export interface ImportedMap extends Findings {
  /** undefined when there are problems */
  readonly map?: TownMap
  readonly areas: readonly AreaIn[]
  readonly localDistricts: readonly LocalDistrictIn[]
  readonly sites: readonly SiteIn[]
  readonly facts: { readonly crs: string; readonly districtField: string; readonly verticesRead: number; readonly verticesKept: number }
}

/**
 * A town map from GeoJSON of any origin: projected to local metres, simplified with shared borders, with names and nothing else of
 * the properties. A map of our own comes back as it is.
 */
export function importMap(json: unknown, options: MapOptions = {}): ImportedMap {
  const own = TownMap.safeParse(json)
  if (own.success) return ownMap(own.data, options)
  options.onProgress?.('Einträge lesen', 0)
  const raw = readFeatures(json, (key) => isTelling(key) || key === options.districtField)
  if (raw.problems.length > 0) return refused(raw.problems)
  const importer = new MapImporter(raw.features, options)
  return importer.import(json, raw)
}

function refused(problems: readonly ImportProblem[], hints: readonly ImportProblem[] = []): ImportedMap {
  return { problems, hints, areas: [], localDistricts: [], sites: [], facts: { crs: '', districtField: '', verticesRead: 0, verticesKept: 0 } }
}

/** Names of areas and districts are those of the map. */
function ownMap(map: TownMap, { attribution }: MapOptions): ImportedMap {
  const named = (kind: MapKind) => map.features.filter(({ properties }) => properties.kind === kind)
  const areas = named('district').flatMap(({ properties: { areaId, name } }) => (areaId === undefined ? [] : [{ id: areaId, name: name ?? areaId }]))
  const localDistricts = named('localDistrict').flatMap(({ id, properties: { name, areaId } }) =>
    id === undefined ? [] : [{ id, name: name ?? id, ...(areaId === undefined ? {} : { areaId }) }],
  )
  const sites = named('site').flatMap(({ id, properties, geometry }) =>
    id === undefined || geometry.type !== 'Point' ? [] : [{ id, name: properties.name ?? id, position: geometry.coordinates }],
  )
  const vertices = JSON.stringify(map.features).split('],[').length
  return {
    map: attribution === undefined ? map : { ...map, attribution },
    areas: areas.filter((area, index) => areas.findIndex(({ id }) => id === area.id) === index),
    localDistricts,
    sites,
    problems: [],
    hints: [],
    facts: { crs: 'lokale Meter', districtField: '', verticesRead: vertices, verticesKept: vertices },
  }
}

interface Entry {
  readonly feature: RawFeature
  readonly what: Classified
  /** by part, by line */
  readonly pieces: readonly (readonly Piece[])[]
}

type Rings = readonly Position[][]

class MapImporter {
  readonly #options: MapOptions
  readonly #features: readonly RawFeature[]
  readonly #problems: ImportProblem[] = []
  readonly #hints: ImportProblem[] = []
  readonly #ids = new IdGiver()

  constructor(features: readonly RawFeature[], options: MapOptions) {
    this.#features = features
    this.#options = options
  }

  import(json: unknown, { vertices: verticesRead, bounds }: RawMap): ImportedMap {
    const { onProgress } = this.#options
    const found = this.#crs(json, bounds)
    if ('problem' in found) return refused([{ place: 'Karte', message: found.problem }])
    if (found.hint !== undefined) this.#hints.push({ place: 'Karte', message: found.hint })
    const { crs } = found
    const degrees = crs === 'EPSG:4326'
    const districtField = this.#options.districtField ?? districtFieldOf(this.#features)
    const vertices = new Vertices(degrees ? 1e-7 : 0.01)
    onProgress?.('Grenzen verbinden', 0.2)
    const entries = this.#entries(vertices, districtField)
    if (this.#problems.length > 0) return refused(this.#problems, this.#hints)
    onProgress?.('Vereinfachen', 0.4)
    const kept = this.#simplified(vertices, entries, degrees)
    onProgress?.('Umrechnen', 0.7)
    const frame = new Frame(vertices, crs, kept.importance, kept.tolerance, entries)
    const drawn = this.#draw(entries, frame)
    onProgress?.('Prüfen', 0.9)
    if (this.#problems.length > 0) return refused(this.#problems, this.#hints)
    onProgress?.('Fertig', 1)
    return {
      ...drawn,
      map: { ...drawn.map, attribution: this.#attribution(json) },
      problems: [],
      hints: this.#hints,
      facts: { crs, districtField: districtField ?? '', verticesRead, verticesKept: frame.drawn },
    }
  }

  #crs(json: unknown, bounds: Bounds): FoundCrs {
    const { crs } = this.#options
    const found = (crs === undefined ? namedCrs((json as { readonly crs?: unknown }).crs) : crsOf(crs)) ?? guessedCrs(bounds)
    if ('problem' in found || lieInGermany(found.crs, bounds)) return found
    return { problem: `Die Zahlen der Karte passen nicht zum Koordinatensystem ${found.crs}, oder die Gemeinde liegt nicht in Deutschland.` }
  }

  #entries(vertices: Vertices, districtField: string | undefined): readonly Entry[] {
    const classified = this.#features.map((feature) => ({ feature, what: classify(feature, districtField) }))
    const drawable = classified.filter((each): each is { feature: RawFeature; what: Classified } => each.what !== undefined)
    const polygons = this.#features.filter(({ shape }) => shape === 'polygon')
    const [only] = polygons
    const boundaries = drawable.filter(({ what }) => what.kind === 'municipality' || what.kind === 'localDistrict')
    const chosen =
      boundaries.length === 0 && polygons.length === 1 && only ? [...drawable, { feature: only, what: { kind: 'municipality' as const, name: '' } }] : drawable
    const unknown = classified.length - chosen.length
    if (unknown > 0)
      this.#hints.push({
        place: 'Karte',
        message: `${unknown} ${unknown === 1 ? 'Eintrag zeigt' : 'Einträge zeigen'} nichts, was die Stadtkarte kennt, und ${unknown === 1 ? 'wurde' : 'wurden'} übergangen.`,
      })
    if (boundaries.length === 0 && chosen === drawable)
      this.#problems.push({
        place: 'Karte',
        message: 'Die Karte hat weder eine Gemeindegrenze noch benannte Ortsteile. Bitte geben Sie das Feld an, in dem der Ortsteil steht.',
      })
    this.#checkCounts(chosen)
    return chosen.map(({ feature, what }) => ({
      feature,
      what,
      pieces: feature.parts.map((part) => part.map((line) => piece(vertices, line, feature.shape === 'polygon'))),
    }))
  }

  #checkCounts(chosen: readonly { readonly feature: RawFeature; readonly what: Classified }[]): void {
    const districts = new Set(chosen.filter(({ what }) => what.kind === 'localDistrict').map(({ what }) => what.name))
    if (districts.size > MOST_DISTRICTS)
      this.#problems.push({ place: 'Karte', message: `Die Karte hat ${districts.size} Ortsteile; möglich sind höchstens ${MOST_DISTRICTS}.` })
    const sites = chosen.filter(({ what }) => what.kind === 'site').length
    if (sites > MOST_SITES) this.#problems.push({ place: 'Karte', message: `Die Karte hat ${sites} Orte; möglich sind höchstens ${MOST_SITES}.` })
    for (const { feature, what } of chosen)
      if (/Ã[\u0080-\u00bf¼¤¶Ÿ]|√[üäö§∂]|\ufffd/u.test(what.name))
        this.#hints.push({
          place: placeOf(feature.number, feature.properties),
          message: `Der Name „${what.name}“ hat beschädigte Umlaute. Bitte exportieren Sie die Karte in UTF-8.`,
        })
  }

  #simplified(vertices: Vertices, entries: readonly Entry[], degrees: boolean): { readonly importance: Float64Array; readonly tolerance: number } {
    const all = entries.flatMap(({ pieces }) => pieces.flat()).filter(({ vertices: ids }) => ids.length > 1)
    const middle = vertices.count > 0 ? vertices.y(0) : 0
    const importance = importances(vertices, all, degrees ? Math.cos((middle * Math.PI) / 180) : 1)
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const { what, pieces } of entries)
      if (what.kind === 'municipality' || what.kind === 'localDistrict')
        for (const { vertices: ids } of pieces.flat())
          for (const id of ids) {
            low = Math.min(low, vertices.y(id))
            high = Math.max(high, vertices.y(id))
          }
    const tolerance = toleranceFor(importance, Math.max((high - low) * FINEST, 0), MOST_KEPT)
    keepRings(all, importance, tolerance)
    return { importance, tolerance }
  }

  #draw(entries: readonly Entry[], frame: Frame): Omit<ImportedMap, 'facts' | 'problems' | 'hints'> & { readonly map: TownMap } {
    const { areas, localDistricts, features: districts, polygons } = this.#districts(entries, frame)
    const municipality = this.#municipality(entries, frame, polygons)
    const others = entries.flatMap((entry) => this.#other(entry, frame))
    const sites = this.#sites(entries, frame, municipality, districts)
    const boundary: MapFeature = {
      type: 'Feature',
      id: this.#ids.give('gemeinde', 'gemeinde'),
      properties: { kind: 'municipality' },
      geometry: { type: 'MultiPolygon', coordinates: municipality.map((rings) => rings.map((ring) => [...ring])) },
    }
    const background = this.#fitting(others, MOST_FEATURES - districts.length - 1, MOST_KEPT)
    const extent = { width: frame.width, height: frame.height }
    const map: TownMap = { type: 'FeatureCollection', extent, origin: frame.origin, features: [boundary, ...districts, ...background] }
    if (areas.length > 0) return { map, areas, localDistricts, sites }
    // Without districts the whole municipality is one area, so that measures can lie somewhere.
    const whole: MapFeature = {
      ...boundary,
      id: this.#ids.give('gemeindegebiet', 'gebiet'),
      properties: { kind: 'district', name: 'Gemeindegebiet', areaId: 'gemeindegebiet' },
    }
    return {
      map: { ...map, features: [boundary, whole, ...background] },
      areas: [{ id: 'gemeindegebiet', name: 'Gemeindegebiet' }],
      localDistricts: [],
      sites: sites.map((site) => ({ ...site, areaId: 'gemeindegebiet' })),
    }
  }

  /** What a tablet can draw: when there is too much, buildings and paths go first. */
  #fitting(others: readonly MapFeature[], mostFeatures: number, mostVertices: number): readonly MapFeature[] {
    const sizes = others.map(({ geometry }) => JSON.stringify(geometry.coordinates).split(',').length / 2)
    if (others.length <= mostFeatures && sizes.reduce((sum, size) => sum + size, 0) <= mostVertices) return others
    const order = others.map((_, index) => index).sort((one, other) => RANK.indexOf(kindOf(others, one)) - RANK.indexOf(kindOf(others, other)) || one - other)
    const kept = new Set<number>()
    let vertices = 0
    for (const index of order) {
      vertices += sizes[index] ?? 0
      if (kept.size < mostFeatures && vertices <= mostVertices) kept.add(index)
    }
    this.#hints.push({
      place: 'Karte',
      message: `Die Karte hat mehr, als ein Tablet zeichnen kann; ${others.length - kept.size} Gebäude, Wege oder Flächen wurden weggelassen.`,
    })
    return others.filter((_, index) => kept.has(index))
  }

  /** Each named part is an area of the scenario and a local district; parts of one name, such as exclaves, are one. */
  #districts(entries: readonly Entry[], frame: Frame) {
    const byName = new Map<string, Position[][][]>()
    for (const entry of entries) {
      if (entry.what.kind !== 'localDistrict') continue
      const polygons = this.#polygons(entry, frame)
      byName.set(entry.what.name, [...(byName.get(entry.what.name) ?? []), ...polygons])
    }
    const named = [...byName]
      .filter(([, polygons]) => polygons.length > 0)
      .map(([name, polygons]) => ({ id: this.#ids.give(name, 'ortsteil'), name: name.slice(0, 80), polygons }))
    const feature = (kind: 'district' | 'localDistrict', { id, name, polygons }: (typeof named)[number]): MapFeature => ({
      type: 'Feature',
      id: kind === 'district' ? this.#ids.give(`gebiet-${id}`, 'gebiet') : id,
      properties: { kind, name, areaId: id },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    })
    return {
      areas: named.map(({ id, name }) => ({ id, name })),
      localDistricts: named.map(({ id, name }) => ({ id, name, areaId: id })),
      features: named.flatMap((each) => [feature('district', each), feature('localDistrict', each)]),
      polygons: named.flatMap(({ polygons }) => polygons),
    }
  }

  /** The boundary that the map has, else the outline of all its districts. */
  #municipality(entries: readonly Entry[], frame: Frame, districts: readonly Rings[]): readonly Rings[] {
    const drawn = entries.filter(({ what }) => what.kind === 'municipality').flatMap((entry) => this.#polygons(entry, frame))
    if (drawn.length > 0) return drawn
    // Slivers between districts that were digitised apart are no holes of the town.
    const largest = Math.max(0, ...districts.map(([ring = []]) => areaOfRing(ring)))
    return outlineOf(districts, largest / 1000)
  }

  #polygons(entry: Entry, frame: Frame): Position[][][] {
    const place = placeOf(entry.feature.number, entry.feature.properties)
    return entry.pieces.flatMap((rings) => {
      const drawn = rings.map((ring) => frame.ring(ring)).filter((ring) => ring.length >= 4 && areaOfRing(ring) > 0)
      if (rings.length > 0 && drawn.length === 0) {
        this.#problems.push({ place, message: 'Die Fläche ist leer.' })
        return []
      }
      return [drawn.map((ring, index) => this.#sound(ring, rings[index], frame, place))]
    })
  }

  /** Simplifying may make a ring cross itself; then it stays as it was. One that crosses itself from the start has to be put right. */
  #sound(ring: Position[], piece: Piece | undefined, frame: Frame, place: string): Position[] {
    const crossing = selfCrossing(ring)
    if (!crossing || !piece) return ring
    const whole = frame.whole(piece)
    if (!selfCrossing(whole)) return whole
    this.#problems.push({ place, message: `Die Grenze schneidet sich selbst (nahe ${frame.named(crossing)}). Bitte berichtigen Sie sie im GIS.` })
    return ring
  }

  #other(entry: Entry, frame: Frame): MapFeature[] {
    const { kind, class: style } = entry.what
    if (kind === 'municipality' || kind === 'localDistrict' || kind === 'district' || kind === 'site') return []
    const properties: MapFeature['properties'] = {
      kind,
      ...(entry.what.name ? { name: entry.what.name.slice(0, 80) } : {}),
      ...(style ? { class: style } : {}),
    }
    if (entry.feature.shape === 'polygon') {
      const polygons = entry.pieces
        .map((rings) => rings.map((ring) => frame.ring(ring).map((at) => frame.clamped(at))).filter((ring) => ring.length >= 4 && areaOfRing(ring) > 0))
        .filter(({ length }) => length > 0)
      return polygons.length === 0 ? [] : [{ type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates: polygons } }]
    }
    if (entry.feature.shape === 'point') return []
    const lines = entry.pieces.flatMap((part) => part.flatMap((line) => frame.clipped(frame.line(line))))
    return lines.length === 0 ? [] : [{ type: 'Feature', properties, geometry: { type: 'MultiLineString', coordinates: lines } }]
  }

  #sites(entries: readonly Entry[], frame: Frame, municipality: readonly Rings[], districts: readonly MapFeature[]): SiteIn[] {
    return entries.flatMap(({ feature, what, pieces }) => {
      const position = what.kind === 'site' && pieces[0]?.[0] ? frame.line(pieces[0][0])[0] : undefined
      if (!position) return []
      if (!municipality.some((polygon) => isInsidePolygon(position, polygon))) {
        this.#hints.push({
          place: placeOf(feature.number, feature.properties),
          message: `Der Ort „${what.name}“ liegt außerhalb der Gemeinde und wurde übergangen.`,
        })
        return []
      }
      const area = districts.find(
        ({ properties, geometry }) =>
          properties.kind === 'district' && geometry.type === 'MultiPolygon' && geometry.coordinates.some((polygon) => isInsidePolygon(position, polygon)),
      )
      return [
        {
          id: this.#ids.give(what.name, 'ort'),
          name: what.name.slice(0, 80),
          position,
          ...(area?.properties.areaId ? { areaId: area.properties.areaId } : {}),
        },
      ]
    })
  }

  #attribution(json: unknown): string {
    const given =
      this.#options.attribution ??
      ['attribution', 'copyright', 'licence', 'license']
        .map((key) => (json as Readonly<Record<string, unknown>>)[key])
        .find((value) => typeof value === 'string' && value !== '')
    if (typeof given === 'string') return given.slice(0, 300)
    const fromOsm = this.#features.some(({ properties }) =>
      Object.keys(properties).some((key) => key === '@id' || key === 'admin_level' || key === 'highway' || key === 'osm_id'),
    )
    if (fromOsm) return '© OpenStreetMap-Mitwirkende (ODbL)'
    this.#hints.push({
      place: 'Karte',
      message: 'Die Karte nennt keine Quelle. Bitte geben Sie an, von wem die Geodaten sind; die Angabe erscheint auf Karte und Ausgaben.',
    })
    return 'Quelle der Geodaten nicht angegeben'
  }
}

function kindOf(features: readonly MapFeature[], index: number): MapKind {
  return features[index]?.properties.kind ?? 'label'
}

/** What is left out last when a map has too many entries. */
const RANK: readonly MapKind[] = ['water', 'stream', 'landUse', 'railway', 'road', 'floodplain', 'label', 'path', 'building']

function piece(vertices: Vertices, line: readonly (readonly number[])[], ring: boolean): Piece {
  const ids = new Int32Array(line.length)
  let length = 0
  for (const position of line) {
    const id = vertices.add(position[0] ?? 0, position[1] ?? 0)
    if (length === 0 || ids[length - 1] !== id) ids[length++] = id
  }
  if (ring && length > 1 && ids[length - 1] === ids[0]) length -= 1
  return { vertices: ids.subarray(0, length), ring }
}

/** From the numbers of the file to local metres: x to the east, y to the south, origin at the upper left. */
class Frame {
  readonly width: number
  readonly height: number
  readonly origin: NonNullable<TownMap['origin']>
  drawn = 0
  readonly #vertices: Vertices
  readonly #importance: Float64Array
  readonly #tolerance: number
  readonly #toTarget: (x: number, y: number) => readonly [number, number]
  readonly #left: number
  readonly #top: number
  readonly #known = new Map<number, Position>()

  constructor(vertices: Vertices, crs: CrsId, importance: Float64Array, tolerance: number, entries: readonly Entry[]) {
    this.#vertices = vertices
    this.#importance = importance
    this.#tolerance = tolerance
    const inverse = PROJECTIONS[crs].inverse
    const [longitude] = inverse(vertices.x(0), vertices.y(0))
    const target = crs === 'EPSG:25832' || crs === 'EPSG:25833' ? crs : longitude < 12 ? 'EPSG:25832' : 'EPSG:25833'
    this.#toTarget = crs === target ? (x, y) => [x, y] : (x, y) => PROJECTIONS[target].forward(...inverse(x, y))
    let [west, south, east, north] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const { what, pieces } of entries) {
      if (what.kind !== 'municipality' && what.kind !== 'localDistrict') continue
      for (const { vertices: ids } of pieces.flat())
        for (const id of ids) {
          if (!this.#isKept(id)) continue
          const [x, y] = this.#toTarget(vertices.x(id), vertices.y(id))
          west = Math.min(west, x)
          east = Math.max(east, x)
          south = Math.min(south, y)
          north = Math.max(north, y)
        }
    }
    const margin = Math.ceil(Math.max(east - west, north - south) * MARGIN)
    this.#left = Math.floor(west) - margin
    this.#top = Math.ceil(north) + margin
    this.width = Math.ceil(east) + margin - this.#left
    this.height = this.#top - (Math.floor(south) - margin)
    this.origin = { crs: target, x: this.#left, y: this.#top }
  }

  #isKept(id: number): boolean {
    return (this.#importance[id] ?? 0) >= this.#tolerance
  }

  #position(id: number): Position {
    const known = this.#known.get(id)
    if (known) return known
    const [x, y] = this.#toTarget(this.#vertices.x(id), this.#vertices.y(id))
    const position: Position = [Math.round((x - this.#left) * 10) / 10, Math.round((this.#top - y) * 10) / 10]
    this.#known.set(id, position)
    return position
  }

  /** The closed ring, simplified. */
  ring({ vertices: ids }: Piece): Position[] {
    const kept: Position[] = []
    for (const id of ids) if (this.#isKept(id)) kept.push(this.#position(id))
    this.drawn += kept.length
    return kept[0] ? [...kept, kept[0]] : []
  }

  /** The closed ring with every vertex. */
  whole({ vertices: ids }: Piece): Position[] {
    const all = Array.from(ids, (id) => this.#position(id))
    return all[0] ? [...all, all[0]] : []
  }

  line({ vertices: ids }: Piece): Position[] {
    const kept: Position[] = []
    for (const id of ids) if (ids.length === 1 || this.#isKept(id)) kept.push(this.#position(id))
    this.drawn += kept.length
    return kept
  }

  /** Onto the sheet: what lies further out is drawn at its edge. */
  clamped([x, y]: Position): Position {
    return [Math.min(Math.max(x, 0), this.width), Math.min(Math.max(y, 0), this.height)]
  }

  /** The stretches of a line that lie on the sheet. */
  clipped(line: readonly Position[]): Position[][] {
    const stretches: Position[][] = []
    let stretch: Position[] = []
    for (const at of line) {
      const inside = at[0] >= 0 && at[1] >= 0 && at[0] <= this.width && at[1] <= this.height
      if (inside) stretch.push(at)
      if (inside) continue
      if (stretch.length > 1) stretches.push(stretch)
      stretch = []
    }
    return stretch.length > 1 ? [...stretches, stretch] : stretches
  }

  /** A local position in the coordinates of the country, for people who look it up. */
  named([x, y]: Position): string {
    return `${Math.round(x + this.#left)} / ${Math.round(this.#top - y)} in ${this.origin.crs}`
  }
}
