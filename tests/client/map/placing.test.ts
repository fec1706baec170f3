import { expect, test } from 'vitest'
import { type Placing, snapped, tapped } from '../../../client/map/placing.ts'
import { placingTargets } from '../../../client/map/placingTargets.ts'
import { areaAt } from '../../../rules/geometry.ts'
import { PlaceInput } from '../../../rules/placement.ts'
import type { Measure } from '../../../rules/scenario/parts.ts'
import type { MapFeature, Position } from '../../../rules/scenario/townMap.ts'
import { muldenau } from '../../helpers/muldenau.ts'

const scenario = muldenau('halfDay')
const market: Position = [4470, 3500]
const outside: Position = [20, 20]
const measure = (kind: Measure['spatialReference'], test: (measure: Measure) => boolean = () => true): Measure => {
  const found = scenario.measures.find((each) => each.spatialReference === kind && test(each))
  if (!found) throw new Error(`Muldenau has no such ${kind}`)
  return found
}
const anywhere = (kind: Placing['kind']): Placing => ({ scenario, kind })

test('a tap near a site means the site', () => {
  expect(tapped(anywhere('point'), [], [4480, 3509], 60)).toEqual({ kind: 'place', place: { kind: 'point', at: market } })
})

test('a tap elsewhere means that very spot, in whole metres', () => {
  const answer = tapped(anywhere('point'), [], [5000.4, 2500.6], 1)
  expect(answer).toEqual({ kind: 'place', place: { kind: 'point', at: [5000, 2501] } })
  expect(answer.kind === 'place' && PlaceInput.safeParse(answer.place).success).toBe(true)
})

test('a tap outside of the municipality does not count', () => {
  for (const kind of ['point', 'line', 'area'] as const) expect(tapped(anywhere(kind), [], outside, 5)).toEqual({ kind: 'refused', why: 'outside' })
})

test('a tap where the measure may not lie says so', () => {
  const bound = measure('point', ({ allowedAreaIds }) => allowedAreaIds.length > 0 && !allowedAreaIds.includes('ORT'))
  const village = scenario.map.features.find(({ properties }) => properties.kind === 'localDistrict')?.id
  const target = placingTargets({ placing: anywhere('area'), points: [] }).find(({ id }) => id === 'ORT')
  expect(village).toBeDefined()
  expect(target && tapped({ scenario, kind: 'point', measure: bound }, [], target.at, 1)).toEqual({ kind: 'refused', why: 'notAllowed' })
})

test('a line collects its points, each once', () => {
  const first = tapped(anywhere('line'), [], market, 10)
  expect(first).toEqual({ kind: 'points', points: [market] })
  const again = tapped(anywhere('line'), [market], market, 10)
  expect(again).toEqual({ kind: 'points', points: [market] })
  const second = tapped(anywhere('line'), [market], [5000, 3500], 1)
  expect(second.kind === 'points' && second.points).toHaveLength(2)
})

test('a line never gets more points than a place may have', () => {
  const points = Array.from({ length: 50 }, (_, index): Position => [4400 + index, 3500])
  const answer = tapped(anywhere('line'), points, [5000, 3500], 1)
  expect(answer.kind === 'points' && PlaceInput.safeParse({ kind: 'line', points: answer.points }).success).toBe(true)
})

test('points of a line keep to roads, points alone do not', () => {
  const road: Position[] = [
    [3000, 3000],
    [5000, 3000],
  ]
  const feature: MapFeature = { type: 'Feature', properties: { kind: 'road' }, geometry: { type: 'LineString', coordinates: road } }
  const plain = {
    ...scenario,
    sites: [],
    map: { ...scenario.map, features: [...scenario.map.features.filter(({ properties }) => properties.kind === 'municipality'), feature] },
  }
  expect(snapped(plain, [4000, 3030], 40, true)).toEqual([4000, 3000])
  expect(snapped(plain, [4000, 3050], 40, true)).toEqual([4000, 3050])
  expect(snapped(plain, [4000, 3030], 40, false)).toEqual([4000, 3030])
})

test('a tap on a district means the whole area', () => {
  const answer = tapped(anywhere('area'), [], market, 10)
  expect(answer).toEqual({ kind: 'place', place: { kind: 'area', areaId: areaAt(scenario, market) } })
})

test('the keyboard reaches only places where the measure may lie, and knows the suggested ones', () => {
  const bound = measure('point', ({ allowedAreaIds, siteIds }) => allowedAreaIds.length > 0 && siteIds.length > 0)
  const targets = placingTargets({ placing: { scenario, kind: 'point', measure: bound }, points: [] })
  expect(targets.length).toBeGreaterThan(0)
  for (const { at } of targets) expect(bound.allowedAreaIds).toContain(areaAt(scenario, at))
  expect(targets.filter(({ suggested }) => suggested).map(({ id }) => id)).toEqual(expect.arrayContaining([...bound.siteIds]))
  for (const target of targets) expect(tapped({ scenario, kind: 'point', measure: bound }, [], target.at, 0).kind).toBe('place')
})
