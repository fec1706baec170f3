import { expect, test } from 'vitest'
import { mapModel } from '../../../client/map/mapModel.ts'
import { mapSvg } from '../../../client/map/mapSvg.ts'
import { busyTown } from '../../helpers/busyTown.ts'

const { scenario, shared } = busyTown()
const model = mapModel({ scenario, shared })

test('the picture names every quarter and shows the code of every measure', () => {
  const svg = mapSvg(scenario, model)
  for (const { code } of model.pins) expect(svg).toContain(`>${code}</text>`)
  for (const name of ['Bahnhofsvorstadt', 'Kaltlohra', 'Mulde']) expect(svg).toContain(`>${name}</text>`)
  expect(svg).not.toMatch(/NaN|undefined/)
})

test('names from a scenario are text, never markup', () => {
  const hostile = { ...scenario, localDistricts: scenario.localDistricts.map((district) => ({ ...district, name: '<script>"&' })) }
  const svg = mapSvg(hostile, model)
  expect(svg).toContain('&lt;script&gt;&quot;&amp;')
  expect(svg).not.toContain('<script>')
})

test('as a picture to keep it has a title, the measures for the whole town and the source under it', () => {
  const credited = { ...scenario, map: { ...scenario.map, attribution: 'Karte: Stadt Muldenau' } }
  const svg = mapSvg(credited, { ...model, townWide: model.pins.slice(0, 2).map((pin) => ({ ...pin, at: null })) }, { title: 'Klausur <der> Ämter' })
  expect(svg).toContain('Klausur &lt;der&gt; Ämter')
  expect(svg).toContain('Karte: Stadt Muldenau')
  expect(svg).toContain('Gesamte Stadt')
  expect(svg).not.toMatch(/NaN|undefined/)
  const height = (of: string) => Number(/height="(\d+)"/.exec(of)?.[1])
  expect(height(svg)).toBeGreaterThan(height(mapSvg(scenario, model)))
})
