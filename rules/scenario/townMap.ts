import { z } from 'zod'
import { Id } from '../ids.ts'

/** A position in local metres: x to the east, y to the south (screen order), origin at the map's upper left. */
export const Position = z.tuple([z.number(), z.number()])
export type Position = z.infer<typeof Position>

const Ring = z.array(Position).min(3)
const Geometry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Point'), coordinates: Position }),
  z.strictObject({ type: z.literal('LineString'), coordinates: z.array(Position).min(2) }),
  z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(Position).min(2)) }),
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
])
export type MapGeometry = z.infer<typeof Geometry>

/** What a map feature shows. `municipality` is the boundary, `district` an area of the scenario, `localDistrict` an Ortsteil. */
export const MAP_FEATURE_KINDS = [
  'municipality',
  'district',
  'localDistrict',
  'landUse',
  'building',
  'water',
  'stream',
  'floodplain',
  'road',
  'path',
  'railway',
  'site',
  'label',
] as const

export const MapFeature = z.strictObject({
  type: z.literal('Feature'),
  id: Id.optional(),
  properties: z.strictObject({
    kind: z.enum(MAP_FEATURE_KINDS),
    name: z.string().max(80).optional(),
    /** `landUse`: settlement, industry, forest, field, meadow, park · `road`: main, minor */
    class: z.string().max(30).optional(),
    /** for districts and local districts: the area of the scenario they belong to */
    areaId: Id.optional(),
  }),
  geometry: Geometry,
})
export type MapFeature = z.infer<typeof MapFeature>

export const TownMap = z.strictObject({
  type: z.literal('FeatureCollection'),
  /** Width and height of the map in metres. */
  extent: z.strictObject({ width: z.number().positive(), height: z.number().positive() }),
  attribution: z.string().max(300).optional(),
  /** Where the upper left corner lies in the country, so that exports find the way back: easting and northing in metres of that system. */
  origin: z.strictObject({ crs: z.enum(['EPSG:25832', 'EPSG:25833']), x: z.number(), y: z.number() }).optional(),
  features: z.array(MapFeature).max(5000),
})
export type TownMap = z.infer<typeof TownMap>
