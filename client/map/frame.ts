import type { Position } from '../../rules/scenario/townMap.ts'
import { type Camera, type ScreenPoint, type Size, toScreen } from './camera.ts'
import type { Palette } from './palette.ts'

/** Everything that a layer needs to draw one frame. */
export interface Frame {
  readonly camera: Camera
  readonly size: Size
  /** pixels of the canvas per CSS pixel */
  readonly density: number
  readonly palette: Palette
  readonly dark: boolean
  /** ms of the frame clock */
  readonly now: number
  /** plain changes instead of motion */
  readonly still: boolean
}

/** Pixels of the canvas for a spot of the town. */
export function toCanvas({ camera, size, density }: Frame, at: Position): ScreenPoint {
  const [x, y] = toScreen(camera, size, at)
  return [x * density, y * density]
}

/** 0…1: how far something that began at `since` has come; 1 without motion. */
export function progress({ now, still }: Frame, since: number, duration: number): number {
  return still ? 1 : Math.min(1, Math.max(0, (now - since) / duration))
}

/** `#rrggbb` as the number that Phaser takes. */
export function colourNumber(colour: string): number {
  return Number.parseInt(colour.slice(1), 16)
}
