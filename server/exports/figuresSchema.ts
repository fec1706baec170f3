import { z } from 'zod'
import type { DebriefingFigures } from '../../rules/debriefing/debriefingFigures.ts'
import { LocalText } from '../../rules/scenario/localText.ts'
import { SETTLEMENTS } from '../../rules/scenario/parts.ts'
import { PHASE_KINDS } from '../../rules/scenario/phase.ts'

const Count = z.int().min(0)
const Time = z.int().describe('ms since 1970')
const Ids = z.array(z.string())

const Timeline = z.strictObject({
  from: Time,
  to: Time,
  phases: z.array(z.strictObject({ phaseId: z.string(), kind: z.enum(PHASE_KINDS), round: Count, from: Time, to: Time })),
  marks: z.array(
    z.strictObject({
      kind: z.enum(['proposal', 'synergy', 'conflict', 'agreement', 'incident', 'resolution']),
      at: Time,
      subjects: Ids.describe('measures, or the incident'),
      teamIds: Ids,
    }),
  ),
  adopted: Count,
  carriedTogether: Count.describe('adopted measures that at least two departments carry'),
})

const Connections = z.strictObject({
  pairs: z.array(
    z.strictObject({
      a: z.string(),
      b: z.string(),
      synergies: Count,
      conflicts: Count,
      agreements: Count.describe('accepted offers'),
      paidTogether: Count,
      unanswered: Count.describe('cross-references without an answer'),
    }),
  ),
  answers: z.array(z.strictObject({ teamId: z.string(), answered: Count, medianMs: Count.nullable().describe('until others had its yes'), unanswered: Count })),
})

const FlowNode = z.discriminatedUnion('kind', [
  z.strictObject({ id: z.string(), kind: z.literal('payer'), of: z.string() }),
  z.strictObject({ id: z.string(), kind: z.literal('programme'), of: z.string() }),
  z.strictObject({ id: z.string(), kind: z.literal('lead'), of: z.string() }),
  z.strictObject({ id: z.string(), kind: z.literal('field'), name: LocalText }),
  z.strictObject({ id: z.string(), kind: z.literal('pot') }),
  z.strictObject({ id: z.string(), kind: z.literal('left') }),
])
const Flows = z.strictObject({
  nodes: z.array(FlowNode),
  links: z.array(z.strictObject({ from: z.string(), to: z.string(), amount: Count })),
  used: Count,
  left: Count,
})

const Assessment = z.strictObject({
  given: Count,
  means: z.array(z.number().min(1).max(5)).describe('per item; empty below five'),
  counts: z.array(z.array(Count)).describe('per item how often each step was given; empty below five'),
})

/** What the debriefing shows, as the `json` export holds it. */
export const FiguresFile = z.strictObject({
  timeline: Timeline,
  goals: z.array(z.strictObject({ goalId: z.string(), weight: z.number(), alone: z.number(), together: z.number() })),
  connections: Connections,
  conflicts: z.array(
    z.strictObject({
      crossReferenceId: z.string(),
      a: z.string(),
      b: z.string(),
      teamIds: z.tuple([z.string(), z.string()]),
      end: z.enum(['settled', 'postponed', 'accepted', 'open']),
      way: z.union([z.enum(SETTLEMENTS), z.literal('')]),
      revealed: z.boolean(),
    }),
  ),
  space: z.strictObject({
    districts: z.array(z.strictObject({ districtId: z.string(), measures: Count, adopted: Count })),
    focusAreas: z.array(z.strictObject({ areaId: z.string(), measures: Count, adopted: Count, teams: Count })),
    townWide: Count,
  }),
  money: Flows.describe('whole euro'),
  staff: Flows.describe('staff points'),
  stability: z.strictObject({
    topSize: Count,
    stableTop: Count,
    ranges: z.array(z.strictObject({ measureId: z.string(), rank: Count, highest: Count, lowest: Count })),
    turning: z.array(z.strictObject({ goalId: z.string(), change: z.number(), leaves: Ids, enters: Ids })),
  }),
  open: z.array(z.strictObject({ kind: z.enum(['conflict', 'postponed', 'talk', 'unanswered', 'shortfall', 'undecided']), subjects: Ids })),
  assessment: z.strictObject({ before: Assessment, after: Assessment }),
}) satisfies z.ZodType<DebriefingFigures>
