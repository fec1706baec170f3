import { z } from 'zod'
import { freshClock, remainingAt, runningClock, stoppedClock } from './clock.ts'
import { conflictsToReveal } from './crossReferences.ts'
import { accept, type Changes, type DecideContext, type Decision, type Rules, reject } from './decision.ts'
import type { SessionEvent } from './events.ts'
import { entry, Id } from './ids.ts'
import { incidentChanges, roundEndChecks } from './incidents.ts'
import { openPrioritisation } from './priorities.ts'
import { roundStart, startRound } from './rounds.ts'
import type { Amounts, SessionState } from './session.ts'
import { findStep, oldestStep } from './steps.ts'
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
      /** what each account gets [P7] */
      readonly issued: Readonly<Record<string, Amounts>>
      /** what does not go on into this round: account → amounts, to `retired` */
      readonly lapsed: Readonly<Record<string, Amounts>>
      readonly lapsedPledges: readonly { readonly targetId: string; readonly payer: string; readonly staff: number }[]
      /** account → what adopted measures cost and return this round, whole euro [B7] */
      readonly followUp: Readonly<Record<string, { readonly costs: number; readonly returns: number }>>
      /** follow-up costs for which the account had nothing left */
      readonly shortfalls: readonly { readonly shortfallId: string; readonly account: string; readonly funds: number; readonly staff: number }[]
    }
  | { readonly type: 'phaseExtended'; readonly ms: number; readonly at: number; readonly remainingMs: number }
  | { readonly type: 'clockPaused'; readonly at: number; readonly remainingMs: number; readonly by: 'facilitator' | 'restart' }
  | { readonly type: 'clockResumed'; readonly at: number }
  | { readonly type: 'tabletsFrozen'; readonly at: number; readonly remainingMs: number; readonly topic: string }
  | { readonly type: 'tabletsUnfrozen'; readonly at: number }
  /** everything from the step `toSequence` on is taken back; see history.ts [P6]. `stepAt`: when that step was made */
  | { readonly type: 'stepsUndone'; readonly toSequence: number; readonly count: number; readonly at: number; readonly stepAt: number }
  | { readonly type: 'sessionClosed'; readonly at: number }
  | { readonly type: 'teamReady'; readonly teamId: string; readonly ready: boolean }
  | { readonly type: 'probeStepFinished'; readonly teamId: string; readonly step: number }
  | { readonly type: 'graceStarted'; readonly closesAt: number }
  | { readonly type: 'phaseClosed'; readonly at: number }

export type PhaseCommand = z.infer<(typeof PhaseCommands)[keyof typeof PhaseCommands]>

/** Time between the end of a phase and its closing, where the scenario closes phases by itself [P4], ms. */
const GRACE_MS = 30_000

export const phaseRules: Rules<PhaseCommand> = {
  startPhase: (command, context, state) => startPhase(command.phaseId, context, state),

  extendPhase: ({ minutes }, { now }, state) => {
    const ms = minutes * 60_000
    // Time that ran out already does not eat the extension: „+5 Minuten“ are five minutes from now.
    return accept({ type: 'phaseExtended', ms, at: now, remainingMs: Math.max(remainingAt(state.clock, now), 0) + ms })
  },

  pause: (_command, { now }, state) => accept({ type: 'clockPaused', at: now, remainingMs: remainingAt(state.clock, now), by: 'facilitator' }),
  resume: (_command, { now }) => accept({ type: 'clockResumed', at: now }),
  freeze: ({ topic }, { now }, state) => accept({ type: 'tabletsFrozen', at: now, remainingMs: remainingAt(state.clock, now), topic: topic ?? '' }),
  unfreeze: (_command, { now }) => accept({ type: 'tabletsUnfrozen', at: now }),

  undo: ({ toSequence }, { now }, { steps }) => {
    const found = findStep(steps, toSequence)
    if (found) return accept({ type: 'stepsUndone', toSequence, count: found.count, at: now, stepAt: found.step.at })
    const oldest = oldestStep(steps)
    return oldest && toSequence < oldest.sequence ? reject('onlyThisRound') : reject('nothingToUndo')
  },

  closeSession: (_command, { now }) => accept({ type: 'sessionClosed', at: now }),

  setReady: ({ ready }, { actor }) => (actor.role === 'team' ? accept({ type: 'teamReady', teamId: actor.teamId, ready }) : reject('notAllowed')),
  finishProbe: ({ step }, { actor }) => (actor.role === 'team' ? accept({ type: 'probeStepFinished', teamId: actor.teamId, step }) : reject('notAllowed')),

  timeUp: (_command, { now }, { clock, scenario }) => {
    const remainingMs = remainingAt(clock, now)
    const closes = scenario.settings.onTimeUp === 'close'
    if (!closes || !clock.running || remainingMs > 0) return reject('notAllowed', { remainingMs })
    if (clock.closesAt === null) return accept({ type: 'graceStarted', closesAt: now + GRACE_MS })
    if (now < clock.closesAt) return reject('notAllowed', { closesAt: clock.closesAt })
    return accept({ type: 'phaseClosed', at: now })
  },

  pauseAfterRestart: ({ remainingMs }, { now }) => accept({ type: 'clockPaused', at: now, remainingMs, by: 'restart' }),
}

export const phaseChanges: Changes<PhaseEvent> = {
  phaseStarted: (state, { phaseId, round, at, minutes }) => ({
    ...state,
    phaseId,
    phaseStartedAt: at,
    course: [...state.course, { phaseId, at }],
    round,
    clock: freshClock(minutes, at),
    paused: false,
    pausedBy: null,
    frozen: false,
    frozenTopic: '',
    ready: [],
    spotlight: null,
  }),
  roundStarted: startRound,
  phaseExtended: (state, { ms, at, remainingMs }) => {
    const clock = { ...stoppedClock(state.clock, at, remainingMs), plannedMs: state.clock.plannedMs + ms, phaseClosed: false }
    return { ...state, clock: state.paused || state.frozen ? clock : runningClock(clock, at) }
  },
  clockPaused: (state, { at, remainingMs, by }) => ({ ...state, clock: stoppedClock(state.clock, at, remainingMs), paused: true, pausedBy: by }),
  clockResumed: (state, { at }) => ({ ...state, clock: state.frozen ? state.clock : runningClock(state.clock, at), paused: false, pausedBy: null }),
  tabletsFrozen: (state, { at, remainingMs, topic }) => ({ ...state, clock: stoppedClock(state.clock, at, remainingMs), frozen: true, frozenTopic: topic }),
  tabletsUnfrozen: (state, { at }) => ({ ...state, clock: state.paused ? state.clock : runningClock(state.clock, at), frozen: false, frozenTopic: '' }),
  /** The state is already the one before the step (history.ts); only the clock stands, with what was left then [P6]. */
  stepsUndone: (state, { at, stepAt }) => ({
    ...state,
    clock: stoppedClock(state.clock, at, remainingAt(state.clock, stepAt)),
    paused: true,
    pausedBy: 'undo',
  }),
  sessionClosed: (state, { at }) => ({ ...state, clock: stoppedClock(state.clock, at, remainingAt(state.clock, at)), closedAt: at }),
  teamReady: (state, { teamId, ready }) => {
    const others = state.ready.filter((id) => id !== teamId)
    return { ...state, ready: ready ? [...others, teamId] : others }
  },
  probeStepFinished: (state, { teamId, step }) => ({ ...state, probe: { ...state.probe, [teamId]: Math.max(entry(state.probe, teamId) ?? 0, step) } }),
  graceStarted: (state, { closesAt }) => ({ ...state, clock: { ...state.clock, closesAt } }),
  phaseClosed: (state, { at }) => ({ ...state, clock: { ...stoppedClock(state.clock, at, remainingAt(state.clock, at)), phaseClosed: true } }),
}

/**
 * [P2] The next phase, or another one of the present round. In this order: what the end of the round checks [I2], offers that lapse [O2],
 * the phase, what a new round brings [P7], and what comes to light or is fixed when a resolution [C4] or the prioritisation [L1] begins.
 */
function startPhase(phaseId: string, { now, newId }: DecideContext, state: SessionState): Decision {
  const { phases, rounds, crossReferenceRules } = state.scenario
  const present = phases.findIndex((phase) => phase.id === state.phaseId)
  const index = phases.findIndex((phase) => phase.id === phaseId)
  const phase = phases[index]
  if (!phase || index === present || (phase.round !== state.round && index !== present + 1)) return reject('phaseNotReachable', { phaseId })
  if (state.packageVote) return reject('voteUnderWay')
  const newRound = phase.round !== state.round
  const checks = newRound ? roundEndChecks(state) : []
  const started: PhaseEvent = { type: 'phaseStarted', phaseId, round: phase.round, at: now, minutes: phase.minutes }
  const round = newRound && phase.round >= 1 && phase.round <= rounds ? [roundStart(checked(state, checks), phase.round, newId)] : []
  const revealed = phase.kind === 'resolution' && crossReferenceRules.revealConflicts === 'atResolution' ? conflictsToReveal(state, now) : []
  const opened = phase.kind === 'prioritisation' ? openPrioritisation(state) : []
  return accept(...checks, ...lapsedOffers(state), started, ...round, ...revealed, ...opened)
}

/** The state after the checks at the end of a round: they may take funds that the next round's follow-up costs would need. */
function checked(state: SessionState, checks: readonly SessionEvent[]): SessionState {
  return checks.reduce((so, check) => (check.type === 'roundEndChecked' ? incidentChanges.roundEndChecked(so, check) : so), state)
}

/** [O2] No offer outlives its phase. */
function lapsedOffers(state: SessionState): readonly SessionEvent[] {
  const offerIds = Object.values(state.offers)
    .filter((offer) => offer.status === 'open')
    .map((offer) => offer.id)
  return offerIds.length === 0 ? [] : [{ type: 'offersLapsed', offerIds }]
}
