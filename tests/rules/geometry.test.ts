import { describe, expect, it } from 'vitest'
import { areaAt, areaOf, districtOf, districtsOf, isInMunicipality, isInsidePolygon, isInsideRing } from '../../rules/geometry.ts'
import type { Measure } from '../../rules/scenario/parts.ts'
import type { Position } from '../../rules/scenario/townMap.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

/** An L: the square 0…10 without its upper right quarter. */
const ell: Position[] = [
  [0, 0],
  [5, 0],
  [5, 5],
  [10, 5],
  [10, 10],
  [0, 10],
]
const measure = (id: string): Measure => {
  const found = smallScenario.measures.find((m) => m.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('Where things lie', () => {
  it('[M2] inside, outside, in the notch, on edge and corner of an outline', () => {
    expect(isInsideRing([2, 2], ell)).toBe(true)
    expect(isInsideRing([7, 7], ell)).toBe(true)
    expect(isInsideRing([7, 2], ell)).toBe(false)
    expect(isInsideRing([-1, 5], ell)).toBe(false)
    expect(isInsideRing([5, 3], ell)).toBe(true)
    expect(isInsideRing([10, 10], ell)).toBe(true)
    expect(isInsideRing([10.001, 10], ell)).toBe(false)
  })

  it('[M2] the outline may be closed or not, and turn either way', () => {
    const closed = [...ell, [0, 0] as Position]
    for (const ring of [closed, [...closed].reverse(), [...ell].reverse()]) {
      expect(isInsideRing([2, 2], ring)).toBe(true)
      expect(isInsideRing([7, 2], ring)).toBe(false)
    }
  })

  it('[M2] a level edge at the height of the point does not confuse the count', () => {
    const roof: Position[] = [
      [0, 0],
      [4, 4],
      [8, 0],
    ]
    expect(isInsideRing([-1, 0], roof)).toBe(false)
    expect(isInsideRing([9, 0], roof)).toBe(false)
    expect(isInsideRing([1, 4], roof)).toBe(false)
    expect(isInsideRing([4, 1], roof)).toBe(true)
  })

  it('[M2] holes are outside', () => {
    const hole: Position[] = [
      [1, 6],
      [3, 6],
      [3, 8],
      [1, 8],
    ]
    expect(isInsidePolygon([2, 7], [ell, hole])).toBe(false)
    expect(isInsidePolygon([4, 7], [ell, hole])).toBe(true)
    expect(isInsidePolygon([4, 7], [])).toBe(false)
  })

  it('[M2] the boundary of the map decides; a map without one counts as a whole', () => {
    expect(isInMunicipality(smallScenario, [100, 100])).toBe(true)
    expect(isInMunicipality(smallScenario, [50, 50])).toBe(false)
    const unbounded = { ...smallScenario, map: { ...smallScenario.map, features: [] } }
    expect(isInMunicipality(unbounded, [50, 50])).toBe(true)
    expect(isInMunicipality(unbounded, [4001, 50])).toBe(false)
  })

  it('[R1] a point counts for the district it lies in, and for none between them', () => {
    expect(areaAt(smallScenario, [700, 700])).toBe('INN')
    expect(areaAt(smallScenario, [1500, 300])).toBe('AUE')
    expect(areaAt(smallScenario, [1300, 300])).toBeUndefined()
    expect(areaOf(smallScenario, { kind: 'point', at: [1300, 300] }, measure('K1'))).toBeUndefined()
  })

  it('[R1] a line counts for the usual area of its measure if it touches it, else for the first it touches', () => {
    const line = (...points: Position[]) => ({ kind: 'line', points }) as const
    expect(areaOf(smallScenario, line([700, 700], [1500, 300]), measure('M2'))).toBe('AUE')
    expect(areaOf(smallScenario, line([1300, 300], [700, 700], [2700, 400]), measure('M2'))).toBe('INN')
    expect(areaOf(smallScenario, { kind: 'area', areaId: 'RAND' }, measure('W1'))).toBe('RAND')
    expect(areaOf(smallScenario, { kind: 'municipality' }, measure('W3'))).toBeUndefined()
  })

  it('[R2] a place touches the local districts it lies in; an area those that belong to it; the whole town none', () => {
    expect(districtOf(smallScenario, { kind: 'point', at: [2800, 400] })).toBe('oberdorf')
    expect(districtOf(smallScenario, { kind: 'point', at: [700, 700] })).toBeUndefined()
    const both = { kind: 'line', points: [[2800, 400] as Position, [3300, 900] as Position] } as const
    expect(districtsOf(smallScenario, both)).toEqual(['oberdorf', 'unterdorf'])
    expect(districtsOf(smallScenario, { kind: 'area', areaId: 'RAND' })).toEqual(['oberdorf', 'unterdorf'])
    expect(districtsOf(smallScenario, { kind: 'municipality' })).toEqual([])
  })
})
