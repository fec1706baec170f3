import { type LinearModel, ModelBuilder, type Term } from '../../rules/portfolio/linearModel.ts'
import { inRound, type Portfolio, roundsOf } from '../../rules/portfolio/portfolio.ts'

/**
 * The reference: the model as a textbook would write it down. „Decided in round r“ variables, and for every pair a yes-or-no variable
 * with the three rows of the standard linearisation, which also carries the saving. For the instances of this bench only.
 */
export function plainModel(portfolio: Portfolio): LinearModel {
  const builder = new ModelBuilder()
  const rounds = roundsOf(portfolio)
  const decided = new Map(portfolio.measures.map(({ id }, index) => [id, rounds.map((round) => builder.yesNo(`x${index}_${round}`))]))
  const inAny = (id: string): Term[] => (decided.get(id) ?? []).map((variable): Term => [1, variable])
  const by = (id: string, round: number): Term[] => inAny(id).slice(0, round)
  for (const { id } of portfolio.measures) builder.atMost(inAny(id), 1)
  const objective: Term[] = portfolio.measures.flatMap(({ id, value }) =>
    (decided.get(id) ?? []).map((variable, index): Term => [value + portfolio.pointsPerRoundEarlier * (portfolio.rounds - 1 - index), variable]),
  )
  const both = (a: string, b: string, name: string): number => {
    const variable = builder.yesNo(name)
    builder.atMost([[1, variable], ...negative(inAny(a))], 0)
    builder.atMost([[1, variable], ...negative(inAny(b))], 0)
    builder.atMost([...inAny(a), ...inAny(b), [-1, variable]], 1)
    return variable
  }
  const savings = new Map<string, Term[]>()
  for (const [index, { a, b, points, savedFunds, savedAt }] of portfolio.synergies.entries()) {
    const variable = both(a, b, `s${index}`)
    objective.push([points, variable])
    // The saving counts in the round in which its measure is decided: one more variable of the same kind for each round.
    if (savedAt === undefined || savedFunds === 0) continue
    for (const round of rounds) {
      const here = builder.yesNo(`y${index}_${round}`)
      const decision: Term = [1, decided.get(savedAt)?.[round - 1] ?? 0]
      builder.atMost(
        [
          [1, here],
          [-1, variable],
        ],
        0,
      )
      builder.atMost(
        [
          [1, here],
          [-decision[0], decision[1]],
        ],
        0,
      )
      builder.atMost([[1, variable], decision, [-1, here]], 1)
      const key = `${savedAt} ${round}`
      savings.set(key, [...(savings.get(key) ?? []), [-savedFunds, here]])
    }
  }
  for (const [index, { a, b, points }] of portfolio.conflicts.entries()) objective.push([-points, both(a, b, `n${index}`)])
  const groups = portfolio.sharing === 'all' ? [portfolio.teams.map(({ id }) => id)] : portfolio.teams.map(({ id }) => [id])
  for (const teamIds of groups) {
    const measures = portfolio.measures.filter(({ teamId }) => teamIds.includes(teamId))
    const teams = portfolio.teams.filter(({ id }) => teamIds.includes(id))
    for (const round of rounds) {
      const until = rounds.slice(0, round)
      const has = until.reduce((sum, q) => sum + teams.reduce((of, team) => of + inRound(team.funds, q), 0), 0)
      const spent = measures.flatMap(({ id, cost }) => [...scaled(by(id, round), Number(cost)), ...until.flatMap((q) => savings.get(`${id} ${q}`) ?? [])])
      builder.atMost(spent, has)
    }
  }
  return builder.model(objective, 0, true)
}

function scaled(terms: readonly Term[], factor: number): Term[] {
  return terms.map(([coefficient, variable]) => [coefficient * factor, variable])
}

function negative(terms: readonly Term[]): Term[] {
  return scaled(terms, -1)
}
