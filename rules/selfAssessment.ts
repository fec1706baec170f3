import { z } from 'zod'
import { accept, type Changes, type Rules, reject } from './decision.ts'
import type { PhaseKind } from './scenario/phase.ts'
import { SELF_ASSESSMENT_ITEMS, SELF_ASSESSMENT_STEPS } from './session.ts'

/** Chapter [T]: what every device says of its own working together, before and after. */

export const SelfAssessmentCommands = {
  /** one answer per item, 1 (not at all) … 5 (fully) */
  assessSelf: z.strictObject({
    type: z.literal('assessSelf'),
    answers: z.array(z.int().min(1).max(SELF_ASSESSMENT_STEPS)).length(SELF_ASSESSMENT_ITEMS),
  }),
}

/** `seatId` only so that a device can change its answers; no view and no report tells whose they are. */
export type SelfAssessmentEvent = {
  readonly type: 'selfAssessed'
  readonly moment: 'before' | 'after'
  readonly seatId: string
  readonly answers: readonly number[]
}

const BEFORE: ReadonlySet<PhaseKind> = new Set(['arrival', 'briefing'])

export const selfAssessmentRules: Rules<z.infer<(typeof SelfAssessmentCommands)['assessSelf']>> = {
  /** [T7] Of the device itself: nobody does it for another, and no computer does it. */
  assessSelf: ({ answers }, { actor }, { scenario, phaseId }) => {
    if (!('seatId' in actor) || ('through' in actor && actor.through !== undefined)) return reject('notAllowed')
    const kind = scenario.phases.find(({ id }) => id === phaseId)?.kind
    return accept({ type: 'selfAssessed', moment: kind && BEFORE.has(kind) ? 'before' : 'after', seatId: actor.seatId, answers })
  },
}

export const selfAssessmentChanges: Changes<SelfAssessmentEvent> = {
  selfAssessed: (state, { moment, seatId, answers }) => ({
    ...state,
    selfAssessment: { ...state.selfAssessment, [moment]: { ...state.selfAssessment[moment], [seatId]: answers } },
  }),
}
