import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ScreenPoint } from '../../../client/map/camera.ts'
import { type Spot, spreadPins } from '../../../client/map/spreadPins.ts'

const GAP = 48

function closest(places: ReadonlyMap<string, ScreenPoint>): number {
  const all = [...places.values()]
  return Math.min(...all.flatMap(([x, y], index) => all.slice(index + 1).map(([ox, oy]) => Math.hypot(ox - x, oy - y))), Number.POSITIVE_INFINITY)
}

const spots = (points: readonly ScreenPoint[]): Spot[] => points.map((at, index) => ({ id: `K${String(index).padStart(2, '0')}`, at }))

test('pins with room stay on their spots', () => {
  expect([
    ...spreadPins(
      spots([
        [0, 0],
        [100, 0],
        [0, 60],
      ]),
      GAP,
    ).values(),
  ]).toEqual([
    [0, 0],
    [100, 0],
    [0, 60],
  ])
})

test('pins on the same spot open into a ring around it, the first upwards', () => {
  const places = [
    ...spreadPins(
      spots([
        [10, 10],
        [10, 10],
        [10, 10],
        [10, 10],
      ]),
      GAP,
    ).values(),
  ]
  const distances = places.map(([x, y]) => Math.hypot(x - 10, y - 10))
  expect(Math.max(...distances) - Math.min(...distances)).toBeLessThan(0.01)
  expect(places[0]?.[0]).toBeCloseTo(10)
  expect(places[0]?.[1]).toBeLessThan(10)
})

test('neighbours give way to each other by the same amount', () => {
  const [a, b] = [
    ...spreadPins(
      spots([
        [0, 0],
        [20, 0],
      ]),
      GAP,
    ).values(),
  ]
  expect(a?.[0]).toBeCloseTo(-14)
  expect(b?.[0]).toBeCloseTo(34)
})

test('sixty pins in one quarter: none closer than the gap', () => {
  const crowd = Array.from({ length: 60 }, (_, index): ScreenPoint => [(index * 37) % 90, (index * 53) % 80])
  expect(closest(spreadPins(spots(crowd), GAP))).toBeGreaterThanOrEqual(GAP - 1e-9)
})

const anyPoint = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }))

test('whatever the spots: no two pins closer than the gap, and the order in which they come changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyPoint, { maxLength: 25 }), (points) => {
      const given = spots(points)
      const places = spreadPins(given, GAP)
      expect(closest(places)).toBeGreaterThanOrEqual(GAP - 1e-9)
      expect(spreadPins([...given].reverse(), GAP)).toEqual(places)
    }),
    { numRuns: 60 },
  )
})

test('when the map is shifted, pins keep their place to each other', () => {
  const points: ScreenPoint[] = [
    [0, 0],
    [10, 5],
    [10, 5],
    [40, 8],
  ]
  const here = [...spreadPins(spots(points), GAP).values()]
  const there = [...spreadPins(spots(points.map(([x, y]) => [x + 64, y - 32])), GAP).values()]
  here.forEach(([x, y], index) => {
    expect(there[index]?.[0]).toBeCloseTo(x + 64)
    expect(there[index]?.[1]).toBeCloseTo(y - 32)
  })
})
