import type { Piece, Vertices } from './vertices.ts'

/** Longer stretches are simplified in parts, so that no line, however it winds, takes more than its length times this. */
const LONGEST_PART = 1000

/**
 * How far each vertex lies from the line that would be drawn without it (Douglas–Peucker, hierarchical): the vertices that stay at a
 * tolerance are those with at least that figure. Borders that pieces share get the same figures, so that they stay shared.
 *
 * @param stretch how much longer a unit of x is than one of y; below one for degrees
 * @returns by number of the vertex; infinite where lines meet or end
 */
export function importances(vertices: Vertices, pieces: readonly Piece[], stretch = 1): Float64Array {
  const importance = new Float64Array(vertices.count)
  const fixed = junctions(vertices, pieces)
  const measured = new Uint8Array(vertices.count)
  const part = new PartMeasurer(vertices, importance, stretch)
  for (const piece of pieces) {
    for (const arc of arcsOf(piece, fixed, vertices)) {
      const inner = arc[1] ?? -1
      // A shared border comes along once more with the neighbour.
      if (arc.length > 2 && measured[inner] === 1) continue
      for (const id of arc) measured[id] = 1
      for (let from = 0; from < arc.length - 1; from += LONGEST_PART) part.measure(arc, from, Math.min(from + LONGEST_PART, arc.length - 1))
    }
  }
  for (let id = 0; id < fixed.length; id++) if (fixed[id] === 1) importance[id] = Number.POSITIVE_INFINITY
  return importance
}

/** 1 where lines end, or where a vertex has other neighbours in one line than in another. */
function junctions(vertices: Vertices, pieces: readonly Piece[]): Uint8Array {
  const fixed = new Uint8Array(vertices.count)
  const low = new Int32Array(vertices.count).fill(-1)
  const high = new Int32Array(vertices.count).fill(-1)
  for (const { vertices: ids, ring } of pieces) {
    const last = ids.length - 1
    for (let at = 0; at <= last; at++) {
      const id = ids[at] ?? 0
      const before = at > 0 ? (ids[at - 1] ?? -1) : ring ? (ids[last] ?? -1) : -2
      const after = at < last ? (ids[at + 1] ?? -1) : ring ? (ids[0] ?? -1) : -2
      const [one, other] = before < after ? [before, after] : [after, before]
      if (one === -2) fixed[id] = 1
      else if (low[id] === -1) {
        low[id] = one
        high[id] = other
      } else if (low[id] !== one || high[id] !== other) fixed[id] = 1
    }
  }
  return fixed
}

/** The stretches of a piece from junction to junction, each in the direction that all pieces which share it take. */
function arcsOf({ vertices: ids, ring }: Piece, fixed: Uint8Array, vertices: Vertices): readonly Int32Array[] {
  if (!ring) return cut(ids, fixed).map(directed)
  const first = ids.findIndex((id) => fixed[id] === 1)
  if (first >= 0) return cut(closed(ids, first), fixed).flatMap((arc) => (arc[0] === arc.at(-1) ? halves(arc, fixed, vertices) : [directed(arc)]))
  // A ring that touches nothing begins at its smallest vertex, whoever draws it.
  let smallest = 0
  for (let at = 1; at < ids.length; at++) if ((ids[at] ?? 0) < (ids[smallest] ?? 0)) smallest = at
  fixed[ids[smallest] ?? 0] = 1
  return halves(closed(ids, smallest), fixed, vertices)
}

/** The ring from a vertex round to the same vertex. */
function closed(ids: Int32Array, first: number): Int32Array {
  const round = new Int32Array(ids.length + 1)
  round.set(ids.subarray(first))
  round.set(ids.subarray(0, first), ids.length - first)
  round[ids.length] = ids[first] ?? 0
  return round
}

function cut(ids: Int32Array, fixed: Uint8Array): Int32Array[] {
  const arcs: Int32Array[] = []
  let from = 0
  for (let at = 1; at < ids.length; at++) {
    if (fixed[ids[at] ?? 0] !== 1 && at < ids.length - 1) continue
    arcs.push(ids.subarray(from, at + 1))
    from = at
  }
  return arcs
}

function directed(arc: Int32Array): Int32Array {
  return (arc[0] ?? 0) <= (arc.at(-1) ?? 0) ? arc : arc.slice().reverse()
}

/** A loop is held at its beginning and at the vertex furthest from it. */
function halves(loop: Int32Array, fixed: Uint8Array, vertices: Vertices): readonly Int32Array[] {
  const start = loop[0] ?? 0
  let furthest = 1
  let greatest = -1
  for (let at = 1; at < loop.length - 1; at++) {
    const id = loop[at] ?? 0
    const distance = (vertices.x(id) - vertices.x(start)) ** 2 + (vertices.y(id) - vertices.y(start)) ** 2
    if (distance > greatest || (distance === greatest && id < (loop[furthest] ?? 0))) {
      greatest = distance
      furthest = at
    }
  }
  fixed[loop[furthest] ?? 0] = 1
  return [directed(loop.subarray(0, furthest + 1)), directed(loop.subarray(furthest))]
}

class PartMeasurer {
  readonly #vertices: Vertices
  readonly #importance: Float64Array
  readonly #stretch: number

  constructor(vertices: Vertices, importance: Float64Array, stretch: number) {
    this.#vertices = vertices
    this.#importance = importance
    this.#stretch = stretch
  }

  /** Ends of parts stay; between them each vertex gets its distance, at most that of the one which had to stay before it. */
  measure(arc: Int32Array, from: number, to: number): void {
    for (const end of [from, to]) if (end > 0 && end < arc.length - 1) this.#importance[arc[end] ?? 0] = Number.POSITIVE_INFINITY
    const open: [number, number, number][] = [[from, to, Number.POSITIVE_INFINITY]]
    for (let next = open.pop(); next; next = open.pop()) {
      const [start, end, most] = next
      if (end - start < 2) continue
      const { at, distance } = this.#furthest(arc, start, end)
      const figure = Math.min(most, distance)
      this.#importance[arc[at] ?? 0] = figure
      open.push([start, at, figure], [at, end, figure])
    }
  }

  #furthest(arc: Int32Array, start: number, end: number): { readonly at: number; readonly distance: number } {
    const vertices = this.#vertices
    const stretch = this.#stretch
    const ax = vertices.x(arc[start] ?? 0) * stretch
    const ay = vertices.y(arc[start] ?? 0)
    const dx = vertices.x(arc[end] ?? 0) * stretch - ax
    const dy = vertices.y(arc[end] ?? 0) - ay
    const length = dx * dx + dy * dy
    let at = start + 1
    let greatest = -1
    for (let index = start + 1; index < end; index++) {
      const id = arc[index] ?? 0
      const px = vertices.x(id) * stretch - ax
      const py = vertices.y(id) - ay
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length))
      const distance = (px - along * dx) ** 2 + (py - along * dy) ** 2
      if (distance > greatest) {
        greatest = distance
        at = index
      }
    }
    return { at, distance: Math.sqrt(greatest) }
  }
}

/** The tolerance, at least `least`, at which no more than `most` vertices are left. */
export function toleranceFor(importance: Float64Array, least: number, most: number): number {
  const standing = importance.filter((figure) => figure >= least)
  if (standing.length <= most) return least
  const sorted = standing.sort()
  const limit = sorted[sorted.length - most] ?? least
  return Number.isFinite(limit) ? limit : least
}

/** Rings keep so many corners at least, so that none disappears. */
const LEAST_CORNERS = 4

/** Raises vertices of rings that would collapse at this tolerance; neighbours get the same corners, since vertices are shared. */
export function keepRings(pieces: readonly Piece[], importance: Float64Array, tolerance: number): void {
  for (const { vertices: ids, ring } of pieces) {
    if (!ring) continue
    let kept = 0
    for (const id of ids) if ((importance[id] ?? 0) >= tolerance) kept += 1
    for (; kept < Math.min(LEAST_CORNERS, ids.length); kept++) {
      let best = -1
      for (const id of ids) if ((importance[id] ?? 0) < tolerance && (best < 0 || (importance[id] ?? 0) > (importance[best] ?? 0))) best = id
      if (best < 0) break
      importance[best] = Number.POSITIVE_INFINITY
    }
  }
}
