import type { Position } from '../../rules/scenario/townMap.ts'
import type { Pin } from './mapModel.ts'

/** Measures of one area behind one number. */
export interface Cluster {
  /** `cluster-` and the area */
  readonly id: string
  readonly areaId: string
  readonly at: Position
  readonly pinIds: readonly string[]
  /** does one of them have a conflict that nobody has settled? */
  readonly inConflict: boolean
}

export interface Grouped {
  readonly pins: readonly Pin[]
  readonly clusters: readonly Cluster[]
}

/** Puts the measures of each area together where there is more than one; the chosen one keeps its own pin. */
export function clustered(pins: readonly Pin[], anchors: ReadonlyMap<string, Position>, selectedId: string): Grouped {
  const byArea = new Map<string, Pin[]>()
  for (const pin of pins) if (anchors.has(pin.areaId) && pin.id !== selectedId) byArea.set(pin.areaId, [...(byArea.get(pin.areaId) ?? []), pin])
  const clusters = [...byArea].flatMap(([areaId, members]) => {
    const at = anchors.get(areaId)
    return at && members.length > 1
      ? [{ id: `cluster-${areaId}`, areaId, at, pinIds: members.map(({ id }) => id), inConflict: members.some((pin) => pin.inConflict) }]
      : []
  })
  const inside = new Set(clusters.flatMap(({ pinIds }) => pinIds))
  return { pins: pins.filter(({ id }) => !inside.has(id)), clusters }
}
