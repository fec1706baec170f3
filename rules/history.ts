import { entryStep } from './entryStep.ts'
import { evolve } from './evolve.ts'
import type { LogEntry } from './logEntry.ts'
import { openSession } from './openSession.ts'
import type { SessionState } from './session.ts'
import { withStep } from './steps.ts'

/** The state before one step of the present round; a list, newest first, so that recording a step costs the same however many there are. */
interface StepBefore {
  readonly sequence: number
  readonly state: SessionState
  readonly earlier: StepBefore | null
}

/** State after an entry, and the states before each step of the present round, so that undo can restore them exactly [P6]. */
export interface History {
  readonly sequence: number
  readonly state: SessionState
  readonly before: StepBefore | null
  /** the steps of the round before the present one: within reach again once the start of the present one is taken back */
  readonly roundBefore: StepBefore | null
}

/** Replays a log from its first entry. The same log gives the same state for ever. */
export function replay(entries: Iterable<LogEntry>): History {
  let history: History | undefined
  for (const entry of entries) history = history ? record(history, entry) : begin(entry)
  if (!history) throw new Error('an empty log has no state')
  return history
}

/** The history after the first entry of a log. */
export function begin(entry: LogEntry): History {
  const event = entry.events[0]
  if (event?.type !== 'sessionOpened') throw new Error('a log begins with sessionOpened')
  return { sequence: entry.sequence, state: openSession(event), before: null, roundBefore: null }
}

/** Records the next entry of the log. */
export function record(history: History, entry: LogEntry): History {
  let { state, before } = history
  let undone = false
  for (const event of entry.events) {
    if (event.type === 'stepsUndone') {
      while (before && before.sequence > event.toSequence) before = before.earlier
      if (before?.sequence !== event.toSequence) throw new Error(`step ${event.toSequence} is not in the present round`)
      state = evolve(
        {
          ...before.state,
          title: state.title,
          textEdits: state.textEdits,
          attendance: state.attendance,
          notes: state.notes,
          annotations: state.annotations,
          selfAssessment: state.selfAssessment,
          ...(state.whatIf ? { whatIf: state.whatIf } : {}),
          wallDark: state.wallDark,
        },
        event,
      )
      before = before.earlier
      undone = true
    } else if (event.type === 'sessionBranched') {
      // [X1] What the original did is not taken back in the copy.
      return { sequence: entry.sequence, state: { ...evolve(state, event), steps: null }, before: null, roundBefore: null }
    } else if (event.type !== 'sessionOpened') {
      state = evolve(state, event)
    }
  }
  const { sequence } = entry
  const otherRound = state.round !== history.state.round
  if (undone && otherRound) return backInRoundBefore(history, sequence, state)
  const step = entryStep(entry)
  const roundBefore = otherRound ? history.before : history.roundBefore
  if (otherRound) before = null
  if (!step) return { sequence, state: otherRound ? { ...state, steps: null } : state, before, roundBefore }
  return {
    sequence,
    state: { ...state, steps: withStep(otherRound ? null : state.steps, step) },
    before: { sequence, state: history.state, earlier: before },
    roundBefore,
  }
}

/** The start of a round was taken back: its predecessor is the present one again, with its steps. Of the one before that none are kept. */
function backInRoundBefore({ roundBefore }: History, sequence: number, state: SessionState): History {
  return { sequence, state: roundBefore ? state : { ...state, steps: null }, before: roundBefore, roundBefore: null }
}
