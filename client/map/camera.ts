import type { Position } from '../../rules/scenario/townMap.ts'

/** Size of the visible map in CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** What is seen: the spot of the town in the middle of the screen (metres) and the scale (CSS pixels per metre). */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** A stretch of the town in metres. */
export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A spot on the screen in CSS pixels from the upper left of the map. */
export type ScreenPoint = readonly [number, number]

export interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** How far one may zoom and stray. */
export interface Limits {
  readonly minScale: number
  readonly maxScale: number
  /** the middle of the screen stays within */
  readonly bounds: Bounds
}

export function toScreen(camera: Camera, size: Size, [x, y]: Position): ScreenPoint {
  return [(x - camera.x) * camera.scale + size.width / 2, (y - camera.y) * camera.scale + size.height / 2]
}

export function toTown(camera: Camera, size: Size, [x, y]: ScreenPoint): Position {
  return [(x - size.width / 2) / camera.scale + camera.x, (y - size.height / 2) / camera.scale + camera.y]
}

/** The town follows the finger: it moves by (dx, dy) CSS pixels. */
export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale }
}

/** Zooms so that the spot under `about` stays where it is. */
export function zoomed(camera: Camera, size: Size, factor: number, about: ScreenPoint, limits: Limits): Camera {
  const scale = Math.min(limits.maxScale, Math.max(limits.minScale, camera.scale * factor))
  const [x, y] = toTown(camera, size, about)
  return {
    scale,
    x: x - (about[0] - size.width / 2) / scale,
    y: y - (about[1] - size.height / 2) / scale,
  }
}

/** The camera that shows `bounds` as large as the margins allow. */
export function fitted(size: Size, bounds: Bounds, margins: Margins): Camera {
  const width = Math.max(1, size.width - margins.left - margins.right)
  const height = Math.max(1, size.height - margins.top - margins.bottom)
  const scale = Math.min(width / Math.max(1, bounds.right - bounds.left), height / Math.max(1, bounds.bottom - bounds.top))
  return {
    scale,
    x: (bounds.left + bounds.right) / 2 - (margins.left - margins.right) / 2 / scale,
    y: (bounds.top + bounds.bottom) / 2 - (margins.top - margins.bottom) / 2 / scale,
  }
}

/** The nearest camera that respects the limits. */
export function within(camera: Camera, { minScale, maxScale, bounds }: Limits): Camera {
  return {
    scale: Math.min(maxScale, Math.max(minScale, camera.scale)),
    x: Math.min(bounds.right, Math.max(bounds.left, camera.x)),
    y: Math.min(bounds.bottom, Math.max(bounds.top, camera.y)),
  }
}

/** The smallest bounds around all points; undefined without any. */
export function boundsOf(points: readonly Position[]): Bounds | undefined {
  if (points.length === 0) return undefined
  const bounds = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY, bottom: Number.NEGATIVE_INFINITY }
  for (const [x, y] of points) {
    bounds.left = Math.min(bounds.left, x)
    bounds.top = Math.min(bounds.top, y)
    bounds.right = Math.max(bounds.right, x)
    bounds.bottom = Math.max(bounds.bottom, y)
  }
  return bounds
}

const ROUND_LENGTHS = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000]

/** The longest round length in metres that fits into `maxWidth` CSS pixels, for the scale bar. */
export function scaleBar(scale: number, maxWidth: number): { readonly metres: number; readonly width: number } {
  const metres = ROUND_LENGTHS.findLast((length) => length * scale <= maxWidth) ?? 10
  return { metres, width: metres * scale }
}
