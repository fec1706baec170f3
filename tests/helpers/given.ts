import { expect } from 'vitest'
import type { Command } from '../../rules/commands.ts'
import { decide } from '../../rules/decide.ts'
import type { Actor, Decision, RejectionCode, RejectionDetails } from '../../rules/decision.ts'
import type { SessionEvent } from '../../rules/events.ts'
import { evolve } from '../../rules/evolve.ts'
import { begin, type History, record } from '../../rules/history.ts'
import type { LogEntry } from '../../rules/logEntry.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { SessionState } from '../../rules/session.ts'
import { smallScenario } from './smallScenario.ts'

/** Server time at which every test session is opened. */
export const START = 1_000_000

export const clock: Actor = { role: 'clock' }
export const door: Actor = { role: 'door' }
export const team = (teamId: string): Actor => ({ role: 'team', seatId: `seat-${teamId}`, teamId })
/** the leading facilitator; her seat is taken in every session that `given` opens */
export const facilitator: Actor = { role: 'facilitator', seatId: 'seat-facilitator' }
export const observer: Actor = { role: 'observer', seatId: 'seat-observer' }

/** Something that has happened: a command of somebody (it must be accepted), a bare event, or time that passed. */
export type Given = readonly [Actor, Command] | SessionEvent | { readonly wait: number }

/** A session in a test. Every method gives a new one, so that one start serves several ends. */
export interface Play {
  readonly history: History
  readonly state: SessionState
  readonly log: readonly LogEntry[]
  readonly now: number
  /** what the last `when` came to */
  readonly decision: Decision | undefined
  /** `leaderAwayMs` of the next commands */
  readonly leaderAwayMs: number
  and(...steps: readonly Given[]): Play
  /** goes on to the phase, through all before it */
  reaching(phaseId: string): Play
  leaderAway(ms: number): Play
  when(actor: Actor, command: Command): Play
  /** the last command was accepted with exactly these events, in this order; fields not named are not compared */
  thenEvents(...events: readonly (Partial<SessionEvent> & { type: SessionEvent['type'] })[]): Play
  thenAccepted(): Play
  thenRejected(code: RejectionCode, details?: RejectionDetails): Play
  thenState(check: (state: SessionState) => void): Play
}

/** A session of the small scenario, freshly opened, with the leading facilitator and one seat per team, and what is given. */
export function given(...steps: readonly Given[]): Play {
  return givenScenario(smallScenario, ...steps)
}

/** The same for another scenario. */
export function givenScenario(scenario: Scenario, ...steps: readonly Given[]): Play {
  const seats: SessionEvent[] = [
    { type: 'seatTaken', seatId: 'seat-facilitator', role: 'facilitator', at: START, leads: true },
    ...scenario.teams.map((t): SessionEvent => ({ type: 'seatTaken', seatId: `seat-${t.id}`, role: 'team', teamId: t.id, at: START, leads: false })),
  ]
  return opened(scenario).and(...seats, ...steps)
}

/** A session that nobody has entered yet. */
export function opened(scenario: Scenario): Play {
  const entry: LogEntry = {
    sequence: 1,
    at: START,
    actor: door,
    commandId: 'open',
    command: { type: 'openSession' },
    events: [{ type: 'sessionOpened', scenario, title: 'Prüfung', at: START }],
  }
  return play({ history: begin(entry), log: [entry], now: START, decision: undefined, leaderAwayMs: 0 })
}

type Facts = Pick<Play, 'history' | 'log' | 'now' | 'decision' | 'leaderAwayMs'>

function play(facts: Facts): Play {
  const { state } = facts.history
  return {
    ...facts,
    state,
    and: (...steps) => steps.reduce((so, step) => happen(so, step), play(facts)),
    reaching: (phaseId) => reach(facts, phaseId),
    leaderAway: (ms) => play({ ...facts, leaderAwayMs: ms }),
    when: (actor, command) => attempt(facts, actor, command),
    thenEvents: (...events) => {
      expect(acceptedEvents(facts)).toMatchObject(events)
      expect(acceptedEvents(facts)).toHaveLength(events.length)
      return play(facts)
    },
    thenAccepted: () => {
      acceptedEvents(facts)
      return play(facts)
    },
    thenRejected: (code, details) => {
      if (!facts.decision) throw new Error('nothing was asked: call when() first')
      expect(facts.decision).toMatchObject({ ok: false, rejection: { code } })
      if (details && !facts.decision.ok) expect(facts.decision.rejection.details).toEqual(details)
      return play(facts)
    },
    thenState: (check) => {
      check(state)
      return play(facts)
    },
  }
}

function acceptedEvents({ decision }: Facts): readonly SessionEvent[] {
  if (!decision) throw new Error('nothing was asked: call when() first')
  if (!decision.ok) throw new Error(`rejected: ${decision.rejection.code} ${JSON.stringify(decision.rejection.details)}`)
  return decision.events
}

function happen(so: Play, step: Given): Play {
  if ('wait' in step) return play({ ...so, now: so.now + step.wait })
  if ('type' in step) return play(append(so, door, { type: 'announce', text: 'given' }, [step]))
  const [actor, command] = step
  const after = attempt(so, actor, command)
  if (after.decision && !after.decision.ok)
    throw new Error(`given ${command.type} was rejected: ${after.decision.rejection.code} ${JSON.stringify(after.decision.rejection.details)}`)
  return after
}

function attempt(so: Facts, actor: Actor, command: Command): Play {
  let ids = 0
  const newId = () => `n${so.history.sequence + 1}-${++ids}`
  const decision = decide(command, { actor, now: so.now, newId, leaderAwayMs: so.leaderAwayMs }, so.history.state)
  return play(decision.ok ? { ...append(so, actor, command, decision.events), decision } : { ...so, decision })
}

function append(so: Facts, actor: Actor, command: LogEntry['command'], events: readonly SessionEvent[]): Facts {
  checkEachEvent(so.history.state, events)
  const sequence = so.history.sequence + 1
  const entry: LogEntry = { sequence, at: so.now, actor, commandId: `c${sequence}`, command, events }
  return { ...so, history: record(so.history, entry), log: [...so.log, entry] }
}

/** [B1] Whatever a test plays: after every single event nothing is lost and no account is negative. */
function checkEachEvent(start: SessionState, events: readonly SessionEvent[]): void {
  let state = start
  for (const event of events) {
    if (event.type === 'stepsUndone' || event.type === 'sessionOpened') return
    state = evolve(state, event)
    expectConserved(state)
  }
}

/** Sum of all accounts = issued, for funds and staff, and none is negative [B1]. */
export function expectConserved({ accounts }: SessionState): void {
  const pledged = Object.values(accounts.pledged).flatMap((payers) => Object.values(payers))
  const all = [...Object.values(accounts.teams), accounts.pot, ...pledged, accounts.spent, accounts.retired]
  for (const unit of ['funds', 'staff'] as const) {
    expect(
      all.reduce((sum, amounts) => sum + amounts[unit], 0),
      `sum of all ${unit}`,
    ).toBe(accounts.issued[unit])
    for (const amounts of all) expect(amounts[unit], unit).toBeGreaterThanOrEqual(0)
  }
}

function reach(facts: Facts, phaseId: string): Play {
  const { phases } = facts.history.state.scenario
  const target = phases.findIndex((phase) => phase.id === phaseId)
  if (target < 0) throw new Error(`no phase ${phaseId}`)
  let so = play(facts)
  for (let at = phases.findIndex((phase) => phase.id === so.state.phaseId) + 1; at <= target; at++) {
    so = so.and([facilitator, { type: 'startPhase', phaseId: phases[at]?.id ?? '' }])
  }
  return so
}
