import { MAP_FEATURE_KINDS, type MapFeature } from '../../scenario/townMap.ts'
import type { RawFeature } from './readFeatures.ts'

export type MapKind = MapFeature['properties']['kind']

/** What an entry of a foreign map shows. */
export interface Classified {
  readonly kind: MapKind
  readonly class?: string
  readonly name: string
}

/** Fields that name a part of the municipality, the most telling first; compared in lower case. */
const DISTRICT_FIELDS = [
  'ortsteil',
  'ortsteilname',
  'ortsteil_name',
  'ot_name',
  'otname',
  'ot',
  'stadtteil',
  'stadtteilname',
  'stadtteil_name',
  'gemeindeteil',
  'gemarkung',
  'gemarkungsname',
  'gmk_name',
  'bezirk',
  'name',
  'gen',
  'bezeichnung',
  'bez',
  'label',
]

/** Tags of OpenStreetMap and names: what tells what an entry is. */
const TAGS = ['kind', 'class', 'admin_level', 'highway', 'railway', 'waterway', 'natural', 'landuse', 'leisure', 'building', 'titel', '@id', 'osm_id']

/** Is this property looked at? */
export function isTelling(key: string): boolean {
  const plain = key.toLowerCase()
  return DISTRICT_FIELDS.includes(plain) || TAGS.includes(plain)
}

/** The field that names the districts: the first of the usual ones that most of the nameless areas have. */
export function districtFieldOf(features: readonly RawFeature[]): string | undefined {
  const areas = features.filter((feature) => feature.shape === 'polygon' && byTags(feature) === undefined)
  const fields = new Map<string, number>()
  for (const { properties } of areas) for (const key of Object.keys(properties)) fields.set(key, (fields.get(key) ?? 0) + 1)
  const telling = (key: string) => DISTRICT_FIELDS.indexOf(key.toLowerCase())
  return [...fields]
    .filter(([key, count]) => telling(key) >= 0 && count * 2 >= areas.length)
    .sort(([one], [other]) => telling(one) - telling(other))
    .map(([key]) => key)[0]
}

/** What an entry shows; undefined: nothing that a town map draws. */
export function classify(feature: RawFeature, districtField: string | undefined): Classified | undefined {
  const { properties, shape } = feature
  const name = nameOf(properties)
  const tagged = byTags(feature)
  if (tagged) return { ...tagged, name: tagged.kind === 'localDistrict' && districtField ? (properties[districtField] ?? name) : name }
  if (shape === 'point') return name === '' ? undefined : { kind: 'site', name }
  const district = districtField === undefined ? undefined : properties[districtField]
  return shape === 'polygon' && district !== undefined ? { kind: 'localDistrict', name: district } : undefined
}

function nameOf(properties: RawFeature['properties']): string {
  const key = ['name', 'NAME', 'Name', 'bezeichnung', 'BEZEICHNUNG', 'GEN', 'gen', 'titel'].find((candidate) => properties[candidate] !== undefined)
  return key === undefined ? '' : (properties[key] ?? '')
}

const LAND_USE: Readonly<Record<string, string>> = {
  residential: 'settlement',
  commercial: 'settlement',
  retail: 'settlement',
  village_green: 'park',
  industrial: 'industry',
  forest: 'forest',
  wood: 'forest',
  farmland: 'field',
  farmyard: 'settlement',
  orchard: 'meadow',
  meadow: 'meadow',
  grass: 'meadow',
  grassland: 'meadow',
  heath: 'meadow',
  park: 'park',
  garden: 'park',
  cemetery: 'park',
  allotments: 'park',
}

const MAIN_ROADS = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary']
const PATHS = ['path', 'footway', 'cycleway', 'track', 'bridleway', 'steps', 'pedestrian']

/** By the tags of OpenStreetMap, or by our own `kind`. */
function byTags({ properties, shape }: RawFeature): Omit<Classified, 'name'> | undefined {
  const tag = (key: string) => properties[key]
  const own = MAP_FEATURE_KINDS.find((kind) => kind === tag('kind'))
  if (own) return { kind: own, ...(tag('class') ? { class: (tag('class') ?? '').slice(0, 30) } : {}) }
  const level = tag('admin_level')
  if (shape === 'polygon' && level !== undefined && /^(?:6|7|8)$/.test(level)) return { kind: 'municipality' }
  if (shape === 'polygon' && level !== undefined && /^(?:9|10|11)$/.test(level)) return { kind: 'localDistrict' }
  const highway = tag('highway')
  if (highway && shape === 'line')
    return PATHS.includes(highway) ? { kind: 'path' } : { kind: 'road', class: MAIN_ROADS.includes(highway.replace('_link', '')) ? 'main' : 'minor' }
  if (tag('railway') && shape === 'line') return { kind: 'railway' }
  if (tag('waterway') && shape === 'line') return { kind: 'stream' }
  if (shape !== 'polygon') return undefined
  if (tag('natural') === 'water' || tag('waterway') || tag('landuse') === 'reservoir') return { kind: 'water' }
  if (tag('building')) return { kind: 'building' }
  const use = LAND_USE[tag('landuse') ?? tag('leisure') ?? tag('natural') ?? '']
  return use ? { kind: 'landUse', class: use } : undefined
}
