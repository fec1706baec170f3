import { z } from 'zod'
import { accept, type Changes, type Rules, reject } from './decision.ts'
import { entry, Id } from './ids.ts'
import { Money, Rate } from './scenario/parts.ts'
import type { SessionState } from './session.ts'

/** [W3] Plans that the server computes beside the best list, as they are recorded: a replay takes them from the log. */

const Points = z.int()
const Plan = z.strictObject({
  total: Points,
  /** goal id → weighted points of its measures */
  goals: z.record(Id, Points),
  funds: Money,
  staff: z.int().min(0),
  measureIds: z.array(Id).max(1000),
  /** is it known that there is none with more points of this kind? */
  proven: z.boolean(),
})
/** A plan of one kind, computed; whole points, euro and staff points. */
export type ComparedPlan = z.infer<typeof Plan>

const Comparison = z.discriminatedUnion('kind', [
  /** the departments' own plans at their best: each with its own means and goals, without cross-references */
  z.strictObject({ kind: z.literal('alone'), plan: Plan }),
  /** no goal has fewer points than the departments alone reach for it; null: none was found in time */
  z.strictObject({ kind: z.literal('withoutLosers'), plan: Plan.nullable() }),
  /** the goal that comes off worst gets as much as possible; `share` of what all measures together would bring it */
  z.strictObject({ kind: z.literal('balanced'), plan: Plan.nullable(), share: Rate }),
  /** what each kind of togetherness brings, in points (sixths of them): together best − alone */
  z.strictObject({ kind: z.literal('sources'), pooledMeans: z.number(), commonGoals: z.number(), crossReferences: z.number(), proven: z.boolean() }),
  /** best plans for less and less money, dearest first; `core`: measure id → share of these plans that hold it */
  z.strictObject({
    kind: z.literal('front'),
    points: z.array(z.strictObject({ value: Points, cost: Money, proven: z.boolean() })).max(100),
    core: z.record(Id, Rate),
  }),
])
export type Comparison = z.infer<typeof Comparison>

export const COMPARISON_KINDS = ['alone', 'sources', 'withoutLosers', 'balanced', 'front'] as const satisfies readonly Comparison['kind'][]

export const ComparisonCommands = {
  /** [W3] of the clock alone, once per kind, after the best list */
  recordComparison: z.strictObject({ type: z.literal('recordComparison'), comparison: Comparison }),
}

export type ComparisonEvent = { readonly type: 'comparisonRecorded'; readonly comparison: Comparison }

type ComparisonCommand = z.infer<(typeof ComparisonCommands)[keyof typeof ComparisonCommands]>

export const comparisonRules: Rules<ComparisonCommand> = {
  recordComparison: ({ comparison }, _context, { debriefing }) =>
    debriefing.best === null || entry(debriefing.comparisons ?? {}, comparison.kind) ? reject('notOpen') : accept({ type: 'comparisonRecorded', comparison }),
}

export const comparisonChanges: Changes<ComparisonEvent> = {
  comparisonRecorded: (state, { comparison }) => ({
    ...state,
    debriefing: { ...state.debriefing, comparisons: { ...state.debriefing.comparisons, [comparison.kind]: comparison } },
  }),
}

/** The comparison of this kind, if it has been recorded. */
export function comparisonOf<K extends Comparison['kind']>({ debriefing }: SessionState, kind: K): Extract<Comparison, { kind: K }> | undefined {
  const found = entry(debriefing.comparisons ?? {}, kind)
  return found?.kind === kind ? (found as Extract<Comparison, { kind: K }>) : undefined
}
