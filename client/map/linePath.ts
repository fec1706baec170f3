import type { ScreenPoint } from './camera.ts'

/** One piece of a curve, pixels. */
const PIECE = 10
/** How far a line bows out, as a share of its length. */
const BOW = 0.16

/**
 * The way of a cross-reference between two pins: a flat arc, cut off at the edge of both pins.
 *
 * @param inset distance in pixels from the middle of each pin at which the line begins
 * @param avoid middles of labels; the arc bows to the side that keeps farther away from them
 * @returns no points when the pins touch
 */
export function arc(a: ScreenPoint, b: ScreenPoint, inset: number, avoid: readonly ScreenPoint[] = []): readonly ScreenPoint[] {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  if (length <= 2 * inset) return []
  const sides = [1, -1].map((side) => bent(a, b, side * BOW * length))
  const clearance = (points: readonly ScreenPoint[]) => {
    const middle = points[Math.floor(points.length / 2)] ?? a
    return Math.min(...avoid.map(([x, y]) => Math.hypot(x - middle[0], y - middle[1])), Number.MAX_VALUE)
  }
  const [one = [], other = []] = sides
  return trimmed(clearance(other) > clearance(one) ? other : one, inset)
}

/** Points of a quadratic curve whose middle lies `bow` pixels beside the straight line. */
function bent(a: ScreenPoint, b: ScreenPoint, bow: number): ScreenPoint[] {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  const control = [(a[0] + b[0]) / 2 - ((b[1] - a[1]) / length) * 2 * bow, (a[1] + b[1]) / 2 + ((b[0] - a[0]) / length) * 2 * bow] as const
  const pieces = Math.max(8, Math.round(length / PIECE))
  return Array.from({ length: pieces + 1 }, (_, index) => {
    const t = index / pieces
    const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
    return [p * a[0] + q * control[0] + r * b[0], p * a[1] + q * control[1] + r * b[1]]
  })
}

export function lengthOf(points: readonly ScreenPoint[]): number {
  return points.reduce((sum, [x, y], index) => {
    const before = points[index - 1]
    return before ? sum + Math.hypot(x - before[0], y - before[1]) : 0
  }, 0)
}

/** The stretch from `from` to `to` pixels along a line. */
export function stretch(points: readonly ScreenPoint[], from: number, to: number): readonly ScreenPoint[] {
  const cut: ScreenPoint[] = []
  let walked = 0
  points.forEach((point, index) => {
    const before = points[index - 1]
    if (!before) return
    const step = Math.hypot(point[0] - before[0], point[1] - before[1])
    const at = (distance: number): ScreenPoint => {
      const share = step === 0 ? 0 : (distance - walked) / step
      return [before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share]
    }
    if (walked + step > from && walked < to) {
      if (cut.length === 0) cut.push(at(Math.max(from, walked)))
      cut.push(at(Math.min(to, walked + step)))
    }
    walked += step
  })
  return cut
}

function trimmed(points: readonly ScreenPoint[], inset: number): readonly ScreenPoint[] {
  return stretch(points, inset, lengthOf(points) - inset)
}

/** Splits a line into its dashes. */
export function dashes(points: readonly ScreenPoint[], dash: number, gap: number): readonly (readonly ScreenPoint[])[] {
  const length = lengthOf(points)
  const pieces: (readonly ScreenPoint[])[] = []
  for (let from = 0; from < length; from += dash + gap) {
    const piece = stretch(points, from, Math.min(from + dash, length))
    if (piece.length > 1) pieces.push(piece)
  }
  return pieces
}

/** The point after a share 0…1 of a line. */
function pointAlong(points: readonly ScreenPoint[], share: number): ScreenPoint | undefined {
  return stretch(points, 0, lengthOf(points) * share).at(-1) ?? points[0]
}

/** Where a symbol is tried along its line, the middle first. */
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]

/**
 * Where the symbol of a line stands: in the middle, or beside it where nothing lies under the symbol; else where most room is.
 *
 * @param room distance in pixels to the middle of what it must not cover
 */
export function symbolSpot(points: readonly ScreenPoint[], avoid: readonly ScreenPoint[], room: number): ScreenPoint | undefined {
  const spots = SHARES.flatMap((share) => {
    const at = pointAlong(points, share)
    return at ? [at] : []
  })
  const roomAt = ([x, y]: ScreenPoint) => Math.min(...avoid.map(([ax, ay]) => Math.hypot(ax - x, ay - y)), Number.MAX_VALUE)
  return spots.find((spot) => roomAt(spot) >= room) ?? spots.reduce<ScreenPoint | undefined>((a, b) => (a && roomAt(a) >= roomAt(b) ? a : b), undefined)
}
