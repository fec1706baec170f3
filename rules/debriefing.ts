import { z } from 'zod'
import type { Changes, Rules } from './decision.ts'
import { Id } from './ids.ts'
import { Reason, ShortText } from './texts.ts'

/** Chapter [T]: debriefing, transfer, and what the facilitator says. */

export const DebriefingCommands = {
  moodDot: z.strictObject({ type: z.literal('moodDot'), value: z.int().min(1).max(5) }),
  answerQuestion: z.strictObject({ type: z.literal('answerQuestion'), questionId: Id, text: ShortText }),
  addTransferCard: z.strictObject({ type: z.literal('addTransferCard'), stack: z.enum(['tomorrow', 'insek', 'decision']), text: Reason }),
  removeTransferCard: z.strictObject({ type: z.literal('removeTransferCard'), cardId: Id }),
  spotlight: z.strictObject({
    type: z.literal('spotlight'),
    /** absent: ends the spotlight; `slide`: a question of the debriefing */
    target: z.strictObject({ kind: z.enum(['measure', 'crossReference', 'area', 'slide', 'text', 'joinCode']), id: z.string().max(80) }).optional(),
    figures: z.boolean().optional(),
  }),
  announce: z.strictObject({ type: z.literal('announce'), text: Reason, urgent: z.boolean().optional() }),
  /** private nudge to one team */
  hint: z.strictObject({ type: z.literal('hint'), teamId: Id, text: Reason }),
  note: z.strictObject({ type: z.literal('note'), text: z.string().trim().min(1).max(1000) }),
  /** of a team or an observer, for the facilitator and the debriefing */
  annotate: z.strictObject({ type: z.literal('annotate'), text: Reason, subjectId: Id.optional() }),
}

export type DebriefingEvent =
  | { readonly type: 'moodGiven'; readonly voter: string; readonly value: number }
  | { readonly type: 'questionAnswered'; readonly voter: string; readonly questionId: string; readonly text: string }
  | { readonly type: 'answersRevealed'; readonly questionId: string | null }
  | {
      readonly type: 'transferCardAdded'
      readonly cardId: string
      readonly stack: 'tomorrow' | 'insek' | 'decision'
      readonly text: string
      readonly teamId: string | null
      readonly at: number
    }
  | { readonly type: 'transferCardRemoved'; readonly cardId: string }
  | {
      readonly type: 'spotlightSet'
      readonly target: { readonly kind: 'measure' | 'crossReference' | 'area' | 'slide' | 'text' | 'joinCode'; readonly id: string } | null
      readonly figures: boolean
    }
  | { readonly type: 'announced'; readonly messageId: string; readonly text: string; readonly urgent: boolean; readonly at: number }
  | { readonly type: 'hinted'; readonly messageId: string; readonly teamId: string; readonly text: string; readonly at: number }
  | { readonly type: 'noted'; readonly messageId: string; readonly text: string; readonly at: number }
  | {
      readonly type: 'annotated'
      readonly messageId: string
      readonly teamId?: string
      readonly text: string
      readonly subjectId?: string
      readonly at: number
    }

export type DebriefingCommand = z.infer<(typeof DebriefingCommands)[keyof typeof DebriefingCommands]>

export const debriefingRules = {} as Rules<DebriefingCommand>

export const debriefingChanges = {} as Changes<DebriefingEvent>
