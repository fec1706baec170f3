import { describe, expect, it } from 'vitest'
import { listBy, priorityList } from '../../rules/priorityList.ts'
import type { ListedMeasure, ListParameters, Profile } from '../../rules/procedures/procedure.ts'
import { WEIGHT_UNITS } from '../../rules/procedures/procedure.ts'
import { scoreOf } from '../../rules/procedures/score.ts'
import { procedures } from '../../rules/procedures.ts'
import type { ProcedureId } from '../../rules/scenario/scenario.ts'
import { type LastingEffect, STATUS_QUO } from '../../rules/session.ts'
import { given, team } from '../helpers/given.ts'

const parameters: ListParameters = { alpha: 0.5, beta: 1 }
const limits = { highLine: 100, mediumLine: 200 }
const empty: Profile = {
  weights: { Z1: 3 * WEIGHT_UNITS, Z2: 2 * WEIGHT_UNITS },
  dots: {},
  resistance: {},
  ownWeights: {},
  order: [],
  teamIds: ['t1', 't2', 't3'],
}

function measure(measureId: string, effects: Record<string, number>, more: Partial<ListedMeasure> = {}): ListedMeasure {
  return { measureId, effects, ownContribution: 10, adopted: false, supporters: 1, synergies: [], conflicts: [], requires: [], rivals: [], ...more }
}

const order = (procedure: ProcedureId, measures: readonly ListedMeasure[], profile: Partial<Profile> = {}) =>
  procedures[procedure]({ ...empty, ...profile }, measures, limits, parameters)
const TEAMS = ['housing', 'mobility', 'climate'] as const
const leadOf = (measureId: string) => TEAMS.find((teamId) => teamId.startsWith({ W: 'h', M: 'm', K: 'c' }[measureId.charAt(0)] ?? '')) ?? 'housing'
const idsOf = (ranked: readonly { measureId: string }[]) => ranked.map(({ measureId }) => measureId)

describe('Utility', () => {
  it('[L3] [L5] Σ weight × effect + α · synergies − β · conflicts', () => {
    const link = (measureId: string, strength: number) => ({ crossReferenceId: `x-${measureId}`, measureId, strength })
    const linked = measure('A', { Z1: 2, Z2: -1 }, { synergies: [link('B', 3), link('C', 2)], conflicts: [link('D', 1)] })
    const [first, second] = order('utility', [linked, measure('B', { Z1: 2 })])
    expect(first).toMatchObject({ measureId: 'B', rank: 1, because: { kind: 'utility', score: 6 } })
    expect(second).toMatchObject({ measureId: 'A', rank: 2, because: { kind: 'utility', score: 4 + 2.5 - 1 } })
    expect(scoreOf(linked, empty, parameters)).toMatchObject({ points: 4 + 2.5 - 1, goalPoints: 4, synergyPoints: 2.5, conflictPoints: 1 })
  })

  it('[L8] scores are exact: ten times a tenth is one', () => {
    const tenth: ListParameters = { alpha: 0.1, beta: 0.1 }
    const synergies = Array.from({ length: 10 }, (_, i) => ({ crossReferenceId: `s${i}`, measureId: `m${i}`, strength: 1 }))
    const ranked = procedures.utility({ ...empty, weights: { Z1: WEIGHT_UNITS } }, [measure('A', {}, { synergies }), measure('B', { Z1: 1 })], limits, tenth)
    expect(ranked.map(({ because }) => because)).toEqual([
      { kind: 'utility', score: 1 },
      { kind: 'utility', score: 1 },
    ])
    expect(ranked.every(({ tied }) => tied)).toBe(true)
  })

  it('[L3] a goal without weight adds nothing', () => {
    expect(scoreOf(measure('A', { Z9: 5 }), empty, parameters).points).toBe(0)
  })
})

describe('Tie-break', () => {
  it('[L8] more carrying departments, then lower own contribution, then id; what was tied is marked', () => {
    const ranked = order('utility', [
      measure('E', { Z1: 1 }),
      measure('D', { Z1: 1 }),
      measure('C', { Z1: 1 }, { ownContribution: 5 }),
      measure('B', { Z1: 1 }, { supporters: 2, ownContribution: 50 }),
      measure('A', { Z1: 2 }),
    ])
    expect(idsOf(ranked)).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect(ranked.map(({ tied }) => tied)).toEqual([false, true, true, true, true])
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5])
  })

  it('[L8] ids by code, not by locale; the order of the input does not matter', () => {
    const measures = ['b', 'B', 'a', 'Z'].map((id) => measure(id, { Z1: 1 }))
    expect(idsOf(order('utility', measures))).toEqual(['B', 'Z', 'a', 'b'])
    expect(order('utility', [...measures].reverse())).toEqual(order('utility', measures))
  })
})

describe('Budget line', () => {
  it('[L6] cumulated own contributions decide the class; a line belongs to the higher class', () => {
    const ranked = order('utility', [
      measure('A', { Z1: 5 }, { ownContribution: 60 }),
      measure('B', { Z1: 4 }, { ownContribution: 40 }),
      measure('C', { Z1: 3 }, { ownContribution: 100 }),
      measure('D', { Z1: 2 }, { ownContribution: 1 }),
    ])
    expect(ranked.map(({ cumulated, budgetClass }) => [cumulated, budgetClass])).toEqual([
      [60, 'high'],
      [100, 'high'],
      [200, 'medium'],
      [201, 'low'],
    ])
  })

  it('[L6] what is adopted is paid already: it comes first, whatever its rank', () => {
    const ranked = order('utility', [
      measure('A', { Z1: 5 }, { ownContribution: 60 }),
      measure('B', { Z1: 4 }, { ownContribution: 70, adopted: true }),
      measure('C', { Z1: 3 }, { ownContribution: 30, adopted: true }),
      measure('D', { Z1: 2 }, { ownContribution: 40 }),
    ])
    expect(ranked.map(({ measureId, cumulated, budgetClass }) => [measureId, cumulated, budgetClass])).toEqual([
      ['A', 160, 'medium'],
      ['B', 70, 'high'],
      ['C', 100, 'high'],
      ['D', 200, 'medium'],
    ])
  })
})

describe('Dots', () => {
  it('[L5] most dots first, without dots last', () => {
    const ranked = order('dots', [measure('A', { Z1: 9 }), measure('B', {}), measure('C', {})], { dots: { t1: { B: 2, C: 1 }, t2: { C: 2 } } })
    expect(idsOf(ranked)).toEqual(['C', 'B', 'A'])
    expect(ranked[0]?.because).toEqual({ kind: 'dots', dots: 3 })
  })
})

describe('Consensus', () => {
  it('[L5] least mean resistance, then the least single one; what is worse than doing nothing is marked; unrated by score', () => {
    const ballot = (A: number, B: number, C: number, statusQuo: number) => ({ A, B, C, [STATUS_QUO]: statusQuo })
    const measures = [measure('A', {}), measure('B', {}), measure('C', {}), measure('D', { Z1: 1 }), measure('E', { Z1: 9 })]
    const ranked = order('consensus', measures, { resistance: { t1: ballot(0, 3, 9, 5), t2: ballot(6, 3, 5, 5) } })
    expect(idsOf(ranked)).toEqual(['B', 'A', 'C', 'E', 'D'])
    expect(ranked.map(({ because }) => because)).toEqual([
      { kind: 'consensus', mean: 3, max: 3, worseThanStatusQuo: false },
      { kind: 'consensus', mean: 3, max: 6, worseThanStatusQuo: false },
      { kind: 'consensus', mean: 7, max: 9, worseThanStatusQuo: true },
      { kind: 'notRated', score: 27 },
      { kind: 'notRated', score: 3 },
    ])
    expect(ranked[0]?.tied).toBe(false)
  })

  it('[L5] lowering one resistance never worsens a measure', () => {
    const measures = ['A', 'B', 'C'].map((id) => measure(id, {}))
    const ballots = (b: number) => ({ t1: { A: 4, B: b, C: 2, [STATUS_QUO]: 5 }, t2: { A: 1, B: 4, C: 6, [STATUS_QUO]: 5 } })
    const rankOfB = (b: number) => order('consensus', measures, { resistance: ballots(b) }).findIndex(({ measureId }) => measureId === 'B')
    const ranks = Array.from({ length: 11 }, (_, b) => rankOfB(b))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    expect(ranks[0]).toBeLessThan(ranks[10] ?? 0)
  })
})

describe('Equal Shares', () => {
  const cost = (id: string, ownContribution: number, more: Partial<ListedMeasure> = {}) => measure(id, {}, { ownContribution, ...more })
  const shares = (dots: Profile['dots'], measures: readonly ListedMeasure[], budget = 200) =>
    procedures.equalShares({ ...empty, dots }, measures, { highLine: budget / 2, mediumLine: budget }, parameters)
  const told = (ranked: ReturnType<typeof shares>) =>
    ranked.map(({ measureId, because }) => {
      if (because.kind !== 'equalShares') return `${measureId} ${because.kind}`
      return [measureId, because.how, ...because.shares.map(({ teamId, amount }) => `${teamId} ${amount}`)].join(' ')
    })

  it('[L5] the least price per point first, paid by those who gave points; then those the budget does not reach; then the others', () => {
    // Parts of 100, 100 points each. A: 60 for 75 points, 0.8 each. B: 60 for 50 points. Then t1 has 30 and t2 50: C (90) and D (100) are too dear.
    // With parts of 140 t2 could pay C, but all would be 210. The rest of 80 buys neither.
    const measures = [cost('A', 60), cost('B', 60), cost('C', 90), cost('D', 100), measure('E', { Z1: 1 })]
    const ranked = shares({ t1: { A: 2, B: 1, D: 1 }, t2: { A: 1, B: 1, C: 2 } }, measures)
    expect(told(ranked)).toEqual(['A shared t1 40 t2 20', 'B shared t1 30 t2 30', 'C beyond', 'D beyond', 'E notRated'])
    expect(ranked.map(({ tied }) => tied)).toEqual([false, false, false, false, false])
  })

  it('[L5] the parts grow as long as all stays affordable, then the rest is filled', () => {
    // Parts of 100. With 120 t1 can pay A. B would come at 130: 250 is too much. t2 has its 120 still and pays C, which it likes less.
    const measures = [cost('A', 120), cost('B', 130), cost('C', 75)]
    expect(told(shares({ t1: { A: 1 }, t2: { B: 4, C: 1 } }, measures))).toEqual(['A shared t1 120', 'C shared t2 75', 'B beyond'])
    // A and B come together, at parts of 120, and are too much together: neither is shared, one still fits.
    expect(told(shares({ t1: { A: 1 }, t2: { B: 1 } }, [cost('A', 120), cost('B', 120)]))).toEqual(['A filled', 'B beyond'])
  })

  it('[L5] whole euro that sum to the own contribution, the odd one to the largest remainder, then in the order of ids', () => {
    expect(told(shares({ t3: { A: 1 }, t1: { A: 1 }, t2: { A: 1 } }, [cost('A', 100)]))).toEqual(['A shared t1 34 t2 33 t3 33'])
    expect(told(shares({ t1: { A: 1 }, t2: { A: 1, B: 1 } }, [cost('A', 101), cost('B', 30)], 400))).toEqual(['B shared t2 30', 'A shared t1 67 t2 34'])
  })

  it('[L5] what single seats pay is not told', () => {
    expect(told(shares({ 'seat-1': { A: 1 }, t2: { A: 1 } }, [cost('A', 100)]))).toEqual(['A shared'])
  })

  it('[M6] [C5] a measure waits for what it requires; a rival that was bought keeps it out, adopted ones stand in any case', () => {
    const dots = { t1: { A: 2, B: 1 }, t2: { A: 2, B: 1 } }
    const waiting = [cost('A', 40, { requires: ['B'] }), cost('B', 60)]
    expect(told(shares(dots, waiting))).toEqual(['B shared t1 30 t2 30', 'A shared t1 20 t2 20'])
    expect(told(shares(dots, [cost('A', 40, { requires: ['gone'] }), cost('B', 60)]))).toEqual(['B shared t1 30 t2 30', 'A beyond'])
    const rivals = [cost('A', 40, { rivals: ['B'] }), cost('B', 60, { rivals: ['A'] })]
    expect(told(shares(dots, rivals))).toEqual(['A shared t1 20 t2 20', 'B beyond'])
    const decided = [cost('A', 40, { rivals: ['C'] }), cost('B', 60, { requires: ['C'] }), cost('C', 10, { adopted: true })]
    expect(told(shares(dots, decided))).toEqual(['B shared t1 30 t2 30', 'A beyond', 'C notRated'])
  })

  it('[L8] ties go by carrying departments, own contribution and id, and are marked', () => {
    const measures = [cost('A', 40), cost('B', 20), cost('C', 20), cost('D', 40, { supporters: 2 })]
    const ranked = shares({ t1: { A: 2, B: 1, C: 1, D: 2 } }, measures)
    expect(idsOf(ranked)).toEqual(['D', 'B', 'C', 'A'])
    expect(ranked.every(({ tied }) => tied)).toBe(true)
  })

  it('[L5] without dots the own weights of each voter count: weight × effect, what is harmful as nothing', () => {
    const ownWeights = { t1: { Z1: 8 }, t2: { Z1: 4, Z2: 4 } }
    const measures = [measure('A', { Z1: 3, Z2: -9 }, { ownContribution: 60 }), measure('B', { Z2: 1 }, { ownContribution: 50 })]
    // t1: A 24. t2: A 12 − 36 < 0; B 4.
    expect(told(procedures.equalShares({ ...empty, ownWeights }, measures, { highLine: 60, mediumLine: 120 }, parameters))).toEqual([
      'B shared t2 50',
      'A shared t1 60',
    ])
  })

  it.each([
    ['nobody voted', {}, 200, ['A notRated', 'B notRated']],
    ['only one team', { t1: { A: 1, B: 2 } }, 200, ['B shared t1 60', 'A shared t1 40']],
    ['all points on one measure', { t1: { A: 2 }, t2: { A: 2 } }, 200, ['A shared t1 20 t2 20', 'B notRated']],
    ['nothing is affordable', { t1: { A: 1, B: 2 } }, 30, ['B beyond', 'A beyond']],
    ['there is no money', { t1: { A: 1, B: 2 } }, 0, ['B beyond', 'A beyond']],
  ] as const)('[L5] %s', (_case, dots, budget, expected) => {
    expect(told(shares(dots, [cost('A', 40), cost('B', 60)], budget))).toEqual(expected)
  })
})

describe('Ranking', () => {
  it('[L5] the order that contradicts the fewest pairs of preferences, with Borda points beside; what has no points follows by score', () => {
    // A before B: t1, t2. B before C: t1, t3. A before C: t1, t2. So A, B, C against two preferences of t3 and one of t2.
    const dots = { t1: { A: 2, B: 1 }, t2: { A: 2, C: 1 }, t3: { B: 2, C: 1 } }
    const ranked = order('ranking', [measure('E', { Z1: 1 }), measure('C', {}), measure('B', {}), measure('A', {}), measure('D', { Z1: 2 })], { dots })
    expect(idsOf(ranked)).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect(ranked.map(({ because }) => because)).toEqual([
      { kind: 'ranking', borda: 4, isExact: true },
      { kind: 'ranking', borda: 3, isExact: true },
      { kind: 'ranking', borda: 2, isExact: true },
      { kind: 'notRated', score: 6 },
      { kind: 'notRated', score: 3 },
    ])
    expect(ranked.some(({ tied }) => tied)).toBe(false)
  })

  it('[L8] neighbours that could change places are marked as tied', () => {
    const ranked = order('ranking', [measure('B', {}), measure('A', {}), measure('C', {}, { supporters: 2 })], {
      dots: { t1: { A: 2, B: 1, C: 1 }, t2: { B: 1, C: 1 } },
    })
    expect(idsOf(ranked)).toEqual(['C', 'A', 'B'])
    expect(ranked.map(({ tied }) => tied)).toEqual([true, true, true])
  })

  it('[L5] more than eighteen go by Borda points', () => {
    const many = Array.from({ length: 19 }, (_, index) => measure(`M${String(index).padStart(2, '0')}`, {}))
    const dots = { t1: Object.fromEntries(many.map(({ measureId }, index) => [measureId, index + 1])) }
    const ranked = order('ranking', many, { dots })
    expect(ranked[0]).toMatchObject({ measureId: 'M18', tied: false, because: { kind: 'ranking', borda: 18, isExact: false } })
    expect(idsOf(ranked)).toEqual(many.map(({ measureId }) => measureId).toReversed())
    const exact = order('ranking', many.slice(0, 18), { dots })
    expect(exact[0]).toMatchObject({ measureId: 'M17', because: { isExact: true } })
  })
})

describe('Negotiated', () => {
  it('[L5] the order of the table, then by score', () => {
    const ranked = order('negotiated', [measure('A', { Z1: 9 }), measure('B', { Z1: 1 }), measure('C', {}), measure('D', {})], { order: ['D', 'C', 'gone'] })
    expect(idsOf(ranked)).toEqual(['D', 'C', 'A', 'B'])
    expect(ranked[1]?.because).toEqual({ kind: 'negotiated', place: 2 })
  })
})

describe('Stability', () => {
  it('[L5] counts how many of the first five stay there when each weight is a quarter lower or higher', () => {
    // Z1 3, Z2 2, Z3 4; the conflicts W1–W2 and K1–M3 came to light: W1 21, K1 18, W2 11, M1 10, K3 8, W3 6, M3 −3.
    const all = [
      ['housing', 'W1'],
      ['climate', 'K1'],
      ['housing', 'W2'],
      ['mobility', 'M1'],
      ['climate', 'K3'],
      ['housing', 'W3'],
      ['mobility', 'M3'],
    ] as const
    const { state } = given()
      .reaching('planning-1')
      .and(...all.map(([teamId, measureId]) => [team(teamId), { type: 'proposeMeasure', measureId }] as const))
      .reaching('weigh')
    const list = priorityList(state)
    expect(idsOf(list.entries)).toEqual(['W1', 'K1', 'W2', 'M1', 'K3', 'W3', 'M3'])
    // Z1 × 0.75: W2 falls to 5, before W3 with 4.5. Z3 × 1.25: W2 falls to 8, before W3 with 6. So all five stay.
    expect(list.stability).toMatchObject({ topSize: 5, stableTop: 5 })
    // With one more point of Z1, W3 has 9 and takes the place of K3. Now W2 falls out with Z1 × 0.75 (5), M1 with Z2 × 0.75 (7.5).
    const effect: LastingEffect = {
      incidentId: 'X',
      effect: { kind: 'addEffect', goalId: 'Z1', amount: 1, measureIds: ['W3'] },
      fromRound: 1,
      untilRound: null,
    }
    const changed = { ...state, lastingEffects: [effect] }
    expect(idsOf(priorityList(changed).entries).slice(0, 5)).toEqual(['W1', 'K1', 'W2', 'M1', 'W3'])
    expect(priorityList(changed).stability).toMatchObject({ topSize: 5, stableTop: 3 })
  })

  it('[L5] with own weights as ballots these are changed with the others; with dots what they rank stays', () => {
    const all = ['W1', 'W2', 'W3', 'M1', 'M3', 'K1', 'K3'].map((id) => [team(leadOf(id)), { type: 'proposeMeasure', measureId: id }] as const)
    const weighed = given()
      .reaching('planning-1')
      .and(...all)
      .reaching('weigh')
      .and(
        ...TEAMS.map(
          (teamId, place) =>
            [team(teamId), { type: 'weighGoals', weights: { Z1: place === 0 ? 8 : 1, Z2: place === 1 ? 8 : 1, Z3: place === 2 ? 8 : 1 } }] as const,
        ),
      )
    // K3 holds the fifth place only because it costs less than W3: mobility holds them equal (2 each), the others outvote each other.
    // A little more or less weight of Z1 or Z3 decides between them.
    const byWeights = listBy(weighed.state, 'ranking')
    expect(idsOf(byWeights.entries).slice(4, 6)).toEqual(['K3', 'W3'])
    expect(byWeights.stability).toMatchObject({ topSize: 5, stableTop: 4 })
    const dots = { W1: 2, K1: 1, W2: 1 }
    const dotted = weighed.reaching('dots').and(...TEAMS.map((teamId) => [team(teamId), { type: 'castDots', dots }] as const))
    expect(listBy(dotted.state, 'ranking').stability.stableTop).toBeGreaterThanOrEqual(3)
    expect(idsOf(listBy(dotted.state, 'ranking').entries).slice(0, 3)).toEqual(['W1', 'K1', 'W2'])
  })

  it('[L5] a short list has a short top', () => {
    const { state } = given()
      .reaching('planning-1')
      .and([team('housing'), { type: 'proposeMeasure', measureId: 'W1' }])
      .reaching('weigh')
    expect(priorityList(state).stability).toMatchObject({ topSize: 1, stableTop: 1 })
  })
})
