import { isInsidePolygon } from '../../geometry.ts'
import type { Position, TownMap } from '../../scenario/townMap.ts'
import type { ListEntry } from '../list/entry.ts'
import type { Assumptions, MeasureDraft, ScenarioDraft } from './draft.ts'
import { german, sameName } from './draft.ts'

type Site = NonNullable<ScenarioDraft['sites']>[number]
type Area = NonNullable<ScenarioDraft['areas']>[number]
type Place = Pick<MeasureDraft, 'spatialReference' | 'areaId' | 'allowedAreaIds' | 'siteIds'>

export interface Town {
  readonly map: TownMap
  readonly areas: readonly Area[]
  readonly localDistricts: readonly NonNullable<ScenarioDraft['localDistricts']>[number][]
  readonly sites: readonly Site[]
}

/** Finds where measures lie, and makes sites for those that the list only puts into an area. */
export class PlaceBook {
  readonly sites: Site[]
  readonly #town: Town
  readonly #assumptions: Assumptions

  constructor(town: Town, assumptions: Assumptions) {
    this.#town = town
    this.#assumptions = assumptions
    this.sites = [...town.sites]
  }

  placeOf(entry: ListEntry, measureId: string): Place {
    const { place } = entry
    const words = [place.district, place.area].filter((text) => text !== '')
    const site = this.#town.sites.find(({ name }) => words.some((word) => names(word, german(name))))
    const areaId = site?.areaId ?? this.#areaIn(words)
    if (place.kind === 'municipality' || (areaId === undefined && words.length === 0)) {
      if (place.kind === null) this.#assumptions.add('Die Liste nennt keinen Ort; die Maßnahme gilt für die gesamte Gemeinde.', entry.line)
      return { spatialReference: 'municipality' }
    }
    if (areaId === undefined) {
      this.#assumptions.add(`Den Ort „${words.join(', ')}“ gibt es auf der Karte nicht; die Maßnahme gilt für die gesamte Gemeinde.`, entry.line)
      return { spatialReference: 'municipality' }
    }
    if (place.kind === 'area') return { spatialReference: 'area', areaId, allowedAreaIds: [areaId] }
    const line = place.kind === 'line'
    const siteIds = site && !line ? [site.id] : this.#newSites(measureId, words[0] ?? '', areaId, line ? 2 : 1)
    // An area too small or too ragged to put a pin into is taken as a whole.
    return siteIds.length === 0
      ? { spatialReference: 'area', areaId, allowedAreaIds: [areaId] }
      : { spatialReference: line ? 'line' : 'point', areaId, siteIds: [...siteIds] }
  }

  #areaIn(words: readonly string[]): string | undefined {
    const { areas, localDistricts } = this.#town
    const district = localDistricts.find(({ name }) => words.some((word) => names(word, german(name))))
    return areas.find(({ name }) => words.some((word) => names(word, german(name))))?.id ?? district?.areaId
  }

  #newSites(measureId: string, name: string, areaId: string, wanted: number): readonly string[] {
    const polygons = this.#town.map.features.flatMap(({ properties, geometry }) =>
      properties.kind !== 'district' || properties.areaId !== areaId
        ? []
        : geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : geometry.type === 'MultiPolygon'
            ? geometry.coordinates
            : [],
    )
    const spots = spotsInside(
      polygons,
      this.sites.map(({ position }) => position),
      wanted,
    )
    if (spots.length < wanted) return []
    return spots.map((position, index) => {
      const id = `ort-${measureId}${wanted > 1 ? `-${index + 1}` : ''}`
      this.sites.push({ id, name: name.slice(0, 80) || id, position, areaId })
      return id
    })
  }
}

/** Does a cell name this place? „Ortsteil Kaltlohra“ and „Kaltlohra, Dorfstraße“ name Kaltlohra. */
function names(written: string, place: string): boolean {
  const [text, name] = [` ${sameName(written)} `, sameName(place)]
  return name.length > 1 && text.includes(` ${name} `)
}

/** Points well inside, on a grid that grows finer, each far from the sites that are there already. */
function spotsInside(polygons: readonly (readonly (readonly Position[])[])[], taken: readonly Position[], wanted: number): readonly Position[] {
  const corners = polygons.flatMap(([outline]) => outline ?? [])
  if (corners.length === 0) return []
  const [west, east] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))]
  const [north, south] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))]
  const cells = 14
  const inside: Position[] = []
  for (let row = 1; row < cells; row++)
    for (let column = 1; column < cells; column++) {
      const spot: Position = [Math.round(west + ((east - west) * column) / cells), Math.round(north + ((south - north) * row) / cells)]
      if (polygons.some((polygon) => isInsidePolygon(spot, polygon))) inside.push(spot)
    }
  const chosen: Position[] = []
  const middle: Position = [(west + east) / 2, (north + south) / 2]
  while (chosen.length < wanted && inside.length > chosen.length) {
    const around = [...taken, ...chosen]
    const room = (spot: Position) => Math.min(Math.hypot(east - west, south - north) / 8, ...around.map((other) => distance(spot, other)))
    const open = inside.filter((spot) => !chosen.includes(spot))
    chosen.push(open.reduce((best, spot) => (room(spot) - distance(spot, middle) / 10 > room(best) - distance(best, middle) / 10 ? spot : best)))
  }
  return chosen
}

function distance([ax, ay]: Position, [bx, by]: Position): number {
  return Math.hypot(ax - bx, ay - by)
}
