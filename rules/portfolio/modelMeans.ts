import { type ModelBuilder, type Term, times } from './linearModel.ts'
import type { Decisions } from './modelDecisions.ts'
import type { Funding } from './modelFunding.ts'
import type { Settlements } from './modelPairs.ts'
import { inRound, type Portfolio, roundsOf } from './portfolio.ts'

interface Parts {
  readonly decisions: Decisions
  readonly funding: Funding
  readonly settlements: Settlements
}

type InRound<T> = (round: number) => T

/**
 * [P7] [B7] What is decided can be paid in every round, in money and staff; the mirror of {@link carryThrough}.
 * @param reserve whole euro kept back in every row of money
 */
export function limitMeans(portfolio: Portfolio, builder: ModelBuilder, reserve: number, parts: Parts): void {
  const { teams, pot, sharing, carryOver } = portfolio
  const { funds, staff } = { funds: fundsDue(portfolio, parts), staff: staffDue(portfolio, parts) }
  const rows = (needs: InRound<readonly Term[]>, has: InRound<number>, carriesOver: boolean, kept: number, draws: InRound<readonly Term[]> = () => []) => {
    let terms: readonly Term[] = []
    let bound = 0
    for (const round of roundsOf(portfolio)) {
      terms = carriesOver ? [...terms, ...needs(round)] : needs(round)
      bound = carriesOver ? bound + has(round) : has(round)
      builder.atMost([...terms, ...times(-1, draws(round))], bound - kept)
    }
  }
  if (sharing === 'all') {
    rows(funds, (round) => teams.reduce((sum, team) => sum + inRound(team.funds, round), inRound(pot, round)), carryOver.funds, reserve)
    rows(staff, (round) => teams.reduce((sum, team) => sum + inRound(team.staff, round), 0), carryOver.staff, 0)
    return
  }
  const draws = potDraws(portfolio, builder)
  for (const team of teams) {
    rows(
      (round) => funds(round, team.id),
      (round) => inRound(team.funds, round),
      carryOver.funds,
      reserve,
      (round) => draws(team.id, round),
    )
    rows(
      (round) => staff(round, team.id),
      (round) => inRound(team.staff, round),
      carryOver.staff,
      0,
    )
  }
}

/** Draws are counted in thousands, so that rows of whole thousands stay such. */
const DRAW_UNIT = 1000

/** What each team has drawn from the pot: so far with carry-over, else in the round. Nothing drawn comes back. */
function potDraws({ teams, pot, rounds, carryOver }: Portfolio, builder: ModelBuilder): (teamId: string, round: number) => readonly Term[] {
  if (pot.every((funds) => funds === 0)) return () => []
  const drawn = new Map(teams.map(({ id }, index) => [id, roundsOf({ rounds }).map((round) => builder.amount(`q${index}_${round}`))]))
  const draws = (teamId: string, round: number): readonly Term[] => [[DRAW_UNIT, drawn.get(teamId)?.[round - 1] ?? 0]]
  let there = 0
  for (const round of roundsOf({ rounds })) {
    there = carryOver.funds ? there + inRound(pot, round) : inRound(pot, round)
    builder.atMost(
      teams.flatMap(({ id }) => draws(id, round)),
      there,
    )
    if (round > 1 && carryOver.funds) for (const { id } of teams) builder.atLeast([...draws(id, round), ...times(-1, draws(id, round - 1))], 0)
  }
  return draws
}

/** Own contributions, settlements, and follow-up costs of what was decided before; of one team or of all. */
function fundsDue(portfolio: Portfolio, { decisions, funding, settlements }: Parts) {
  return (round: number, teamId?: string): readonly Term[] => {
    const measures = portfolio.measures.filter((measure) => teamId === undefined || measure.teamId === teamId)
    return [
      ...measures.flatMap(({ id }) => funding.fundsIn(id, round)),
      ...measures.flatMap(({ id, followUpCosts }) => times(followUpCosts, decisions.doneBy(id, round - 1))),
      ...settlementsDue(portfolio, settlements, 'funds', round, teamId),
    ]
  }
}

function staffDue(portfolio: Portfolio, { funding, settlements }: Parts) {
  return (round: number, teamId?: string): readonly Term[] => {
    const measures = portfolio.measures.filter((measure) => teamId === undefined || measure.teamId === teamId)
    return [...measures.flatMap(({ id }) => funding.staffIn(id, round)), ...settlementsDue(portfolio, settlements, 'staff', round, teamId)]
  }
}

function settlementsDue({ measures }: Portfolio, { dues }: Settlements, unit: 'funds' | 'staff', round: number, teamId: string | undefined): readonly Term[] {
  const isOf = (payerId: string) => teamId === undefined || measures.some((measure) => measure.id === payerId && measure.teamId === teamId)
  return dues.filter(({ payerId }) => isOf(payerId)).flatMap(({ way, paidIn }) => times(way[unit], paidIn(round)))
}
