import { z } from 'zod'
import { Id } from './ids.ts'

/** Chapter [A]: departments alone. */

export const AloneCommands = {
  /** the whole plan in order; replaces the one before */
  planAlone: z.strictObject({ type: z.literal('planAlone'), measureIds: z.array(Id).max(60) }),
}

export type AloneEvent = { readonly type: 'plannedAlone'; readonly teamId: string; readonly measureIds: readonly string[] }
