import { aboveZero, minus, NOTHING, plus, sum } from '../amounts.ts'
import { entry } from '../ids.ts'
import { measureOf } from '../measureOf.ts'
import { issueOf } from '../rounds.ts'
import { type Amounts, POT, type SessionState } from '../session.ts'
import type { Portfolio } from './portfolio.ts'

/**
 * What the table could dispose of, by round: what the scenario issues, with what incidents gave and took as they hit the table.
 * What else was issued (the facilitator's corrections) is counted as if it had been there from the beginning.
 */
export function meansOfSession(state: SessionState): Pick<Portfolio, 'teams' | 'pot'> {
  const rounds = Array.from({ length: state.scenario.rounds }, (_, index) => index + 1)
  const inRound = (account: string, round: number): Amounts => {
    const issued = entry(issueOf(state.scenario, round), account) ?? NOTHING
    const usual = plus(issued, broughtByIncidents(state, account, round))
    return account === POT && round === 1 ? plus(usual, { funds: correctedBy(state).funds, staff: 0 }) : usual
  }
  const corrected = correctedBy(state).staff
  return {
    teams: state.scenario.teams.map(({ id, goals }, index) => ({
      id,
      goals: [...goals],
      funds: rounds.map((round) => inRound(id, round).funds),
      // Staff has no pot; the table shares it anyway.
      staff: rounds.map((round) => inRound(id, round).staff + (index === 0 && round === 1 ? corrected : 0)),
    })),
    pot: rounds.map((round) => inRound(POT, round).funds),
  }
}

/** [I2] [I3] Gains and losses of an account in a round, shortfalls included: the table had to raise them. */
function broughtByIncidents(state: SessionState, account: string, round: number): Amounts {
  const changes = state.incidents.filter((incident) => incident.round === round).flatMap((incident) => entry(incident.changes, account) ?? [])
  const shortfalls = Object.values(state.shortfalls).filter(
    (shortfall) => shortfall.incidentId !== '' && shortfall.round === round && shortfall.account === account,
  )
  return minus(sum(changes), sum(shortfalls))
}

/** Issued beyond the scenario, incidents and returns of adopted measures; never negative, so that the best list stays the upper end. */
function correctedBy(state: SessionState): Amounts {
  const played = Array.from({ length: Math.min(state.round, state.scenario.rounds) }, (_, index) => index + 1)
  const issued = sum(played.flatMap((round) => Object.values(issueOf(state.scenario, round))))
  const gained = sum(state.incidents.flatMap(({ changes }) => Object.values(changes).map(aboveZero)))
  const known = plus(plus(issued, gained), { funds: returned(state, played.length), staff: 0 })
  return aboveZero(minus(state.accounts.issued, known))
}

/** [B7] Returns of adopted measures up to this round, whole euro. */
function returned({ proposals, ...state }: SessionState, lastRound: number): number {
  return Object.values(proposals).reduce((total, { measureId, adoptedRound }) => {
    if (adoptedRound === null) return total
    const perRound = Math.max(0, -(measureOf({ ...state, proposals }, measureId)?.followUpCosts ?? 0))
    return total + perRound * Math.max(0, lastRound - adoptedRound)
  }, 0)
}
