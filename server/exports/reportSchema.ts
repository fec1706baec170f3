import { z } from 'zod'
import { ADDED_VALUE_KINDS } from '../../rules/addedValue.ts'
import { LocalText } from '../../rules/scenario/localText.ts'
import { HORIZONS, SETTLEMENTS, SPATIAL_KINDS } from '../../rules/scenario/parts.ts'
import { PHASE_KINDS } from '../../rules/scenario/phase.ts'
import { LIST_COLUMNS, PROCEDURES } from '../../rules/scenario/scenario.ts'
import { Position } from '../../rules/scenario/townMap.ts'
import type { SessionReport } from '../../rules/sessionReport.ts'
import { FiguresFile } from './figuresSchema.ts'

/** Raised whenever a program that read the file before could no longer do so. New fields do not raise it. */
export const REPORT_FORMAT = { format: 'aemterrunde-report', formatVersion: 1 } as const

const Count = z.int().min(0)
const Time = z.int().describe('ms since 1970')
const Euro = z.int().describe('whole euro')
const Rate = z.number().min(0).max(1)
const Priority = z.enum(['high', 'medium', 'low'])
const Way = z.enum(SETTLEMENTS)
const Amounts = z.strictObject({ funds: Euro, staff: z.int().describe('staff points') })
const AmountsByAccount = z.record(z.string(), Amounts).describe('team id or `pot` → amounts')
const Partner = z.strictObject({ measureId: z.string(), code: z.string() })
const Resistance = z.strictObject({ mean: z.number().min(0).max(10), max: z.number().min(0).max(10), verdict: z.enum(['broad', 'workable', 'talk']) })

const Place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('point'), at: Position }),
  z.strictObject({ kind: z.literal('line'), points: z.array(Position) }),
  z.strictObject({ kind: z.literal('area'), areaId: z.string() }),
  z.strictObject({ kind: z.literal('municipality') }),
])

const RankReason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('utility'), score: z.number() }),
  z.strictObject({ kind: z.literal('dots'), dots: Count }),
  z.strictObject({ kind: z.literal('consensus'), mean: z.number(), max: z.number(), worseThanStatusQuo: z.boolean() }),
  z.strictObject({ kind: z.literal('notRated'), score: z.number() }),
  z.strictObject({ kind: z.literal('negotiated'), place: z.int().min(1) }),
  z.strictObject({
    kind: z.literal('equalShares'),
    how: z.enum(['shared', 'filled', 'beyond']),
    shares: z.array(z.strictObject({ teamId: z.string(), amount: Euro })),
  }),
  z.strictObject({ kind: z.literal('ranking'), borda: z.number(), isExact: z.boolean() }),
])

const Row = z.strictObject({
  rank: z.int().min(1),
  code: z.string(),
  title: LocalText,
  fieldOfAction: LocalText,
  leadDepartment: LocalText,
  involvedDepartments: z.array(LocalText),
  spatialReference: z.strictObject({ kind: z.enum(SPATIAL_KINDS), area: LocalText, district: LocalText, inFocusArea: z.boolean() }),
  goalReferences: z.array(z.strictObject({ goalId: z.string(), name: LocalText, points: z.number() })),
  priority: Priority,
  timeHorizon: z.enum(HORIZONS),
  estimatedCost: Euro,
  fundingProgramme: z.strictObject({ id: z.string(), name: LocalText, shortName: LocalText }).nullable().describe('null: none applied for'),
  fundingRate: Rate,
  ownContribution: Euro,
  followUpCosts: Euro.describe('per year; negative: a return'),
  synergies: z.array(Partner),
  conflicts: z.array(Partner.extend({ way: Way.nullable().describe('null: open') })),
  rationale: z.string(),
  nextStep: LocalText,
  measureId: z.string(),
  summary: LocalText,
  ownMeasure: z.boolean().describe('written by the team itself'),
  leadTeamId: z.string(),
  rationaleBy: z.string(),
  consensus: Resistance.nullable().describe('null: not rated'),
  dots: Count.nullable(),
  key: z.boolean(),
  tied: z.boolean(),
  status: z.enum(['proposed', 'covered', 'blocked', 'postponed', 'adopted', 'withdrawn']),
  adoptedRound: Count.describe('0: not adopted'),
  staff: Count,
  savings: Euro,
  grant: Euro,
  cumulated: Euro.describe('sum of own contributions down to this rank'),
  because: RankReason.describe('why the procedure puts it at this rank'),
  score: z.strictObject({ score: z.number(), goalPoints: z.number(), synergyPoints: z.number(), conflictPoints: z.number() }),
  payers: AmountsByAccount,
  place: Place,
})

const Reference = z.strictObject({
  id: z.string(),
  a: Partner,
  b: Partner,
  teams: z.tuple([z.string(), z.string()]),
  reason: z.string(),
  strength: z.number(),
  way: z.union([Way, z.literal('')]).describe('empty: a synergy, or an open conflict'),
  settlementReason: z.string(),
  revealed: z.boolean().describe('named by the scenario, by nobody at the table'),
  savedFunds: Euro,
  savedStaff: z.int(),
  points: z.number(),
})

const Procedure = z.strictObject({
  procedure: z.enum(PROCEDURES),
  procedureReason: z.string(),
  highLine: Euro,
  mediumLine: Euro,
  stableTop: Count,
  topSize: Count,
  scenarioProcedure: z.enum(PROCEDURES),
  alpha: z.number(),
  beta: z.number(),
  ballots: z.strictObject({ weights: Count, dots: Count, resistance: Count, classes: Count, voters: Count }),
  statusQuo: Resistance.nullable(),
  dotBallots: z.array(z.record(z.string(), Count)).describe('measure id → dots of each voter; empty below five ballots'),
})

const Round = z.strictObject({
  round: z.int().min(1),
  measures: Count,
  totalCost: Euro,
  grants: Euro,
  ownContribution: Euro,
  staff: z.int(),
  byProgramme: z.array(z.strictObject({ programmeId: z.string(), name: LocalText, grant: Euro, codes: z.array(z.string()) })),
  paidBy: AmountsByAccount,
})

const ValueColumn = z.strictObject({
  total: z.number(),
  goals: z.number(),
  early: z.number(),
  synergies: z.number(),
  focusAreas: z.number(),
  conflicts: z.number().describe('points lost to unsettled conflicts'),
  funds: Euro,
  staff: z.int(),
  measureIds: z.array(z.string()),
})

const AddedValueFigures = z.strictObject({ kind: z.enum(ADDED_VALUE_KINDS), points: z.int(), potential: z.int(), atLeast: z.number(), atMost: z.number() })
const ComparedPlanFigures = z.strictObject({
  total: z.int(),
  goals: z.record(z.string(), z.int()),
  funds: Euro,
  staff: Count,
  measureIds: z.array(z.string()),
  proven: z.boolean(),
})

/** What `json` exports: everything a session came to, for other programs. */
export const ReportFile = z.strictObject({
  format: z.literal(REPORT_FORMAT.format),
  formatVersion: z.literal(REPORT_FORMAT.formatVersion),
  title: z.string(),
  openedAt: Time,
  closedAt: Time.nullable().describe('null: still going on'),
  phaseTitle: LocalText,
  round: Count,
  course: z
    .array(
      z.strictObject({
        phaseId: z.string(),
        kind: z.enum(PHASE_KINDS),
        title: LocalText,
        round: Count,
        minutes: Count.describe('as the scenario plans it'),
        startedAt: Time,
      }),
    )
    .describe('phases as they were started'),
  scenario: z.strictObject({
    id: z.string(),
    version: z.string(),
    title: LocalText,
    variantTitle: LocalText,
    minutes: Count,
    note: LocalText,
    municipality: z.string(),
    inhabitants: z.int(),
    fictional: z.boolean(),
    authors: z.string(),
    licence: z.string(),
  }),
  offices: z.array(
    z.strictObject({
      teamId: z.string(),
      name: LocalText,
      department: LocalText,
      task: LocalText,
      letter: z.string(),
      colour: z.string(),
      bot: z.boolean(),
      promisesKept: Count,
      promisesBroken: Count,
    }),
  ),
  goals: z.array(
    z.strictObject({
      id: z.string(),
      name: LocalText,
      scenarioWeight: z.number(),
      weighed: z.strictObject({ median: z.number(), min: z.number(), max: z.number() }).nullable(),
    }),
  ),
  scale: z.strictObject({ high: LocalText, medium: LocalText, low: LocalText }),
  columns: z.partialRecord(z.enum(LIST_COLUMNS), LocalText).describe('titles of columns that the scenario words itself'),
  list: z.array(Row),
  procedure: Procedure,
  resolutions: z.array(
    z.strictObject({
      round: Count,
      at: Time,
      adopted: z.boolean(),
      codes: z.array(z.string()),
      yes: Count,
      reservations: Count,
      no: Count,
      reasons: z.array(z.string()),
    }),
  ),
  synergies: z.array(Reference),
  conflicts: z.array(Reference),
  unsettledConflicts: z.array(Reference),
  rounds: z.array(Round),
  followUpCosts: z.strictObject({ costs: Euro, returns: Euro }),
  accounts: z.strictObject({
    teams: z.record(z.string(), Amounts),
    pot: Amounts,
    pledged: Amounts,
    spent: Amounts,
    retired: Amounts,
    issued: Amounts,
  }),
  focusAreas: z.array(
    z.strictObject({
      areaId: z.string(),
      name: LocalText,
      reason: z.string(),
      status: z.enum(['proposed', 'confirmed', 'declined']),
      proposedBy: z.string(),
      codes: z.array(z.string()),
    }),
  ),
  districtsWithout: z.array(LocalText),
  incidents: z.array(z.strictObject({ id: z.string(), title: LocalText, text: LocalText, round: Count, changes: AmountsByAccount })),
  shortfalls: z.array(z.strictObject({ account: z.string(), round: Count, funds: Euro, staff: z.int(), settled: z.boolean() })),
  alone: z.array(z.strictObject({ teamId: z.string(), handedIn: z.boolean(), measures: z.array(Partner.extend({ title: LocalText })) })),
  value: z
    .strictObject({
      alone: ValueColumn,
      together: ValueColumn,
      best: ValueColumn.nullable(),
      bound: z.int(),
      proven: z.boolean(),
      added: AddedValueFigures,
      goals: z.record(z.string(), z.strictObject({ alone: z.number(), together: z.number(), best: z.number() })),
      compared: z.strictObject({
        alone: ComparedPlanFigures.nullable(),
        added: AddedValueFigures.nullable(),
        withoutLosers: ComparedPlanFigures.nullable(),
        balanced: ComparedPlanFigures.nullable(),
        balancedShare: z.number(),
        sources: z.strictObject({ pooledMeans: z.number(), commonGoals: z.number(), crossReferences: z.number(), proven: z.boolean() }).nullable(),
        front: z.array(z.strictObject({ value: z.int(), cost: Euro, proven: z.boolean() })),
        core: z.record(z.string(), z.number()),
      }),
    })
    .nullable(),
  transferCards: z.array(
    z.strictObject({
      stack: z.enum(['tomorrow', 'insek', 'decision']),
      text: z.string(),
      teamId: z.string(),
      withTeamIds: z.array(z.string()),
      until: z.string(),
    }),
  ),
  answers: z.array(z.strictObject({ question: LocalText, texts: z.array(z.string()) })),
  moods: z.array(Count),
  figures: FiguresFile.nullable().describe('what the debriefing shows; null before it'),
}) satisfies z.ZodType<Omit<SessionReport, 'town'> & typeof REPORT_FORMAT>

/** JSON Schema of the file, for programs that read it. */
export function reportSchema(): string {
  const schema = z.toJSONSchema(ReportFile, { io: 'output', reused: 'ref', target: 'draft-2020-12' })
  return `${JSON.stringify({ title: 'Ergebnis einer Sitzung von Ämterrunde', ...schema }, null, 2)}\n`
}
