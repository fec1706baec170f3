import { z } from 'zod'
import type { Changes, Rules } from './decision.ts'
import { Id } from './ids.ts'
import { PROCEDURES, type ProcedureId } from './scenario/scenario.ts'
import type { Priority } from './session.ts'
import { Reason, ShortText } from './texts.ts'

/** Chapter [L]: priorities. The procedures themselves are in procedures/. */

export const PriorityCommands = {
  weighGoals: z.strictObject({ type: z.literal('weighGoals'), weights: z.record(Id, z.int().min(0).max(100)) }),
  castDots: z.strictObject({ type: z.literal('castDots'), dots: z.record(Id, z.int().min(0).max(2)) }),
  /** measure ids and `status-quo` → 0…10 */
  rateResistance: z.strictObject({ type: z.literal('rateResistance'), resistance: z.record(Id, z.int().min(0).max(10)) }),
  classifyMeasure: z.strictObject({
    type: z.literal('classifyMeasure'),
    measureId: Id,
    priority: z.enum(['high', 'medium', 'low']).optional(),
    key: z.boolean().optional(),
  }),
  justify: z.strictObject({ type: z.literal('justify'), measureId: Id, text: ShortText }),
  /** shows what is in; for the package vote with `casting` also decides a tie [D2] */
  closeBallot: z.strictObject({
    type: z.literal('closeBallot'),
    ballot: z.enum(['package', 'weights', 'dots', 'resistance', 'classes', 'mood', 'question']),
    questionId: Id.optional(),
    casting: z.enum(['yes', 'no']).optional(),
  }),
  chooseProcedure: z.strictObject({
    type: z.literal('chooseProcedure'),
    procedure: z.enum(PROCEDURES),
    reason: Reason,
    order: z.array(Id).max(400).optional(),
  }),
}

export type PriorityEvent =
  /** the list is fixed when the first prioritisation phase starts [L1] */
  | { readonly type: 'prioritisationOpened'; readonly measureIds: readonly string[] }
  | { readonly type: 'goalsWeighed'; readonly voter: string; readonly weights: Readonly<Record<string, number>> }
  | { readonly type: 'dotsCast'; readonly voter: string; readonly dots: Readonly<Record<string, number>> }
  | { readonly type: 'resistanceRated'; readonly voter: string; readonly resistance: Readonly<Record<string, number>> }
  | { readonly type: 'measureClassified'; readonly voter: string; readonly measureId: string; readonly priority?: Priority; readonly key?: boolean }
  | { readonly type: 'measureJustified'; readonly teamId: string; readonly measureId: string; readonly text: string }
  | { readonly type: 'ballotRevealed'; readonly ballot: 'weights' | 'dots' | 'resistance' | 'classes' }
  | { readonly type: 'procedureChosen'; readonly procedure: ProcedureId; readonly reason: string; readonly order: readonly string[] }

export type PriorityCommand = z.infer<(typeof PriorityCommands)[keyof typeof PriorityCommands]>

export const priorityRules = {} as Rules<PriorityCommand>

export const priorityChanges = {} as Changes<PriorityEvent>
