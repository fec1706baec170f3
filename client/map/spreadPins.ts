import { byCode } from '../../rules/ids.ts'
import type { ScreenPoint } from './camera.ts'

export interface Spot {
  readonly id: string
  readonly at: ScreenPoint
}

const MAX_ROUNDS = 60
/** Pushes go a little too far, so that rounding never leaves a pair too close. */
const SLACK = 1e-6

/**
 * Where pins stand so that no two are closer than `gap` CSS pixels: spots that coincide open into a ring,
 * neighbours give way to each other. The result depends on the spots alone, not on their order, and moves along when all of them move.
 */
export function spreadPins(spots: readonly Spot[], gap: number): ReadonlyMap<string, ScreenPoint> {
  const sorted = spots.toSorted((a, b) => byCode(a.id, b.id))
  const places = openRings(sorted, gap)
  for (let round = 0; round < MAX_ROUNDS; round++) if (!pushApart(places, gap)) break
  const settled = settle(places, gap)
  return new Map(sorted.map((spot, index) => [spot.id, settled[index] ?? spot.at]))
}

type Mutable = [number, number]

/** Spots on the very same point leave it in all directions at equal angles, the first upwards. */
function openRings(spots: readonly Spot[], gap: number): Mutable[] {
  const same = new Map<string, number[]>()
  spots.forEach(({ at }, index) => {
    const key = `${Math.round(at[0] * 2)}/${Math.round(at[1] * 2)}`
    same.set(key, [...(same.get(key) ?? []), index])
  })
  const places = spots.map(({ at }): Mutable => [at[0], at[1]])
  for (const members of same.values()) {
    if (members.length === 1) continue
    const radius = gap / 2 / Math.sin(Math.PI / members.length)
    members.forEach((member, position) => {
      const angle = (2 * Math.PI * position) / members.length - Math.PI / 2
      const place = places[member]
      if (place) places[member] = [place[0] + radius * Math.cos(angle), place[1] + radius * Math.sin(angle)]
    })
  }
  return places
}

/** One round: every pair that is too close goes apart by half each. @returns did anything move? */
function pushApart(places: Mutable[], gap: number): boolean {
  let moved = false
  places.forEach((a, i) => {
    for (const b of places.slice(i + 1)) {
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
      const distance = Math.hypot(dx, dy)
      if (distance >= gap) continue
      const push = (gap - distance) / 2 + SLACK
      const [ux, uy] = distance > SLACK ? [dx / distance, dy / distance] : [1, 0]
      a[0] -= ux * push
      a[1] -= uy * push
      b[0] += ux * push
      b[1] += uy * push
      moved = true
    }
  })
  return moved
}

/** What pushing could not part in time takes, one after the other, the nearest free spot around itself. */
function settle(places: readonly ScreenPoint[], gap: number): readonly ScreenPoint[] {
  const taken: ScreenPoint[] = []
  const isFree = ([x, y]: ScreenPoint) => taken.every(([tx, ty]) => Math.hypot(tx - x, ty - y) >= gap)
  for (const place of places) taken.push(isFree(place) ? place : nearestFree(place, gap, isFree))
  return taken
}

function nearestFree([x, y]: ScreenPoint, gap: number, isFree: (point: ScreenPoint) => boolean): ScreenPoint {
  for (let radius = gap / 4; ; radius += gap / 4) {
    for (let step = 0; step < 24; step++) {
      const angle = (2 * Math.PI * step) / 24
      const candidate: ScreenPoint = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
      if (isFree(candidate)) return candidate
    }
  }
}
