import { z } from 'zod'
import { AccountCommands } from './accounts.ts'
import { AloneCommands } from './alone.ts'
import { ComparisonCommands } from './comparisons.ts'
import { CrossReferenceCommands } from './crossReferences.ts'
import { DebriefingCommands } from './debriefing.ts'
import { FocusAreaCommands } from './focusAreas.ts'
import { FundingCommands } from './funding.ts'
import { Id } from './ids.ts'
import { IncidentCommands } from './incidents.ts'
import { MeasureCommands } from './measures.ts'
import { OfferCommands } from './offers.ts'
import { PhaseCommands } from './phases.ts'
import { PriorityCommands } from './priorities.ts'
import { ResolutionCommands } from './resolution.ts'
import { SeatCommands } from './seats.ts'
import { SelfAssessmentCommands } from './selfAssessment.ts'
import { TextReviewCommands } from './textReview.ts'

/** Every command but `actFor`, by type. */
export const PlainCommands = {
  ...SeatCommands,
  ...TextReviewCommands,
  ...PhaseCommands,
  ...AloneCommands,
  ...MeasureCommands,
  ...AccountCommands,
  ...CrossReferenceCommands,
  ...OfferCommands,
  ...FundingCommands,
  ...FocusAreaCommands,
  ...IncidentCommands,
  ...ResolutionCommands,
  ...PriorityCommands,
  ...DebriefingCommands,
  ...SelfAssessmentCommands,
  ...ComparisonCommands,
}
export type PlainCommand = z.infer<(typeof PlainCommands)[keyof typeof PlainCommands]>

const plain = Object.values(PlainCommands) as [(typeof PlainCommands)[keyof typeof PlainCommands]]
const PlainCommandSchema = z.discriminatedUnion('type', plain)

/** The facilitator acts for a team [S5]. */
const ActFor = z.strictObject({ type: z.literal('actFor'), teamId: Id, command: PlainCommandSchema })

/** Every command, by its `type`. */
export const Command = z.discriminatedUnion('type', [PlainCommandSchema, ActFor])
export type Command = PlainCommand | { type: 'actFor'; teamId: string; command: PlainCommand }
export type CommandType = Command['type']
export const COMMAND_TYPES = [...Object.keys(PlainCommands), 'actFor'] as readonly CommandType[]
