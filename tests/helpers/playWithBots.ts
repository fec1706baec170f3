import { botCommand } from '../../rules/bot.ts'
import type { Command } from '../../rules/commands.ts'
import type { Actor } from '../../rules/decision.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import { sharedView } from '../../rules/views.ts'
import { facilitator, givenScenario, type Play } from './given.ts'
import { seededRandom } from './seededRandom.ts'

/** More commands than any phase has sense for: a bot that comes this far runs in circles. */
const MOST_PER_PHASE = 3000

/**
 * A whole session: every team played by the computer, phase after phase as the scenario lists them, led by a facilitator who does
 * what the run sheet asks: gives from the pot, plays an incident, closes ballots, asks the questions, shows figures, ends the session.
 * The same scenario and seed give the same log.
 */
export function playWithBots(scenario: Scenario, seed: number): Play {
  const random = seededRandom(seed)
  const teams = scenario.teams.map(({ id }) => id)
  let so = givenScenario(scenario, ...teams.map((teamId) => [facilitator, { type: 'seatBot', teamId }] as const))
  for (const phase of scenario.phases) {
    if (phase.id !== so.state.phaseId) so = led(so, { type: 'startPhase', phaseId: phase.id })
    if (phase.kind === 'incident') so = incident(so, random)
    so = settled(so, teams, random)
    so = afterwards(so, random)
  }
  return led(so, { type: 'closeSession' })
}

/** The facilitator's command, which must be possible. */
function led(so: Play, command: Command): Play {
  return so.when(facilitator, command).thenAccepted().and({ wait: 1000 })
}

/** The facilitator's command if it is possible now. */
function tried(so: Play, command: Command): Play {
  const after = so.when(facilitator, command)
  return after.decision?.ok ? after.and({ wait: 1000 }) : so
}

/** Teams act one after the other, whose turn it is decides chance, until none has anything to do. */
function settled(start: Play, teams: readonly string[], random: () => number): Play {
  let so = start
  let waiting = teams
  for (let turn = 0; waiting.length > 0; turn++) {
    if (turn > MOST_PER_PHASE) throw new Error(`bots do not come to an end in ${so.state.phaseId}`)
    const teamId = waiting[Math.floor(random() * waiting.length)] ?? ''
    const command = botCommand(so.state, teamId, random)
    waiting = command ? teams : waiting.filter((id) => id !== teamId)
    if (command) so = so.when(bot(teamId), command).thenAccepted().and({ wait: 1000 })
  }
  return so
}

const bot = (teamId: string): Actor => ({ role: 'team', teamId, seatId: `bot-${teamId}`, through: 'bot' })

function incident(so: Play, random: () => number): Play {
  const fitting = so.state.scenario.incidents.filter(
    ({ rounds, id }) => rounds.includes(so.state.round) && !so.state.incidents.some((played) => played.id === id),
  )
  const chosen = fitting[Math.floor(random() * fitting.length)]
  return chosen ? tried(so, { type: 'playIncident', incidentId: chosen.id }) : so
}

/** What the facilitator does once the teams are done. */
function afterwards(start: Play, random: () => number): Play {
  const { kind, step } = sharedView(start.state).phase
  const teams = start.state.scenario.teams.map(({ id }) => id)
  switch (kind) {
    case 'planning':
      return settled(fromThePot(start), teams, random)
    case 'resolution':
      return tried(start, { type: 'closeBallot', ballot: 'package', casting: 'yes' })
    case 'prioritisation':
      return step === undefined || step === '' || step === 'justify' ? start : tried(start, { type: 'closeBallot', ballot: BALLOT[step] })
    case 'debriefing':
      return questions(tried(start, { type: 'closeBallot', ballot: 'mood' }), random)
    default:
      return start
  }
}

const BALLOT = { weigh: 'weights', dots: 'dots', resistance: 'resistance', classify: 'classes' } as const

/** The shared pot goes to proposals that then are covered, the ones that lack least first. */
function fromThePot(start: Play): Play {
  let so = start
  const lacking = Object.entries(sharedView(so.state).proposals)
    .filter(([, { status, missingFunds, missingStaff }]) => status === 'proposed' && missingFunds > 0 && missingStaff === 0)
    .sort(([, one], [, other]) => one.missingFunds - other.missingFunds)
  for (const [targetId, { missingFunds }] of lacking) {
    if (missingFunds <= so.state.accounts.pot.funds) so = tried(so, { type: 'pledgePot', targetId, funds: missingFunds })
  }
  return so
}

function questions(start: Play, random: () => number): Play {
  const teams = start.state.scenario.teams.map(({ id }) => id)
  return start.state.scenario.debriefing.reduce((so, { id }) => {
    const asked = settled(led(so, { type: 'spotlight', target: { kind: 'slide', id } }), teams, random)
    return tried(tried(asked, { type: 'spotlight', figures: true }), { type: 'closeBallot', ballot: 'question', questionId: id })
  }, start)
}
