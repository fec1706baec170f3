import type { Scenario } from '../../rules/scenario/scenario.ts'
import { anchorsOf } from './anchors.ts'
import { type Camera, fitted, type Limits, type Size } from './camera.ts'

export type MapMode = 'team' | 'wall' | 'facilitator'

/** CSS pixels: of a pin on tablets, and on a wall whose map is 1300 wide. */
const PIN = 42
const WALL_PIN = 74
const WALL_WIDTH = 1300
/** Of a pin with a symbol above its code. */
const CLOSE_PIN = 54
/** Against the view of the whole town: from here on there is room for symbols. */
export const CLOSE_FROM = 1.9
/** No two pins are closer than this; a little more, so that their marks stay clear. */
export const LEAST_GAP = 44
const GAP = 48
/** CSS pixels per metre: a tablet's map then shows less than a kilometre. */
const CLOSEST = 0.9
const SMALL_SCREEN = 520
/** On small screens pins stand alone from this zoom on, against the view of the whole town. */
export const ALONE_FROM = 1.7

/** How large things are drawn: everything on the wall grows with its width, so that it reads from the last row. */
export interface Measurements {
  /** CSS pixels */
  readonly pin: number
  readonly gap: number
  /** thickness of cross-references and size of writing, against tablets */
  readonly lines: number
  readonly writing: number
}

/** @param close do pins carry symbols? */
export function measurements(mode: MapMode, { width }: Size, close = false): Measurements {
  if (mode !== 'wall') return { pin: close ? CLOSE_PIN : PIN, gap: close ? CLOSE_PIN + GAP - PIN : GAP, lines: 1, writing: 1 }
  const unit = wallUnit(width)
  return { pin: WALL_PIN * unit, gap: Math.max(LEAST_GAP, WALL_PIN * unit * 1.14), lines: 1.4 * unit, writing: 2.15 * unit }
}

function wallUnit(width: number): number {
  return Math.max(0.4, width / WALL_WIDTH)
}

/** The view of the whole municipality, clear of what stands at the edges of the map. */
export function homeCamera(scenario: Scenario, mode: MapMode, size: Size): Camera {
  const unit = mode === 'wall' ? wallUnit(size.width) : 1
  const margins = mode === 'wall' ? { top: 120 * unit, right: 40 * unit, bottom: 48 * unit, left: 40 * unit } : { top: 64, right: 20, bottom: 72, left: 20 }
  return fitted(size, anchorsOf(scenario).bounds, margins)
}

export function limitsOf(scenario: Scenario, mode: MapMode, size: Size): Limits {
  const home = homeCamera(scenario, mode, size).scale
  return { minScale: home * 0.8, maxScale: Math.max(CLOSEST, home * 3), bounds: anchorsOf(scenario).bounds }
}

/** Do measures of one area stand together behind a number? */
export function isGrouped(scenario: Scenario, mode: MapMode, size: Size, camera: Camera): boolean {
  return mode !== 'wall' && size.width < SMALL_SCREEN && camera.scale < homeCamera(scenario, mode, size).scale * ALONE_FROM
}

/** Is the map so near that pins show what their measures are about? */
export function isClose(scenario: Scenario, mode: MapMode, size: Size, camera: Camera): boolean {
  return mode !== 'wall' && camera.scale >= homeCamera(scenario, mode, size).scale * CLOSE_FROM
}
