import bicycle from '@mapbox/maki/icons/bicycle.svg?raw'
import apartments from '@mapbox/maki/icons/building.svg?raw'
import bus from '@mapbox/maki/icons/bus.svg?raw'
import chargingPoint from '@mapbox/maki/icons/charging-station.svg?raw'
import transmitter from '@mapbox/maki/icons/communications-tower.svg?raw'
import buildingSite from '@mapbox/maki/icons/construction.svg?raw'
import dam from '@mapbox/maki/icons/dam.svg?raw'
import doctor from '@mapbox/maki/icons/doctor.svg?raw'
import drinkingWater from '@mapbox/maki/icons/drinking-water.svg?raw'
import lift from '@mapbox/maki/icons/elevator.svg?raw'
import fireStation from '@mapbox/maki/icons/fire-station.svg?raw'
import planet from '@mapbox/maki/icons/globe.svg?raw'
import home from '@mapbox/maki/icons/home.svg?raw'
import factory from '@mapbox/maki/icons/industry.svg?raw'
import info from '@mapbox/maki/icons/information.svg?raw'
import land from '@mapbox/maki/icons/landuse.svg?raw'
import phone from '@mapbox/maki/icons/mobile-phone.svg?raw'
import nature from '@mapbox/maki/icons/natural.svg?raw'
import park from '@mapbox/maki/icons/park.svg?raw'
import parking from '@mapbox/maki/icons/parking.svg?raw'
import parkingGarage from '@mapbox/maki/icons/parking-garage.svg?raw'
import playground from '@mapbox/maki/icons/playground.svg?raw'
import station from '@mapbox/maki/icons/rail.svg?raw'
import neighbourhood from '@mapbox/maki/icons/residential-community.svg?raw'
import school from '@mapbox/maki/icons/school.svg?raw'
import shop from '@mapbox/maki/icons/shop.svg?raw'
import sports from '@mapbox/maki/icons/soccer.svg?raw'
import townHall from '@mapbox/maki/icons/town-hall.svg?raw'
import warehouse from '@mapbox/maki/icons/warehouse.svg?raw'
import water from '@mapbox/maki/icons/water.svg?raw'
import wetland from '@mapbox/maki/icons/wetland.svg?raw'
import wheelchair from '@mapbox/maki/icons/wheelchair.svg?raw'
import renovation from '@rapideditor/temaki/icons/brick_trowel.svg?raw'
import business from '@rapideditor/temaki/icons/briefcase.svg?raw'
import energy from '@rapideditor/temaki/icons/bulb.svg?raw'
import demolition from '@rapideditor/temaki/icons/bulldozer.svg?raw'
import cable from '@rapideditor/temaki/icons/cable.svg?raw'
import computer from '@rapideditor/temaki/icons/electronic.svg?raw'
import fountain from '@rapideditor/temaki/icons/fountain.svg?raw'
import money from '@rapideditor/temaki/icons/money_hand.svg?raw'
import walking from '@rapideditor/temaki/icons/pedestrian.svg?raw'
import cycleAndWalk from '@rapideditor/temaki/icons/pedestrian_and_cyclist.svg?raw'
import heating from '@rapideditor/temaki/icons/pipe.svg?raw'
import electricity from '@rapideditor/temaki/icons/power.svg?raw'
import meter from '@rapideditor/temaki/icons/power_meter.svg?raw'
import greening from '@rapideditor/temaki/icons/shrub.svg?raw'
import people from '@rapideditor/temaki/icons/social_facility.svg?raw'
import loudspeaker from '@rapideditor/temaki/icons/speaker.svg?raw'
import streetLamp from '@rapideditor/temaki/icons/street_lamp_arm.svg?raw'
import traffic from '@rapideditor/temaki/icons/traffic_signals.svg?raw'
import busStop from '@rapideditor/temaki/icons/transit_shelter.svg?raw'
import trees from '@rapideditor/temaki/icons/tree_row.svg?raw'
import wind from '@rapideditor/temaki/icons/windsock.svg?raw'
import { entry } from '../../rules/ids.ts'
import type { MeasureSymbol } from '../../rules/scenario/symbols.ts'

/** Maki and Temaki, both CC0. */
const DRAWINGS: Readonly<Record<MeasureSymbol, string>> = {
  apartments,
  bicycle,
  buildingSite,
  bus,
  busStop,
  business,
  cable,
  chargingPoint,
  computer,
  cycleAndWalk,
  dam,
  demolition,
  doctor,
  drinkingWater,
  electricity,
  energy,
  factory,
  fireStation,
  fountain,
  greening,
  heating,
  home,
  info,
  land,
  lift,
  loudspeaker,
  meter,
  money,
  nature,
  neighbourhood,
  park,
  parking,
  parkingGarage,
  people,
  phone,
  planet,
  playground,
  renovation,
  school,
  shop,
  sports,
  station,
  streetLamp,
  townHall,
  traffic,
  transmitter,
  trees,
  walking,
  warehouse,
  water,
  wetland,
  wheelchair,
  wind,
}

/** The side of the box in which a symbol is drawn. */
export const SYMBOL_BOX = 15

const paths = new Map<string, string>()

/** The outline of a symbol for canvas and SVG, in a box of {@link SYMBOL_BOX}; undefined for none that is known. */
export function symbolPath(symbol: string | undefined): string | undefined {
  const drawing = symbol === undefined ? undefined : entry(DRAWINGS, symbol)
  if (symbol === undefined || drawing === undefined) return undefined
  const known = paths.get(symbol)
  if (known !== undefined) return known
  // Line breaks in the data are written as entities.
  const path = [...drawing.matchAll(/<path[^>]*\sd="([^"]+)"/g)].map(([, d = '']) => d.replaceAll(/&#x[0-9A-Fa-f]+;/g, ' ').trim()).join('')
  paths.set(symbol, path)
  return path
}
