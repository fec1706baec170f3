import { Portfolio } from '../../rules/portfolio/portfolio.ts'

export interface Size {
  readonly measures: number
  readonly pairs: number
  readonly rounds: number
  /** each team pays its own, helped by the pot alone */
  readonly teamLimits: boolean
}

/** The same small generator on every machine. */
function generator(seed: number): (count: number) => number {
  let state = seed * 2_654_435_761
  return (count) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e37_79b9) | 0
    return Math.floor(((state >>> 0) / 2 ** 32) * count)
  }
}

/** Five teams with money for two fifths of everything; of the pairs a fifth are conflicts, half of the others save money, never as much as a measure costs. */
export function instance(seed: number, { measures, pairs, rounds, teamLimits }: Size): Portfolio {
  const below = generator(seed)
  const all = Array.from({ length: measures }, (_, index) => ({
    id: `m${index}`,
    teamId: `t${index % 5}`,
    value: 8 + below(50),
    cost: (300 + below(700)) * 1000,
  }))
  const share = (sum: number) => Math.floor((sum * 0.4) / rounds)
  const total = (figure: (measure: (typeof all)[number]) => number, teamId: string) =>
    all.reduce((sum, one) => (one.teamId === teamId ? sum + figure(one) : sum), 0)
  const pair = (index: number) => {
    const a = below(measures)
    const [one, other] = [a, (a + 1 + below(measures - 1)) % measures]
    return { a: `m${Math.min(one, other)}`, b: `m${Math.max(one, other)}`, index }
  }
  const drawn = [...new Map(Array.from({ length: pairs * 2 }, (_, index) => pair(index)).map((one) => [`${one.a} ${one.b}`, one])).values()].slice(0, pairs)
  const cheaper = (a: string, b: string) => ((all[Number(a.slice(1))]?.cost ?? 0) < (all[Number(b.slice(1))]?.cost ?? 0) ? a : b)
  return Portfolio.parse({
    formatVersion: 1,
    rounds,
    teams: ['t0', 't1', 't2', 't3', 't4'].map((id) => ({ id, funds: [share(total(({ cost }) => cost, id))] })),
    sharing: teamLimits ? 'none' : 'all',
    measures: all,
    synergies: drawn
      .filter((_, index) => index % 5 !== 0)
      .map(({ a, b }, index) => ({ a, b, points: 3 + below(13), ...(index % 2 === 0 ? { savedFunds: (5 + below(40)) * 1000, savedAt: cheaper(a, b) } : {}) })),
    conflicts: drawn.filter((_, index) => index % 5 === 0).map(({ a, b }) => ({ a, b, points: 5 + below(20) })),
    pointsPerRoundEarlier: rounds > 1 ? 1 : 0,
  })
}
