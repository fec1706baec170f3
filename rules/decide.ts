import { accountRules } from './accounts.ts'
import { aloneRules } from './alone.ts'
import type { Command, PlainCommand } from './commands.ts'
import { comparisonRules } from './comparisons.ts'
import { crossReferenceRules } from './crossReferences.ts'
import { debriefingRules } from './debriefing.ts'
import { type Actor, type DecideContext, type Decision, type Rules, reject } from './decision.ts'
import { focusAreaRules } from './focusAreas.ts'
import { fundingRules } from './funding.ts'
import { entry } from './ids.ts'
import { incidentRules } from './incidents.ts'
import { measureRules } from './measures.ts'
import { offerRules } from './offers.ts'
import { admit } from './permissions.ts'
import { phaseRules } from './phases.ts'
import { priorityRules } from './priorities.ts'
import { resolutionRules } from './resolution.ts'
import { seatRules } from './seats.ts'
import { selfAssessmentRules } from './selfAssessment.ts'
import type { SessionState } from './session.ts'
import { textReviewRules } from './textReview.ts'

/** Every rule of the game by command; a command without a rule does not compile. */
const rules: Rules<PlainCommand> = {
  ...seatRules,
  ...textReviewRules,
  ...phaseRules,
  ...aloneRules,
  ...measureRules,
  ...accountRules,
  ...crossReferenceRules,
  ...offerRules,
  ...fundingRules,
  ...focusAreaRules,
  ...incidentRules,
  ...resolutionRules,
  ...priorityRules,
  ...debriefingRules,
  ...selfAssessmentRules,
  ...comparisonRules,
}

/**
 * Judges a command: events, or a rejection with a code and the data a reader needs. Pure.
 * First whether this actor may ask for it now at all (permissions.ts), then the rule of its chapter.
 */
export function decide(command: Command, context: DecideContext, state: SessionState): Decision {
  if (command.type === 'actFor') return actFor(command, context, state)
  const refusal = admit(command, context.actor, state)
  if (refusal) return { ok: false, rejection: refusal }
  const rule = rules[command.type] as (command: PlainCommand, context: DecideContext, state: SessionState) => Decision
  return rule(command, context, state)
}

/** [S5] The leading facilitator acts for a team: judged as that team's command, and marked as such. */
function actFor(command: Extract<Command, { type: 'actFor' }>, context: DecideContext, state: SessionState): Decision {
  const refusal = admit({ type: 'actFor' }, context.actor, state)
  if (refusal) return { ok: false, rejection: refusal }
  if (context.actor.role !== 'facilitator') return reject('notAllowed')
  if (!entry(state.accounts.teams, command.teamId)) return reject('unknownTeam', { teamId: command.teamId })
  const actor: Actor = { role: 'team', teamId: command.teamId, seatId: context.actor.seatId, through: 'facilitator' }
  return decide(command.command, { ...context, actor }, state)
}
