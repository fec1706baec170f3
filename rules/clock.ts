import type { Clock } from './session.ts'

/** What is left of the phase at server time `now`, in ms; negative once time is up [P3]. */
export function remainingAt(clock: Clock, now: number): number {
  return clock.running ? clock.remainingMs - (now - clock.since) : clock.remainingMs
}

/** A clock that stands, with what was left. A grace period ends with it: when the clock runs again, time is up anew. */
export function stoppedClock(clock: Clock, at: number, remainingMs: number): Clock {
  return { ...clock, running: false, remainingMs, since: at, closesAt: null }
}

/** A clock that runs on from what was left; a phase without minutes has none to run. */
export function runningClock(clock: Clock, at: number): Clock {
  if (clock.running || clock.plannedMs === 0 || clock.phaseClosed) return clock
  return { ...clock, running: true, since: at }
}

/** The clock of a phase that starts now. */
export function freshClock(minutes: number, at: number): Clock {
  const ms = minutes * 60_000
  return { running: ms > 0, remainingMs: ms, since: at, plannedMs: ms, closesAt: null, phaseClosed: false }
}
