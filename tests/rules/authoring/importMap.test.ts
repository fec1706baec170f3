import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessedCrs, namedCrs } from '../../../rules/authoring/map/crs.ts'
import { importMap } from '../../../rules/authoring/map/importMap.ts'
import { CRS_IDS, type CrsId, PROJECTIONS } from '../../../rules/authoring/map/projections.ts'
import { areaOfRing, selfCrossing } from '../../../rules/authoring/map/rings.ts'
import { type MapFeature, type Position, TownMap } from '../../../rules/scenario/townMap.ts'
import { districtGeoJson, districtRings } from '../../helpers/districtMap.ts'

/** Made with an independent implementation (PROJ's formulas, seven parameters 598.1 73.7 418.2 0.202 0.045 −2.455 6.7). */
const KNOWN: readonly (readonly [CrsId, number, number, number, number])[] = [
  ['EPSG:25833', 14.64, 51.5, 475_011.45, 5_705_490.605],
  ['EPSG:25833', 12.37, 51.34, 316_820.063, 5_690_919.211],
  ['EPSG:25832', 14.64, 51.5, 891_345.299, 5_720_524.973],
  ['EPSG:25832', 9, 48.5, 500_000, 5_371_875.577],
  ['EPSG:3857', 13.74, 51.05, 1_529_529.803, 6_630_142.914],
  ['EPSG:31468', 12.37, 51.34, 4_525_887.573, 5_689_534.829],
  ['EPSG:31469', 14.64, 51.5, 5_475_137.391, 5_707_328.74],
]

describe('reference systems', () => {
  test.each(KNOWN)('%s of %d° east, %d° north is %d / %d, to two centimetres', (crs, longitude, latitude, x, y) => {
    const [east, north] = PROJECTIONS[crs].forward(longitude, latitude)
    expect(Math.hypot(east - x, north - y)).toBeLessThan(0.02)
  })

  test('there and back again is the same place, everywhere in Germany', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CRS_IDS),
        fc.double({ min: 6, max: 15, noNaN: true }),
        fc.double({ min: 47.3, max: 55, noNaN: true }),
        (crs, longitude, latitude) => {
          const [back, up] = PROJECTIONS[crs].inverse(...PROJECTIONS[crs].forward(longitude, latitude))
          expect(Math.hypot((back - longitude) * 70_000, (up - latitude) * 111_000)).toBeLessThan(0.03)
        },
      ),
      { seed: 1, numRuns: 500 },
    )
  })

  test('the old member names the system in several ways; others are refused by name', () => {
    const named = (name: string) => namedCrs({ type: 'name', properties: { name } })
    expect(named('urn:ogc:def:crs:EPSG::25833')).toEqual({ crs: 'EPSG:25833' })
    expect(named('EPSG:31468')).toEqual({ crs: 'EPSG:31468' })
    expect(named('urn:ogc:def:crs:OGC:1.3:CRS84')).toEqual({ crs: 'EPSG:4326' })
    expect(named('urn:ogc:def:crs:EPSG::2056')).toEqual({ problem: expect.stringContaining('„EPSG:2056“ wird nicht gelesen') })
  })

  test('without a name the range of the numbers tells, and where two zones are possible it is asked for', () => {
    const box = (x: number, y: number) => ({ minX: x, minY: y, maxX: x + 1, maxY: y + 1 })
    expect(guessedCrs({ minX: 13, minY: 51, maxX: 13.1, maxY: 51.1 })).toEqual({ crs: 'EPSG:4326' })
    expect(guessedCrs(box(4_525_887, 5_689_534))).toMatchObject({ crs: 'EPSG:31468' })
    expect(guessedCrs(box(5_475_137, 5_707_328))).toMatchObject({ crs: 'EPSG:31469' })
    expect(guessedCrs(box(1_529_529, 6_630_142))).toMatchObject({ crs: 'EPSG:3857' })
    expect(guessedCrs(box(734_709, 5_693_028))).toMatchObject({ crs: 'EPSG:25832' })
    expect(guessedCrs(box(411_682, 5_656_140))).toEqual({ problem: expect.stringContaining('Zone 32 oder 33') })
    expect(guessedCrs({ minX: 51, minY: 13, maxX: 51.1, maxY: 13.1 })).toEqual({ problem: expect.stringContaining('vertauscht') })
  })
})

const ORIGIN = { x: 411_000, y: 5_656_000 }
const plain = (x: number, y: number) => [ORIGIN.x + x, ORIGIN.y + y] as const
/** The same town in another system. */
const into = (crs: CrsId) => (x: number, y: number) => PROJECTIONS[crs].forward(...PROJECTIONS['EPSG:25833'].inverse(ORIGIN.x + x, ORIGIN.y + y))
const named = (crs: CrsId) => ({ crs: { type: 'name', properties: { name: `urn:ogc:def:crs:${crs.replace(':', '::')}` } } })
const rings = districtRings(3, 2, 400, 7)

function imported(json: unknown, options = {}) {
  const result = importMap(json, options)
  expect(result.problems).toEqual([])
  if (!result.map) throw new Error('no map')
  expect(TownMap.safeParse(result.map).success).toBe(true)
  return { ...result, map: result.map }
}

const outer = (feature: MapFeature): readonly Position[] => (feature.geometry.type === 'MultiPolygon' ? (feature.geometry.coordinates[0]?.[0] ?? []) : [])
const ofKind = (map: TownMap, kind: string) => map.features.filter(({ properties }) => properties.kind === kind)

describe('a map of districts', () => {
  test.each(CRS_IDS)('in %s becomes the same town in local metres', (crs) => {
    const { map, areas } = imported(districtGeoJson(rings, crs === 'EPSG:25833' ? plain : into(crs), named(crs)))
    expect(areas.map(({ name }) => name)).toEqual(rings.map(({ name }) => name))
    const total = ofKind(map, 'localDistrict').reduce((sum, feature) => sum + areaOfRing(outer(feature)), 0)
    // UTM and Gauß-Krüger differ by up to 0.1 % in area.
    expect(total).toBeGreaterThan(5_950_000)
    expect(total).toBeLessThan(6_050_000)
  })

  test('borders between districts stay shared: the town has no gaps and no overlaps', () => {
    const { map, facts } = imported(districtGeoJson(rings, plain, named('EPSG:25833')))
    expect(facts.verticesKept).toBeLessThan(facts.verticesRead / 2)
    const [boundary] = ofKind(map, 'municipality')
    if (boundary?.geometry.type !== 'MultiPolygon') throw new Error('no boundary')
    expect(boundary.geometry.coordinates).toHaveLength(1)
    const parts = ofKind(map, 'localDistrict').reduce((sum, feature) => sum + areaOfRing(outer(feature)), 0)
    expect(Math.abs(areaOfRing(outer(boundary)) - parts)).toBeLessThan(1)
  })

  test('for any town, every vertex of a border that one district keeps its neighbour keeps too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 2, max: 60 }), (seed, perBorder) => {
        const { map } = imported(districtGeoJson(districtRings(2, 2, perBorder, seed), plain, named('EPSG:25833')))
        const parts = ofKind(map, 'localDistrict').reduce((sum, feature) => sum + areaOfRing(outer(feature)), 0)
        const whole = ofKind(map, 'municipality').reduce((sum, feature) => sum + areaOfRing(outer(feature)), 0)
        expect(Math.abs(whole - parts)).toBeLessThan(1)
        for (const feature of ofKind(map, 'localDistrict')) expect(selfCrossing(outer(feature))).toBeUndefined()
      }),
      { seed: 5, numRuns: 60 },
    )
  })

  test('of foreign properties nothing is kept but names', () => {
    const { map } = imported(districtGeoJson(rings, plain, named('EPSG:25833')))
    expect(JSON.stringify(map)).not.toContain('Mustermann')
  })

  test('parts of one name are one district, also apart from each other; holes stay holes', () => {
    const square = (x: number, y: number, size: number) =>
      [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
        [x, y],
      ].map(([east = 0, north = 0]) => plain(east, north))
    const json = {
      type: 'FeatureCollection',
      ...named('EPSG:25833'),
      features: [
        { type: 'Feature', properties: { name: 'Kern' }, geometry: { type: 'Polygon', coordinates: [square(0, 0, 1000), square(400, 400, 200)] } },
        { type: 'Feature', properties: { name: 'Insel' }, geometry: { type: 'MultiPolygon', coordinates: [[square(400, 400, 200)], [square(1500, 0, 300)]] } },
        { type: 'Feature', properties: { name: 'Kern' }, geometry: { type: 'Polygon', coordinates: [square(2500, 0, 100)] } },
      ],
    }
    const { map, localDistricts } = imported(json)
    expect(localDistricts.map(({ id }) => id)).toEqual(['kern', 'insel'])
    const [core, island] = ofKind(map, 'localDistrict').map(({ geometry }) => (geometry.type === 'MultiPolygon' ? geometry.coordinates : []))
    expect(core?.map((polygon) => polygon.length)).toEqual([2, 1])
    expect(island).toHaveLength(2)
    const [boundary] = ofKind(map, 'municipality')
    expect(boundary?.geometry.type === 'MultiPolygon' && boundary.geometry.coordinates).toHaveLength(3)
  })

  test('the source is asked for, kept, or known from the tags', () => {
    const json = districtGeoJson(rings, plain, named('EPSG:25833'))
    expect(imported(json).hints.map(({ message }) => message)).toEqual([expect.stringContaining('keine Quelle')])
    expect(imported(json, { attribution: 'GeoSN, dl-de/by-2-0' }).map.attribution).toBe('GeoSN, dl-de/by-2-0')
    const road = {
      type: 'Feature',
      properties: { highway: 'primary', name: 'B 96' },
      geometry: { type: 'LineString', coordinates: [plain(10, 10), plain(900, 900), plain(90_000, 900)] },
    }
    const { map, hints } = imported({ ...json, features: [...json.features, road] })
    expect(map.attribution).toContain('OpenStreetMap')
    expect(hints).toEqual([])
    expect(ofKind(map, 'road')).toMatchObject([
      { properties: { kind: 'road', class: 'main', name: 'B 96' }, geometry: { coordinates: [[expect.any(Array), expect.any(Array)]] } },
    ])
  })

  test('points with a name become sites of their area; what lies outside is passed over and told', () => {
    const json = districtGeoJson(rings, plain, named('EPSG:25833'))
    const point = (name: string, x: number, y: number) => ({ type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: plain(x, y) } })
    const { sites, hints } = imported(
      { ...json, features: [...json.features, point('Alte Schule', 500, 500), point('Flughafen', 50_000, 0)] },
      { attribution: 'x' },
    )
    expect(sites).toMatchObject([{ id: 'alte-schule', name: 'Alte Schule', areaId: 'teil-a1' }])
    expect(hints.map(({ message }) => message)).toEqual([expect.stringContaining('außerhalb')])
  })
})

describe('what cannot be a town map is told in German, with the entry', () => {
  const feature = (coordinates: unknown, type = 'Polygon') => ({
    type: 'FeatureCollection',
    ...named('EPSG:25833'),
    features: [{ type: 'Feature', properties: { name: 'Kaltlohra' }, geometry: { type, coordinates } }],
  })
  const at = (...pairs: readonly (readonly [number, number])[]) => [pairs.map(([x, y]) => plain(x, y))]
  test.each<readonly [string, unknown, string]>([
    ['a text', 'Hallo', 'keine GeoJSON-Karte'],
    ['an empty collection', { type: 'FeatureCollection', features: [] }, 'leer'],
    ['another geometry', feature([], 'GeometryCollection'), 'wird nicht gelesen'],
    [
      'positions of text',
      feature([
        [
          ['a', 'b'],
          [1, 2],
          [3, 4],
          ['a', 'b'],
        ],
      ]),
      'keine Zahlenpaare',
    ],
    ['a ring of two corners', feature(at([0, 0], [1, 1], [0, 0])), 'nur 3 Stützpunkte'],
    ['an area without inside', feature(at([0, 0], [100, 100], [200, 200], [100, 100], [0, 0])), 'leer'],
    ['a border that crosses itself', feature(at([0, 0], [200, 100], [100, 0], [0, 60], [0, 0])), 'schneidet sich selbst'],
    ['another system', { ...feature(at([0, 0], [9, 0], [9, 9], [0, 0])), crs: { properties: { name: 'EPSG:2056' } } }, 'EPSG:2056'],
  ])('%s', (_what, json, words) => {
    const { problems, map } = importMap(json)
    expect(map).toBeUndefined()
    expect(problems.map(({ message }) => message).join(' ')).toContain(words)
  })

  test('too many vertices, districts or sites are told with their number', () => {
    const many = districtGeoJson(districtRings(8, 8, 2, 1), plain, named('EPSG:25833'))
    expect(importMap(many).problems).toEqual([{ place: 'Karte', message: 'Die Karte hat 64 Ortsteile; möglich sind höchstens 60.' }])
    const long = feature([Array.from({ length: 200_001 }, (_, index) => plain(Math.cos(index / 40_000) * 1000, Math.sin(index / 40_000) * 1000))])
    expect(importMap(long).problems).toMatchObject([{ message: expect.stringContaining('200001 Stützpunkte') }])
  })
})
