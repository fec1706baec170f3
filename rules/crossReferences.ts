import { z } from 'zod'
import type { Changes, Rules } from './decision.ts'
import { Id } from './ids.ts'
import { PlaceInput } from './placement.ts'
import { SETTLEMENTS, SYNERGY_KINDS } from './scenario/parts.ts'
import type { Place } from './session.ts'
import { Reason, ShortText } from './texts.ts'

/** Chapter [C]: cross-references. */

export const CrossReferenceCommands = {
  proposeCrossReference: z.strictObject({ type: z.literal('proposeCrossReference'), kind: z.enum(['synergy', 'conflict']), a: Id, b: Id, reason: Reason }),
  confirmCrossReference: z.strictObject({ type: z.literal('confirmCrossReference'), crossReferenceId: Id }),
  declineCrossReference: z.strictObject({ type: z.literal('declineCrossReference'), crossReferenceId: Id, reason: Reason }),
  rateCrossReference: z.strictObject({
    type: z.literal('rateCrossReference'),
    crossReferenceId: Id,
    strength: z.int().min(0).max(3),
    effect: z.enum(SYNERGY_KINDS).optional(),
  }),
  /** `measureId`: the one that moves, waits, changes or is compensated */
  settleConflict: z.strictObject({
    type: z.literal('settleConflict'),
    crossReferenceId: Id,
    way: z.enum(SETTLEMENTS),
    measureId: Id,
    place: PlaceInput.optional(),
    reason: ShortText.optional(),
  }),
  confirmSettlement: z.strictObject({ type: z.literal('confirmSettlement'), crossReferenceId: Id }),
  /** „Erst reden“: marks a request (cross-reference, offer, …) as being talked about */
  deferRequest: z.strictObject({ type: z.literal('deferRequest'), requestId: Id }),
}

export type CrossReferenceEvent =
  | {
      readonly type: 'crossReferenceProposed'
      readonly crossReferenceId: string
      readonly kind: 'synergy' | 'conflict'
      readonly a: string
      readonly b: string
      readonly teamId: string
      readonly reason: string
      readonly at: number
      readonly waitingFor: readonly string[]
      readonly strength: number
      readonly effect: 'sharedConstruction' | 'sharedStaff' | 'amplify' | null
      readonly knownPair: boolean
    }
  /** the last one makes it count */
  | { readonly type: 'crossReferenceConfirmed'; readonly crossReferenceId: string; readonly teamId: string; readonly at: number }
  | { readonly type: 'crossReferenceDeclined'; readonly crossReferenceId: string; readonly teamId: string; readonly reason: string }
  | {
      readonly type: 'crossReferenceRated'
      readonly crossReferenceId: string
      readonly strength: number
      readonly effect: 'sharedConstruction' | 'sharedStaff' | 'amplify' | null
    }
  /** known conflicts that nobody named come to light [C4] */
  | {
      readonly type: 'conflictsRevealed'
      readonly conflicts: readonly {
        readonly crossReferenceId: string
        readonly a: string
        readonly b: string
        readonly strength: number
        readonly reason: string
      }[]
      readonly at: number
    }
  | {
      readonly type: 'settlementProposed'
      readonly crossReferenceId: string
      readonly teamId: string
      readonly way: 'relocate' | 'stagger' | 'adapt' | 'compensate' | 'accept'
      readonly measureId: string
      readonly place?: Place
      readonly reason?: string
      readonly at: number
    }
  | {
      readonly type: 'conflictSettled'
      readonly crossReferenceId: string
      readonly extraCost: number
      readonly extraStaff: number
      readonly notBeforeRound: number | null
    }
  | { readonly type: 'requestDeferred'; readonly requestId: string }

export type CrossReferenceCommand = z.infer<(typeof CrossReferenceCommands)[keyof typeof CrossReferenceCommands]>

export const crossReferenceRules = {} as Rules<CrossReferenceCommand>

export const crossReferenceChanges = {} as Changes<CrossReferenceEvent>
