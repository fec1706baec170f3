import type { SessionRuntime } from './SessionRuntime.ts'

/** What lists of sessions show of one. */
export function summaryOf(runtime: SessionRuntime) {
  const { state, code, history } = runtime
  const { scenario } = state
  const seats = Object.values(state.attendance.seats)
  return {
    code,
    title: state.title,
    /** the session of which this one is a copy */
    originCode: state.whatIf?.origin.code ?? null,
    /** of a copy: the session it was made of */
    origin: state.whatIf?.origin ?? null,
    scenario: { id: scenario.id, variantId: scenario.variantId, title: scenario.title, variantTitle: scenario.variantTitle },
    openedAt: state.openedAt,
    lastAt: runtime.lastAt,
    closedAt: state.closedAt,
    phaseId: state.phaseId,
    phaseTitle: scenario.phases.find((phase) => phase.id === state.phaseId)?.title ?? '',
    round: state.round,
    steps: history.sequence,
    seats: seats.length,
    connected: seats.filter((seat) => runtime.isConnected(seat.id)).length,
  }
}
export type SessionSummary = ReturnType<typeof summaryOf>
