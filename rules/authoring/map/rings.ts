import { isInsideRing } from '../../geometry.ts'
import type { Position } from '../../scenario/townMap.ts'

/** Twice the signed area; the ring need not repeat its first position. */
function doubleArea(ring: readonly Position[]): number {
  let sum = 0
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [ax, ay] = ring[before] ?? [0, 0]
    const [bx, by] = ring[at] ?? [0, 0]
    sum += ax * by - bx * ay
  }
  return sum
}

export function areaOfRing(ring: readonly Position[]): number {
  return Math.abs(doubleArea(ring)) / 2
}

interface Segment {
  readonly number: number
  readonly a: Position
  readonly b: Position
  readonly minX: number
  readonly maxX: number
}

/** Where a ring crosses itself; undefined: nowhere. Neighbouring sides share their corner, which is no crossing. */
export function selfCrossing(ring: readonly Position[]): Position | undefined {
  const open = isRepeated(ring) ? ring.slice(0, -1) : ring
  const segments = open
    .map((a, number): Segment => {
      const b = open[(number + 1) % open.length] ?? a
      return { number, a, b, minX: Math.min(a[0], b[0]), maxX: Math.max(a[0], b[0]) }
    })
    .sort((one, other) => one.minX - other.minX)
  const active: Segment[] = []
  for (const segment of segments) {
    let kept = 0
    for (const other of active) {
      if (other.maxX < segment.minX) continue
      active[kept++] = other
      const apart = Math.abs(segment.number - other.number)
      if (apart > 1 && apart < open.length - 1 && cross(segment, other)) return segment.a
    }
    active.length = kept
    active.push(segment)
  }
  return undefined
}

function isRepeated(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)]
  return first !== undefined && last !== undefined && first !== last && first[0] === last[0] && first[1] === last[1]
}

/** Do the insides of two sides cross? Touching is allowed: rings that touch themselves in a corner are common in real borders. */
function cross({ a, b }: Segment, { a: c, b: d }: Segment): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

function side([ax, ay]: Position, [bx, by]: Position, [px, py]: Position): number {
  return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax))
}

type Side = readonly [Position, Position]
const keyOf = ([x, y]: Position) => `${x} ${y}`

/** Sides that only one of the polygons has. Outlines run one way and holes the other, so that shared sides meet their opposite. */
function lonelySides(polygons: readonly (readonly (readonly Position[])[])[]): readonly Side[] {
  const sides = new Map<string, Side>()
  for (const polygon of polygons)
    polygon.forEach((ring, index) => {
      const oriented = doubleArea(ring) > 0 === (index === 0) ? ring : [...ring].reverse()
      const open = isRepeated(oriented) ? oriented.slice(0, -1) : oriented
      open.forEach((a, at) => {
        const b = open[(at + 1) % open.length] ?? a
        if (!sides.delete(`${keyOf(b)} ${keyOf(a)}`)) sides.set(`${keyOf(a)} ${keyOf(b)}`, [a, b])
      })
    })
  return [...sides.values()]
}

/** The outline of polygons that share borders: sides that only one of them has, put together to polygons with their holes. */
export function outlineOf(polygons: readonly (readonly (readonly Position[])[])[], leastArea: number): readonly Position[][][] {
  const rings = ringsOf(lonelySides(polygons)).filter((ring) => areaOfRing(ring) > leastArea)
  const outlines = rings.filter((ring) => doubleArea(ring) > 0).map((ring) => [ring])
  for (const hole of rings.filter((ring) => doubleArea(ring) < 0)) {
    const [first] = hole
    const around = outlines
      .filter(([outline]) => first && outline && isInsideRing(first, outline))
      .sort(([a = []], [b = []]) => areaOfRing(a) - areaOfRing(b))[0]
    around?.push(hole)
  }
  return outlines
}

function ringsOf(sides: readonly Side[]): readonly Position[][] {
  const from = new Map<string, Side[]>()
  for (const side of sides) from.set(keyOf(side[0]), [...(from.get(keyOf(side[0])) ?? []), side])
  const rings: Position[][] = []
  for (const first of sides) {
    const ring: Position[] = []
    for (let side: Side | undefined = first; side; side = from.get(keyOf(side[1]))?.[0]) {
      const open: Side[] = from.get(keyOf(side[0])) ?? []
      if (!open.includes(side)) break
      from.set(
        keyOf(side[0]),
        open.filter((other) => other !== side),
      )
      ring.push(side[0])
      if (keyOf(side[1]) === keyOf(first[0])) break
    }
    const [start] = ring
    if (start && ring.length > 2) rings.push([...ring, start])
  }
  return rings
}
