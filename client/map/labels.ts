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

/** Distances tried, in heights of the label: in place, then below and above. */
const SHIFTS = [0, 1.2, -1.2, 2, -2, 2.8, -2.8, 3.8, -3.8]

/**
 * Finds room for labels in the given order, clear of pins and of each other.
 *
 * @param obstacles boxes by their middle
 * @returns middles of the labels shown, by id
 */
export function placeLabels(labels: readonly LabelBox[], obstacles: readonly Box[]): ReadonlyMap<string, ScreenPoint> {
  const taken: Box[] = [...obstacles]
  const placed = new Map<string, ScreenPoint>()
  for (const label of labels) {
    const candidates = candidatesOf(label).map(([x, y]) => ({ x, y, width: label.width, height: label.height }))
    const scored = candidates.map((box) => ({ box, overlap: taken.reduce((sum, other) => sum + overlap(box, other), 0) }))
    const best = scored.find((candidate) => candidate.overlap === 0) ?? (label.optional ? undefined : scored.reduce((a, b) => (b.overlap < a.overlap ? b : a)))
    if (!best) continue
    taken.push(best.box)
    placed.set(label.id, [best.box.x, best.box.y])
  }
  return placed
}

function candidatesOf({ at: [x, y], width, height, beside }: LabelBox): readonly ScreenPoint[] {
  if (!beside) return SHIFTS.map((shift): ScreenPoint => [x, y + shift * height])
  const side = width / 2 + 8
  return [
    [x + side, y],
    [x - side, y],
    [x, y + height],
    [x, y - height],
  ]
}

/** Common area of two boxes given by their middle. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width / 2, b.x + b.width / 2) - Math.max(a.x - a.width / 2, b.x - b.width / 2)
  const height = Math.min(a.y + a.height / 2, b.y + b.height / 2) - Math.max(a.y - a.height / 2, b.y - b.height / 2)
  return Math.max(0, width) * Math.max(0, height)
}
