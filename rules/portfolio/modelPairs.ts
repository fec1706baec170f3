import { type ModelBuilder, type Term, times } from './linearModel.ts'
import type { Decisions } from './modelDecisions.ts'
import { type Portfolio, roundsOf } from './portfolio.ts'

type Conflict = Portfolio['conflicts'][number]
type Way = Conflict['ways'][number]

/** How conflicts are dealt with. */
export interface Settlements {
  /** points of accepted ones, for the objective (negative) */
  readonly points: readonly Term[]
  /** what settling costs, by round in which it falls due */
  readonly dues: readonly { readonly way: Way; readonly payerId: string; readonly paidIn: (round: number) => readonly Term[] }[]
  /** 1 if the conflict is settled this way */
  readonly chosen: readonly { readonly a: string; readonly b: string; readonly way: Way['way']; readonly taken: readonly Term[] }[]
}

/** Points of synergies: no binary is needed, since the objective drives them up to what both measures allow. */
export function synergyPoints({ synergies }: Portfolio, builder: ModelBuilder, { done }: Decisions): readonly Term[] {
  return synergies.flatMap(({ a, b, points }, index): Term[] => {
    if (points === 0) return []
    const both = builder.amount(`s${index}`, 1)
    builder.atMost([[1, both], ...times(-1, done(a))], 0)
    builder.atMost([[1, both], ...times(-1, done(b))], 0)
    return [[points, both]]
  })
}

/** [M6] */
export function limitPairs(portfolio: Portfolio, builder: ModelBuilder, { done, doneBy }: Decisions): void {
  for (const group of cliques(portfolio.exclusions))
    builder.atMost(
      group.flatMap((id) => done(id)),
      1,
    )
  for (const { measureId, requiresId } of portfolio.prerequisites) {
    for (const round of roundsOf(portfolio)) builder.atMost([...doneBy(measureId, round), ...times(-1, doneBy(requiresId, round))], 0)
  }
}

/** Groups in which everyone excludes everyone, so that each exclusion lies in one: one row for a group says more than a row per pair. */
export function cliques(exclusions: Portfolio['exclusions']): readonly (readonly string[])[] {
  const rivals = new Map<string, Set<string>>()
  for (const { a, b } of exclusions) {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      rivals.set(one, (rivals.get(one) ?? new Set()).add(other))
  }
  const groups: (readonly string[])[] = []
  for (const { a, b } of exclusions) {
    if (groups.some((group) => group.includes(a) && group.includes(b))) continue
    const group = [a, b]
    for (const id of rivals.get(a) ?? []) if (id !== b && group.every((member) => rivals.get(id)?.has(member))) group.push(id)
    groups.push(group)
  }
  return groups
}

/** [C5] [W1] A conflict between decided measures is accepted, at the price of its points, or settled in one of its ways. */
export function settlementVariables(portfolio: Portfolio, builder: ModelBuilder, decisions: Decisions): Settlements {
  const all = portfolio.conflicts.map((conflict, index) => settlementOf(portfolio, builder, decisions, conflict, `${index}`))
  return { points: all.flatMap(({ points }) => points), dues: all.flatMap(({ dues }) => dues), chosen: all.flatMap(({ chosen }) => chosen) }
}

const NOTHING_TO_SETTLE: Settlements = { points: [], dues: [], chosen: [] }

function settlementOf(portfolio: Portfolio, builder: ModelBuilder, decisions: Decisions, conflict: Conflict, name: string): Settlements {
  const { a, b, points } = conflict
  if (points === 0 || decisions.done(a).length === 0 || decisions.done(b).length === 0) return NOTHING_TO_SETTLE
  const rounds = roundsOf(portfolio)
  const lapses = !portfolio.carryOver.funds || !portfolio.carryOver.staff
  const accepted = builder.yesNo(`n${name}`)
  const staggered: readonly Term[] = conflict.ways.some(({ way }) => way === 'stagger') && rounds.length > 1 ? [[1, builder.yesNo(`e${name}`)]] : []
  const priced = worthwhile(conflict.ways).map((way, index) => {
    const chosen = builder.yesNo(`w${name}_${index}`)
    const paidBy = rounds.map((round) => (round === portfolio.rounds ? chosen : builder.amount(`p${name}_${index}_${round}`, 1)))
    return { way, chosen, paidBy }
  })
  if (priced.length > 1)
    builder.atMost(
      priced.map(({ chosen }): Term => [1, chosen]),
      1,
    )
  rounds.forEach((round, index) => {
    const both = [...decisions.doneBy(a, round), ...decisions.doneBy(b, round)]
    const dealtWith = priced.map(({ paidBy }): Term => [1, paidBy[index] ?? 0])
    builder.atMost([...both, ...times(-1, [[1, accepted], ...staggered, ...dealtWith])], 1)
    for (const { paidBy } of priced) {
      const paid: Term = [1, paidBy[index] ?? 0]
      if (index > 0) builder.atLeast([paid, [-1, paidBy[index - 1] ?? 0]], 0)
      // Paying early helps nobody where means go on into the next round; where they do not, it must be forbidden.
      if (!lapses) continue
      builder.atMost([paid, ...times(-1, decisions.doneBy(a, round))], 0)
      builder.atMost([paid, ...times(-1, decisions.doneBy(b, round))], 0)
    }
    const together = [...decisions.decidedIn(a, round), ...decisions.decidedIn(b, round)]
    if (staggered.length > 0) builder.atMost([...together, ...staggered], 2)
  })
  return {
    points: [[-points, accepted]],
    dues: priced.map(({ way, paidBy }) => ({
      way,
      payerId: way.paidBy ?? a,
      paidIn: (round) =>
        round === 1
          ? [[1, paidBy[0] ?? 0]]
          : [
              [1, paidBy[round - 1] ?? 0],
              [-1, paidBy[round - 2] ?? 0],
            ],
    })),
    chosen: [
      ...(staggered.length > 0 ? [{ a, b, way: 'stagger' as const, taken: staggered }] : []),
      ...priced.map(({ way, chosen }) => ({ a, b, way: way.way, taken: [[1, chosen]] as const })),
    ],
  }
}

/** Priced ways, without those that cost as much or more of everything than another one. */
function worthwhile(ways: readonly Way[]): readonly Way[] {
  const priced = ways.filter(({ way }) => way !== 'stagger')
  const beats = (one: Way, other: Way) => one.funds <= other.funds && one.staff <= other.staff && one.paidBy === other.paidBy
  return priced.filter((way, index) => !priced.some((other, place) => other !== way && beats(other, way) && (place < index || !beats(way, other))))
}
