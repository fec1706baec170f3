import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listCalculation } from '../../rules/listCalculation.ts'
import { listBy } from '../../rules/priorityList.ts'
import { calculationOf, type EqualSharesWorkings, type Workings } from '../../rules/procedures/calculation.ts'
import { criticalWeights } from '../../rules/procedures/criticalWeights.ts'
import { type ListedMeasure, type Profile, TIE_CHAIN, WEIGHT_UNITS } from '../../rules/procedures/procedure.ts'
import { remarksOn } from '../../rules/procedures/remarks.ts'
import { scoreUnits } from '../../rules/procedures/score.ts'
import { procedures } from '../../rules/procedures.ts'
import { PROCEDURES, type ProcedureId } from '../../rules/scenario/scenario.ts'
import { STATUS_QUO } from '../../rules/session.ts'
import { given } from '../helpers/given.ts'
import { playWithBots } from '../helpers/playWithBots.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const parameters = { alpha: 0.5, beta: 1 }
const limits = { highLine: 100, mediumLine: 200 }
const empty: Profile = {
  weights: { Z1: 3 * WEIGHT_UNITS, Z2: 2 * WEIGHT_UNITS },
  dots: {},
  resistance: {},
  ownWeights: {},
  order: [],
  teamIds: ['t1', 't2', 't3'],
}
const measure = (measureId: string, more: Partial<ListedMeasure> = {}): ListedMeasure => ({
  measureId,
  effects: {},
  ownContribution: 60,
  adopted: false,
  supporters: 1,
  synergies: [],
  conflicts: [],
  requires: [],
  rivals: [],
  ...more,
})
function workings<K extends Workings['kind']>(kind: K, procedure: ProcedureId, measures: readonly ListedMeasure[], profile: Partial<Profile>) {
  const { workings: found } = calculationOf(procedure, { ...empty, ...profile }, measures, limits, parameters)
  if (found.kind !== kind) throw new Error(found.kind)
  return found as Extract<Workings, { kind: K }>
}

describe('How a list was computed', () => {
  it('[L9] dots: sum and ballots; who gave how many only from five ballots on [L7]', () => {
    const four = Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, { A: 2, B: 1 }]))
    expect(workings('dots', 'dots', [measure('A'), measure('B')], { dots: four })).toEqual({
      kind: 'dots',
      ballots: 4,
      given: { A: { dots: 8, ones: null, twos: null }, B: { dots: 4, ones: null, twos: null } },
    })
    const { given: spread } = workings('dots', 'dots', [measure('A'), measure('B')], { dots: { ...four, e: { A: 1 } } })
    expect(spread).toEqual({ A: { dots: 9, ones: 1, twos: 4 }, B: { dots: 4, ones: 4, twos: 0 } })
  })

  it('[L9] consensus: ratings, sum, mean, highest, acceptance, beside „nichts davon jetzt“', () => {
    const resistance = { t1: { A: 2, [STATUS_QUO]: 8 }, t2: { A: 5, [STATUS_QUO]: 6 } }
    const { options } = workings('consensus', 'consensus', [measure('A'), measure('B')], { resistance })
    expect(options.A).toEqual({ ratings: 2, sum: 7, mean: 3.5, max: 5, acceptance: 0.65 })
    expect(options[STATUS_QUO]).toMatchObject({ ratings: 2, sum: 14, mean: 7 })
    expect(options).not.toHaveProperty('B')
  })

  it('[L9] Equal Shares: parts, price per point, who paid, what is left, what the rest buys', () => {
    // Parts of 100, 100 points each. A: 60 for 150 points, 0.4 each: t1 40, t2 20. B: 60 for 100 points: 30 each. C (90) is too dear.
    const measures = [measure('A'), measure('B'), measure('C', { ownContribution: 90 }), measure('D', { ownContribution: 20 })]
    const found = workings('equalShares', 'equalShares', measures, { dots: { t1: { A: 2, B: 1 }, t2: { A: 1, B: 1, C: 2 } } })
    expect(found).toMatchObject({ budget: 200, voters: 2, firstPart: 100, isAllAffordable: false })
    const [first, second] = found.purchases
    expect(first).toMatchObject({
      measureId: 'A',
      cost: 60,
      shares: [
        { teamId: 't1', amount: 44 },
        { teamId: 't2', amount: 16 },
      ],
    })
    expect(first?.points).toBeCloseTo(200 / 3 + 25, 9)
    expect(first?.pricePerPoint).toBeCloseTo(60 / (200 / 3 + 25), 9)
    expect(second?.measureId).toBe('B')
    expect(first?.left).toBeCloseTo(found.lastPart * 2 - 60, 9)
    expect(second?.left).toBeCloseTo(found.lastPart * 2 - 120, 9)
  })

  it('[L9] ranking: pairs, Borda points, and how many preferences the order contradicts', () => {
    const dots = { t1: { A: 2, B: 1 }, t2: { A: 2, C: 1 }, t3: { B: 2, C: 1 } }
    expect(workings('ranking', 'ranking', [measure('A'), measure('B'), measure('C')], { dots })).toEqual({
      kind: 'ranking',
      ballots: 3,
      borda: { A: 4, B: 3, C: 2 },
      preferred: { A: { B: 2, C: 2 }, B: { A: 1, C: 2 }, C: { A: 1, B: 1 } },
      contradicted: 3,
      isExact: true,
    })
  })

  it('[L9] what Equal Shares shows adds up: purchases and filling cost at most the budget, parts cover what was paid', () => {
    const votes = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), fc.integer({ min: 1, max: 3 }))
    const costs = fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 1, max: 150 })))
    fc.assert(
      fc.property(votes, votes, votes, costs, (t1, t2, t3, cost) => {
        const measures = ['A', 'B', 'C', 'D'].map((id, index) => measure(id, { ownContribution: cost[index] ?? 1 }))
        const found = workings('equalShares', 'equalShares', measures, { dots: { t1, t2, t3 } }) as EqualSharesWorkings
        const spent = found.purchases.reduce((sum, purchase) => sum + purchase.cost, 0)
        expect(spent + found.filled.reduce((sum, bought) => sum + bought.cost, 0)).toBeLessThanOrEqual(found.budget)
        if (!found.isAllAffordable) expect(found.lastPart * found.voters).toBeGreaterThanOrEqual(spent - 1e-6)
        for (const { left } of found.purchases) expect(left).toBeGreaterThanOrEqual(-1e-6)
        for (const { shares, cost: own } of found.purchases) expect(shares.reduce((sum, { amount }) => sum + amount, 0)).toBe(own)
        expect(found.lastPart).toBeGreaterThanOrEqual(found.firstPart - 1e-9)
      }),
      { seed: 4, numRuns: 150 },
    )
  })

  it('[L8] [L9] which rule decided a tie', () => {
    const measures = [
      measure('B'),
      measure('A'),
      measure('C', { ownContribution: 10 }),
      measure('D', { supporters: 3, effects: {} }),
      measure('E', { effects: { Z1: 1 } }),
    ]
    const { rows } = calculationOf('utility', empty, measures, limits, parameters)
    expect(rows.map(({ measureId, tieRule }) => [measureId, tieRule])).toEqual([
      ['E', null],
      ['D', 'supporters'],
      ['C', 'ownContribution'],
      ['A', 'id'],
      ['B', 'id'],
    ])
  })

  it('[L8] the chain of rules can be another one, for every procedure', () => {
    const [supporters, ownContribution, id] = TIE_CHAIN
    if (!supporters || !ownContribution || !id) throw new Error('three rules')
    const backwards = { rule: 'id' as const, compare: (a: ListedMeasure, b: ListedMeasure) => id.compare(b, a) }
    const measures = [measure('A'), measure('B'), measure('C')]
    const equal = { dots: { t1: { A: 1, B: 1, C: 1 } }, resistance: { t1: { A: 3, B: 3, C: 3, [STATUS_QUO]: 9 } } }
    for (const procedure of ['utility', 'dots', 'consensus', 'equalShares', 'ranking', 'negotiated'] as const) {
      const order = (ties: typeof TIE_CHAIN) =>
        procedures[procedure]({ ...empty, ...equal }, measures, limits, { ...parameters, ties }).map(({ measureId }) => measureId)
      expect(order(TIE_CHAIN)).toEqual(['A', 'B', 'C'])
      expect(order([backwards])).toEqual(['C', 'B', 'A'])
    }
  })

  it('[L9] of a played session every procedure can be looked into, and its rows are the list', () => {
    const { state } = playWithBots(smallScenario, 2)
    for (const procedure of PROCEDURES) {
      const { calculation, stability } = listCalculation(state, procedure)
      const list = listBy(state, procedure)
      if (list.provisional) expect(calculation).toBeNull()
      else expect(calculation?.rows.map(({ measureId }) => measureId)).toEqual(list.entries.map(({ measureId }) => measureId))
      expect(stability).toEqual(list.stability)
    }
    expect(listCalculation(state, 'utility').calculation?.rows.length).toBeGreaterThan(3)
  })

  it('[L9] [L10] before anything is proposed there is nothing to compute, and that is said', () => {
    expect(listCalculation(given().state, 'dots')).toMatchObject({ calculation: null, critical: [], criticalOf: '', remarks: [{ kind: 'emptyList' }] })
  })
})

describe('Critical weights', () => {
  const effects = fc.record({ Z1: fc.integer({ min: -5, max: 9 }), Z2: fc.integer({ min: -5, max: 9 }), Z3: fc.integer({ min: -5, max: 9 }) })
  const weights = fc.record({ Z1: fc.integer({ min: 0, max: 9 }), Z2: fc.integer({ min: 0, max: 9 }), Z3: fc.integer({ min: 1, max: 9 }) })
  const scaled = (given: Record<string, number>) => Object.fromEntries(Object.entries(given).map(([id, weight]) => [id, weight * WEIGHT_UNITS]))
  const at = (given: Record<string, number>, goalId: string, share: number) => {
    const total = Object.values(given).reduce((sum, weight) => sum + weight, 0)
    const others = total - (given[goalId] ?? 0)
    return Object.fromEntries(Object.entries(given).map(([id, weight]) => [id, id === goalId ? share * total : (weight * (1 - share) * total) / others]))
  }

  it('[L9] by hand: A leads with 3·4 + 2·1 = 14, B has 3·2 + 2·3 = 12; level where Z1 weighs half', () => {
    const [a, b] = [measure('A', { effects: { Z1: 4, Z2: 1 } }), measure('B', { effects: { Z1: 2, Z2: 3 } })]
    expect(criticalWeights(a, [a, b], empty, parameters)).toEqual([
      { goalId: 'Z1', share: 0.6, from: 0.5, to: 1, fromRival: 'B', toRival: null },
      { goalId: 'Z2', share: 0.4, from: 0, to: 0.5, fromRival: null, toRival: 'B' },
    ])
  })

  it('[L9] at an end the first and its rival are level; in between the first stays first', () => {
    fc.assert(
      fc.property(weights, fc.array(effects, { minLength: 2, maxLength: 6 }), fc.integer({ min: 1, max: 9 }), (given, all, tenth) => {
        const units = scaled(given)
        const measures = all.map((of, index) => measure(`M${index}`, { effects: of }))
        const [place] = procedures.utility({ ...empty, weights: units }, measures, limits, parameters)
        const first = measures.find(({ measureId }) => measureId === place?.measureId) as ListedMeasure
        const score = (of: ListedMeasure, weighing: Record<string, number>) => scoreUnits(of, { weights: weighing }, parameters)
        for (const { goalId, share, from, to, fromRival, toRival } of criticalWeights(first, measures, { weights: units }, parameters)) {
          expect(from).toBeLessThanOrEqual(share)
          expect(to).toBeGreaterThanOrEqual(share)
          for (const [end, rivalId] of [
            [from, fromRival],
            [to, toRival],
          ] as const) {
            const rival = measures.find(({ measureId }) => measureId === rivalId)
            if (rival) expect(score(first, at(units, goalId, end))).toBeCloseTo(score(rival, at(units, goalId, end)), 3)
          }
          const inside = at(units, goalId, from + ((to - from) * tenth) / 10)
          for (const other of measures) expect(score(first, inside)).toBeGreaterThanOrEqual(score(other, inside) - 1e-3)
        }
      }),
      { seed: 9, numRuns: 300 },
    )
  })

  it('[L9] a goal that has all the weight has none', () => {
    const a = measure('A', { effects: { Z1: 4 } })
    expect(criticalWeights(a, [a], { weights: { Z1: 80, Z2: 0 } }, parameters).map(({ goalId }) => goalId)).toEqual(['Z2'])
    expect(criticalWeights(a, [a], { weights: { Z1: 0 } }, parameters)).toEqual([])
  })
})

describe('Ballots and limits that say little', () => {
  const [A, B] = [measure('A'), measure('B')]
  const kinds = (procedure: ProcedureId, profile: Partial<Profile>, measures: readonly ListedMeasure[] = [A, B], of = limits) =>
    remarksOn(procedure, { ...empty, ...profile }, measures, of).map(({ kind }) => kind)
  const quiet = { A: 8, B: 9, [STATUS_QUO]: 2 }

  it.each<[string, string[], string[]]>([
    ['nothing on the list', kinds('dots', {}, []), ['emptyList']],
    ['no ballots', kinds('dots', { ownWeights: { t1: { Z1: 8 } } }), ['noBallots']],
    ['no resistance', kinds('consensus', {}), ['noBallots']],
    ['empty ballots', kinds('equalShares', { dots: { t1: {}, t2: {} } }), ['emptyBallots']],
    ['one team alone', kinds('ranking', { dots: { t1: { A: 1, B: 1 } } }), ['oneVoter']],
    ['all points on one', kinds('equalShares', { dots: { t1: { A: 2 }, t2: { A: 1 } } }), ['allOnOne']],
    ['nothing affordable', kinds('utility', {}, [A, B], { highLine: 10, mediumLine: 20 }), ['nothingAffordable']],
    ['everything worse than nothing', kinds('consensus', { resistance: { t1: quiet, t2: quiet } }), ['statusQuoPreferred']],
    ['waits for what is not there', kinds('utility', {}, [measure('A', { requires: ['gone'] }), B]), ['waitsForMissing']],
    ['exclude each other', kinds('negotiated', {}, [measure('A', { rivals: ['B'] }), measure('B', { rivals: ['A'] })]), ['excludeEachOther']],
    ['nothing to remark', kinds('dots', { dots: { t1: { A: 1 }, t2: { B: 1 } } }), []],
  ])('[L10] %s', (_case, found, expected) => {
    expect(found).toEqual(expected)
  })

  it('[L10] none of them stops a procedure or its calculation', () => {
    const cases: readonly [Partial<Profile>, readonly ListedMeasure[]][] = [
      [{}, []],
      [{}, [A, B]],
      [{ dots: { t1: {} }, resistance: { t1: {} } }, [A, B]],
      [{ dots: { t1: { A: 2 } }, resistance: { t1: quiet } }, [measure('A', { requires: ['B'] }), measure('B', { requires: ['A'] })]],
      [{ weights: {} }, [measure('A', { rivals: ['B'] }), measure('B', { rivals: ['A'] })]],
      [{ weights: { Z1: 0, Z2: 0 } }, [measure('A', { ownContribution: 0 }), B]],
    ]
    for (const [profile, measures] of cases)
      for (const procedure of PROCEDURES)
        for (const of of [limits, { highLine: 0, mediumLine: 0 }])
          expect(calculationOf(procedure, { ...empty, ...profile }, measures, of, parameters).rows).toHaveLength(measures.length)
  })
})
