import type { Phase, PhaseKind } from '../scenario/phase.ts'
import type { SessionState } from '../session.ts'

/** The phase in which the session is. */
export function phaseOf(state: SessionState): Phase {
  const phase = state.scenario.phases.find(({ id }) => id === state.phaseId)
  if (!phase) throw new Error(`the scenario has no phase ${state.phaseId}`)
  return phase
}

const AFTER_THE_GAME: ReadonlySet<PhaseKind> = new Set(['debriefing', 'transfer', 'closed'])

/** [A2] [C4] Is it the time when everyone may see what the departments planned alone, and which pairs nobody named? */
export function isUnsealed(state: SessionState): boolean {
  return state.closedAt !== null || AFTER_THE_GAME.has(phaseOf(state).kind)
}

/** [L4] May the list be shown? Not while goals are weighed and dots are cast: a pre-score would steer them. */
export function isListShown(state: SessionState): boolean {
  if (isUnsealed(state)) return true
  const { kind, step } = phaseOf(state)
  return kind === 'prioritisation' && step !== 'weigh' && step !== 'dots'
}
