import type { Role } from '../decision.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { SessionState } from '../session.ts'
import { isUnsealed } from './phaseOf.ts'

/**
 * The scenario as a device of this role receives it. Facilitators get all of it. Everyone else gets neither incidents that may
 * still come, nor pairs that nobody named and no hint tells [C4] (those only once `unsealed`: from the debriefing on), nor what
 * the run sheet lets the facilitator say.
 */
export function scenarioView(scenario: Scenario, role: Role, unsealed = false): Scenario {
  if (role === 'facilitator') return scenario
  return {
    ...scenario,
    phases: scenario.phases.map(({ watch: _watch, ...phase }) => ({ ...phase, say: [] })),
    synergies: unsealed ? scenario.synergies : scenario.synergies.filter(({ hint }) => hint),
    conflicts: unsealed ? scenario.conflicts : scenario.conflicts.filter(({ hint }) => hint),
    incidents: [],
  }
}

/** The scenario of a running session as a device of this role receives it now. */
export function scenarioOf(state: SessionState, role: Role): Scenario {
  return scenarioView(state.scenario, role, isUnsealed(state))
}
