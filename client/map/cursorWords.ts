import type { Scenario } from '../../rules/scenario/scenario.ts'
import { code } from '../format.ts'
import { localText, t } from '../texts/index.ts'
import { areaName } from '../view/selectors.ts'
import type { MapModel, Pin } from './mapModel.ts'
import type { CursorTarget } from './TownMap.ts'

/** What is read out when the keyboard comes to something on the map. */
export function cursorWords(scenario: Scenario, model: MapModel, { kind, id }: CursorTarget): string {
  switch (kind) {
    case 'pin': {
      const pin = model.pins.find((each) => each.id === id)
      return pin ? pinWords(pin) : ''
    }
    case 'cluster': {
      const areaId = id.replace('cluster-', '')
      return t.map.cluster(areaName(scenario, areaId), model.pins.filter((pin) => pin.areaId === areaId).length)
    }
    case 'area':
      return areaName(scenario, id)
    case 'site': {
      const site = scenario.sites.find((each) => each.id === id)
      return site ? localText(site.name) : ''
    }
  }
}

/** „K 02, Entsiegelung und Pocketpark, vorgeschlagen“ */
export function pinWords(pin: Pin): string {
  const state = t.map.state[pin.state]
  return t.map.pin(code(pin.code), localText(pin.title), pin.inConflict ? `${state}, ${t.map.inConflict}` : state)
}
