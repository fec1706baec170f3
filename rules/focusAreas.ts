import { z } from 'zod'
import type { Changes, Rules } from './decision.ts'
import { Id } from './ids.ts'
import { Reason, ShortText } from './texts.ts'

/** Chapter [R]: space. */

export const FocusAreaCommands = {
  declareFocusArea: z.strictObject({ type: z.literal('declareFocusArea'), areaId: Id, reason: Reason }),
  confirmFocusArea: z.strictObject({ type: z.literal('confirmFocusArea'), areaId: Id }),
  declineFocusArea: z.strictObject({ type: z.literal('declineFocusArea'), areaId: Id, reason: ShortText.optional() }),
}

export type FocusAreaEvent =
  | { readonly type: 'focusAreaDeclared'; readonly areaId: string; readonly teamId: string; readonly reason: string; readonly at: number }
  | { readonly type: 'focusAreaConfirmed'; readonly areaId: string; readonly teamId: string }
  | { readonly type: 'focusAreaDeclined'; readonly areaId: string; readonly teamId: string; readonly reason: string }

export type FocusAreaCommand = z.infer<(typeof FocusAreaCommands)[keyof typeof FocusAreaCommands]>

export const focusAreaRules = {} as Rules<FocusAreaCommand>

export const focusAreaChanges = {} as Changes<FocusAreaEvent>
