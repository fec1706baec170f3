import { z } from 'zod'
import { aboveZero, minus, NOTHING, plus } from './amounts.ts'
import { accept, type Changes, type Decision, type Rules, reject } from './decision.ts'
import { added } from './effects.ts'
import type { SessionEvent } from './events.ts'
import { entry, Id } from './ids.ts'
import { type IncidentOutcome, outcomeOf, roundEndOutcome } from './incidentOutcome.ts'
import type { Incident } from './scenario/incident.ts'
import { type Accounts, type Amounts, POT, type SessionState, type Shortfall } from './session.ts'

/** Chapter [I]: incidents. */

export const IncidentCommands = {
  playIncident: z.strictObject({ type: z.literal('playIncident'), incidentId: Id }),
  skipIncident: z.strictObject({ type: z.literal('skipIncident'), incidentId: Id }),
}

export type IncidentEvent =
  /** Everything the effects come to is worked out when it is played, and recorded here. */
  | ({ readonly type: 'incidentPlayed'; readonly incidentId: string; readonly round: number; readonly at: number } & IncidentOutcome)
  | { readonly type: 'incidentSkipped'; readonly incidentId: string; readonly round: number; readonly at: number }
  /** conditions that an incident set for the end of the round and that were not met: what this comes to */
  | ({ readonly type: 'roundEndChecked'; readonly incidentId: string; readonly round: number } & IncidentOutcome)

export type IncidentCommand = z.infer<(typeof IncidentCommands)[keyof typeof IncidentCommands]>

export const incidentRules: Rules<IncidentCommand> = {
  playIncident({ incidentId }, { now }, state) {
    const incident = incidentOf(state, incidentId)
    if (!incident) return reject('unknownIncident', { incidentId })
    // Whatever changes what is voted on waits for the vote.
    if (state.packageVote) return reject('voteUnderWay')
    const obstacle = whyNot(state, incident)
    if (obstacle) return obstacle
    return accept({ type: 'incidentPlayed', incidentId, round: state.round, at: now, ...outcomeOf(state, incident) })
  },
  skipIncident({ incidentId }, { now }, state) {
    if (!incidentOf(state, incidentId)) return reject('unknownIncident', { incidentId })
    const before = state.incidents.find(({ id }) => id === incidentId)
    if (before) return reject('incidentPlayed', { incidentId, skipped: before.skipped })
    return accept({ type: 'incidentSkipped', incidentId, round: state.round, at: now })
  },
}

/** [I1] Incidents that can no longer, or not now, be played → the code that says why; for the facilitator's deck. */
export function incidentsOut(state: SessionState): Readonly<Record<string, string>> {
  return Object.fromEntries(
    state.scenario.incidents.flatMap((incident) => {
      const obstacle = whyNot(state, incident)
      return obstacle && !obstacle.ok ? [[incident.id, obstacle.rejection.code]] : []
    }),
  )
}

/** [I2] Events of the end of the present round: what incidents of this round set as a condition and the table has not met. */
export function roundEndChecks(state: SessionState): SessionEvent[] {
  return state.incidents.flatMap(({ id, round, skipped }) => {
    const incident = incidentOf(state, id)
    const outcome = incident && !skipped && round === state.round ? roundEndOutcome(state, incident) : undefined
    return outcome ? [{ type: 'roundEndChecked', incidentId: id, round, ...outcome } as const] : []
  })
}

function incidentOf(state: SessionState, incidentId: string): Incident | undefined {
  return state.scenario.incidents.find(({ id }) => id === incidentId)
}

/** The refusal if this incident cannot be played now. */
function whyNot(state: SessionState, incident: Incident): Decision | undefined {
  const before = state.incidents.find(({ id }) => id === incident.id)
  if (before) return reject('incidentPlayed', { incidentId: incident.id, skipped: before.skipped })
  const rival = state.scenario.incidents.find(({ id, excludes }) => isPlayed(state, id) && (excludes.includes(incident.id) || incident.excludes.includes(id)))
  if (rival) return reject('incidentExcluded', { incidentId: incident.id, by: rival.id })
  if (!incident.rounds.includes(state.round)) return reject('incidentNotThisRound', { incidentId: incident.id, rounds: incident.rounds.map(String) })
  return undefined
}

function isPlayed(state: SessionState, incidentId: string): boolean {
  return state.incidents.some(({ id, skipped }) => id === incidentId && !skipped)
}

export const incidentChanges: Changes<IncidentEvent> = {
  incidentPlayed: (state, { incidentId, round, at, ...outcome }) => ({
    ...withOutcome(state, incidentId, round, outcome),
    incidents: [...state.incidents, { id: incidentId, round, at, skipped: false, changes: outcome.changes }],
  }),
  incidentSkipped: (state, { incidentId, round, at }) => ({
    ...state,
    incidents: [...state.incidents, { id: incidentId, round, at, skipped: true, changes: {} }],
  }),
  roundEndChecked: (state, { incidentId, round, ...outcome }) => withOutcome(state, incidentId, round, outcome),
}

function withOutcome(state: SessionState, incidentId: string, round: number, outcome: IncidentOutcome): SessionState {
  const shortfalls = outcome.shortfalls.map(({ shortfallId, account, funds, staff }): [string, Shortfall] => [
    shortfallId,
    { id: shortfallId, incidentId, account, funds, staff, pledged: {}, settled: false, round },
  ])
  return {
    ...state,
    accounts: withChanges(state.accounts, outcome.changes),
    shortfalls: shortfalls.length === 0 ? state.shortfalls : { ...state.shortfalls, ...Object.fromEntries(shortfalls) },
    lastingEffects: outcome.lasting.length === 0 ? state.lastingEffects : [...state.lastingEffects, ...outcome.lasting],
    goalChanges: addedUp(state.goalChanges, outcome.goalChanges),
    indicators: addedUp(state.indicators, outcome.indicatorChanges),
  }
}

/** [B1] Gains are newly issued, losses retired: the sum over all accounts stays what was issued. */
function withChanges(accounts: Accounts, changes: Readonly<Record<string, Amounts>>): Accounts {
  if (Object.keys(changes).length === 0) return accounts
  const teams = Object.entries(accounts.teams).map(([id, account]) => {
    const change = entry(changes, id)
    return [id, change ? plus(account, change) : account] as const
  })
  const pot = entry(changes, POT)
  const all = Object.values(changes)
  return {
    ...accounts,
    teams: Object.fromEntries(teams),
    pot: pot ? plus(accounts.pot, pot) : accounts.pot,
    issued: all.map(aboveZero).reduce(plus, accounts.issued),
    retired: all.map((change) => aboveZero(minus(NOTHING, change))).reduce(plus, accounts.retired),
  }
}

function addedUp(before: Readonly<Record<string, number>>, changes: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.entries(changes).reduce((points, [id, amount]) => added(points, id, amount), before)
}
