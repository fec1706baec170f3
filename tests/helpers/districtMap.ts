import { seededRandom } from './seededRandom.ts'

type XY = readonly [number, number]

/**
 * A made-up town of columns × rows districts whose borders wind and are shared exactly, in metres from its lower left corner.
 *
 * @param perBorder vertices of each border between two corners
 */
export function districtRings(
  columns: number,
  rows: number,
  perBorder: number,
  seed: number,
  size = 1000,
): readonly { readonly name: string; readonly ring: readonly XY[] }[] {
  const random = seededRandom(seed)
  const border = (a: XY, b: XY): readonly XY[] => {
    let side = 0
    return Array.from({ length: perBorder }, (_, index) => {
      const share = index / perBorder
      side = index === 0 ? 0 : side * 0.98 + (random() - 0.5) * (size / perBorder)
      const fade = Math.sin(Math.PI * share)
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
      const length = Math.hypot(dx, dy)
      return [a[0] + dx * share - (dy / length) * side * fade, a[1] + dy * share + (dx / length) * side * fade] as const
    })
  }
  const at = (column: number, row: number): XY => [column * size, row * size]
  const across = Array.from({ length: rows + 1 }, (_, row) => Array.from({ length: columns }, (_, column) => border(at(column, row), at(column + 1, row))))
  const up = Array.from({ length: columns + 1 }, (_, column) => Array.from({ length: rows }, (_, row) => border(at(column, row), at(column, row + 1))))
  const back = (line: readonly XY[], end: XY): readonly XY[] => [end, ...line.slice(1).reverse()]
  return Array.from({ length: columns * rows }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)]
    const ring = [
      ...(across[row]?.[column] ?? []),
      ...(up[column + 1]?.[row] ?? []),
      ...back(across[row + 1]?.[column] ?? [], at(column + 1, row + 1)),
      ...back(up[column]?.[row] ?? [], at(column, row + 1)),
    ]
    return { name: `Teil ${String.fromCharCode(65 + column)}${row + 1}`, ring: [...ring, ring[0] ?? at(column, row)] }
  })
}

/** The same as GeoJSON; `project` turns metres into the positions of the file. */
export function districtGeoJson(
  rings: ReturnType<typeof districtRings>,
  project: (x: number, y: number) => readonly [number, number],
  extra: Readonly<Record<string, unknown>> = {},
) {
  return {
    type: 'FeatureCollection',
    ...extra,
    features: rings.map(({ name, ring }) => ({
      type: 'Feature',
      properties: { ORTSTEIL: name, eigentuemer: 'Max Mustermann' },
      geometry: { type: 'Polygon', coordinates: [ring.map(([x, y]) => project(x, y))] },
    })),
  }
}
