import { z } from 'zod'
import { Id } from '../ids.ts'
import { LocalText } from './localText.ts'
import { Measure, SignedMoney } from './parts.ts'

/** Adopted measures that take an effect away or soften it. */
const Exemptions = {
  /** none of it if one of these is adopted */
  unlessAdopted: z.array(Id).optional(),
  /** half of it if one of these is adopted (and none of `unlessAdopted`) */
  halvedByAdopted: z.array(Id).optional(),
}

/** The simple effects of an incident [I2]. Rounds count from the present one; absent: for the rest of the session. */
const SimpleEffects = [
  /** `account`: `pot`, `everyTeam` or a team id; amount in whole euro or a factor of what is there. */
  z.strictObject({ kind: z.literal('changeFunds'), account: Id, amount: SignedMoney.optional(), factor: z.number().min(0).max(5).optional(), ...Exemptions }),
  /** `softenedByAdopted`: then only the team with the most points is hit. */
  z.strictObject({ kind: z.literal('changeStaff'), account: Id, amount: z.int().min(-50).max(50), softenedByAdopted: z.array(Id).optional(), ...Exemptions }),
  /** Own contribution of measures not yet adopted; the grant does not grow with it. */
  z.strictObject({
    kind: z.literal('changeOwnContribution'),
    factor: z.number().min(0).max(5),
    measureIds: z.array(Id).optional(),
    areaId: Id.optional(),
    minTotalCost: z.int().min(0).optional(),
    rounds: z.int().min(1).optional(),
  }),
  /** Total cost of measures not yet adopted, by share (`factor`) or `amount` in whole euro; grants follow it. Without `measureIds` and `areaId`: all. */
  z.strictObject({
    kind: z.literal('changeCost'),
    factor: z.number().min(0).max(5).optional(),
    amount: SignedMoney.optional(),
    measureIds: z.array(Id).optional(),
    areaId: Id.optional(),
    minTotalCost: z.int().min(0).optional(),
    rounds: z.int().min(1).optional(),
  }),
  z.strictObject({ kind: z.literal('openProgramme'), programmeId: Id, rounds: z.int().min(1).optional(), needsConfirmedSynergy: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal('closeProgramme'), programmeId: Id, rounds: z.int().min(1).optional() }),
  z.strictObject({ kind: z.literal('changeRate'), programmeId: Id, delta: z.number().min(-1).max(1), rounds: z.int().min(1).optional() }),
  z.strictObject({ kind: z.literal('blockMeasures'), measureIds: z.array(Id).optional(), withoutProgramme: z.boolean().optional(), rounds: z.int().min(1) }),
  z.strictObject({ kind: z.literal('requireMeasure'), measureId: Id }),
  z.strictObject({ kind: z.literal('addMeasure'), measure: Measure }),
  /** Goal effect of single measures, decided or not. */
  z.strictObject({ kind: z.literal('addEffect'), goalId: Id, amount: z.int().min(-20).max(20), measureIds: z.array(Id).min(1) }),
  z.strictObject({ kind: z.literal('changeGoalWeight'), goalId: Id, amount: z.int().min(-20).max(20) }),
  /** Points of a goal for the whole town. */
  z.strictObject({ kind: z.literal('changeGoal'), goalId: Id, amount: z.int().min(-50).max(50), ...Exemptions }),
  z.strictObject({ kind: z.literal('changeIndicator'), indicatorId: Id, amount: z.number() }),
] as const

const SimpleEffect = z.discriminatedUnion('kind', SimpleEffects)
export type SimpleEffect = z.infer<typeof SimpleEffect>

export const IncidentEffect = z.discriminatedUnion('kind', [
  ...SimpleEffects,
  z.strictObject({ kind: z.literal('ifAdopted'), allOf: z.array(Id).default([]), anyOf: z.array(Id).default([]), outcome: z.array(SimpleEffect).min(1) }),
  /** Checked when the round ends. */
  z.strictObject({ kind: z.literal('ifFewerAdoptedInArea'), areaId: Id, than: z.int().min(1), outcome: z.array(SimpleEffect).min(1) }),
  /** At least one proposal carries pledges of this many teams. */
  z.strictObject({ kind: z.literal('ifCoFinanced'), teams: z.int().min(2), outcome: z.array(SimpleEffect).min(1) }),
])
export type IncidentEffect = z.infer<typeof IncidentEffect>

export const Incident = z.strictObject({
  id: Id,
  title: LocalText,
  text: LocalText,
  polarity: z.enum(['negative', 'positive', 'mixed']),
  /** Is it about money? At most one negative money incident a round is advisable. */
  aboutMoney: z.boolean().default(false),
  /** Rounds in which it fits. */
  rounds: z.array(z.int().min(1)).min(1),
  /** Never in the same session as one of these. */
  excludes: z.array(Id).default([]),
  effects: z.array(IncidentEffect),
  /** Asked on the tablets and in the debriefing. */
  question: LocalText.optional(),
  areaId: Id.optional(),
})
export type Incident = z.infer<typeof Incident>
