import { plus, sum } from '../amounts.ts'
import { entry } from '../ids.ts'
import { knownMeasure } from '../measureOf.ts'
import type { Adoption, Amounts, Proposal, SessionState } from '../session.ts'
import type { ReportRound, SessionReport } from '../sessionReport.ts'

interface Adopted {
  readonly proposal: Proposal
  readonly adoption: Adoption
}

function adoptedIn(state: SessionState, round: number): readonly Adopted[] {
  return Object.values(state.proposals).flatMap((proposal) =>
    proposal.adopted && proposal.adoptedRound === round ? [{ proposal, adoption: proposal.adopted }] : [],
  )
}

/** What was decided in each round of the scenario: money, staff, who paid, and which programme gave what for which measures. */
export function roundsOf(state: SessionState): readonly ReportRound[] {
  return Array.from({ length: state.scenario.rounds }, (_, index) => roundOf(state, index + 1))
}

function roundOf(state: SessionState, round: number): ReportRound {
  const adopted = adoptedIn(state, round)
  const total = (figure: (adoption: Adoption) => number) => adopted.reduce((sumOf, { adoption }) => sumOf + figure(adoption), 0)
  return {
    round,
    measures: adopted.length,
    totalCost: total(({ totalCost }) => totalCost),
    grants: total(({ grant }) => grant),
    ownContribution: total(({ ownContribution }) => ownContribution),
    staff: total(({ staff }) => staff),
    byProgramme: byProgramme(state, adopted),
    paidBy: paidBy(adopted),
  }
}

function byProgramme(state: SessionState, adopted: readonly Adopted[]): ReportRound['byProgramme'] {
  return state.scenario.programmes.flatMap(({ id, name }) => {
    const funded = adopted.filter(({ proposal, adoption }) => proposal.programmeId === id && adoption.grant > 0)
    if (funded.length === 0) return []
    const grant = funded.reduce((total, { adoption }) => total + adoption.grant, 0)
    return [{ programmeId: id, name, grant, codes: funded.map(({ proposal }) => knownMeasure(state, proposal.measureId).code) }]
  })
}

function paidBy(adopted: readonly Adopted[]): Readonly<Record<string, Amounts>> {
  const paid: Record<string, Amounts> = {}
  for (const { adoption } of adopted) {
    for (const [payer, amounts] of Object.entries(adoption.paidBy)) paid[payer] = plus(entry(paid, payer) ?? { funds: 0, staff: 0 }, amounts)
  }
  return paid
}

/** [B7] What everything adopted costs and returns per year. */
export function followUpCostsOf(state: SessionState): SessionReport['followUpCosts'] {
  const perYear = Object.values(state.proposals).flatMap(({ status, measureId }) =>
    status === 'adopted' ? [knownMeasure(state, measureId).followUpCosts] : [],
  )
  return {
    costs: perYear.reduce((total, amount) => total + Math.max(0, amount), 0),
    returns: perYear.reduce((total, amount) => total + Math.max(0, -amount), 0),
  }
}

/** Every account at the end; all but `issued` together are what was issued [B1]. */
export function accountsOf({ accounts }: SessionState): SessionReport['accounts'] {
  const { teams, pot, spent, retired, issued, pledged } = accounts
  return { teams, pot, pledged: sum(Object.values(pledged).flatMap((payers) => Object.values(payers))), spent, retired, issued }
}
