import { z } from 'zod'
import { Id } from '../ids.ts'
import { LocalText } from './localText.ts'
import { SYMBOLS } from './symbols.ts'
import { Position } from './townMap.ts'

/** Whole euro, zero or more. */
export const Money = z.int().min(0).max(1_000_000_000)
/** Whole euro, of either sign. */
export const SignedMoney = z.int().min(-1_000_000_000).max(1_000_000_000)
/** Staff points, zero or more. */
export const Staff = z.int().min(0).max(1000)
/** A share or rate, 0…1. */
export const Rate = z.number().min(0).max(1)

export const TEAM_SHAPES = ['house', 'circle', 'leaf', 'square', 'hexagon', 'diamond', 'shield', 'pill'] as const

export const Goal = z.strictObject({
  id: Id,
  name: LocalText,
  /** One plain sentence that says what the goal means. */
  sentence: LocalText.optional(),
  /** Weight in the common value [W1]. */
  weight: z.int().min(0).max(100),
})
export type Goal = z.infer<typeof Goal>

export const Team = z.strictObject({
  id: Id,
  name: LocalText,
  /** Short name for narrow places. */
  shortName: LocalText,
  /** Name of the department as it stands in the exported list. */
  department: LocalText,
  /** The letter of the team's measures, shown inside its shape. */
  letter: z.string().min(1).max(2),
  shape: z.enum(TEAM_SHAPES),
  /** `#rrggbb`, at least 4.5 : 1 on white. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  /** Goals that this department answers for. */
  goals: z.array(Id),
  task: LocalText.optional(),
  /** Own funds issued in each round, whole euro. */
  funds: z.array(Money).min(1),
  /** Staff points issued in each round. */
  staff: z.array(Staff).min(1),
})
export type Team = z.infer<typeof Team>

export const EXTRA_ROLES = ['treasury', 'council', 'localCouncil', 'citizens'] as const
export const ExtraRole = z.strictObject({ role: z.enum(EXTRA_ROLES), name: LocalText })

export const SPATIAL_KINDS = ['point', 'line', 'area', 'municipality'] as const
export const HORIZONS = ['short', 'medium', 'long'] as const

export const Measure = z.strictObject({
  id: Id,
  /** Stands on cards, pins and lists: letter and number. */
  code: z.string().min(2).max(6),
  title: LocalText,
  summary: LocalText.optional(),
  fieldOfAction: LocalText,
  /** What it is about, as a picture on close pins and in lists; absent: no picture. */
  symbol: z.enum(SYMBOLS).optional(),
  leadTeamId: Id,
  involvedTeamIds: z.array(Id).default([]),
  /** Total cost in whole euro; a range is played at its middle [B2]. */
  cost: z.union([Money, z.strictObject({ from: Money, to: Money })]),
  staff: Staff,
  /** Per round from the round after adoption on; negative is a saving [B7]. */
  followUpCosts: SignedMoney.default(0),
  /** Programmes it fits, the usual one first. */
  programmeIds: z.array(Id).default([]),
  timeHorizon: z.enum(HORIZONS),
  spatialReference: z.enum(SPATIAL_KINDS),
  /** Where it usually lies; also the area it counts for as long as nothing else is chosen. Absent: the whole municipality. */
  areaId: Id.optional(),
  /** Areas where it is possible; empty: anywhere in the municipality [M2]. */
  allowedAreaIds: z.array(Id).default([]),
  /** Suggested spots (ids of sites). */
  siteIds: z.array(Id).default([]),
  /** Goal id → points (may be negative). */
  effects: z.record(Id, z.int().min(-50).max(50)),
  nextStep: LocalText.optional(),
  /** What the list that it came from said about it; nothing in the game depends on it. */
  listed: z
    .strictObject({ rank: z.int().min(1).max(10_000).optional(), priority: z.string().max(60).optional(), rationale: z.string().max(2000).optional() })
    .optional(),
})
export type Measure = z.infer<typeof Measure>

/** Limits for measures that teams write themselves [M3]. */
export const MeasureTemplate = z.strictObject({
  maxCost: Money,
  maxStaff: Staff,
  minStaff: Staff.default(1),
  maxEffects: z.int().min(1).max(8),
  maxEffectPerGoal: z.int().min(1).max(20),
})
export type MeasureTemplate = z.infer<typeof MeasureTemplate>

export const Area = z.strictObject({
  id: Id,
  name: LocalText,
  /** May teams declare it a focus area? */
  focusArea: z.boolean().default(true),
})
export const LocalDistrict = z.strictObject({ id: Id, name: LocalText, areaId: Id.optional() })
export const Site = z.strictObject({ id: Id, name: LocalText, position: Position, areaId: Id.optional() })

export const SYNERGY_KINDS = ['sharedConstruction', 'sharedStaff', 'amplify'] as const
export const KnownSynergy = z.strictObject({
  a: Id,
  b: Id,
  strength: z.int().min(1).max(3),
  kind: z.enum(SYNERGY_KINDS),
  reason: LocalText,
  /** Shown to both departments as a hint while planning; it never sets itself. */
  hint: z.boolean().default(false),
})
export type KnownSynergy = z.infer<typeof KnownSynergy>

export const SETTLEMENTS = ['relocate', 'stagger', 'adapt', 'compensate', 'accept'] as const
export const KnownConflict = z.strictObject({
  a: Id,
  b: Id,
  strength: z.int().min(1).max(3),
  reason: LocalText,
  hint: z.boolean().default(false),
  /** The way out that practice would suggest. */
  wayOut: z.strictObject({ kind: z.enum(SETTLEMENTS), text: LocalText }).optional(),
})
export type KnownConflict = z.infer<typeof KnownConflict>

export const CrossReferenceRules = z.strictObject({
  /** Points per strength and kind [C6]; zero switches the effect off. */
  pointsPerStrength: z.strictObject({ sharedConstruction: z.int().min(0), sharedStaff: z.int().min(0), amplify: z.int().min(0) }),
  /** Share of the smaller partner's usual own contribution saved per strength (sharedConstruction). */
  savedSharePerStrength: Rate,
  /** Staff points saved (sharedStaff). */
  savedStaff: Staff,
  /** What a synergy that the scenario does not know is worth [C3]. */
  unknownPairs: z.enum(['none', 'weak', 'byFacilitator']).default('weak'),
  /** When known conflicts that nobody named come to light [C4]. */
  revealConflicts: z.enum(['atResolution', 'atDebriefing']).default('atResolution'),
  /** Price per strength of each way to settle a conflict [C5], whole euro; staff is charged once. */
  settlement: z.strictObject({
    relocate: z.strictObject({ fundsPerStrength: Money, staff: Staff }),
    stagger: z.strictObject({ fundsPerStrength: Money, staff: Staff }),
    adapt: z.strictObject({ fundsPerStrength: Money, staff: Staff }),
    compensate: z.strictObject({ fundsPerStrength: Money, staff: Staff }),
  }),
  /** Preset reasons, offered in the forms. */
  synergyReasons: z.array(LocalText).default([]),
  conflictReasons: z.array(LocalText).default([]),
  declineReasons: z.array(LocalText).default([]),
})

export const FundingCondition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('focusArea') }),
  z.strictObject({ kind: z.literal('area'), areaIds: z.array(Id).min(1) }),
  z.strictObject({ kind: z.literal('departments'), min: z.int().min(2) }),
  z.strictObject({ kind: z.literal('confirmedSynergy') }),
  z.strictObject({ kind: z.literal('measuresInArea'), min: z.int().min(2) }),
  z.strictObject({ kind: z.literal('goal'), goalIds: z.array(Id).min(1) }),
  z.strictObject({ kind: z.literal('cost'), min: Money.optional(), max: Money.optional() }),
  z.strictObject({ kind: z.literal('prerequisite'), measureId: Id }),
])
export type FundingCondition = z.infer<typeof FundingCondition>

export const FundingProgramme = z.strictObject({
  id: Id,
  name: LocalText,
  shortName: LocalText,
  rate: Rate,
  /** Added once to a measure with a confirmed synergy to another department; 0 where the programme does not know it [C6]. */
  integrationBonus: Rate.default(0),
  minGrant: Money.default(0),
  maxGrant: Money.optional(),
  /** All grants of one round together; absent: no limit. */
  potPerRound: Money.optional(),
  windowRounds: z.array(z.int().min(1)).min(1),
  conditions: z.array(FundingCondition).default([]),
  /** Money of third parties or revenue: flows without an application. */
  automatic: z.boolean().default(false),
})
export type FundingProgramme = z.infer<typeof FundingProgramme>
