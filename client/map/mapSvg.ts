import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { MapFeature, MapGeometry, Position } from '../../rules/scenario/townMap.ts'
import { SHAPE_PATHS } from '../panels/TeamBadge.tsx'
import { t } from '../texts/index.ts'
import { anchorsOf, polygonsOf } from './anchors.ts'
import { arrange, type Standing } from './arrangement.ts'
import type { ScreenPoint } from './camera.ts'
import { labelsOf } from './labels.ts'
import { arc, symbolSpot } from './linePath.ts'
import type { Link, MapModel, Pin } from './mapModel.ts'
import { DARK, LIGHT, type Palette } from './palette.ts'

export interface MapSvgOptions {
  readonly dark?: boolean
  readonly selectedId?: string
  /** of the picture, pixels */
  readonly width?: number
  /** stands under the map, with measures for the whole town and the source; absent: the map alone */
  readonly title?: string
}

const MARGIN = 24
const PIN = 42
/** Height of what stands under the map. */
const FOOT = 64

/** The map of a session as an SVG document: for devices without WebGL, for print and export. Plain text in, plain text out. */
export function mapSvg(scenario: Scenario, model: MapModel, { dark = false, selectedId = '', width = 1000, title }: MapSvgOptions = {}): string {
  const palette = dark ? DARK : LIGHT
  const { bounds } = anchorsOf(scenario)
  const scale = (width - 2 * MARGIN) / (bounds.right - bounds.left)
  const height = Math.round((bounds.bottom - bounds.top) * scale + 2 * MARGIN)
  const place = ([x, y]: Position): ScreenPoint => [(x - bounds.left) * scale + MARGIN, (y - bounds.top) * scale + MARGIN]
  const drawing: Drawing = { scenario, palette, place }
  const standing = arrange(model.pins, [], scale, PIN + 2)
  const spots = new Map(standing.map((each) => [each.id, spotOf(each, place)]))
  const parts = [
    `<rect width="${width}" height="${height}" fill="${palette.outside}"/>`,
    ...BASE.map((layer) => paintLayer(drawing, layer)),
    ...model.focusAreas.map(({ areaId }) => areaOutline(drawing, areaId)),
    ...model.pins.filter(({ line }) => line.length > 1).map((pin) => way(drawing, pin)),
    ...labelsOf(scenario, model.focusAreas)
      .filter(({ kind }) => kind !== 'site')
      .map(({ lines, at, kind }) => label(palette, lines, place(at), kind === 'water')),
    ...model.links.map((link) => cross(palette, link, spots)),
    ...standing.map((each) => (each.kind === 'pin' ? pinGroup(each.pin, spotOf(each, place), place(each.at), selectedId, palette) : '')),
  ]
  const foot = title === undefined ? '' : footOf(scenario, model, palette, title, width, height)
  const whole = title === undefined ? height : height + FOOT
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${whole}" width="${width}" height="${whole}" font-family="Fira Sans, sans-serif">${parts.join('')}${foot}</svg>`
}

/** Title and source at the left, measures for the whole town at the right. */
function footOf(scenario: Scenario, { townWide }: MapModel, palette: Palette, title: string, width: number, top: number): string {
  const middle = top + FOOT / 2
  const source = scenario.map.attribution ?? ''
  const first = width - MARGIN - PIN / 2 - (townWide.length - 1) * (PIN + 10)
  const pins = townWide.map((pin, index) => {
    const at: ScreenPoint = [first + index * (PIN + 10), middle]
    return pinGroup(pin, at, at, '', palette)
  })
  const words = townWide.length > 0 ? text(first - PIN, middle + 5, t.common.wholeTown, 15, 'end') : ''
  return [
    `<rect y="${top}" width="${width}" height="${FOOT}" fill="${palette.paper}"/>`,
    text(MARGIN, source ? middle - 4 : middle + 6, title, 20, 'start', 600),
    source ? text(MARGIN, middle + 18, source, 13, 'start') : '',
    words,
    ...pins,
  ].join('')
}

function text(x: number, y: number, words: string, size: number, anchor: 'start' | 'end', weight = 400): string {
  return `<text x="${short(x)}" y="${short(y)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="#171a2b">${escaped(words)}</text>`
}

interface Drawing {
  readonly scenario: Scenario
  readonly palette: Palette
  readonly place: (at: Position) => ScreenPoint
}

interface Layer {
  readonly kind: MapFeature['properties']['kind']
  readonly class?: string
  readonly fill?: keyof Palette
  readonly strokes?: readonly { readonly colour: keyof Palette; readonly width: number; readonly dash?: string }[]
}

const BASE: readonly Layer[] = [
  { kind: 'municipality', fill: 'land' },
  { kind: 'landUse', class: 'field', fill: 'field' },
  { kind: 'landUse', class: 'meadow', fill: 'meadow' },
  { kind: 'floodplain', fill: 'floodplain' },
  { kind: 'landUse', class: 'settlement', fill: 'settlement' },
  { kind: 'landUse', class: 'industry', fill: 'industry' },
  { kind: 'landUse', class: 'park', fill: 'park' },
  { kind: 'landUse', class: 'forest', fill: 'forest' },
  { kind: 'building', fill: 'building' },
  { kind: 'water', fill: 'water' },
  { kind: 'stream', strokes: [{ colour: 'water', width: 3 }] },
  {
    kind: 'road',
    class: 'minor',
    strokes: [
      { colour: 'roadEdge', width: 3.8 },
      { colour: 'road', width: 2.2 },
    ],
  },
  {
    kind: 'road',
    class: 'main',
    strokes: [
      { colour: 'mainRoadEdge', width: 6 },
      { colour: 'mainRoad', width: 4 },
    ],
  },
  {
    kind: 'railway',
    strokes: [
      { colour: 'railway', width: 3 },
      { colour: 'railwayGap', width: 1.4, dash: '7 7' },
    ],
  },
  { kind: 'district', strokes: [{ colour: 'boundary', width: 1.2, dash: '3 4' }] },
  { kind: 'localDistrict', strokes: [{ colour: 'boundary', width: 1, dash: '3 4' }] },
  { kind: 'municipality', strokes: [{ colour: 'townBoundary', width: 1.8, dash: '10 4 2 4' }] },
]

function paintLayer({ scenario, palette, place }: Drawing, { kind, class: name, fill, strokes = [] }: Layer): string {
  const shapes = scenario.map.features.filter(
    ({ properties: p }) => p.kind === kind && (name === undefined || (p.class ?? (kind === 'road' ? 'minor' : '')) === name),
  )
  const d = shapes.map(({ geometry }) => pathData(geometry, place)).join('')
  if (d === '') return ''
  const filled = fill ? `<path d="${d}" fill="${palette[fill]}" fill-rule="evenodd"/>` : ''
  const lines = strokes.map(
    ({ colour, width, dash }) =>
      `<path d="${d}" fill="none" stroke="${palette[colour]}" stroke-width="${width}" stroke-linejoin="round"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`,
  )
  return filled + lines.join('')
}

const short = (value: number) => String(Math.round(value * 10) / 10)
const moveTo = (points: readonly ScreenPoint[]) => points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('')

function pathData(geometry: MapGeometry, place: Drawing['place']): string {
  if (geometry.type === 'LineString') return moveTo(geometry.coordinates.map(place))
  if (geometry.type === 'MultiLineString') return geometry.coordinates.map((line) => moveTo(line.map(place))).join('')
  return polygonsOf(geometry)
    .flat()
    .map((ring) => `${moveTo(ring.map(place))}Z`)
    .join('')
}

function areaOutline({ scenario, palette, place }: Drawing, areaId: string): string {
  const d = scenario.map.features
    .filter(({ properties }) => properties.kind === 'district' && properties.areaId === areaId)
    .map(({ geometry }) => pathData(geometry, place))
    .join('')
  return d && `<path d="${d}" fill="${palette.ink}" fill-opacity=".08" stroke="${palette.ink}" stroke-width="3"/>`
}

function way({ place }: Drawing, { line, team }: Pin): string {
  const d = moveTo(line.map(place))
  return `<path d="${d}" fill="none" stroke="#fff" stroke-width="8"/><path d="${d}" fill="none" stroke="${team.colour}" stroke-width="4.5"/>`
}

function spotOf({ at, offset }: Standing, place: Drawing['place']): ScreenPoint {
  const [x, y] = place(at)
  return [x + offset[0], y + offset[1]]
}

function label(palette: Palette, lines: readonly string[], [x, y]: ScreenPoint, water: boolean): string {
  return lines
    .map((text, index) => {
      const style = `text-anchor="middle" font-size="${water ? 14 : 15}" font-weight="${water ? 400 : 600}"${water ? ' font-style="italic"' : ''}`
      const halo = `stroke="${palette.halo}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`
      return `<text x="${short(x)}" y="${short(y + 5 + (index - (lines.length - 1) / 2) * 17)}" ${style} ${halo} fill="${water ? palette.waterLabel : palette.label}">${escaped(text)}</text>`
    })
    .join('')
}

function cross(palette: Palette, { kind, state, a, b }: Link, spots: ReadonlyMap<string, ScreenPoint>): string {
  const [from, to] = [spots.get(a), spots.get(b)]
  const points = from && to ? arc(from, to, PIN / 2) : []
  const middle = symbolSpot(points, [...spots.values()], PIN / 2 + 8)
  if (!middle) return ''
  const colour = state === 'settled' ? palette.settled : state === 'proposed' ? palette.ink : kind === 'synergy' ? palette.synergy : palette.conflict
  const dash = state === 'proposed' ? ' stroke-dasharray="0 7" stroke-linecap="round"' : state === 'open' ? ' stroke-dasharray="11 6"' : ''
  const width = state === 'settled' ? 1.8 : state === 'proposed' ? 4 : 3
  const sign = { proposed: '?', confirmed: '+', open: '!', settled: '✓' }[state]
  const [x, y] = middle
  const body =
    state === 'open'
      ? `<path d="M0-13 13 0 0 13-13 0z" fill="#b3151c" stroke="#fff"/>`
      : `<circle r="10" fill="${state === 'proposed' ? '#171a2b' : colour}" stroke="#fff"/>`
  return `<path d="${moveTo(points)}" fill="none" stroke="${colour}" stroke-width="${width}"${dash}/><g transform="translate(${short(x)} ${short(y)})">${body}<text y="5" text-anchor="middle" font-size="15" font-weight="600" fill="#fff">${sign}</text></g>`
}

function pinGroup(pin: Pin, [x, y]: ScreenPoint, [trueX, trueY]: ScreenPoint, selectedId: string, palette: Palette): string {
  const filled = pin.state === 'covered' || pin.state === 'adopted'
  const colour = pin.state === 'postponed' ? '#6b6e7b' : pin.team.colour
  const moved = Math.hypot(x - trueX, y - trueY) > 10
  const hair = moved ? `<path d="M${short(trueX)} ${short(trueY)}L${short(x)} ${short(y)}" stroke="${palette.ink}" stroke-width="1.2"/>` : ''
  const ring = pin.id === selectedId ? `<path d="${SHAPE_PATHS[pin.team.shape]}" fill="none" stroke="${palette.ink}" stroke-width="13"/>` : ''
  const edge = `stroke="${filled ? '#fff' : colour}" stroke-width="${filled ? 2 : 3}"${pin.state === 'draft' ? ' stroke-dasharray="5 3.5"' : ''}`
  const marks = pin.state === 'adopted' ? mark(4, 4, '#17633a', '✓') : pin.state === 'blocked' || pin.state === 'lost' ? mark(36, 4, '#b3151c', '!') : ''
  const body = `<path d="${SHAPE_PATHS[pin.team.shape]}" fill="${filled ? colour : '#fff'}" ${edge}/>`
  const text = `<text x="20" y="${pin.team.shape === 'house' ? 28 : 25.5}" text-anchor="middle" font-size="${pin.code.length > 3 ? 11 : 14.5}" font-weight="600" fill="${filled ? '#fff' : colour}">${escaped(pin.code)}</text>`
  const casing = `<path d="${SHAPE_PATHS[pin.team.shape]}" fill="#fff" stroke="#fff" stroke-width="5"/>`
  return `${hair}<g transform="translate(${short(x - PIN / 2)} ${short(y - PIN / 2)}) scale(${PIN / 40})">${ring}${casing}${body}${text}${marks}</g>`
}

function mark(x: number, y: number, colour: string, sign: string): string {
  return `<circle cx="${x}" cy="${y}" r="7.5" fill="${colour}" stroke="#fff"/><text x="${x}" y="${y + 4}" text-anchor="middle" font-size="11" font-weight="600" fill="#fff">${sign}</text>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
