import { z } from 'zod'
import { Id } from '../ids.ts'
import { LocalText } from './localText.ts'

export const PHASE_KINDS = [
  'arrival',
  'briefing',
  'departmentRound',
  'planning',
  'incident',
  'resolution',
  'prioritisation',
  'debriefing',
  'transfer',
  'closed',
] as const
export type PhaseKind = (typeof PHASE_KINDS)[number]

export const PRIORITISATION_STEPS = ['weigh', 'dots', 'resistance', 'classify', 'justify'] as const
export type PrioritisationStep = (typeof PRIORITISATION_STEPS)[number]

export const Phase = z.strictObject({
  id: Id,
  kind: z.enum(PHASE_KINDS),
  /** Only for `prioritisation`: what is decided in it. */
  step: z.enum(PRIORITISATION_STEPS).optional(),
  title: LocalText,
  /** One sentence for everyone. */
  hint: LocalText.optional(),
  /** Planned minutes; 0: no clock. */
  minutes: z.int().min(0).max(600),
  /** 0 before the first round, 1…rounds, rounds + 1 after the last [P1]. */
  round: z.int().min(0).max(20),
  /** Commands of teams that this phase allows, beyond those of its kind; usually absent. */
  commands: z.array(z.string()).optional(),
  /** What the facilitator says, paragraph by paragraph. */
  say: z.array(LocalText).default([]),
  /** What to look at meanwhile. */
  watch: LocalText.optional(),
})
export type Phase = z.infer<typeof Phase>
