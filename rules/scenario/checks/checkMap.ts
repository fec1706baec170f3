import { isInsidePolygon } from '../../geometry.ts'
import type { ScenarioFile } from '../scenario.ts'
import type { MapFeature, MapGeometry, Position, TownMap } from '../townMap.ts'
import { type KnownIds, type ScenarioProblem, unknown } from './problem.ts'

type Polygons = readonly (readonly (readonly Position[])[])[]

/** The map shows the municipality, every area and every local district, and the sites lie where the scenario says. */
export function checkMap(file: ScenarioFile, map: TownMap, known: KnownIds): ScenarioProblem[] {
  const municipality = polygonsOfKind(map, 'municipality')
  if (municipality.length === 0) return [{ path: 'map', message: 'Auf der Karte fehlt die Grenze der Gemeinde als Fläche (municipality).' }]
  return [...checkOutlines(file, map, known), ...checkSites(file, map, municipality, known)]
}

function checkOutlines(file: ScenarioFile, map: TownMap, known: KnownIds): ScenarioProblem[] {
  const ofKind = (kind: MapFeature['properties']['kind']) => map.features.filter((f) => f.properties.kind === kind)
  const drawnAreas = new Set(ofKind('district').map((f) => f.properties.areaId))
  const drawnDistricts = new Set(ofKind('localDistrict').map((f) => f.id))
  return [
    ...map.features.flatMap((f, index) => unknown(known, 'areas', [f.properties.areaId], `map.features[${f.id ?? index}].areaId`)),
    ...map.features.flatMap((f, index) =>
      positionsOf(f.geometry).every(
        ([x, y]) => Math.abs(x - map.extent.width / 2) <= map.extent.width && Math.abs(y - map.extent.height / 2) <= map.extent.height,
      )
        ? []
        : [
            {
              path: `map.features[${f.id ?? index}]`,
              message: 'Der Eintrag liegt weit außerhalb der Karte; erwartet werden Meter, kein Längen- und Breitengrad.',
            },
          ],
    ),
    ...file.areas
      .filter((area) => !drawnAreas.has(area.id))
      .map((area) => ({ path: `areas[${area.id}]`, message: `Das Gebiet „${area.id}“ fehlt auf der Karte (district).` })),
    ...file.localDistricts
      .filter((district) => !drawnDistricts.has(district.id))
      .map((district) => ({ path: `localDistricts[${district.id}]`, message: `Der Ortsteil „${district.id}“ fehlt auf der Karte (localDistrict).` })),
    ...file.localDistricts.flatMap((district) => unknown(known, 'areas', [district.areaId], `localDistricts[${district.id}].areaId`)),
  ]
}

function checkSites(file: ScenarioFile, map: TownMap, municipality: Polygons, known: KnownIds): ScenarioProblem[] {
  return file.sites.flatMap((site) => {
    const path = `sites[${site.id}]`
    const strange = unknown(known, 'areas', [site.areaId], `${path}.areaId`)
    if (strange.length > 0) return strange
    if (!isWithin(site.position, municipality)) return [{ path: `${path}.position`, message: `Der Ort „${site.id}“ liegt außerhalb der Gemeinde.` }]
    const area = polygonsOfKind(map, 'district', site.areaId)
    const misplaced = site.areaId !== undefined && area.length > 0 && !isWithin(site.position, area)
    return misplaced ? [{ path: `${path}.position`, message: `Der Ort „${site.id}“ liegt nicht im Gebiet „${site.areaId}“.` }] : []
  })
}

function isWithin(position: Position, polygons: Polygons): boolean {
  return polygons.some((polygon) => isInsidePolygon(position, polygon))
}

function polygonsOfKind(map: TownMap, kind: MapFeature['properties']['kind'], areaId?: string): Polygons {
  return map.features
    .filter((f) => f.properties.kind === kind && (areaId === undefined || f.properties.areaId === areaId))
    .flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []))
}

function positionsOf(geometry: MapGeometry): readonly Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'LineString':
      return geometry.coordinates
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
  }
}
