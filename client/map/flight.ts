import type { Camera } from './camera.ts'

/** A way of the camera in time. */
export interface Flight {
  readonly from: Camera
  readonly to: Camera
  /** ms of the frame clock */
  readonly since: number
  readonly duration: number
}

const DURATION = 250

export function flightTo(from: Camera, to: Camera, now: number): Flight {
  return { from, to, since: now, duration: DURATION }
}

/** The camera after a share 0…1 of the way: gently off and on, zooming evenly in steps that look equal. */
export function midFlight({ from, to }: Flight, share: number): Camera {
  if (share >= 1) return to
  const eased = share * share * (3 - 2 * share)
  return {
    x: from.x + (to.x - from.x) * eased,
    y: from.y + (to.y - from.y) * eased,
    scale: from.scale * (to.scale / from.scale) ** eased,
  }
}
