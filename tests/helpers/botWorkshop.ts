import { botCommand } from '../../rules/bot.ts'
import type { Command, PlainCommand } from '../../rules/commands.ts'
import type { PhaseKind } from '../../rules/scenario/phase.ts'
import type { SessionState } from '../../rules/session.ts'
import { sharedView } from '../../rules/views.ts'

/** More commands than any phase has sense for: a bot that comes this far runs in circles. */
const MOST_PER_PHASE = 3000

/** What somebody does next. `must`: it has to be accepted; a facilitator also tries what may not be possible. */
export type WorkshopStep =
  | { readonly by: 'facilitator'; readonly command: Command; readonly must: boolean }
  | { readonly by: 'team'; readonly teamId: string; readonly command: PlainCommand; readonly must: true }
  | Moment

/** Where the workshop stands: nothing is done here, whoever plays it may look. */
export interface Moment {
  readonly by: 'nobody'
  readonly phaseId: string
  readonly kind: PhaseKind
  /** begun: nobody has done anything in it; acting: after a command of a team; settled: the teams have nothing left to do; done: the facilitator neither */
  readonly at: 'begun' | 'acting' | 'settled' | 'done'
  /** commands of teams in this phase so far */
  readonly acted: number
}

type Steps = Generator<WorkshopStep, void, boolean>

/**
 * A whole workshop, step by step: teams played by the computer, phase after phase as the scenario lists them, led by a facilitator who does
 * what the run sheet asks: gives from the pot, plays an incident, closes ballots, asks the questions, shows figures, ends the session.
 * Whoever plays it does each step and answers whether it was accepted. The same state and chance give the same steps.
 */
export function* botWorkshop(state: () => SessionState, random: () => number): Steps {
  for (const phase of state().scenario.phases) {
    if (phase.id !== state().phaseId) yield { by: 'facilitator', command: { type: 'startPhase', phaseId: phase.id }, must: true }
    const moment = (at: Moment['at'], acted = 0): Moment => ({ by: 'nobody', phaseId: phase.id, kind: phase.kind, at, acted })
    yield moment('begun')
    if (phase.kind === 'incident') yield* incident(state, random)
    yield* settled(state, random, (acted) => moment('acting', acted))
    yield moment('settled')
    yield* afterwards(state, random)
    yield moment('done')
  }
  yield { by: 'facilitator', command: { type: 'closeSession' }, must: true }
}

/** Teams act one after the other, whose turn it is decides chance, until none has anything to do. */
function* settled(state: () => SessionState, random: () => number, acting?: (acted: number) => Moment): Steps {
  const teams = state().scenario.teams.map(({ id }) => id)
  let waiting: readonly string[] = teams
  let acted = 0
  for (let turn = 0; waiting.length > 0; turn++) {
    if (turn > MOST_PER_PHASE) throw new Error(`bots do not come to an end in ${state().phaseId}`)
    const teamId = waiting[Math.floor(random() * waiting.length)] ?? ''
    const command = botCommand(state(), teamId, random)
    waiting = command ? teams : waiting.filter((id) => id !== teamId)
    if (!command) continue
    yield { by: 'team', teamId, command, must: true }
    if (acting) yield acting(++acted)
  }
}

function* tried(command: Command): Steps {
  yield { by: 'facilitator', command, must: false }
}

function* incident(state: () => SessionState, random: () => number): Steps {
  const { scenario, round, incidents } = state()
  const fitting = scenario.incidents.filter(({ rounds, id }) => rounds.includes(round) && !incidents.some((played) => played.id === id))
  const chosen = fitting[Math.floor(random() * fitting.length)]
  if (chosen) yield* tried({ type: 'playIncident', incidentId: chosen.id })
}

const BALLOT = { weigh: 'weights', dots: 'dots', resistance: 'resistance', classify: 'classes' } as const

/** What the facilitator does once the teams are done. */
function* afterwards(state: () => SessionState, random: () => number): Steps {
  const { kind, step } = sharedView(state()).phase
  if (kind === 'planning') {
    yield* fromThePot(state)
    yield* settled(state, random)
  } else if (kind === 'resolution') {
    yield* tried({ type: 'closeBallot', ballot: 'package', casting: 'yes' })
  } else if (kind === 'prioritisation' && step !== undefined && step !== '' && step !== 'justify') {
    yield* tried({ type: 'closeBallot', ballot: BALLOT[step] })
  } else if (kind === 'debriefing') {
    yield* tried({ type: 'closeBallot', ballot: 'mood' })
    yield* questions(state, random)
  }
}

/** The shared pot goes to proposals that then are covered, the ones that lack least first. */
function* fromThePot(state: () => SessionState): Steps {
  const lacking = Object.entries(sharedView(state()).proposals)
    .filter(([, { status, missingFunds, missingStaff }]) => status === 'proposed' && missingFunds > 0 && missingStaff === 0)
    .sort(([, one], [, other]) => one.missingFunds - other.missingFunds)
  for (const [targetId, { missingFunds }] of lacking) {
    if (missingFunds <= state().accounts.pot.funds) yield* tried({ type: 'pledgePot', targetId, funds: missingFunds })
  }
}

function* questions(state: () => SessionState, random: () => number): Steps {
  for (const { id } of state().scenario.debriefing) {
    yield { by: 'facilitator', command: { type: 'spotlight', target: { kind: 'slide', id } }, must: true }
    yield* settled(state, random)
    yield* tried({ type: 'spotlight', figures: true })
    yield* tried({ type: 'closeBallot', ballot: 'question', questionId: id })
  }
}
