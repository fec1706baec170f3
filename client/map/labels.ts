import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { Position } from '../../rules/scenario/townMap.ts'
import { localText } from '../texts/index.ts'
import { anchorsOf } from './anchors.ts'
import type { ScreenPoint } from './camera.ts'
import type { FocusMark } from './mapModel.ts'

export type LabelKind = 'area' | 'localDistrict' | 'place' | 'water' | 'site'

export interface Label {
  readonly id: string
  readonly kind: LabelKind
  /** at most two lines */
  readonly lines: readonly string[]
  readonly at: Position
  /** number of a focus area */
  readonly plate?: number
}

/**
 * Names on the map, the most important first. An area whose parts have names of their own is not named itself,
 * unless it is a focus area.
 */
export function labelsOf(scenario: Scenario, focusAreas: readonly FocusMark[]): readonly Label[] {
  const anchors = anchorsOf(scenario)
  const plates = new Map(focusAreas.map(({ areaId, number }) => [areaId, number]))
  const split = new Set(scenario.localDistricts.flatMap(({ id, areaId }) => (areaId && anchors.localDistricts.has(id) ? [areaId] : [])))
  const areas = scenario.areas.flatMap(({ id, name }) => {
    const at = anchors.areas.get(id)
    const plate = plates.get(id)
    return at && (plate || !split.has(id)) ? [{ id: `area-${id}`, kind: 'area' as const, lines: inTwoLines(localText(name)), at, plate }] : []
  })
  const districts = scenario.localDistricts.flatMap(({ id, name }) => {
    const at = anchors.localDistricts.get(id)
    return at ? [{ id: `district-${id}`, kind: 'localDistrict' as const, lines: inTwoLines(localText(name)), at }] : []
  })
  const waters = new Set(scenario.map.features.flatMap(({ properties: { kind, name } }) => (name && (kind === 'water' || kind === 'stream') ? [name] : [])))
  const places = scenario.map.features.flatMap(({ properties: { kind, name }, geometry }, index) =>
    kind === 'label' && name && geometry.type === 'Point'
      ? [{ id: `label-${index}`, kind: waters.has(name) ? ('water' as const) : ('place' as const), lines: [name], at: geometry.coordinates }]
      : [],
  )
  const sites = scenario.sites.map(({ id, name, position }) => ({ id: `site-${id}`, kind: 'site' as const, lines: [localText(name)], at: position }))
  return [...areas, ...districts, ...places, ...sites]
}

const LONG = 16

/** Breaks a long name at the space, hyphen or colon nearest to its middle. */
export function inTwoLines(name: string): readonly string[] {
  if (name.length <= LONG) return [name]
  const breaks = [...name.matchAll(/[ -]/g)].map(({ index }) => index)
  const best = breaks.reduce<number | undefined>(
    (a, b) => (a !== undefined && Math.abs(a - name.length / 2) <= Math.abs(b - name.length / 2) ? a : b),
    undefined,
  )
  if (best === undefined) return [name]
  return [name.slice(0, name[best] === '-' ? best + 1 : best), name.slice(best + 1)]
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A label with its size, waiting for a spot; `at` in CSS pixels. */
export interface LabelBox {
  readonly id: string
  readonly at: ScreenPoint
  readonly width: number
  readonly height: number
  /** may be left out when there is no room; others take the least bad spot */
  readonly optional: boolean
  /** for sites: the label stands beside its dot */
  readonly beside: boolean
}

/** How far a label may stray, in heights of itself; optional ones go no further than the first. */
const RINGS = [1.1, 1.8, 2.6, 3.4, 4.4]
const DIRECTIONS = [90, 270, 0, 180, 45, 135, 225, 315].map((degrees) => (degrees / 180) * Math.PI)
/** One CSS pixel away from its place weighs as much as this many square pixels under a pin. */
const STRAY = 12

/**
 * Finds room for labels in the given order: clear of pins and of each other, and near to what they name.
 *
 * @param obstacles boxes by their middle
 * @returns middles of the labels shown, by id
 */
export function placeLabels(labels: readonly LabelBox[], obstacles: readonly Box[]): ReadonlyMap<string, ScreenPoint> {
  const taken: Box[] = [...obstacles]
  const placed = new Map<string, ScreenPoint>()
  for (const label of labels) {
    const best = bestSpot(label, taken)
    if (!best) continue
    taken.push(best)
    placed.set(label.id, [best.x, best.y])
  }
  return placed
}

function bestSpot(label: LabelBox, taken: readonly Box[]): Box | undefined {
  let best: Box | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [x, y] of candidatesOf(label)) {
    const box = { x, y, width: label.width, height: label.height }
    const covered = taken.reduce((sum, other) => sum + overlap(box, other), 0)
    if (label.optional && covered > 0) continue
    const cost = covered + STRAY * Math.hypot(x - label.at[0], y - label.at[1])
    if (cost < least) {
      best = box
      least = cost
    }
  }
  return best
}

function candidatesOf({ at: [x, y], width, height, beside, optional }: LabelBox): readonly ScreenPoint[] {
  if (beside) {
    const side = width / 2 + 8
    return [
      [x + side, y],
      [x - side, y],
      [x, y + height],
      [x, y - height],
    ]
  }
  // To the side a label has to go further by half its width to be clear of the same thing.
  const around = (optional ? RINGS.slice(0, 1) : RINGS).flatMap((ring) =>
    DIRECTIONS.map((angle): ScreenPoint => [x + Math.cos(angle) * (ring * height + width / 2), y + Math.sin(angle) * ring * height]),
  )
  return [[x, y], ...around]
}

/** Common area of two boxes given by their middle. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width / 2, b.x + b.width / 2) - Math.max(a.x - a.width / 2, b.x - b.width / 2)
  const height = Math.min(a.y + a.height / 2, b.y + b.height / 2) - Math.max(a.y - a.height / 2, b.y - b.height / 2)
  return Math.max(0, width) * Math.max(0, height)
}
