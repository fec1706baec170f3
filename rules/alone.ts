import { z } from 'zod'
import type { Changes, Rules } from './decision.ts'
import { Id } from './ids.ts'

/** Chapter [A]: departments alone. */

export const AloneCommands = {
  /** the whole plan in order; replaces the one before */
  planAlone: z.strictObject({ type: z.literal('planAlone'), measureIds: z.array(Id).max(60) }),
}

export type AloneEvent = { readonly type: 'plannedAlone'; readonly teamId: string; readonly measureIds: readonly string[] }

export type AloneCommand = z.infer<(typeof AloneCommands)[keyof typeof AloneCommands]>

export const aloneRules = {} as Rules<AloneCommand>

export const aloneChanges = {} as Changes<AloneEvent>
