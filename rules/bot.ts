import { aloneIdeas } from './bot/aloneIdeas.ts'
import { answerIdeas } from './bot/answerIdeas.ts'
import { type Because, becauseOf } from './bot/because.ts'
import type { Character } from './bot/character.ts'
import { type Insight, insightOf } from './bot/insight.ts'
import { moneyIdeas } from './bot/moneyIdeas.ts'
import { planningIdeas } from './bot/planningIdeas.ts'
import { debriefingIdeas, prioritisationIdeas } from './bot/prioritisationIdeas.ts'
import { resolutionIdeas, voteIdeas } from './bot/resolutionIdeas.ts'
import type { PlainCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { DecideContext } from './decision.ts'
import type { PhaseKind } from './scenario/phase.ts'
import type { SessionState } from './session.ts'

type Ideas = (insight: Insight) => Iterable<PlainCommand>

/** What a department thinks of in each kind of phase, in this order; the first that the rules accept is done. */
const IDEAS: Readonly<Record<PhaseKind, readonly Ideas[]>> = {
  arrival: [probeIdeas],
  briefing: [],
  departmentRound: [aloneIdeas],
  planning: [answerIdeas, planningIdeas, moneyIdeas],
  incident: [answerIdeas, debriefingIdeas, planningIdeas, moneyIdeas],
  resolution: [answerIdeas, resolutionIdeas, moneyIdeas],
  prioritisation: [prioritisationIdeas],
  debriefing: [debriefingIdeas],
  transfer: [debriefingIdeas],
  closed: [],
}

/** What a department does next, and what it thought of. */
export interface BotStep {
  readonly command: PlainCommand
  readonly because: Because
}

/**
 * The next step of a department played by the computer, with its reason; null: nothing to do at the moment.
 * It knows what its team's screens show and nothing else, and learns like a team from what the rules refuse.
 * It says nothing in words of its own: every text comes from the scenario.
 *
 * @param random a number in 0…1, from outside, so that the same numbers give the same play
 */
export function botStep(state: SessionState, teamId: string, random: () => number, character: Character = 'integrative'): BotStep | null {
  const insight = insightOf(state, teamId, random, character)
  const { kind } = insight.shared.phase
  const thoughts = [...IDEAS[kind], readyIdeas, ...(kind === 'resolution' ? [voteIdeas] : [])]
  for (const ideas of thoughts) {
    const command = firstPossible(state, teamId, ideas(insight))
    if (command) return { command, because: becauseOf(insight, command) }
  }
  return null
}

export function botCommand(state: SessionState, teamId: string, random: () => number, character?: Character): PlainCommand | null {
  return botStep(state, teamId, random, character)?.command ?? null
}

function firstPossible(state: SessionState, teamId: string, ideas: Iterable<PlainCommand>): PlainCommand | null {
  const context: DecideContext = {
    actor: { role: 'team', teamId, seatId: `bot-${teamId}`, through: 'bot' },
    now: state.clock.since,
    newId: () => 'idea',
    leaderAwayMs: 0,
  }
  for (const command of ideas) if (decide(command, context, state).ok) return command
  return null
}

function* probeIdeas({ shared, teamId }: Insight): Iterable<PlainCommand> {
  const done = shared.teams[teamId]?.probe ?? 0
  if (done < 3) yield { type: 'finishProbe', step: done + 1 }
}

function* readyIdeas({ shared, teamId }: Insight): Iterable<PlainCommand> {
  if (!shared.teams[teamId]?.ready) yield { type: 'setReady', ready: true }
}
