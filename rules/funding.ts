import { z } from 'zod'
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
