import { NOTHING, plus, sum } from './amounts.ts'
import { baseOwnContribution } from './baseOwnContribution.ts'
import { entry } from './ids.ts'
import { measureOf } from './measureOf.ts'
import { issueOf } from './rounds.ts'
import type { Scenario } from './scenario/scenario.ts'
import { type Amounts, POT, type SessionState } from './session.ts'

/**
 * [A1] What a department may plan with when it plans alone: its own issue over all rounds and, with the setting `fairShare`,
 * an equal part of the shared pot of each round, rounded down.
 */
export function soloMeans(scenario: Scenario, teamId: string): Amounts {
  const rounds = Array.from({ length: scenario.rounds }, (_, index) => soloIssue(scenario, teamId, index + 1))
  return sum(rounds)
}

/** [A1] The part of {@link soloMeans} that comes with one round. */
export function soloIssue(scenario: Scenario, teamId: string, round: number): Amounts {
  const issued = issueOf(scenario, round)
  const own = entry(issued, teamId) ?? NOTHING
  if (scenario.settings.soloMeans === 'ownIssue') return own
  const share = Math.floor((entry(issued, POT)?.funds ?? 0) / scenario.teams.length)
  return plus(own, { funds: share, staff: 0 })
}

/** What these measures would take of a department that carries them alone: usual own contributions, and their staff. */
export function soloUse(state: SessionState, measureIds: readonly string[]): Amounts {
  return sum(
    measureIds.flatMap((id) => {
      const measure = measureOf(state, id)
      return measure ? [{ funds: baseOwnContribution(state, measure), staff: measure.staff }] : []
    }),
  )
}
