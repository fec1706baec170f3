import { expect, test } from 'vitest'
import { type Box, inTwoLines, type LabelBox, labelsOf, placeLabels } from '../../../client/map/labels.ts'
import { muldenau } from '../../helpers/muldenau.ts'

const label = (id: string, x: number, y: number, more: Partial<LabelBox> = {}): LabelBox => ({
  id,
  at: [x, y],
  width: 100,
  height: 20,
  optional: false,
  beside: false,
  ...more,
})
const pin = (x: number, y: number): Box => ({ x, y, width: 46, height: 46 })

test('a name stands in its place when there is room', () => {
  expect(placeLabels([label('Altstadt', 100, 100)], [pin(300, 300)]).get('Altstadt')).toEqual([100, 100])
})

test('a name gives way to a pin and stays near', () => {
  const spot = placeLabels([label('Altstadt', 100, 100)], [pin(100, 100)]).get('Altstadt')
  expect(spot?.[0]).toBeCloseTo(100)
  expect(Math.abs((spot?.[1] ?? 0) - 100)).toBeGreaterThanOrEqual(33)
  expect(Math.abs((spot?.[1] ?? 0) - 100)).toBeLessThan(60)
})

test('names do not cover each other', () => {
  const spots = placeLabels([label('a', 100, 100), label('b', 110, 104)], [])
  const [a, b] = [spots.get('a'), spots.get('b')]
  expect(a && b && (Math.abs(a[0] - b[0]) >= 100 || Math.abs(a[1] - b[1]) >= 20)).toBe(true)
})

test('with no room at all a quarter keeps its name, a site loses it', () => {
  const wall: Box = { x: 100, y: 100, width: 2000, height: 2000 }
  const spots = placeLabels([label('quarter', 100, 100), label('site', 100, 100, { optional: true, beside: true })], [wall])
  expect([...spots.keys()]).toEqual(['quarter'])
})

test('long names break near their middle and lose no letter', () => {
  expect(inTwoLines('Bahnhofsvorstadt')).toEqual(['Bahnhofsvorstadt'])
  expect(inTwoLines('Alte Spinnerei und Auenbach')).toEqual(['Alte Spinnerei', 'und Auenbach'])
  expect(inTwoLines('Neubaugebiet-Hochstraße')).toEqual(['Neubaugebiet-', 'Hochstraße'])
  expect(inTwoLines('Donaudampfschifffahrtsviertel')).toEqual(['Donaudampfschifffahrtsviertel'])
})

test('an area made of local districts bears their names, and its own only as a focus area', () => {
  const scenario = muldenau('halfDay')
  const plain = labelsOf(scenario, []).map(({ id }) => id)
  expect(plain).toContain('district-kaltlohra')
  expect(plain).toContain('area-SON')
  expect(plain).not.toContain('area-ORT')
  const focus = labelsOf(scenario, [{ areaId: 'ORT', number: 2, confirmed: true }])
  expect(focus.find(({ id }) => id === 'area-ORT')?.plate).toBe(2)
})
