import { perObject } from '../../rules/memo.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { MapFeature, MapGeometry, Position } from '../../rules/scenario/townMap.ts'
import { polygonsOf } from './anchors.ts'
import type { Palette } from './palette.ts'

/**
 * A stretch of the town on a canvas: its upper left corner in metres, pixels of the canvas per metre, pixels per CSS pixel,
 * and how thick lines are against those on tablets.
 */
export interface Sheet {
  readonly left: number
  readonly top: number
  readonly scale: number
  readonly density: number
  readonly thickness: number
}

/** Areas stressed on top of the base. */
export interface AreaMark {
  readonly areaId: string
  readonly look: 'focus' | 'focusProposed' | 'allowed' | 'stressed'
}

/** A line measure under its pin. */
export interface WayMark {
  readonly points: readonly Position[]
  readonly colour: string
  readonly dashed: boolean
  readonly faint: boolean
}

interface Layers {
  readonly municipality: Path2D
  readonly landUse: ReadonlyMap<string, Path2D>
  readonly floodplain: Path2D
  readonly water: Path2D
  readonly stream: Path2D
  readonly mainRoad: Path2D
  readonly road: Path2D
  readonly street: Path2D
  readonly path: Path2D
  readonly railway: Path2D
  readonly building: Path2D
  readonly workBuilding: Path2D
  readonly areas: ReadonlyMap<string, Path2D>
  readonly localDistricts: Path2D
  readonly sites: readonly Position[]
}

function addTo(path: Path2D, points: readonly Position[], close: boolean): void {
  points.forEach(([x, y], index) => {
    if (index === 0) path.moveTo(x, y)
    else path.lineTo(x, y)
  })
  if (close) path.closePath()
}

function pathOf(geometries: readonly MapGeometry[]): Path2D {
  const path = new Path2D()
  for (const geometry of geometries) {
    if (geometry.type === 'LineString') addTo(path, geometry.coordinates, false)
    else if (geometry.type === 'MultiLineString') for (const line of geometry.coordinates) addTo(path, line, false)
    else for (const polygon of polygonsOf(geometry)) for (const ring of polygon) addTo(path, ring, true)
  }
  return path
}

/** The base as paths, built once per scenario. Kinds of land use that are not known look like settlement. */
const layersOf = perObject((scenario: Scenario): Layers => {
  const { features } = scenario.map
  const pick = (test: (properties: MapFeature['properties']) => boolean) => pathOf(features.filter(({ properties }) => test(properties)).map((f) => f.geometry))
  const kind = (name: MapFeature['properties']['kind']) => pick((p) => p.kind === name)
  const road = (test: (name: string) => boolean) => pick((p) => p.kind === 'road' && test(p.class ?? 'minor'))
  const uses = new Set(features.flatMap(({ properties }) => (properties.kind === 'landUse' ? [properties.class ?? 'settlement'] : [])))
  const outline = features.filter(({ properties }) => properties.kind === 'municipality').map((f) => f.geometry)
  const areaIds = new Set(features.flatMap(({ properties }) => (properties.kind === 'district' && properties.areaId ? [properties.areaId] : [])))
  const districtKind = areaIds.size > 0 ? 'district' : 'localDistrict'
  return {
    municipality: pathOf(outline.length > 0 ? outline : [wholeMap(scenario)]),
    landUse: new Map([...uses].map((use) => [use, pick((p) => p.kind === 'landUse' && (p.class ?? 'settlement') === use)])),
    floodplain: kind('floodplain'),
    water: kind('water'),
    stream: kind('stream'),
    mainRoad: road((name) => name === 'main'),
    road: road((name) => name === 'minor'),
    street: road((name) => name !== 'main' && name !== 'minor'),
    path: kind('path'),
    railway: kind('railway'),
    building: pick((p) => p.kind === 'building' && p.class !== 'industry'),
    workBuilding: pick((p) => p.kind === 'building' && p.class === 'industry'),
    areas: new Map(scenario.areas.map(({ id }) => [id, pick((p) => p.kind === districtKind && p.areaId === id)])),
    localDistricts: kind('localDistrict'),
    sites: scenario.sites.map(({ position }) => position),
  }
})

/** A map without a boundary counts as a whole. */
function wholeMap({ map: { extent } }: Scenario): MapGeometry {
  const [width, height] = [extent.width, extent.height]
  const ring: Position[] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}

interface Brush {
  readonly ctx: CanvasRenderingContext2D
  /** metres per CSS pixel: widths that stay the same on the screen are multiples of it */
  readonly px: number
  readonly sheet: Sheet
  readonly palette: Palette
}

export interface TownMarks {
  readonly areas: readonly AreaMark[]
  readonly ways: readonly WayMark[]
}

/** Paints the base and what lies flat on it. Everything outside of the sheet is cut off. */
export function paintTown(ctx: CanvasRenderingContext2D, scenario: Scenario, palette: Palette, sheet: Sheet, marks: TownMarks): void {
  const { canvas } = ctx
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  ctx.fillStyle = palette.outside
  ctx.fillRect(0, 0, canvas.width, canvas.height)
  ctx.setTransform(sheet.scale, 0, 0, sheet.scale, -sheet.left * sheet.scale, -sheet.top * sheet.scale)
  ctx.lineJoin = 'round'
  ctx.lineCap = 'round'
  const brush: Brush = { ctx, px: (sheet.density * sheet.thickness) / sheet.scale, sheet, palette }
  const layers = layersOf(scenario)
  paintLand(brush, layers)
  paintWater(brush, layers)
  paintWays(brush, layers)
  veilOutside(brush, layers)
  paintBoundaries(brush, layers)
  for (const mark of marks.areas) paintAreaMark(brush, layers, mark)
  for (const way of marks.ways) paintWay(brush, way)
  ctx.setTransform(1, 0, 0, 1, 0, 0)
}

const USES = ['field', 'meadow', 'settlement', 'industry', 'park', 'forest'] as const

function paintLand({ ctx, palette, sheet, px }: Brush, layers: Layers): void {
  const fill = (colour: string | CanvasPattern, path: Path2D) => {
    ctx.fillStyle = colour
    ctx.fill(path, 'evenodd')
  }
  fill(palette.land, layers.municipality)
  for (const use of USES) {
    const path = layers.landUse.get(use)
    if (!path) continue
    if (use === 'settlement') fill(palette.floodplain, layers.floodplain)
    fill(palette[use], path)
    if (use === 'forest') fill(forestDots(ctx, palette, sheet), path)
  }
  if (!layers.landUse.has('settlement')) fill(palette.floodplain, layers.floodplain)
  for (const [use, path] of layers.landUse) if (!USES.some((known) => known === use)) fill(palette.settlement, path)
  // Footprints smaller than a pixel would only make the ground dirty.
  if (px < 16) {
    fill(palette.building, layers.building)
    fill(palette.workBuilding, layers.workBuilding)
  }
}

function forestDots(ctx: CanvasRenderingContext2D, palette: Palette, sheet: Sheet): CanvasPattern | string {
  const size = Math.round(12 * sheet.density)
  const tile = document.createElement('canvas')
  tile.width = size
  tile.height = size
  const brush = tile.getContext('2d')
  if (!brush) return palette.forest
  brush.fillStyle = palette.forestDots
  for (const [x, y] of [
    [0.25, 0.25],
    [0.75, 0.75],
  ] as const) {
    brush.beginPath()
    brush.arc(size * x, size * y, 1.1 * sheet.density, 0, 2 * Math.PI)
    brush.fill()
  }
  const pattern = ctx.createPattern(tile, 'repeat')
  // Dots keep their size on the screen and stay put on the ground.
  pattern?.setTransform(new DOMMatrix([1 / sheet.scale, 0, 0, 1 / sheet.scale, 0, 0]))
  return pattern ?? palette.forest
}

function paintWater({ ctx, palette, px }: Brush, { water, stream }: Layers): void {
  ctx.strokeStyle = palette.waterEdge
  ctx.lineWidth = Math.max(2.5 * px, 14) + 2 * px
  ctx.stroke(stream)
  ctx.lineWidth = 2 * px
  ctx.stroke(water)
  ctx.fillStyle = palette.water
  ctx.fill(water, 'evenodd')
  ctx.strokeStyle = palette.water
  ctx.lineWidth = Math.max(2.5 * px, 14)
  ctx.stroke(stream)
}

/** The neighbours' land steps back behind the municipality. */
function veilOutside({ ctx, palette, sheet }: Brush, { municipality }: Layers): void {
  const [width, height] = [ctx.canvas.width / sheet.scale, ctx.canvas.height / sheet.scale]
  const outside = new Path2D()
  outside.rect(sheet.left, sheet.top, width, height)
  outside.addPath(municipality)
  ctx.globalAlpha = 0.7
  ctx.fillStyle = palette.outside
  ctx.fill(outside, 'evenodd')
  ctx.globalAlpha = 1
}

/** Width on the screen: as in the town, but never thinner than `least` nor thicker than `most` CSS pixels. */
function widthOf({ px }: Brush, metres: number, least: number, most: number): number {
  return Math.min(most * px, Math.max(least * px, metres))
}

function paintWays(brush: Brush, layers: Layers): void {
  const { ctx, palette, px } = brush
  const stroke = (path: Path2D, colour: string, width: number) => {
    ctx.strokeStyle = colour
    ctx.lineWidth = width
    ctx.stroke(path)
  }
  if (px < 20) {
    ctx.setLineDash([5 * px, 4 * px])
    stroke(layers.path, palette.path, 1.5 * px)
    ctx.setLineDash([])
  }
  const street = widthOf(brush, 9, 0.8, 10)
  const minor = widthOf(brush, 14, 2.2, 14)
  const main = widthOf(brush, 22, 4, 18)
  if (px < 20) stroke(layers.street, palette.roadEdge, street + 1.4 * px)
  stroke(layers.road, palette.roadEdge, minor + 1.6 * px)
  stroke(layers.mainRoad, palette.mainRoadEdge, main + 2 * px)
  if (px < 20) stroke(layers.street, palette.road, street)
  stroke(layers.road, palette.road, minor)
  stroke(layers.mainRoad, palette.mainRoad, main)
  stroke(layers.railway, palette.railway, 3 * px)
  ctx.lineCap = 'butt'
  ctx.setLineDash([7 * px, 7 * px])
  stroke(layers.railway, palette.railwayGap, 1.4 * px)
  ctx.setLineDash([])
  ctx.lineCap = 'round'
}

function paintBoundaries({ ctx, palette, px, sheet }: Brush, layers: Layers): void {
  ctx.strokeStyle = palette.boundary
  ctx.lineCap = 'butt'
  ctx.lineWidth = px
  ctx.setLineDash([3 * px, 4 * px])
  ctx.stroke(layers.localDistricts)
  ctx.lineWidth = 1.3 * px
  for (const area of layers.areas.values()) ctx.stroke(area)
  ctx.strokeStyle = palette.townBoundary
  ctx.lineWidth = 1.8 * px
  ctx.setLineDash([10 * px, 4 * px, 2 * px, 4 * px])
  ctx.stroke(layers.municipality)
  ctx.setLineDash([])
  ctx.lineCap = 'round'
  if (sheet.scale / sheet.density < 0.14) return
  ctx.fillStyle = palette.site
  ctx.strokeStyle = palette.halo
  ctx.lineWidth = 2 * px
  for (const [x, y] of layers.sites) {
    ctx.beginPath()
    ctx.arc(x, y, 3.5 * px, 0, 2 * Math.PI)
    ctx.stroke()
    ctx.fill()
  }
}

function paintAreaMark({ ctx, palette, px }: Brush, { areas }: Layers, { areaId, look }: AreaMark): void {
  const area = areas.get(areaId)
  if (!area) return
  const strong = look === 'stressed' ? palette.amber : look === 'allowed' ? palette.synergy : palette.ink
  ctx.globalAlpha = look === 'focusProposed' ? 0.04 : look === 'focus' ? 0.08 : 0.12
  ctx.fillStyle = strong
  ctx.fill(area, 'evenodd')
  ctx.globalAlpha = 1
  ctx.strokeStyle = palette.halo
  ctx.lineWidth = 6 * px
  ctx.stroke(area)
  ctx.strokeStyle = strong
  ctx.lineWidth = 3 * px
  ctx.setLineDash(look === 'focusProposed' ? [9 * px, 7 * px] : [])
  ctx.stroke(area)
  ctx.setLineDash([])
}

function paintWay({ ctx, palette, px }: Brush, { points, colour, dashed, faint }: WayMark): void {
  const path = new Path2D()
  addTo(path, points, false)
  ctx.globalAlpha = faint ? 0.35 : 1
  ctx.strokeStyle = palette.paper
  ctx.lineWidth = 8 * px
  ctx.stroke(path)
  ctx.strokeStyle = colour
  ctx.lineWidth = 4.5 * px
  ctx.setLineDash(dashed ? [9 * px, 8 * px] : [])
  ctx.stroke(path)
  ctx.setLineDash([])
  ctx.globalAlpha = 1
}
