import { expect, test } from 'vitest'
import type { ScreenPoint } from '../../../client/map/camera.ts'
import { arc, dashes, lengthOf, stretch, symbolSpot } from '../../../client/map/linePath.ts'

const distance = ([x, y]: ScreenPoint, [ox, oy]: ScreenPoint) => Math.hypot(ox - x, oy - y)

test('a line begins and ends at the edge of its pins', () => {
  const way = arc([0, 0], [200, 0], 21)
  const [first, last] = [way[0], way.at(-1)]
  expect(first && distance(first, [0, 0])).toBeCloseTo(21, 0)
  expect(last && distance(last, [200, 0])).toBeCloseTo(21, 0)
})

test('pins that touch have no line between them', () => {
  expect(arc([0, 0], [42, 0], 21)).toEqual([])
})

test('a line bows away from a label', () => {
  const highest = (way: readonly ScreenPoint[]) => Math.min(...way.map(([, y]) => y))
  const lowest = (way: readonly ScreenPoint[]) => Math.max(...way.map(([, y]) => y))
  expect(lowest(arc([0, 0], [200, 0], 21, [[100, 30]]))).toBeLessThanOrEqual(0)
  expect(highest(arc([0, 0], [200, 0], 21, [[100, -30]]))).toBeGreaterThanOrEqual(0)
})

test('a stretch of a line runs over its corners', () => {
  const corner: ScreenPoint[] = [
    [0, 0],
    [10, 0],
    [10, 10],
  ]
  expect(lengthOf(corner)).toBe(20)
  expect(stretch(corner, 5, 15)).toEqual([
    [5, 0],
    [10, 0],
    [10, 5],
  ])
  expect(stretch(corner, 0, 20)).toEqual(corner)
})

test('dashes are as long as asked for and leave gaps', () => {
  const pieces = dashes(
    [
      [0, 0],
      [100, 0],
    ],
    12,
    6,
  )
  expect(pieces.map((piece) => Math.round(lengthOf(piece)))).toEqual([12, 12, 12, 12, 12, 10])
  expect(pieces[1]?.[0]).toEqual([18, 0])
})

test('a symbol stands in the middle, or beside it where a pin lies there', () => {
  const way: ScreenPoint[] = [
    [0, 0],
    [200, 0],
  ]
  expect(symbolSpot(way, [], 30)).toEqual([100, 0])
  expect(symbolSpot(way, [[100, 0]], 30)).toEqual([68, 0])
  expect(symbolSpot([], [], 30)).toBeUndefined()
})

test('with pins everywhere a symbol stands where most room is', () => {
  const pins = [0, 40, 80, 100, 120].map((x): ScreenPoint => [x, 0])
  expect(
    symbolSpot(
      [
        [0, 0],
        [200, 0],
      ],
      pins,
      60,
    ),
  ).toEqual([164, 0])
})
