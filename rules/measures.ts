import { z } from 'zod'
import type { Changes, Rules } from './decision.ts'
import { Id } from './ids.ts'
import { PlaceInput } from './placement.ts'
import { HORIZONS, type Measure, Money, SPATIAL_KINDS, Staff } from './scenario/parts.ts'
import type { Amounts, Place } from './session.ts'
import { ShortText } from './texts.ts'

/** Chapter [M]: measures and proposals. */

export const MeasureCommands = {
  requestMeasure: z.strictObject({ type: z.literal('requestMeasure'), measureId: Id }),
  proposeMeasure: z.strictObject({ type: z.literal('proposeMeasure'), measureId: Id, place: PlaceInput.optional() }),
  locateMeasure: z.strictObject({ type: z.literal('locateMeasure'), measureId: Id, place: PlaceInput }),
  withdrawMeasure: z.strictObject({ type: z.literal('withdrawMeasure'), measureId: Id }),
  writeMeasure: z.strictObject({
    type: z.literal('writeMeasure'),
    title: z.string().trim().min(3).max(120),
    fieldOfAction: z.string().trim().min(1).max(60),
    spatialReference: z.enum(SPATIAL_KINDS),
    areaId: Id.optional(),
    cost: Money,
    staff: Staff,
    timeHorizon: z.enum(HORIZONS),
    effects: z.record(Id, z.int().min(-20).max(20)),
  }),
  approveMeasure: z.strictObject({ type: z.literal('approveMeasure'), measureId: Id, approved: z.boolean(), answer: ShortText.optional() }),
}

export type MeasureEvent =
  | { readonly type: 'measureRequested'; readonly requestId: string; readonly measureId: string; readonly teamId: string; readonly at: number }
  | {
      readonly type: 'measureProposed'
      readonly measureId: string
      readonly teamId: string
      readonly place: Place
      readonly at: number
      readonly programmeId: string | null
    }
  | { readonly type: 'measureLocated'; readonly measureId: string; readonly place: Place }
  /** `returned`: payer → what flows back [M4] */
  | {
      readonly type: 'measureWithdrawn'
      readonly measureId: string
      readonly returned: Readonly<Record<string, Amounts>>
      readonly lapsedOffers: readonly string[]
      readonly dissolved: readonly string[]
    }
  | { readonly type: 'measureWritten'; readonly measure: Measure }
  | { readonly type: 'measureApproved'; readonly measureId: string; readonly approved: boolean; readonly answer: string }

export type MeasureCommand = z.infer<(typeof MeasureCommands)[keyof typeof MeasureCommands]>

export const measureRules = {} as Rules<MeasureCommand>

export const measureChanges = {} as Changes<MeasureEvent>
