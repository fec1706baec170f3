import { z } from 'zod'
import type { Changes, Rules } from './decision.ts'
import { Id } from './ids.ts'
import { Money, SignedMoney, Staff } from './scenario/parts.ts'
import { Reason } from './texts.ts'

/** Chapter [B]: money and staff. */

export const AccountCommands = {
  /** adds to what the team has pledged before; `targetId` is a proposed measure or a shortfall */
  pledge: z.strictObject({ type: z.literal('pledge'), targetId: Id, funds: Money, staff: Staff }),
  /** takes the team's whole pledge back */
  withdrawPledge: z.strictObject({ type: z.literal('withdrawPledge'), targetId: Id }),
  /** the facilitator for the table; a team where the scenario asks all teams (then it is a consent to this amount) */
  pledgePot: z.strictObject({ type: z.literal('pledgePot'), targetId: Id, funds: Money }),
  /** `account`: `pot` or a team id */
  adjustBudget: z.strictObject({ type: z.literal('adjustBudget'), account: Id, funds: SignedMoney, staff: z.int().min(-100).max(100), reason: Reason }),
}

export type AccountEvent =
  | { readonly type: 'pledged'; readonly targetId: string; readonly payer: string; readonly funds: number; readonly staff: number }
  | { readonly type: 'pledgeWithdrawn'; readonly targetId: string; readonly payer: string; readonly funds: number; readonly staff: number }
  | { readonly type: 'budgetAdjusted'; readonly account: string; readonly funds: number; readonly staff: number; readonly reason: string }
  | { readonly type: 'shortfallSettled'; readonly shortfallId: string }

export type AccountCommand = z.infer<(typeof AccountCommands)[keyof typeof AccountCommands]>

export const accountRules = {} as Rules<AccountCommand>

export const accountChanges = {} as Changes<AccountEvent>
