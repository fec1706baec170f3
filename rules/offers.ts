import { z } from 'zod'
import type { Changes, Rules } from './decision.ts'
import { Id } from './ids.ts'
import { Money, Staff } from './scenario/parts.ts'
import type { OfferSide } from './session.ts'
import { ShortText } from './texts.ts'

/** Chapter [O]: offers. */

const Side = z.strictObject({
  funds: Money.default(0),
  staff: Staff.default(0),
  pledges: z
    .array(z.strictObject({ measureId: Id, funds: Money.default(0), staff: Staff.default(0) }))
    .max(10)
    .default([]),
  promises: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('proposeMeasure'), measureId: Id }),
        z.strictObject({ kind: z.literal('confirmCrossReference'), crossReferenceId: Id }),
        z.strictObject({ kind: z.literal('supportInVote'), measureId: Id }),
      ]),
    )
    .max(10)
    .default([]),
})

export const OfferCommands = {
  makeOffer: z.strictObject({ type: z.literal('makeOffer'), to: Id, gives: Side, takes: Side }),
  /** declines and offers in one step [O3] */
  counterOffer: z.strictObject({ type: z.literal('counterOffer'), offerId: Id, gives: Side, takes: Side }),
  acceptOffer: z.strictObject({ type: z.literal('acceptOffer'), offerId: Id }),
  declineOffer: z.strictObject({ type: z.literal('declineOffer'), offerId: Id, reason: ShortText.optional() }),
  withdrawOffer: z.strictObject({ type: z.literal('withdrawOffer'), offerId: Id }),
}

export type OfferEvent =
  | {
      readonly type: 'offerMade'
      readonly offerId: string
      readonly from: string
      readonly to: string
      readonly gives: OfferSide
      readonly takes: OfferSide
      readonly at: number
      readonly counterTo?: string
    }
  /** everything moves at once: both sides' funds, staff and pledges [O2] */
  | { readonly type: 'offerAccepted'; readonly offerId: string }
  | { readonly type: 'offerDeclined'; readonly offerId: string; readonly reason: string }
  | { readonly type: 'offerWithdrawn'; readonly offerId: string }
  | { readonly type: 'offersLapsed'; readonly offerIds: readonly string[] }

export type OfferCommand = z.infer<(typeof OfferCommands)[keyof typeof OfferCommands]>

export const offerRules = {} as Rules<OfferCommand>

export const offerChanges = {} as Changes<OfferEvent>
