import type { Actor } from '../../rules/decision.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'
import { botWorkshop } from './botWorkshop.ts'
import { facilitator, givenScenario, type Play } from './given.ts'
import { seededRandom } from './seededRandom.ts'

/** A whole session played by the computer, in the rules alone. The same scenario and seed give the same log. */
export function playWithBots(scenario: Scenario, seed: number): Play {
  let so = givenScenario(scenario, ...scenario.teams.map(({ id: teamId }) => [facilitator, { type: 'seatBot', teamId }] as const))
  const workshop = botWorkshop(() => so.state, seededRandom(seed))
  for (let next = workshop.next(true); !next.done; ) {
    const step = next.value
    if (step.by === 'nobody') {
      next = workshop.next(true)
      continue
    }
    const after = so.when(step.by === 'team' ? bot(step.teamId) : facilitator, step.command)
    const accepted = after.decision?.ok === true
    if (step.must) after.thenAccepted()
    if (accepted) so = after.and({ wait: 1000 })
    next = workshop.next(accepted)
  }
  return so
}

const bot = (teamId: string): Actor => ({ role: 'team', teamId, seatId: `bot-${teamId}`, through: 'bot' })
