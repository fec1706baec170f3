import { z } from 'zod'
import type { Changes, Rules } from './decision.ts'
import { Id } from './ids.ts'

/** Chapter [F]: funding. */

export const FundingCommands = {
  /** `programmeId` absent: takes the application back */
  applyForFunding: z.strictObject({ type: z.literal('applyForFunding'), measureId: Id, programmeId: Id.optional() }),
}

export type FundingEvent =
  | { readonly type: 'fundingApplied'; readonly measureId: string; readonly programmeId: string }
  /** taken back by the team, or lapsed because a condition no longer holds */
  | { readonly type: 'applicationEnded'; readonly measureId: string; readonly lapsed: boolean }

export type FundingCommand = z.infer<(typeof FundingCommands)[keyof typeof FundingCommands]>

export const fundingRules = {} as Rules<FundingCommand>

export const fundingChanges = {} as Changes<FundingEvent>
