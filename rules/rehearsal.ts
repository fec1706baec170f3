import type { Because } from './bot/because.ts'
import type { Character } from './bot/character.ts'
import { botStep } from './bot.ts'
import type { Command } from './commands.ts'
import { decide } from './decide.ts'
import type { Actor } from './decision.ts'
import { evolve } from './evolve.ts'
import { openSession } from './openSession.ts'
import type { Scenario } from './scenario/scenario.ts'
import type { SessionState } from './session.ts'
import { sharedView } from './views.ts'

/** One accepted command of a rehearsal. `because` only where the computer played a department. */
export interface RehearsalStep {
  readonly actor: Actor
  readonly command: Command
  readonly because: Because | null
  /** after the command */
  readonly state: SessionState
}

interface RehearsalOptions {
  /** numbers in 0…1: the same numbers give the same workshop */
  readonly random: () => number
  /** how each department looks at the table; integrative where absent */
  readonly characterOf?: ((teamId: string) => Character) | undefined
  /** ends with the last resolution: all that the common value depends on */
  readonly roundsOnly?: boolean | undefined
}

const LEAD: Actor = { role: 'facilitator', seatId: 'seat-facilitator' }
const STEP_MS = 1000
/** More commands than any phase has sense for: whoever comes this far runs in circles. */
const MOST_PER_PHASE = 3000
const BALLOT = { weigh: 'weights', dots: 'dots', resistance: 'resistance', classify: 'classes' } as const

/**
 * A whole workshop played by the computer, step by step: every department, and a facilitator who does what the run sheet asks.
 * Everything goes through the same commands and rules as at a real table.
 */
export function* rehearse(scenario: Scenario, options: RehearsalOptions): Generator<RehearsalStep, SessionState> {
  const table = new Table(scenario, options)
  for (const { id } of scenario.teams) yield* table.led({ type: 'seatBot', teamId: id })
  for (const phase of scenario.phases) {
    if (options.roundsOnly && phase.round > scenario.rounds) return table.state
    if (phase.id !== table.state.phaseId) yield* table.led({ type: 'startPhase', phaseId: phase.id })
    if (phase.kind === 'incident') yield* table.incident()
    yield* table.settled()
    yield* table.afterwards()
  }
  yield* table.led({ type: 'closeSession' })
  return table.state
}

/** Plays to the end and gives the last state. */
export function rehearsed(scenario: Scenario, options: RehearsalOptions): SessionState {
  const steps = rehearse(scenario, options)
  for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value
}

class Table {
  state: SessionState
  #now = 1_000_000
  #ids = 0
  readonly #random: () => number
  readonly #characterOf: (teamId: string) => Character
  readonly #teams: readonly string[]

  constructor(scenario: Scenario, { random, characterOf = () => 'integrative' }: RehearsalOptions) {
    this.#random = random
    this.#characterOf = characterOf
    this.#teams = scenario.teams.map(({ id }) => id)
    this.state = openSession({ type: 'sessionOpened', scenario, title: 'Generalprobe', at: this.#now })
    this.state = evolve(this.state, { type: 'seatTaken', seatId: 'seat-facilitator', role: 'facilitator', at: this.#now, leads: true })
  }

  /** The command if the rules accept it. */
  *#done(actor: Actor, command: Command, because: Because | null): Generator<RehearsalStep, boolean> {
    const decision = decide(command, { actor, now: this.#now, newId: () => `r${++this.#ids}`, leaderAwayMs: 0 }, this.state)
    if (!decision.ok) return false
    for (const event of decision.events) if (event.type !== 'sessionOpened') this.state = evolve(this.state, event)
    this.#now += STEP_MS
    yield { actor, command, because, state: this.state }
    return true
  }

  /** A command of the facilitator that must be possible. */
  *led(command: Command): Generator<RehearsalStep> {
    if (!(yield* this.#done(LEAD, command, null))) throw new Error(`the facilitator cannot ${command.type} in ${this.state.phaseId}`)
  }

  /** Teams act one after the other, whose turn it is decides chance, until none has anything to do. */
  *settled(): Generator<RehearsalStep> {
    let waiting = this.#teams
    for (let turn = 0; waiting.length > 0; turn++) {
      if (turn > MOST_PER_PHASE) throw new Error(`the departments do not come to an end in ${this.state.phaseId}`)
      const teamId = waiting[Math.floor(this.#random() * waiting.length)] ?? ''
      const step = botStep(this.state, teamId, this.#random, this.#characterOf(teamId))
      waiting = step ? this.#teams : waiting.filter((id) => id !== teamId)
      if (step) yield* this.#done({ role: 'team', teamId, seatId: `bot-${teamId}`, through: 'bot' }, step.command, step.because)
    }
  }

  *incident(): Generator<RehearsalStep> {
    const { scenario, round, incidents } = this.state
    const fitting = scenario.incidents.filter(({ rounds, id }) => rounds.includes(round) && !incidents.some((played) => played.id === id))
    const chosen = fitting[Math.floor(this.#random() * fitting.length)]
    if (chosen) yield* this.#done(LEAD, { type: 'playIncident', incidentId: chosen.id }, null)
  }

  /** What the facilitator does once the teams are done. */
  *afterwards(): Generator<RehearsalStep> {
    const { kind, step } = sharedView(this.state).phase
    if (kind === 'planning') {
      yield* this.#fromThePot()
      yield* this.settled()
    } else if (kind === 'resolution') yield* this.#done(LEAD, { type: 'closeBallot', ballot: 'package', casting: 'yes' }, null)
    else if (kind === 'prioritisation' && step !== undefined && step !== '' && step !== 'justify')
      yield* this.#done(LEAD, { type: 'closeBallot', ballot: BALLOT[step] }, null)
    else if (kind === 'debriefing') yield* this.#questions()
  }

  /** The shared pot goes to proposals that then are covered, the ones that lack least first. */
  *#fromThePot(): Generator<RehearsalStep> {
    const lacking = Object.entries(sharedView(this.state).proposals)
      .filter(([, { status, missingFunds, missingStaff }]) => status === 'proposed' && missingFunds > 0 && missingStaff === 0)
      .sort(([, one], [, other]) => one.missingFunds - other.missingFunds)
    for (const [targetId, { missingFunds }] of lacking)
      if (missingFunds <= this.state.accounts.pot.funds) yield* this.#done(LEAD, { type: 'pledgePot', targetId, funds: missingFunds }, null)
  }

  *#questions(): Generator<RehearsalStep> {
    yield* this.#done(LEAD, { type: 'closeBallot', ballot: 'mood' }, null)
    for (const { id } of this.state.scenario.debriefing) {
      yield* this.led({ type: 'spotlight', target: { kind: 'slide', id } })
      yield* this.settled()
      yield* this.#done(LEAD, { type: 'spotlight', figures: true }, null)
      yield* this.#done(LEAD, { type: 'closeBallot', ballot: 'question', questionId: id }, null)
    }
  }
}
