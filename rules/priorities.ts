import { z } from 'zod'
import { type Ballot, dotsEach, isComplete, isRevealed, votersIn } from './ballots.ts'
import { revealAnswers } from './debriefing.ts'
import { accept, type Changes, type Decision, type Rejection, type Rules, reject } from './decision.ts'
import type { SessionEvent } from './events.ts'
import { entry, Id } from './ids.ts'
import { listBy, listedNow, priorityList, resistanceIds } from './priorityList.ts'
import { closePackageVote } from './resolution.ts'
import { PROCEDURES, type ProcedureId } from './scenario/scenario.ts'
import type { Priority, SessionState } from './session.ts'
import { Reason } from './texts.ts'
import { voterOf } from './voters.ts'

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
  justify: z.strictObject({ type: z.literal('justify'), measureId: Id, text: Reason }),
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
  | { readonly type: 'ballotRevealed'; readonly ballot: Ballot }
  | { readonly type: 'procedureChosen'; readonly procedure: ProcedureId; readonly reason: string; readonly order: readonly string[] }

export type PriorityCommand = z.infer<(typeof PriorityCommands)[keyof typeof PriorityCommands]>

export const priorityRules: Rules<PriorityCommand> = {
  weighGoals({ weights }, { actor }, state) {
    const voter = voterOf(state, actor)
    if (voter === undefined) return reject('notAllowed')
    const goals = state.scenario.goals.map(({ id }) => id)
    const unknown = Object.keys(weights).find((id) => !goals.includes(id))
    if (unknown !== undefined) return reject('invalidCommand', { goalId: unknown })
    const left = state.scenario.prioritisation.weightPoints - sumOf(weights)
    if (left < 0) return reject('weightsExceeded', { by: -left })
    if (left > 0) return reject('ballotIncomplete', { left })
    const complete = Object.fromEntries(goals.map((id) => [id, entry(weights, id) ?? 0]))
    return handedIn(state, 'weights', { type: 'goalsWeighed', voter, weights: complete })
  },

  castDots({ dots }, { actor }, state) {
    const voter = voterOf(state, actor)
    if (voter === undefined) return reject('notAllowed')
    if (state.prioritisation.measureIds.length === 0) return reject('nothingToDecide')
    const stranger = notListed(state, Object.keys(dots))
    if (stranger) return { ok: false, rejection: stranger }
    const left = dotsEach(state) - sumOf(dots)
    if (left < 0) return reject('dotsExceeded', { by: -left })
    if (left > 0) return reject('ballotIncomplete', { left })
    const given = Object.fromEntries(Object.entries(dots).filter(([, count]) => count > 0))
    return handedIn(state, 'dots', { type: 'dotsCast', voter, dots: given })
  },

  rateResistance({ resistance }, { actor }, state) {
    const voter = voterOf(state, actor)
    if (voter === undefined) return reject('notAllowed')
    const asked = resistanceIds(state)
    if (asked.length === 1) return reject('nothingToDecide')
    const stranger = Object.keys(resistance).find((id) => !asked.includes(id))
    if (stranger !== undefined) return reject('notInList', { measureId: stranger })
    const open = asked.filter((id) => !Object.hasOwn(resistance, id))
    if (open.length > 0) return reject('ballotIncomplete', { left: open.length, measureIds: open })
    return handedIn(state, 'resistance', { type: 'resistanceRated', voter, resistance })
  },

  classifyMeasure({ measureId, priority, key }, { actor }, state) {
    if (actor.role !== 'team') return reject('notAllowed')
    if (priority === undefined && key === undefined) return reject('ballotIncomplete', { left: 1 })
    const stranger = notListed(state, [measureId])
    if (stranger) return { ok: false, rejection: stranger }
    const given = { ...(priority === undefined ? {} : { priority }), ...(key === undefined ? {} : { key }) }
    return handedIn(state, 'classes', { type: 'measureClassified', voter: actor.teamId, measureId, ...given })
  },

  justify({ measureId, text }, { actor }, state) {
    if (actor.role !== 'team') return reject('notAllowed')
    const stranger = notListed(state, [measureId])
    return stranger ? { ok: false, rejection: stranger } : accept({ type: 'measureJustified', teamId: actor.teamId, measureId, text })
  },

  closeBallot(command, context, state) {
    switch (command.ballot) {
      case 'package':
        return closePackageVote(state, context, command.casting)
      case 'mood':
        return revealAnswers(state, null)
      case 'question':
        return command.questionId === undefined ? reject('unknownQuestion') : revealAnswers(state, command.questionId)
      default:
        return reveal(state, command.ballot)
    }
  },

  chooseProcedure({ procedure, reason, order }, _context, state) {
    const named = order ?? (procedure === 'negotiated' ? priorityList(state).entries.map(({ measureId }) => measureId) : [])
    const stranger = notListed(state, named)
    if (stranger) return { ok: false, rejection: stranger }
    // What the table did not place follows by score, so that the recorded order is whole.
    const byScore = listBy(state, 'utility').entries.map(({ measureId }) => measureId)
    const whole = procedure === 'negotiated' ? [...new Set([...named, ...byScore])] : []
    return accept({ type: 'procedureChosen', procedure, reason, order: whole })
  },
}

/** [L1] The list is fixed when prioritisation starts; once more if it has changed since and nobody has voted on it yet. */
export function openPrioritisation(state: SessionState): SessionEvent[] {
  const { measureIds: fixed, dots, resistance, classes } = state.prioritisation
  const measureIds = listedNow(state)
  const unchanged = measureIds.length === fixed.length && measureIds.every((id, index) => id === fixed[index])
  const votedOn = [dots, resistance, classes].some((ballots) => Object.keys(ballots).length > 0)
  return unchanged || votedOn ? [] : [{ type: 'prioritisationOpened', measureIds }]
}

/** [L2] [L4] A ballot may be changed until it is revealed; the last one that was waited for reveals it. */
function handedIn(state: SessionState, ballot: Ballot, event: PriorityEvent): Decision {
  if (isRevealed(state, ballot)) return reject('ballotClosed', { ballot })
  const after = changed(state, event)
  return isComplete(after, ballot) ? accept(event, { type: 'ballotRevealed', ballot }) : accept(event)
}

/** The facilitator shows what is in, without those who are missing. */
function reveal(state: SessionState, ballot: Ballot): Decision {
  if (isRevealed(state, ballot)) return reject('ballotClosed', { ballot })
  const isEmpty = ballot === 'classes' ? Object.keys(state.prioritisation.classes).length === 0 : votersIn(state, ballot).length === 0
  return isEmpty ? reject('ballotEmpty', { ballot }) : accept({ type: 'ballotRevealed', ballot })
}

function notListed(state: SessionState, measureIds: readonly string[]): Rejection | undefined {
  const stranger = measureIds.find((id) => !state.prioritisation.measureIds.includes(id))
  return stranger === undefined ? undefined : { code: 'notInList', details: { measureId: stranger } }
}

function sumOf(figures: Readonly<Record<string, number>>): number {
  return Object.values(figures).reduce((sum, figure) => sum + figure, 0)
}

function changed(state: SessionState, event: PriorityEvent): SessionState {
  const change = priorityChanges[event.type] as (state: SessionState, event: PriorityEvent) => SessionState
  return change(state, event)
}

function withPrioritisation(state: SessionState, part: Partial<SessionState['prioritisation']>): SessionState {
  return { ...state, prioritisation: { ...state.prioritisation, ...part } }
}

export const priorityChanges: Changes<PriorityEvent> = {
  prioritisationOpened: (state, { measureIds }) => withPrioritisation(state, { measureIds }),
  goalsWeighed: (state, { voter, weights }) => withPrioritisation(state, { weights: { ...state.prioritisation.weights, [voter]: weights } }),
  dotsCast: (state, { voter, dots }) => withPrioritisation(state, { dots: { ...state.prioritisation.dots, [voter]: dots } }),
  resistanceRated: (state, { voter, resistance }) => withPrioritisation(state, { resistance: { ...state.prioritisation.resistance, [voter]: resistance } }),
  measureClassified: (state, { type: _type, voter, measureId, ...given }) => {
    const { classes } = state.prioritisation
    const ballot = entry(classes, voter) ?? {}
    return withPrioritisation(state, { classes: { ...classes, [voter]: { ...ballot, [measureId]: { ...entry(ballot, measureId), ...given } } } })
  },
  measureJustified: (state, { teamId, measureId, text }) =>
    withPrioritisation(state, { reasons: { ...state.prioritisation.reasons, [measureId]: { text, teamId } } }),
  ballotRevealed: (state, { ballot }) => withPrioritisation(state, { revealed: [...state.prioritisation.revealed, ballot] }),
  procedureChosen: (state, { procedure, reason, order }) => withPrioritisation(state, { procedure, procedureReason: reason, order }),
}
