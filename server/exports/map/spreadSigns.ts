export interface Sign {
  /** middle, in the units of the drawing */
  readonly x: number
  readonly y: number
}

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * Moves signs of the same size apart so that none covers another: each goes to the free place nearest to its own, the first ones first.
 * Signs at the edge are drawn in. Where no place is free any more, a sign stays on its own. The same signs always end at the same places.
 */
export function spreadSigns<T extends Sign>(signs: readonly T[], size: Size, bounds: Size): readonly T[] {
  const within = ({ x, y }: Sign): Sign => ({
    x: Math.min(bounds.width - size.width / 2, Math.max(size.width / 2, x)),
    y: Math.min(bounds.height - size.height / 2, Math.max(size.height / 2, y)),
  })
  const isInside = ({ x, y }: Sign) => x >= size.width / 2 && y >= size.height / 2 && x <= bounds.width - size.width / 2 && y <= bounds.height - size.height / 2
  const steps = stepsWithin(size, bounds)
  const taken: Sign[] = []
  return signs.map((sign) => {
    const own = within(sign)
    const free = ({ x, y }: Sign) => taken.every((other) => Math.abs(other.x - x) >= size.width || Math.abs(other.y - y) >= size.height)
    const placeAfter = ({ x, y }: Sign) => ({ x: own.x + x, y: own.y + y })
    const step = steps.find((candidate) => {
      const place = placeAfter(candidate)
      return isInside(place) && free(place)
    })
    const place = step ? placeAfter(step) : own
    taken.push(place)
    return { ...sign, ...place }
  })
}

/** Ways from a place to all others, the shortest first: a quarter of a sign to the side, half a sign up or down. */
function stepsWithin(size: Size, bounds: Size): readonly Sign[] {
  const [across, down] = [size.width / 4, size.height / 2]
  const [columns, rows] = [Math.ceil(bounds.width / across), Math.ceil(bounds.height / down)]
  const steps = Array.from({ length: 2 * rows + 1 }, (_, row) =>
    Array.from({ length: 2 * columns + 1 }, (_, column): Sign => ({ x: (column - columns) * across, y: (row - rows) * down })),
  ).flat()
  return steps.sort((one, other) => Math.hypot(one.x, one.y) - Math.hypot(other.x, other.y))
}
