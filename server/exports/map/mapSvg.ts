import type { MapFeature, Position } from '../../../rules/scenario/townMap.ts'
import type { ReportRow, SessionReport } from '../../../rules/sessionReport.ts'
import type { Writing } from '../content/writing.ts'
import { spacedCode } from '../figures.ts'
import { anchorOf, centreOf, featuresOfArea, linesOf, type Ring, ringsOf } from './places.ts'
import { type Sign, spreadSigns } from './spreadSigns.ts'

/** Width of the drawing; everything else follows from the shape of the town. */
const WIDTH = 1600
const MARGIN = 40
/** Size of the sign of a measure, smaller where there are many. */
const SIGN = { width: 62, height: 30 }
const MANY = 60
const FONT = 'Fira Sans'
const COLOURS = {
  land: '#f6f4ec',
  border: '#777a86',
  district: '#b9b6aa',
  water: '#a9d0ea',
  road: '#d3cfc3',
  mainRoad: '#c9b98c',
  railway: '#8a8c99',
  focus: '#f2c14e',
  ink: '#171a2b',
  quiet: '#474a5e',
} as const

/** Where a town lies in the drawing. */
interface Frame {
  readonly height: number
  at(position: Position): Position
}

interface MeasureSign extends Sign {
  readonly row: ReportRow
  /** where the measure really is */
  readonly anchor: Position
}

/**
 * The town with focus areas and the measures of the list, as a drawing for paper: light, with codes that tie it to the list.
 * Measures for the whole municipality are named below it.
 */
export function mapSvg(writing: Writing, report: SessionReport): string {
  const { town, list, focusAreas, offices } = report
  const frame = frameOf(town.features, town.extent)
  const colours = new Map(offices.map(({ teamId, colour }) => [teamId, colour]))
  const colourOf = ({ leadTeamId }: ReportRow) => colours.get(leadTeamId) ?? COLOURS.ink
  const signs = signsOf(report, frame)
  const size = sizeOfSigns(signs.length)
  const agreed = focusAreas.filter(({ status }) => status === 'confirmed')
  const drawing = [
    ...town.features.map((feature) => ground(feature, frame)),
    ...agreed.flatMap(({ areaId }) => featuresOfArea(town, areaId).map((feature) => focusArea(feature, frame))),
    ...town.features.map((feature) => outline(feature, frame)),
    ...list.flatMap((row) => (row.place.kind === 'line' ? [line(row.place.points, colourOf(row), frame)] : [])),
    ...districtNames(
      town.features,
      signs.map((sign) => ({ ...sign, ...grown(size, 4) })),
      frame,
    ),
    ...signs.map(
      ({ anchor, x, y }) =>
        `<line x1="${round(anchor[0])}" y1="${round(anchor[1])}" x2="${round(x)}" y2="${round(y)}" stroke="${COLOURS.quiet}" stroke-width="1.5"/>`,
    ),
    ...signs.map((sign) => signOf(sign, colourOf(sign.row), size)),
  ]
  const legend = legendOf(writing, report, frame.height)
  const height = frame.height + legend.height
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${FONT}">`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    `<clipPath id="frame"><rect width="${WIDTH}" height="${frame.height}"/></clipPath>`,
    '<g clip-path="url(#frame)">',
    ...drawing,
    '</g>',
    ...legend.parts,
    '</svg>',
  ].join('\n')
}

function frameOf(features: readonly MapFeature[], extent: { readonly width: number; readonly height: number }): Frame {
  const border = features.filter(({ properties }) => properties.kind === 'municipality').flatMap(({ geometry }) => ringsOf(geometry).flat())
  const points: readonly Position[] =
    border.length > 0
      ? border
      : [
          [0, 0],
          [extent.width, extent.height],
        ]
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const scale = (WIDTH - 2 * MARGIN) / Math.max(1, Math.max(...xs) - left)
  return {
    height: Math.round((Math.max(...ys) - top) * scale + 2 * MARGIN),
    at: ([x, y]) => [(x - left) * scale + MARGIN, (y - top) * scale + MARGIN],
  }
}

function signsOf({ town, list }: SessionReport, frame: Frame): readonly MeasureSign[] {
  const placed = list.flatMap((row): MeasureSign[] => {
    const position = anchorOf(town, row)
    if (!position) return []
    const anchor = frame.at(position)
    return [{ row, anchor, x: anchor[0], y: anchor[1] }]
  })
  return spreadSigns(placed, grown(sizeOfSigns(placed.length), 4), { width: WIDTH, height: frame.height })
}

function sizeOfSigns(count: number): { readonly width: number; readonly height: number } {
  const scale = count > MANY ? 0.72 : 1
  return { width: SIGN.width * scale, height: SIGN.height * scale }
}

const grown = ({ width, height }: { readonly width: number; readonly height: number }, by: number) => ({ width: width + by, height: height + by })

/** What lies beneath everything: land and water, roads and railway. */
function ground({ properties: { kind, class: road }, geometry }: MapFeature, frame: Frame): string {
  if (kind === 'municipality') return `<path d="${surface(ringsOf(geometry), frame)}" fill="${COLOURS.land}"/>`
  if (kind === 'water') return `<path d="${surface(ringsOf(geometry), frame)}" fill="${COLOURS.water}" fill-rule="evenodd"/>`
  const stroke =
    kind === 'stream'
      ? [COLOURS.water, 4]
      : kind === 'railway'
        ? [COLOURS.railway, 3]
        : kind === 'road'
          ? road === 'main'
            ? [COLOURS.mainRoad, 6]
            : [COLOURS.road, 4]
          : undefined
  if (!stroke) return ''
  const dashes = kind === 'railway' ? ' stroke-dasharray="12 5"' : ''
  return linesOf(geometry)
    .map((points) => `<path d="${open(points, frame)}" fill="none" stroke="${stroke[0]}" stroke-width="${stroke[1]}" stroke-linejoin="round"${dashes}/>`)
    .join('')
}

function focusArea({ geometry }: MapFeature, frame: Frame): string {
  return `<path d="${surface(ringsOf(geometry), frame)}" fill="${COLOURS.focus}" fill-opacity="0.32" stroke="${COLOURS.focus}" stroke-width="5" fill-rule="evenodd"/>`
}

function outline({ properties: { kind }, geometry }: MapFeature, frame: Frame): string {
  if (kind === 'municipality') return `<path d="${surface(ringsOf(geometry), frame)}" fill="none" stroke="${COLOURS.border}" stroke-width="3"/>`
  if (kind !== 'district' && kind !== 'localDistrict') return ''
  return `<path d="${surface(ringsOf(geometry), frame)}" fill="none" stroke="${COLOURS.district}" stroke-width="1.5" stroke-dasharray="6 4"/>`
}

function line(points: readonly Position[], colour: string, frame: Frame): string {
  return `<path d="${open(points, frame)}" fill="none" stroke="${colour}" stroke-width="7" stroke-opacity="0.75" stroke-linecap="round" stroke-linejoin="round"/>`
}

interface Box extends Sign {
  readonly width: number
  readonly height: number
}

/** Names of districts, each as near to its middle as signs and other names allow. */
function districtNames(features: readonly MapFeature[], signs: readonly Box[], frame: Frame): readonly string[] {
  const taken = [...signs]
  return features.flatMap((feature) => {
    const { kind, name } = feature.properties
    const centre = kind === 'district' || kind === 'localDistrict' ? centreOf([feature]) : undefined
    if (!centre || !name) return []
    const size = kind === 'district' ? 21 : 17
    const [x, y] = frame.at(centre)
    const at = ([dx, dy]: Position): Box => ({ x: x + dx, y: y + dy, width: name.length * size * 0.54 + 6, height: size * 1.25 })
    const box = NAME_OFFSETS.map(at).find((candidate) => !taken.some((other) => overlap(candidate, other))) ?? at([0, 0])
    taken.push(box)
    return [
      `<text x="${round(box.x)}" y="${round(box.y + size * 0.35)}" font-size="${size}" text-anchor="middle" fill="${COLOURS.quiet}" stroke="#ffffff" stroke-width="5" stroke-linejoin="round" paint-order="stroke">${xml(name)}</text>`,
    ]
  })
}

/** Where a name may go, the nearest first. */
const NAME_OFFSETS: readonly Position[] = Array.from({ length: 21 }, (_, row) => (row - 10) * 28)
  .flatMap((dy) => [-240, -180, -120, -60, 0, 60, 120, 180, 240].map((dx): Position => [dx, dy]))
  .sort(([dx, dy], [otherX, otherY]) => Math.hypot(dx / 1.5, dy) - Math.hypot(otherX / 1.5, otherY))

function overlap(one: Box, other: Box): boolean {
  return Math.abs(one.x - other.x) * 2 < one.width + other.width && Math.abs(one.y - other.y) * 2 < one.height + other.height
}

function signOf({ row, x, y }: MeasureSign, colour: string, { width, height }: { readonly width: number; readonly height: number }): string {
  const [left, top] = [round(x - width / 2), round(y - height / 2)]
  const ring = row.priority === 'high' ? ` stroke="${COLOURS.ink}" stroke-width="3"` : ' stroke="#ffffff" stroke-width="2"'
  return `<rect x="${left}" y="${top}" width="${round(width)}" height="${round(height)}" rx="${round(height / 3)}" fill="${colour}"${ring}/><text x="${round(x)}" y="${round(y + height * 0.23)}" font-size="${round(height * 0.66)}" font-weight="600" text-anchor="middle" fill="#ffffff">${xml(spacedCode(row.code))}</text>`
}

/** Below the map: departments and their colours, what the signs mean, and what lies nowhere in particular. */
function legendOf(
  { t, say }: Writing,
  { list, offices, scale, scenario, town }: SessionReport,
  top: number,
): { readonly height: number; readonly parts: readonly string[] } {
  const everywhere = list.filter(({ place }) => place.kind === 'municipality').map(({ code }) => spacedCode(code))
  const sentences = [
    t.map.signs(say(scale.high)),
    t.map.focusAreas,
    ...(everywhere.length > 0 ? [t.map.everywhere(everywhere.join(', '))] : []),
    [scenario.municipality, town.attribution, t.foot].filter(Boolean).join('. ').replaceAll('..', '.'),
  ].flatMap((sentence) => wrapped(sentence, 150))
  const departments = offices.map(({ department, colour, letter }, index) => {
    const [x, y] = [MARGIN + (index % 2) * (WIDTH / 2), top + 18 + Math.floor(index / 2) * 38]
    return `<rect x="${x}" y="${y}" width="40" height="26" rx="8" fill="${colour}"/><text x="${x + 20}" y="${y + 20}" font-size="19" font-weight="600" text-anchor="middle" fill="#ffffff">${xml(letter)}</text><text x="${x + 54}" y="${y + 20}" font-size="20" fill="${COLOURS.ink}">${xml(say(department))}</text>`
  })
  const from = top + 18 + Math.ceil(offices.length / 2) * 38
  const lines = sentences.map(
    (sentence, index) => `<text x="${MARGIN}" y="${from + 26 + index * 28}" font-size="19" fill="${COLOURS.quiet}">${xml(sentence)}</text>`,
  )
  return { height: from - top + 26 + sentences.length * 28 + 10, parts: [...departments, ...lines] }
}

function wrapped(sentence: string, characters: number): readonly string[] {
  const lines: string[] = ['']
  for (const word of sentence.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + word.length >= characters) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

function surface(rings: readonly Ring[], frame: Frame): string {
  return rings.map((ring) => `${open(ring, frame)}Z`).join('')
}

function open(points: readonly Position[], frame: Frame): string {
  return points
    .map((point, index) => {
      const [x, y] = frame.at(point)
      return `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`
    })
    .join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
