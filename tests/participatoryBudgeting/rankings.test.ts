import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doubledBorda, type Preference } from '../../rules/participatoryBudgeting/borda.ts'
import { KEMENY_LIMIT, kemeny, preferenceFor } from '../../rules/participatoryBudgeting/kemeny.ts'
import { holds } from './elections.ts'

/** Best first; `weight` voters. */
const ranking = (weight: number, ...order: readonly string[]): Preference => ({
  weight,
  points: new Map(order.map((id, index) => [id, order.length - index])),
})

/** The example of the capital of Tennessee, in hundredths of the voters (as on Wikipedia, „Kemeny–Young method“ and „Borda count“). */
const tennessee = [
  ranking(42, 'Memphis', 'Nashville', 'Chattanooga', 'Knoxville'),
  ranking(26, 'Nashville', 'Chattanooga', 'Knoxville', 'Memphis'),
  ranking(15, 'Chattanooga', 'Knoxville', 'Nashville', 'Memphis'),
  ranking(17, 'Knoxville', 'Chattanooga', 'Nashville', 'Memphis'),
]
const cities = ['Chattanooga', 'Knoxville', 'Memphis', 'Nashville']

const someRankings = (most: number) =>
  fc
    .tuple(
      fc.integer({ min: 1, max: most }),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.array(fc.integer({ min: 0, max: 4 }), { minLength: most, maxLength: most })), { maxLength: 6 }),
    )
    .map(([size, voters]) => {
      const ids = [...'abcdefg'].slice(0, size)
      return { ids, preferences: voters.map(([weight, points]): Preference => ({ weight, points: new Map(ids.map((id, index) => [id, points[index] ?? 0])) })) }
    })

describe('Borda', () => {
  it('Tennessee: Nashville 194, Chattanooga 173, Memphis 126, Knoxville 107', () => {
    const doubled = doubledBorda(cities, tennessee)
    expect(cities.map((id) => (doubled.get(id) ?? 0) / 2)).toEqual([173, 107, 126, 194])
  })

  it('ties share the mean, what is not ranked is tied at the end', () => {
    const doubled = doubledBorda(
      ['a', 'b', 'c', 'd'],
      [
        {
          weight: 1,
          points: new Map([
            ['a', 5],
            ['b', 5],
          ]),
        },
      ],
    )
    expect([...doubled]).toEqual([
      ['a', 5],
      ['b', 5],
      ['c', 1],
      ['d', 1],
    ])
  })

  it('all points together are the number of pairs, whatever the ballots', () => {
    holds(someRankings(7), 100, ({ ids, preferences }) => {
      const sum = [...doubledBorda(ids, preferences).values()].reduce((a, b) => a + b, 0)
      const weight = preferences.reduce((total, preference) => total + preference.weight, 0)
      expect(sum).toBe(weight * ids.length * (ids.length - 1))
    })
  })
})

describe('Kemeny', () => {
  it('Tennessee: Nashville, Chattanooga, Knoxville, Memphis; 393 of 600 preferences are kept', () => {
    expect(kemeny(cities, tennessee)).toEqual({ order: ['Nashville', 'Chattanooga', 'Knoxville', 'Memphis'], disagreement: 600 - 393 })
  })

  it('a circle is cut where it hurts least', () => {
    const circle = [ranking(4, 'a', 'b', 'c'), ranking(3, 'b', 'c', 'a'), ranking(2, 'c', 'a', 'b')]
    // a beats b 6:3, b beats c 7:2, c beats a 5:4: the last is the one to break.
    expect(kemeny(['a', 'b', 'c'], circle)).toEqual({ order: ['a', 'b', 'c'], disagreement: 3 + 2 + 5 })
  })

  it('of equally good orders the first one, in the order that is given', () => {
    const torn = [ranking(1, 'a', 'b', 'c'), ranking(1, 'c', 'b', 'a')]
    expect(kemeny(['a', 'b', 'c'], torn)).toEqual({ order: ['a', 'b', 'c'], disagreement: 3 })
    expect(kemeny(['c', 'a', 'b'], torn)).toEqual({ order: ['c', 'a', 'b'], disagreement: 3 })
  })

  it('contradicts as few preferences as the best of all permutations, and is the first of these', () => {
    holds(someRankings(6), 60, ({ ids, preferences }) => {
      const disagreement = (order: readonly string[]) =>
        order.reduce((sum, id, place) => sum + order.slice(place + 1).reduce((part, later) => part + preferenceFor(later, id, preferences), 0), 0)
      const all = permutations(ids)
      const least = Math.min(...all.map(disagreement))
      expect(kemeny(ids, preferences)).toEqual({ order: all.find((order) => disagreement(order) === least), disagreement: least })
    })
  })

  it('puts first what beats every other one in pairs', () => {
    holds(someRankings(7), 100, ({ ids, preferences }) => {
      const winner = ids.find((id) => ids.every((other) => other === id || preferenceFor(id, other, preferences) > preferenceFor(other, id, preferences)))
      const result = kemeny(ids, preferences)
      if (winner !== undefined && result !== 'tooMany') expect(result.order[0]).toBe(winner)
    })
  })

  it('refuses more than eighteen and orders eighteen', () => {
    const ids = Array.from({ length: KEMENY_LIMIT }, (_, index) => `m${index}`)
    const backwards = [ranking(1, ...ids.toReversed())]
    expect(kemeny(ids, backwards)).toEqual({ order: ids.toReversed(), disagreement: 0 })
    expect(kemeny([...ids, 'one more'], backwards)).toBe('tooMany')
  })

  it('without anything to order there is nothing to contradict', () => {
    expect(kemeny([], tennessee)).toEqual({ order: [], disagreement: 0 })
  })
})

/** In lexicographic order of places. */
function permutations(ids: readonly string[]): readonly (readonly string[])[] {
  if (ids.length === 0) return [[]]
  return ids.flatMap((id) => permutations(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]))
}
