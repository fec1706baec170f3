import { describe, expect, test } from 'vitest'
import { parsePabulib } from '../../rules/participatoryBudgeting/pabulib.ts'
import type { MapFeature, Position } from '../../rules/scenario/townMap.ts'
import type { ReportRow, SessionReport } from '../../rules/sessionReport.ts'
import { writingIn } from '../../server/exports/content/writing.ts'
import { mapSvg } from '../../server/exports/map/mapSvg.ts'
import { anchorOf } from '../../server/exports/map/places.ts'
import { spreadSigns } from '../../server/exports/map/spreadSigns.ts'
import { exported, recordedReport, withMeasures } from './reports.ts'

const base = recordedReport()
const placed = base.list.filter(({ place }) => place.kind !== 'municipality')

describe('signs on the map', () => {
  const size = { width: 60, height: 30 }
  const bounds = { width: 1600, height: 1300 }
  const apart = (signs: readonly { x: number; y: number }[]) =>
    signs.every((one, index) =>
      signs.slice(index + 1).every((other) => Math.abs(one.x - other.x) >= size.width - 0.1 || Math.abs(one.y - other.y) >= size.height - 0.1),
    )

  test('do not cover each other, even a hundred and more on one spot in a corner, and stay on the map', () => {
    const heap = Array.from({ length: 120 }, (_, index) => ({ x: index < 60 ? 5 : 800, y: index < 60 ? 5 : 600 }))
    const spread = spreadSigns(heap, size, bounds)
    expect(apart(spread)).toBe(true)
    expect(spread.every(({ x, y }) => x >= 30 && y >= 15 && x <= 1570 && y <= 1285)).toBe(true)
  })

  test('stay where they are when there is room', () => {
    const signs = [
      { x: 100, y: 100 },
      { x: 300, y: 100 },
    ]
    expect(spreadSigns(signs, size, bounds)).toEqual(signs)
  })
})

test('a measure is shown at its point, half way along its line, in the middle of its area', () => {
  const row = (place: ReportRow['place']) => ({ ...(base.list[0] as ReportRow), place })
  const square = (x: number): Position[] => [
    [x, 0],
    [x + 10, 0],
    [x + 10, 10],
    [x, 10],
  ]
  const district = (x: number): MapFeature => ({
    type: 'Feature',
    properties: { kind: 'localDistrict', areaId: 'A' },
    geometry: { type: 'Polygon', coordinates: [square(x)] },
  })
  const town = { extent: { width: 100, height: 100 }, attribution: '', features: [district(0), district(50)] }
  expect(anchorOf(town, row({ kind: 'point', at: [3, 4] }))).toEqual([3, 4])
  expect(
    anchorOf(
      town,
      row({
        kind: 'line',
        points: [
          [0, 0],
          [0, 10],
          [30, 10],
        ],
      }),
    ),
  ).toEqual([10, 10])
  expect(anchorOf(town, row({ kind: 'area', areaId: 'A' }))).toEqual([5, 5])
  expect(anchorOf(town, row({ kind: 'municipality' }))).toBeUndefined()
})

test('every measure with a place has its sign, the others are named below, agreed areas are tinted, others not', () => {
  const svg = mapSvg(writingIn('de', base), base)
  for (const { code } of placed) expect(svg).toContain(`>${code.replace(/(\p{L}+)(\d)/u, '$1\u00a0$2')}</text>`)
  expect(svg).toMatch(/In der gesamten Gemeinde: D\u00a012/)
  const tinted = (report: SessionReport) => mapSvg(writingIn('de', report), report).split('fill-opacity="0.32"').length - 1
  expect(tinted(base)).toBe(base.focusAreas.filter(({ status }) => status === 'confirmed').length)
  expect(tinted({ ...base, focusAreas: base.focusAreas.map((area) => ({ ...area, status: 'declined' })) })).toBe(0)
})

test('two hundred measures fit on the map', () => {
  const many = withMeasures(base, 200)
  expect(mapSvg(writingIn('de', many), many).match(/<rect [^>]*rx/g)?.length).toBe(
    many.list.filter(({ place }) => place.kind !== 'municipality').length + many.offices.length,
  )
})

describe('GeoJSON', async () => {
  const { features } = JSON.parse(String((await exported('geojson', base, 'de')).content)) as {
    features: { id: string; geometry: { type: string; coordinates: never } | null; properties: Record<string, unknown> }[]
  }
  const featureOf = (kind: ReportRow['place']['kind']) => {
    const row = base.list.find(({ place }) => place.kind === kind)
    return { row, feature: features.find(({ id }) => id === row?.measureId) }
  }

  test('has every measure and every focus area', () => {
    expect(features.map(({ id }) => id)).toEqual([...base.list.map(({ measureId }) => measureId), ...base.focusAreas.map(({ areaId }) => `area-${areaId}`)])
  })

  test('counts northwards, as geographic programs do', () => {
    const { row, feature } = featureOf('point')
    if (row?.place.kind !== 'point') throw new Error('a measure at a point')
    expect(feature?.geometry).toEqual({ type: 'Point', coordinates: [row.place.at[0], base.town.extent.height - row.place.at[1]] })
    expect(featureOf('municipality').feature?.geometry).toBeNull()
  })

  test('of a town on the earth is in degrees of WGS 84, rings turned as before', async () => {
    const row = base.list.find(({ place }) => place.kind === 'point')
    if (!row) throw new Error('a measure at a point')
    // A tabulated point: 9° east, 48.5° north is 500 000 / 5 371 875.577 in UTM zone 32.
    const origin = { crs: 'EPSG:25832', x: 499_000, y: 5_372_875.577 } as const
    const placed: SessionReport = { ...base, town: { ...base.town, origin }, list: [{ ...row, place: { kind: 'point', at: [1000, 1000] } }] }
    const file = JSON.parse(String((await exported('geojson', placed, 'de')).content))
    expect(file.note).toContain('WGS 84')
    const [longitude, latitude] = file.features[0].geometry.coordinates
    expect([longitude, latitude]).toEqual([expect.closeTo(9, 6), expect.closeTo(48.5, 6)])
    const areas = file.features.flatMap(({ geometry }: { geometry: { type: string; coordinates: Position[][][] } }) =>
      geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
    )
    expect(areas.length).toBeGreaterThan(0)
    for (const [outer = []] of areas) expect(turning(outer)).toBeGreaterThan(0)
  })

  test('closes its rings and turns them as RFC 7946 asks', () => {
    const polygons = features.flatMap(({ geometry }) => (geometry?.type === 'MultiPolygon' ? (geometry.coordinates as Position[][][]) : []))
    expect(polygons.length).toBeGreaterThan(5)
    for (const [outer = [], ...holes] of polygons) {
      expect(turning(outer)).toBeGreaterThan(0)
      for (const hole of holes) expect(turning(hole)).toBeLessThan(0)
      for (const ring of [outer, ...holes]) expect(ring.at(-1)).toEqual(ring[0])
    }
  })

  test('columns of figures hold figures or nothing', () => {
    for (const { id, properties } of features.slice(0, base.list.length)) {
      for (const column of ['Rang', 'Grobkosten (T€)', 'Förderquote (%)', 'Eigenanteil (T€)', 'Folgekosten (T€ p. a.)']) {
        expect([typeof properties[column], properties[column]], `${id} ${column}`).toSatisfy(([type, value]: unknown[]) => type === 'number' || value === null)
      }
    }
  })
})

describe('Pabulib', () => {
  const read = async (report: SessionReport) => {
    const parsed = parsePabulib(String((await exported('pb', report, 'de')).content))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    return parsed.file
  }

  test('holds the list with own contributions out of what all have, and no ballot of fewer than five', async () => {
    const { election, meta } = await read(base)
    expect(base.procedure.dotBallots).toEqual([])
    expect(election.voters).toEqual([])
    expect(meta.get('comment')).toContain('Unter fünf Abgaben')
    expect(election.projects.map(({ id, cost }) => [id, Number(cost.numerator)])).toEqual(
      base.list.map(({ measureId, ownContribution }) => [measureId, ownContribution]),
    )
    expect(Number(election.budget.numerator)).toBe(base.procedure.mediumLine)
  })

  test('holds the ballots of five and more, without names', async () => {
    const [first, second] = base.list.map(({ measureId }) => measureId)
    if (!first || !second) throw new Error('two measures')
    const dotBallots = Array.from({ length: 5 }, (_, index) => ({ [first]: 2, [second]: index % 2, nowhere: 1 }))
    const { election, meta } = await read({ ...base, procedure: { ...base.procedure, dotBallots } })
    expect(election.voters.map(({ id, ballot }) => [id, [...ballot].map(([project, points]) => `${project} ${points.numerator}`)])).toEqual(
      dotBallots.map((ballot, index) => [String(index + 1), [`${first} 2`, ...(ballot[second] ? [`${second} 1`] : [])]]),
    )
    expect(meta.get('comment')).not.toContain('Unter fünf')
  })
})

function turning(ring: readonly Position[]): number {
  return ring.slice(1).reduce((sum, [x, y], index) => sum + (ring[index]?.[0] ?? x) * y - x * (ring[index]?.[1] ?? y), 0)
}
