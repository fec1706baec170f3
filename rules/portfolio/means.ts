import type { BrokenRule } from './checkPlan.ts'
import { inRound, type Portfolio, roundsOf } from './portfolio.ts'

/** What falls due in a round for one team: at once, and as follow-up costs once per later round. */
export interface Due {
  readonly teamId: string
  readonly round: number
  readonly funds: number
  readonly staff: number
  readonly followUpCosts: number
}

/** What a team or the pot has and needs, by round. */
type ByRound = readonly number[]

/**
 * [P7] [B7] Do the means last, round by round? With carry-over what counts is everything issued so far against everything
 * taken so far; without, each round by itself. Where each team pays its own, the pot fills the gaps as late as possible.
 */
export function carryThrough(portfolio: Portfolio, dues: readonly Due[]): readonly BrokenRule[] {
  const { teams, pot, sharing, carryOver } = portfolio
  const rounds = roundsOf(portfolio)
  const issued = (figures: readonly number[]) => along(rounds, carryOver.funds, (round) => inRound(figures, round))
  const needs = (of: readonly Due[]) => along(rounds, carryOver.funds, (round) => fundsDue(of, round))
  const staffIssued = (figures: readonly number[]) => along(rounds, carryOver.staff, (round) => inRound(figures, round))
  const staffNeeds = (of: readonly Due[]) => along(rounds, carryOver.staff, (round) => sumOf(of, (due) => (due.round === round ? due.staff : 0)))
  if (sharing === 'all') {
    const funds = teams.map((team) => issued(team.funds)).reduce(addUp, issued(pot))
    const staff = teams.map((team) => staffIssued(team.staff)).reduce(addUp)
    return [...lacks('funds', [], funds, needs(dues)), ...lacks('staff', [], staff, staffNeeds(dues))]
  }
  const draws = teams.map((team) => draw(issued(team.funds), needs(dues.filter(({ teamId }) => teamId === team.id)), carryOver.funds))
  return [
    ...lacks(
      'funds',
      teams.map(({ id }) => id),
      issued(pot),
      draws.reduce(addUp),
    ),
    ...teams.flatMap((team) => lacks('staff', [team.id], staffIssued(team.staff), staffNeeds(dues.filter(({ teamId }) => teamId === team.id)))),
  ]
}

/** Own contributions of the round, and follow-up costs of everything decided before it. */
function fundsDue(dues: readonly Due[], round: number): number {
  return sumOf(dues, (due) => (due.round === round ? due.funds : due.round < round ? due.followUpCosts : 0))
}

function along(rounds: readonly number[], carriesOver: boolean, figure: (round: number) => number): ByRound {
  let sum = 0
  return rounds.map((round) => {
    sum = carriesOver ? sum + figure(round) : figure(round)
    return sum
  })
}

function addUp(one: ByRound, other: ByRound): ByRound {
  return one.map((figure, index) => figure + (other[index] ?? 0))
}

/** What a team must have drawn from the pot by each round; nothing drawn comes back. */
function draw(has: ByRound, needs: ByRound, carriesOver: boolean): ByRound {
  let most = 0
  return needs.map((need, index) => {
    const gap = Math.max(0, need - (has[index] ?? 0))
    most = carriesOver ? Math.max(most, gap) : gap
    return most
  })
}

function lacks(rule: 'funds' | 'staff', subjects: readonly string[], has: ByRound, needs: ByRound): readonly BrokenRule[] {
  return needs.flatMap((need, index) => {
    const missing = need - (has[index] ?? 0)
    return missing > 0 ? [{ rule, subjects, round: index + 1, missing }] : []
  })
}

function sumOf(dues: readonly Due[], figure: (due: Due) => number): number {
  return dues.reduce((sum, due) => sum + figure(due), 0)
}
