import { z } from 'zod'
import type { Changes, Rules } from './decision.ts'
import { Id } from './ids.ts'
import type { Amounts } from './session.ts'
import { ShortText } from './texts.ts'

/** Chapter [P]: phases and clock. */

export const PhaseCommands = {
  startPhase: z.strictObject({ type: z.literal('startPhase'), phaseId: Id }),
  extendPhase: z.strictObject({ type: z.literal('extendPhase'), minutes: z.int().min(1).max(60) }),
  pause: z.strictObject({ type: z.literal('pause') }),
  resume: z.strictObject({ type: z.literal('resume') }),
  freeze: z.strictObject({ type: z.literal('freeze'), topic: ShortText.optional() }),
  unfreeze: z.strictObject({ type: z.literal('unfreeze') }),
  undo: z.strictObject({ type: z.literal('undo'), toSequence: z.int().min(1) }),
  closeSession: z.strictObject({ type: z.literal('closeSession') }),
  setReady: z.strictObject({ type: z.literal('setReady'), ready: z.boolean() }),
  finishProbe: z.strictObject({ type: z.literal('finishProbe'), step: z.int().min(1).max(3) }),
  /** from the server's clock: time is up, or the grace period is over [P4] */
  timeUp: z.strictObject({ type: z.literal('timeUp') }),
  /** from the server after a restart: the clock stands, with what was left [P3] */
  pauseAfterRestart: z.strictObject({ type: z.literal('pauseAfterRestart'), remainingMs: z.int() }),
}

export type PhaseEvent =
  /** `issued`: what each account gets when a round begins [P7] */
  | {
      readonly type: 'phaseStarted'
      readonly phaseId: string
      readonly round: number
      readonly at: number
      readonly minutes: number
    }
  | {
      readonly type: 'roundStarted'
      readonly round: number
      readonly issued: Readonly<Record<string, Amounts>>
      readonly lapsed: Readonly<Record<string, Amounts>>
      readonly followUp: Readonly<Record<string, number>>
    }
  | { readonly type: 'phaseExtended'; readonly ms: number }
  | { readonly type: 'clockPaused'; readonly at: number; readonly remainingMs: number; readonly by: 'facilitator' | 'restart' }
  | { readonly type: 'clockResumed'; readonly at: number }
  | { readonly type: 'tabletsFrozen'; readonly at: number; readonly remainingMs: number; readonly topic: string }
  | { readonly type: 'tabletsUnfrozen'; readonly at: number }
  /** everything from the step `toSequence` on is taken back; see history.ts [P6] */
  | { readonly type: 'stepsUndone'; readonly toSequence: number; readonly count: number; readonly at: number; readonly remainingMs: number }
  | { readonly type: 'sessionClosed'; readonly at: number }
  | { readonly type: 'teamReady'; readonly teamId: string; readonly ready: boolean }
  | { readonly type: 'probeStepFinished'; readonly teamId: string; readonly step: number }
  | { readonly type: 'graceStarted'; readonly closesAt: number }
  | { readonly type: 'phaseClosed'; readonly at: number }

export type PhaseCommand = z.infer<(typeof PhaseCommands)[keyof typeof PhaseCommands]>

export const phaseRules = {} as Rules<PhaseCommand>

export const phaseChanges = {} as Changes<PhaseEvent>
