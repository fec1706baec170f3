import { inOrder } from '../amounts.ts'
import { knownMeasure } from '../measureOf.ts'
import { type CrossReference, POT, type SessionState } from '../session.ts'

/** Who had to do with whom: counts per pair of departments and answer times per department, never per person. */
export interface Connections {
  /** every pair of departments in the scenario's order, also those without any connection */
  readonly pairs: readonly Connection[]
  readonly answers: readonly AnswerTime[]
}

export interface Connection {
  readonly a: string
  readonly b: string
  /** confirmed cross-references that one of the two had named */
  readonly synergies: number
  readonly conflicts: number
  /** accepted offers */
  readonly agreements: number
  /** adopted measures of one that the other paid for too */
  readonly paidTogether: number
  /** cross-references that nobody ever answered */
  readonly unanswered: number
}

/** How long others waited for this department's yes to a cross-reference; ms. Without an answer there is no median. */
export interface AnswerTime {
  readonly teamId: string
  readonly answered: number
  readonly medianMs: number | null
  readonly unanswered: number
}

/** [T6] */
export function connections(state: SessionState): Connections {
  const named = Object.values(state.crossReferences).filter(({ proposedBy }) => proposedBy !== null)
  return { pairs: pairsOf(state, named), answers: state.scenario.teams.map(({ id }) => answerTime(state, named, id)) }
}

function pairsOf(state: SessionState, named: readonly CrossReference[]): readonly Connection[] {
  const teams = state.scenario.teams.map(({ id }) => id)
  const leads = ({ a, b }: CrossReference) => pairKey(knownMeasure(state, a).leadTeamId, knownMeasure(state, b).leadTeamId)
  const paid = Object.values(state.proposals).flatMap(({ teamId, adopted }) =>
    Object.keys(adopted?.paidBy ?? {})
      .filter((payer) => payer !== POT && payer !== teamId)
      .map((payer) => pairKey(payer, teamId)),
  )
  const agreed = Object.values(state.offers).flatMap(({ status, from, to }) => (status === 'accepted' ? [pairKey(from, to)] : []))
  return teams.flatMap((a, index) =>
    teams.slice(index + 1).map((b) => {
      const key = pairKey(a, b)
      const own = named.filter((reference) => leads(reference) === key)
      const confirmed = own.filter(({ status }) => status === 'confirmed' || status === 'settled')
      return {
        a,
        b,
        synergies: confirmed.filter(({ kind }) => kind === 'synergy').length,
        conflicts: confirmed.filter(({ kind }) => kind === 'conflict').length,
        agreements: agreed.filter((other) => other === key).length,
        paidTogether: paid.filter((other) => other === key).length,
        unanswered: own.filter(({ status }) => status === 'proposed').length,
      }
    }),
  )
}

/** Where two departments lead the pair, the one that did not name it answers. */
function answerTime(state: SessionState, named: readonly CrossReference[], teamId: string): AnswerTime {
  const asked = named.filter(({ a, b, proposedBy }) => proposedBy !== teamId && [a, b].some((id) => knownMeasure(state, id).leadTeamId === teamId))
  const times = asked.flatMap(({ status, confirmedAt, proposedAt }) =>
    confirmedAt !== null && (status === 'confirmed' || status === 'settled') ? [confirmedAt - proposedAt] : [],
  )
  return { teamId, answered: times.length, medianMs: median(times), unanswered: asked.filter(({ waitingFor }) => waitingFor.includes(teamId)).length }
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  return Math.round((upper + lower) / 2)
}

function pairKey(one: string, other: string): string {
  return inOrder(one, other).join('|')
}
