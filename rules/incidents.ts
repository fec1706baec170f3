import { z } from 'zod'
import type { Changes, Rules } from './decision.ts'
import { Id } from './ids.ts'
import type { Measure } from './scenario/parts.ts'
import type { Amounts, LastingEffect } from './session.ts'

/** Chapter [I]: incidents. */

export const IncidentCommands = {
  playIncident: z.strictObject({ type: z.literal('playIncident'), incidentId: Id }),
  skipIncident: z.strictObject({ type: z.literal('skipIncident'), incidentId: Id }),
}

export type IncidentEvent =
  /** Everything the effects come to is worked out when it is played, and recorded here. */
  | {
      readonly type: 'incidentPlayed'
      readonly incidentId: string
      readonly round: number
      readonly at: number
      /** account (`pot` or team) → what it gains (positive, newly issued) or loses (negative, retired) */
      readonly changes: Readonly<Record<string, Amounts>>
      readonly shortfalls: readonly { readonly shortfallId: string; readonly account: string; readonly funds: number; readonly staff: number }[]
      readonly lasting: readonly LastingEffect[]
      readonly goalChanges: Readonly<Record<string, number>>
      readonly indicatorChanges: Readonly<Record<string, number>>
      readonly addedMeasures: readonly Measure[]
    }
  | { readonly type: 'incidentSkipped'; readonly incidentId: string; readonly round: number; readonly at: number }
  /** conditions that an incident set for the end of the round */
  | { readonly type: 'roundEndChecked'; readonly incidentId: string; readonly goalChanges: Readonly<Record<string, number>> }

export type IncidentCommand = z.infer<(typeof IncidentCommands)[keyof typeof IncidentCommands]>

export const incidentRules = {} as Rules<IncidentCommand>

export const incidentChanges = {} as Changes<IncidentEvent>
