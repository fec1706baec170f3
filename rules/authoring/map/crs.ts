import { CRS_IDS, type CrsId, PROJECTIONS } from './projections.ts'

export interface Bounds {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** The system of a map, or why it cannot be told, as a German sentence. `hint`: what was assumed. */
export type FoundCrs = { readonly crs: CrsId; readonly hint?: string } | { readonly problem: string }

const CHOICES = CRS_IDS.join(', ')

/** What other numbers and names stand for the same positions, to what a game board needs. */
const SAME: Readonly<Record<string, CrsId>> = {
  CRS84: 'EPSG:4326',
  'EPSG:4258': 'EPSG:4326',
  'EPSG:900913': 'EPSG:3857',
  'EPSG:5678': 'EPSG:31468',
  'EPSG:5679': 'EPSG:31469',
  'EPSG:32633': 'EPSG:25833',
  'EPSG:32632': 'EPSG:25832',
}

/** The system that a file names in its old `crs` member; undefined: it names none. */
export function namedCrs(member: unknown): FoundCrs | undefined {
  if (typeof member !== 'object' || member === null) return undefined
  const properties = (member as { readonly properties?: unknown }).properties
  const name = typeof properties === 'object' && properties !== null ? (properties as { readonly name?: unknown }).name : undefined
  if (typeof name !== 'string') return { problem: `Das Koordinatensystem der Karte ist unverständlich angegeben. Möglich sind: ${CHOICES}.` }
  const number = /EPSG:+(?:[\d.]*:)?(\d{4,6})$/i.exec(name)?.[1]
  const plain = number === undefined ? (/CRS84$/i.test(name) ? 'CRS84' : name) : `EPSG:${number}`
  return crsOf(plain)
}

/** A system by its name, as given on the command line or in a file. */
export function crsOf(name: string): FoundCrs {
  const plain = /^\d+$/.test(name) ? `EPSG:${name}` : name
  const known = CRS_IDS.find((id) => id === plain.toUpperCase()) ?? (Object.hasOwn(SAME, plain.toUpperCase()) ? SAME[plain.toUpperCase()] : undefined)
  return known ? { crs: known } : { problem: `Das Koordinatensystem „${name.slice(0, 60)}“ wird nicht gelesen. Möglich sind: ${CHOICES}.` }
}

/** The system by the range of the numbers; where two are possible, one has to be named. */
export function guessedCrs({ minX, minY, maxX, maxY }: Bounds): FoundCrs {
  const within = (x1: number, x2: number, y1: number, y2: number) => minX >= x1 && maxX <= x2 && minY >= y1 && maxY <= y2
  const hint = (crs: CrsId, words: string): FoundCrs => ({ crs, hint: `Die Karte nennt kein Koordinatensystem; nach den Zahlen ist es ${words} (${crs}).` })
  if (within(5, 16, 47, 56)) return { crs: 'EPSG:4326' }
  if (within(47, 56, 5, 16)) return { problem: 'Länge und Breite sind in der Karte vertauscht. In GeoJSON steht die Länge (östlich) vorn.' }
  if (within(-180, 180, -90, 90))
    return { problem: 'Die Karte liegt nach ihren Längen- und Breitengraden nicht in Deutschland, oder sie zeigt keine Koordinaten der Erde.' }
  if (within(550_000, 1_800_000, 5_900_000, 7_500_000)) return hint('EPSG:3857', 'Web-Mercator')
  if (within(4_200_000, 4_900_000, 5_200_000, 6_200_000)) return hint('EPSG:31468', 'Gauß-Krüger Zone 4')
  if (within(5_200_000, 5_800_000, 5_200_000, 6_200_000)) return hint('EPSG:31469', 'Gauß-Krüger Zone 5')
  if (within(2_200_000, 3_900_000, 5_200_000, 6_200_000)) return { problem: `Gauß-Krüger Zone 2 und 3 werden nicht gelesen. Möglich sind: ${CHOICES}.` }
  if (within(620_000, 1_000_000, 5_200_000, 6_200_000)) return hint('EPSG:25832', 'UTM Zone 32')
  if (within(200_000, 1_000_000, 5_200_000, 6_200_000))
    return {
      problem: 'Nach den Zahlen kann die Karte in UTM Zone 32 oder 33 liegen. Bitte geben Sie das Koordinatensystem an: EPSG:25833 (Sachsen) oder EPSG:25832.',
    }
  return { problem: `Das Koordinatensystem der Karte ist nicht erkennbar. Bitte geben Sie es an. Möglich sind: ${CHOICES}.` }
}

/** Do the corners lie in Germany, with some room around it? What lies elsewhere is not what its system says. */
export function lieInGermany(crs: CrsId, { minX, minY, maxX, maxY }: Bounds): boolean {
  return [
    [minX, minY],
    [maxX, maxY],
  ].every(([x = 0, y = 0]) => {
    const [longitude, latitude] = PROJECTIONS[crs].inverse(x, y)
    return longitude > 4 && longitude < 17 && latitude > 46 && latitude < 56
  })
}
