import { stoppedClock } from './clock.ts'
import type { Changes } from './decision.ts'
import type { ProcedureId } from './scenario/scenario.ts'
import type { SessionState } from './session.ts'

/** Chapter [X]: „Was wäre, wenn …“ – a session that is a copy of another one up to some step, with something changed. */

/** What is otherwise in a copy from its first moment on. */
export interface WhatIfChanges {
  /** goal id → weight for the list, instead of the median of the ballots; whole points, one at least above zero */
  readonly weights?: Readonly<Record<string, number>>
  readonly procedure?: ProcedureId
  /** the table's own order, for `negotiated` */
  readonly order?: readonly string[]
}

/** The session a copy was made of, and its last step that was copied. */
export interface Origin {
  readonly code: string
  readonly title: string
  readonly sequence: number
}

export type WhatIfEvent = {
  readonly type: 'sessionBranched'
  readonly origin: Origin
  readonly title: string
  readonly changes: WhatIfChanges
  /** incidents that were left out: the steps after them were judged anew */
  readonly without: readonly string[]
  /** steps of the original that no longer fitted, and are not in the copy */
  readonly dropped: number
  /** left on the clock at that moment, ms */
  readonly remainingMs: number
  readonly at: number
}

export const whatIfChanges: Changes<WhatIfEvent> = {
  sessionBranched: (state, { origin, title, changes, without, remainingMs, at }) => {
    const { comparisons: _computedForTheOriginal, ...debriefing } = state.debriefing
    return {
      ...withChanges(state, changes, title),
      title,
      whatIf: { origin, without, ...(changes.weights ? { weights: changes.weights } : {}) },
      // Devices of the original stay there; whoever opens the copy begins alone, with the clock standing.
      attendance: { seats: {}, doorOpen: true, leaderSeatId: null, handOverTo: null, bots: [] },
      clock: stoppedClock(state.clock, at, remainingMs),
      paused: true,
      pausedBy: 'facilitator',
      frozen: false,
      closedAt: null,
      debriefing: { ...debriefing, best: null },
    }
  },
}

/** [X2] The state as it would be with these changes; for trying them without making a copy, too. */
export function withChanges(state: SessionState, { weights, procedure, order }: WhatIfChanges, reason = ''): SessionState {
  const { prioritisation } = state
  const ordered = procedure ? { ...prioritisation, procedure, procedureReason: reason, order: order ?? prioritisation.order } : prioritisation
  if (!weights) return { ...state, prioritisation: ordered }
  return { ...state, prioritisation: ordered, whatIf: { origin: NOWHERE, without: [], ...state.whatIf, weights } }
}

const NOWHERE: Origin = { code: '', title: '', sequence: 0 }
