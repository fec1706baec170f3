import { Portfolio } from '../../rules/portfolio/portfolio.ts'
import { seededRandom } from '../helpers/seededRandom.ts'

export interface Shape {
  readonly measures: number
  readonly rounds: number
  /** amounts of 1,000 euro and grants on the total cost, so that nothing is rounded; else whole euro and every way of rounding */
  readonly round: boolean
}

/** A portfolio with some of everything; the same seed gives the same one for ever. */
export function randomPortfolio(seed: number, { measures, rounds, round }: Shape): Portfolio {
  const random = seededRandom(seed)
  const below = (count: number) => Math.floor(random() * count)
  const chance = (share: number) => random() < share
  const euro = (most: number) => (round ? below(most) * 1000 : below(most * 1000))
  const teams = ['a', 'b', 'c'].slice(0, 2 + below(2))
  const ids = Array.from({ length: measures }, (_, index) => `m${index}`)
  const areaIds = ['north', 'south', 'west']
  const goalIds = ['g1', 'g2', 'g3']
  const pair = () => {
    const a = below(measures)
    const b = (a + 1 + below(measures - 1)) % measures
    return { a: `m${Math.min(a, b)}`, b: `m${Math.max(a, b)}` }
  }
  const pairs = (count: number) => [...new Map(Array.from({ length: count }, pair).map((one) => [`${one.a} ${one.b}`, one])).values()]
  const sharedRounds = Array.from({ length: rounds }, (_, index) => index + 1)
  return Portfolio.parse({
    formatVersion: 1,
    rounds,
    teams: teams.map((id, index) => ({
      id,
      funds: sharedRounds.map(() => euro(120)),
      staff: sharedRounds.map(() => 1 + below(4)),
      goals: [goalIds[index] ?? 'g1'],
    })),
    pot: sharedRounds.map(() => euro(60)),
    carryOver: { funds: chance(0.8), staff: chance(0.7) },
    goals: goalIds.map((id) => ({ id, weight: 1 + below(4) })),
    goalChanges: chance(0.2) ? { g1: below(7) - 3 } : {},
    measures: ids.map((id) => ({
      id,
      teamId: teams[below(teams.length)],
      effects: Object.fromEntries(goalIds.filter(() => chance(0.6)).map((goalId) => [goalId, below(11) - 2])),
      cost: chance(0.15) ? sharedRounds.map(() => euro(150)) : euro(150),
      ...(chance(0.1) ? { ownFactors: [[1.1]] } : {}),
      staff: below(4),
      leastStaff: 1,
      followUpCosts: chance(0.4) ? (below(7) - 3) * (round ? 1000 : 777) : 0,
      programmeIds: ['p1', 'p2', 'p3'].filter(() => chance(0.35)),
      areaIds: areaIds.filter(() => chance(0.4)),
      ...(chance(0.1) ? { rounds: [1 + below(rounds)] } : {}),
    })),
    programmes: [
      { id: 'p1', rates: [0.5], bonus: 0.1 },
      {
        id: 'p2',
        rates: sharedRounds.map(() => (chance(0.7) ? 0.7 : null)),
        minGrant: 20_000,
        conditions: chance(0.5) ? [{ kind: 'focusArea' }] : [{ kind: 'confirmedSynergy' }],
      },
      {
        id: 'p3',
        rates: [0.65],
        bonus: 0.15,
        maxGrant: 60_000,
        ...(chance(0.3) ? { potPerRound: 70_000 } : {}),
        conditions: chance(0.5) ? [{ kind: 'measuresInArea', min: 2 }] : [{ kind: 'area', areaIds: ['south'] }],
        synergyRounds: chance(0.3) ? [1] : [],
      },
    ],
    funding: round ? { base: 'totalCost', step: 1000, minOwnShare: 0.1, maxRate: 0.9 } : { base: 'costAfterSavings', step: 1, minOwnShare: 0.1, maxRate: 0.8 },
    synergies: pairs(measures).map(({ a, b }) => ({
      a,
      b,
      points: below(16),
      ...(chance(0.6) ? { savedFunds: euro(30), savedStaff: below(2), savedAt: chance(0.5) ? a : b } : {}),
    })),
    conflicts: pairs(Math.ceil(measures / 3)).map(({ a, b }) => ({
      a,
      b,
      points: 5 + below(15),
      ways: [
        ...(chance(0.6) ? [{ way: 'stagger' }] : []),
        ...(chance(0.6) ? [{ way: 'adapt', funds: euro(20) }] : []),
        ...(chance(0.4) ? [{ way: 'relocate', funds: euro(10), staff: 1 }] : []),
      ],
    })),
    exclusions: chance(0.5) ? pairs(2) : [],
    prerequisites: chance(0.5) ? pairs(1).map(({ a, b }) => ({ measureId: b, requiresId: a })) : [],
    focusAreas: { areaIds: ['north', 'south'], max: 1 + below(2), minMeasures: 2, minTeams: 2, points: 8 },
    pointsPerRoundEarlier: below(3),
  })
}
