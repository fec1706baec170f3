import { z } from 'zod'
import { Id } from '../ids.ts'
import { Incident } from './incident.ts'
import { LocalText } from './localText.ts'
import {
  Area,
  CrossReferenceRules,
  ExtraRole,
  FundingProgramme,
  Goal,
  KnownConflict,
  KnownSynergy,
  LocalDistrict,
  Measure,
  MeasureTemplate,
  Money,
  Rate,
  Site,
  Staff,
  Team,
} from './parts.ts'
import { Phase } from './phase.ts'
import { TownMap } from './townMap.ts'

export const PROCEDURES = ['utility', 'dots', 'consensus', 'equalShares', 'ranking', 'negotiated'] as const
export type ProcedureId = (typeof PROCEDURES)[number]

/** Columns of the exported list, in their order. */
export const LIST_COLUMNS = [
  'rank',
  'code',
  'title',
  'fieldOfAction',
  'leadDepartment',
  'involvedDepartments',
  'spatialReference',
  'goalReferences',
  'priority',
  'timeHorizon',
  'estimatedCost',
  'fundingProgramme',
  'fundingRate',
  'ownContribution',
  'followUpCosts',
  'synergies',
  'conflicts',
  'rationale',
  'nextStep',
] as const
export type ListColumn = (typeof LIST_COLUMNS)[number]

/** Settings that the rule book calls *setting*; the defaults are those of rules/README.md. */
export const Settings = z.strictObject({
  /** [P4] */
  onTimeUp: z.enum(['signal', 'close']).default('signal'),
  /** [P7] */
  carryOver: z.strictObject({ funds: z.boolean().default(true), staff: z.enum(['none', 'pledged', 'all']).default('pledged') }).prefault({}),
  /** [A1] share of the sum over all rounds that a department may plan with when alone; `ownIssue` counts its own funds, `fairShare` also an equal part of the pot. */
  soloMeans: z.enum(['ownIssue', 'fairShare']).default('fairShare'),
  /** [B2] least share of the total cost that the municipality bears itself */
  minOwnShare: Rate.default(0.1),
  /** [B2] least staff need of a measure that needs staff at all */
  minStaff: Staff.default(1),
  /** [F3] `costAfterSavings`: grants are paid on what is left after savings; `totalCost`: on the total cost */
  grantBase: z.enum(['costAfterSavings', 'totalCost']).default('costAfterSavings'),
  /** Grants are rounded down, savings to the nearest (half up), to this many euro. */
  amountStep: z.int().min(1).max(100_000).default(1),
  /** [F3] rate and bonus together */
  maxFundingRate: Rate.default(0.9),
  /** [B4] */
  pot: z.enum(['facilitator', 'allTeams']).default('facilitator'),
  /** [B7] which account bears follow-up costs */
  followUpAccount: z.enum(['lead', 'pot']).default('lead'),
  /** [D2] */
  voteRule: z.enum(['unanimous', 'majority', 'consent', 'council']).default('majority'),
  /** [L2] */
  ballot: z.enum(['team', 'seat']).default('team'),
})
export type Settings = z.infer<typeof Settings>

export const ValueRules = z.strictObject({
  pointsPerRoundEarlier: z.int().min(0).default(1),
  focusAreaPoints: z.int().min(0).default(10),
  conflictPointsPerStrength: z.int().min(0).default(8),
  countUnconfirmed: z.boolean().default(false),
})

export const FocusAreaRules = z.strictObject({
  max: z.int().min(0).default(3),
  /** For the points of [W1]: adopted measures and teams that an area needs. */
  minMeasures: z.int().min(1).default(3),
  minTeams: z.int().min(1).default(2),
})

export const PrioritisationRules = z.strictObject({
  procedure: z.enum(PROCEDURES).default('utility'),
  /** [L3] */
  alpha: z.number().min(0).max(100).default(0.5),
  beta: z.number().min(0).max(100).default(1),
  /** [L2] points to distribute over the goals */
  weightPoints: z.int().min(1).max(100).default(10),
  /** [L4] the top of the list that is checked for resistance */
  resistanceTop: z.int().min(1).max(50).default(10),
  /** mean resistance up to which consensus is broad, up to which it is workable, and the single resistance that asks for one more talk */
  resistanceBroad: z.number().min(0).max(10).default(3),
  resistanceMean: z.number().min(0).max(10).default(5),
  resistanceSingle: z.int().min(0).max(10).default(8),
  /** [L6] classes by the budget line: shares of all own funds up to which a measure is high, medium */
  classLines: z.tuple([z.number().positive(), z.number().positive()]).default([1, 1.5]),
  /** Labels of the priority scale: hoch/mittel/gering, I/II/III, A/B/C. */
  scale: z.strictObject({ high: LocalText, medium: LocalText, low: LocalText }).prefault({
    high: { de: 'hoch', en: 'high' },
    medium: { de: 'mittel', en: 'medium' },
    low: { de: 'gering', en: 'low' },
  }),
  /** Titles of columns of the exported list where a municipality calls them otherwise. */
  columns: z.partialRecord(z.enum(LIST_COLUMNS), LocalText).optional(),
})

const Indicator = z.strictObject({
  id: Id,
  name: LocalText,
  unit: LocalText,
  start: z.number(),
  target: z.number().optional(),
  direction: z.enum(['up', 'down']),
})

/** What every variant of a scenario shares. */
const Common = {
  formatVersion: z.literal(1),
  id: Id,
  version: z.string().max(20),
  title: LocalText,
  /** Stands on every export: fictional or not, state of the figures. */
  note: LocalText,
  municipality: z.strictObject({ name: z.string().max(80), inhabitants: z.int().positive(), fictional: z.boolean() }),
  authors: z.string().max(200).optional(),
  licence: z.string().max(100).optional(),
  rounds: z.int().min(1).max(10),
  goals: z.array(Goal).min(1).max(20),
  roles: z.array(ExtraRole).default([]),
  areas: z.array(Area).default([]),
  localDistricts: z.array(LocalDistrict).default([]),
  sites: z.array(Site).default([]),
  measureTemplate: MeasureTemplate.optional(),
  crossReferenceRules: CrossReferenceRules,
  programmes: z.array(FundingProgramme).default([]),
  synergies: z.array(KnownSynergy).default([]),
  conflicts: z.array(KnownConflict).default([]),
  /** `measureId` needs `requiresId` adopted earlier or in the same package [M6]. */
  prerequisites: z.array(z.strictObject({ measureId: Id, requiresId: Id, reason: LocalText })).default([]),
  /** Never in one package [M6]. */
  exclusions: z.array(z.strictObject({ a: Id, b: Id, reason: LocalText })).default([]),
  focusAreas: FocusAreaRules.prefault({}),
  value: ValueRules.prefault({}),
  prioritisation: PrioritisationRules.prefault({}),
  settings: Settings.prefault({}),
  indicators: z.array(Indicator).default([]),
  debriefing: z
    .array(
      z.strictObject({
        id: Id,
        question: LocalText,
        slide: z.enum([
          'mood',
          'timeline',
          'value',
          'lists',
          'map',
          'goals',
          'matrix',
          'conflicts',
          'districts',
          'resources',
          'stability',
          'open',
          'assessment',
          'question',
        ]),
      }),
    )
    .default([]),
}

/** A scenario as one session plays it: one variant, flat. This is what the log keeps [S1]. */
export const Scenario = z.strictObject({
  ...Common,
  variantId: Id,
  variantTitle: LocalText,
  minutes: z.int().min(1),
  teams: z.array(Team).min(2).max(8),
  sharedPot: z.array(Money).min(1),
  phases: z.array(Phase).min(1).max(60),
  measures: z.array(Measure).min(1).max(400),
  incidents: z.array(Incident).default([]),
  map: TownMap,
})
export type Scenario = z.infer<typeof Scenario>

/** One way to play a scenario: which teams, which deck, how long. */
export const Variant = z.strictObject({
  id: Id,
  title: LocalText,
  minutes: z.int().min(1),
  teams: z.array(Team).min(2).max(8),
  sharedPot: z.array(Money).min(1),
  /** Measures of the deck and who leads them here; absent: all, with the lead they name. */
  leads: z.record(Id, z.array(Id)).optional(),
  phases: z.array(Phase).min(1).max(60),
  /** Amounts of incidents are multiplied by this. */
  incidentFactor: z.number().min(0).max(10).default(1),
})
export type Variant = z.infer<typeof Variant>

/** `scenarios/<name>/scenario.json`. The map lies beside it as `map.geojson`. */
export const ScenarioFile = z.strictObject({
  $schema: z.string().optional(),
  ...Common,
  measures: z.array(Measure).min(1).max(400),
  incidents: z.array(Incident).default([]),
  /** The first is the one that is offered first. */
  variants: z.array(Variant).min(1).max(10),
})
export type ScenarioFile = z.infer<typeof ScenarioFile>
