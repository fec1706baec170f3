import type { ScreenPoint } from './camera.ts'

export interface Target {
  readonly id: string
  readonly at: ScreenPoint
}

/** The target nearest to a tap, at most `reach` CSS pixels away (22 for a target of 44). Of two equally near the first. */
export function hitTest<T extends Target>(targets: readonly T[], [x, y]: ScreenPoint, reach: number): T | undefined {
  let best: T | undefined
  let least = reach
  for (const target of targets) {
    const distance = Math.hypot(target.at[0] - x, target.at[1] - y)
    if (distance < least || (best === undefined && distance === reach)) {
      best = target
      least = distance
    }
  }
  return best
}

export type Direction = 'left' | 'right' | 'up' | 'down'

const AXES: Readonly<Record<Direction, ScreenPoint>> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }

/**
 * The target an arrow key leads to: what lies ahead in that direction, near rather than straight.
 * What lies aside counts double, so that every target can be reached and the way back leads back in most cases.
 */
export function nextInDirection<T extends Target>(targets: readonly T[], from: ScreenPoint, direction: Direction): T | undefined {
  const [ax, ay] = AXES[direction]
  let best: T | undefined
  let least = Number.POSITIVE_INFINITY
  for (const target of targets) {
    const [dx, dy] = [target.at[0] - from[0], target.at[1] - from[1]]
    const ahead = dx * ax + dy * ay
    const aside = Math.abs(dx * ay) + Math.abs(dy * ax)
    if (ahead <= 0.5) continue
    const cost = ahead + 2 * aside
    if (cost < least) {
      best = target
      least = cost
    }
  }
  return best
}
