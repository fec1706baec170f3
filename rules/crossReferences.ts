import { z } from 'zod'
import { actingTeam } from './actingTeam.ts'
import { inOrder } from './amounts.ts'
import { standingProposal } from './crossReferencesOf.ts'
import { accept, type Changes, type Decision, type Rules, reject } from './decision.ts'
import type { SessionEvent } from './events.ts'
import { entry, Id, known } from './ids.ts'
import { crossReferenceId as idOf, pairWorth } from './knownPairs.ts'
import { measureOf } from './measureOf.ts'
import { PlaceInput } from './placement.ts'
import { leadersOf, settlementWaitsFor, waitsFor } from './requests.ts'
import { SETTLEMENTS, SYNERGY_KINDS } from './scenario/parts.ts'
import { pick } from './scenario/text.ts'
import type { CrossReference, Place, SessionState } from './session.ts'
import { settlementRefusal, settlementTerms, withExtras, withPlace } from './settlement.ts'
import { Reason, ShortText } from './texts.ts'
import { whileVoting } from './whileVoting.ts'

/** Chapter [C]: cross-references. */

export const CrossReferenceCommands = {
  proposeCrossReference: z.strictObject({ type: z.literal('proposeCrossReference'), kind: z.enum(['synergy', 'conflict']), a: Id, b: Id, reason: Reason }),
  confirmCrossReference: z.strictObject({ type: z.literal('confirmCrossReference'), crossReferenceId: Id }),
  declineCrossReference: z.strictObject({ type: z.literal('declineCrossReference'), crossReferenceId: Id, reason: Reason }),
  rateCrossReference: z.strictObject({
    type: z.literal('rateCrossReference'),
    crossReferenceId: Id,
    strength: z.int().min(0).max(3),
    effect: z.enum(SYNERGY_KINDS).optional(),
  }),
  /** `measureId`: the one that moves, waits, changes or pays; on its side the price is charged */
  settleConflict: z.strictObject({
    type: z.literal('settleConflict'),
    crossReferenceId: Id,
    way: z.enum(SETTLEMENTS),
    measureId: Id,
    place: PlaceInput.optional(),
    reason: ShortText.optional(),
  }),
  confirmSettlement: z.strictObject({ type: z.literal('confirmSettlement'), crossReferenceId: Id }),
  /** „Erst reden“: marks a request (cross-reference, offer, …) as being talked about */
  deferRequest: z.strictObject({ type: z.literal('deferRequest'), requestId: Id }),
}

export type CrossReferenceEvent =
  | {
      readonly type: 'crossReferenceProposed'
      readonly crossReferenceId: string
      readonly kind: 'synergy' | 'conflict'
      readonly a: string
      readonly b: string
      readonly teamId: string
      readonly reason: string
      readonly at: number
      readonly waitingFor: readonly string[]
      readonly strength: number
      readonly effect: 'sharedConstruction' | 'sharedStaff' | 'amplify' | null
      readonly knownPair: boolean
    }
  /** the last one makes it count */
  | { readonly type: 'crossReferenceConfirmed'; readonly crossReferenceId: string; readonly teamId: string; readonly at: number }
  | { readonly type: 'crossReferenceDeclined'; readonly crossReferenceId: string; readonly teamId: string; readonly reason: string }
  | {
      readonly type: 'crossReferenceRated'
      readonly crossReferenceId: string
      readonly strength: number
      readonly effect: 'sharedConstruction' | 'sharedStaff' | 'amplify' | null
    }
  /** known conflicts that nobody named come to light [C4] */
  | {
      readonly type: 'conflictsRevealed'
      readonly conflicts: readonly {
        readonly crossReferenceId: string
        readonly a: string
        readonly b: string
        readonly strength: number
        readonly reason: string
      }[]
      readonly at: number
    }
  | {
      readonly type: 'settlementProposed'
      readonly crossReferenceId: string
      readonly teamId: string
      readonly way: 'relocate' | 'stagger' | 'adapt' | 'compensate' | 'accept'
      readonly measureId: string
      readonly place?: Place
      readonly reason?: string
      readonly at: number
    }
  | {
      readonly type: 'conflictSettled'
      readonly crossReferenceId: string
      readonly extraCost: number
      readonly extraStaff: number
      readonly notBeforeRound: number | null
    }
  | { readonly type: 'requestDeferred'; readonly requestId: string }

export type CrossReferenceCommand = z.infer<(typeof CrossReferenceCommands)[keyof typeof CrossReferenceCommands]>

/** A cross-reference that may still be confirmed or declined by this team, or why not [C2]. */
function waiting(
  state: SessionState,
  id: string,
  teamId: string,
): { readonly ok: true; readonly reference: CrossReference } | Extract<Decision, { ok: false }> {
  const no = (decision: Decision) => decision as Extract<Decision, { ok: false }>
  const reference = entry(state.crossReferences, id)
  if (!reference) return no(reject('unknownCrossReference', { crossReferenceId: id }))
  if (reference.status !== 'proposed') return no(reject('notOpen', { crossReferenceId: id }))
  if (!reference.waitingFor.includes(teamId)) return no(reject('notYours', { teamIds: reference.waitingFor }))
  return { ok: true, reference }
}

/** [C1] Why this pair cannot be named now; undefined if it can. */
function namingRefusal(state: SessionState, kind: CrossReference['kind'], a: string, b: string): Decision | undefined {
  if (a === b) return reject('samePair', { measureId: a })
  for (const measureId of [a, b]) if (!measureOf(state, measureId)) return reject('unknownMeasure', { measureId })
  const missing = [a, b].filter((measureId) => !standingProposal(state, measureId))
  if (missing.length > 0) return reject('pairNotProposed', { measureIds: missing })
  const before = entry(state.crossReferences, idOf(kind, a, b))
  if (!before || before.status === 'dissolved') return undefined
  if (before.status !== 'declined') return reject('alreadyNamed', { crossReferenceId: before.id })
  return before.declines >= 2 ? reject('declinedTwice', { crossReferenceId: before.id }) : undefined
}

/**
 * [C4] Known conflicts between standing proposals that do not count yet come to light: those nobody named, and those that were
 * named and not confirmed, so that declining a conflict that is really there does not make it go away. One event, or none.
 */
export function conflictsToReveal(state: SessionState, at: number): SessionEvent[] {
  const conflicts = state.scenario.conflicts
    .filter(({ a, b }) => standingProposal(state, a) && standingProposal(state, b))
    .map(({ a, b, strength, reason }) => {
      const [first, second] = inOrder(a, b)
      return { crossReferenceId: idOf('conflict', a, b), a: first, b: second, strength, reason: pick(reason) }
    })
    .filter(({ crossReferenceId }) => {
      const status = entry(state.crossReferences, crossReferenceId)?.status
      return status !== 'confirmed' && status !== 'settled'
    })
  return conflicts.length > 0 ? [{ type: 'conflictsRevealed', conflicts, at }] : []
}

export const crossReferenceRules: Rules<CrossReferenceCommand> = {
  /** [C1] [C2] It waits for the leading teams that did not propose it; if there are none it counts at once. */
  proposeCrossReference: ({ kind, a, b, reason }, { actor, now }, state) => {
    const refusal = namingRefusal(state, kind, a, b)
    if (refusal) return refusal
    const teamId = actingTeam(actor)
    const [first, second] = inOrder(a, b)
    const waitingFor = leadersOf(state, { a, b }).filter((id) => id !== teamId)
    const voting = waitingFor.length === 0 ? whileVoting(state) : undefined
    if (voting) return voting
    const worth = pairWorth(state, kind, a, b)
    return accept({
      type: 'crossReferenceProposed',
      crossReferenceId: idOf(kind, a, b),
      kind,
      a: first,
      b: second,
      teamId,
      reason,
      at: now,
      waitingFor,
      ...worth,
    })
  },

  /** [C2] */
  confirmCrossReference: ({ crossReferenceId }, { actor, now }, state) => {
    const teamId = actingTeam(actor)
    const open = waiting(state, crossReferenceId, teamId)
    if (!open.ok) return open
    return whileVoting(state) ?? accept({ type: 'crossReferenceConfirmed', crossReferenceId, teamId, at: now })
  },

  /** [C2] */
  declineCrossReference: ({ crossReferenceId, reason }, { actor }, state) => {
    const teamId = actingTeam(actor)
    const open = waiting(state, crossReferenceId, teamId)
    return open.ok ? accept({ type: 'crossReferenceDeclined', crossReferenceId, teamId, reason }) : open
  },

  /** [C3] Only for pairs that the scenario does not know, and for synergies only where it lets the facilitator rate them. */
  rateCrossReference: ({ crossReferenceId, strength, effect }, _context, state) => {
    const reference = entry(state.crossReferences, crossReferenceId)
    if (!reference) return reject('unknownCrossReference', { crossReferenceId })
    if (reference.status !== 'proposed' && reference.status !== 'confirmed') return reject('notOpen', { crossReferenceId })
    const isSynergy = reference.kind === 'synergy'
    const fixed = reference.knownPair || (isSynergy && state.scenario.crossReferenceRules.unknownPairs === 'none')
    if (fixed) return reject('notAllowed', { crossReferenceId })
    const rated = isSynergy ? (effect ?? reference.effect) : null
    return whileVoting(state) ?? accept({ type: 'crossReferenceRated', crossReferenceId, strength, effect: rated })
  },

  /** [C5] Proposed by one leading team; where one team leads both measures it is settled at once. */
  settleConflict: ({ crossReferenceId, way, measureId, place, reason }, { actor, now }, state) => {
    const teamId = actingTeam(actor)
    const conflict = entry(state.crossReferences, crossReferenceId)
    if (!conflict) return reject('unknownCrossReference', { crossReferenceId })
    if (conflict.kind !== 'conflict' || conflict.status !== 'confirmed') return reject('notOpen', { crossReferenceId })
    const leaders = leadersOf(state, conflict)
    if (!leaders.includes(teamId)) return reject('notYours', { teamIds: leaders })
    const settlement = { way, measureId, place, reason }
    const refusal = whileVoting(state) ?? settlementRefusal(state, conflict, settlement)
    if (refusal) return refusal
    const proposed: SessionEvent = {
      type: 'settlementProposed',
      crossReferenceId,
      teamId,
      way,
      measureId,
      ...(way === 'relocate' && place ? { place } : {}),
      ...(reason ? { reason } : {}),
      at: now,
    }
    if (leaders.some((id) => id !== teamId)) return accept(proposed)
    return accept(proposed, { type: 'conflictSettled', crossReferenceId, ...settlementTerms(state, conflict, way, measureId) })
  },

  /** [C5] By the other leading team. What has become impossible since is refused. */
  confirmSettlement: ({ crossReferenceId }, { actor }, state) => {
    const conflict = entry(state.crossReferences, crossReferenceId)
    if (!conflict) return reject('unknownCrossReference', { crossReferenceId })
    const { settlement } = conflict
    if (conflict.status !== 'confirmed' || !settlement) return reject('notOpen', { crossReferenceId })
    const teamIds = leadersOf(state, conflict).filter((id) => id !== settlement.proposedBy)
    if (!settlementWaitsFor(state, crossReferenceId, actingTeam(actor))) return reject('notYours', { teamIds })
    const refusal = whileVoting(state) ?? settlementRefusal(state, conflict, settlement)
    return refusal ?? accept({ type: 'conflictSettled', crossReferenceId, ...settlementTerms(state, conflict, settlement.way, settlement.measureId) })
  },

  deferRequest: ({ requestId }, { actor }, state) =>
    waitsFor(state, requestId, actingTeam(actor)) ? accept({ type: 'requestDeferred', requestId }) : reject('unknownRequest', { requestId }),
}

/** The state with some fields of a cross-reference changed. */
function withReference(state: SessionState, id: string, change: Partial<CrossReference>): SessionState {
  return { ...state, crossReferences: { ...state.crossReferences, [id]: { ...known(state.crossReferences, id), ...change } } }
}

export const crossReferenceChanges: Changes<CrossReferenceEvent> = {
  crossReferenceProposed: (state, event) => {
    const { crossReferenceId: id, kind, a, b, teamId, reason, at, waitingFor, strength, effect, knownPair } = event
    const atOnce = waitingFor.length === 0
    const before = entry(state.crossReferences, id)
    const reference: CrossReference = {
      id,
      kind,
      a,
      b,
      proposedBy: teamId,
      reason,
      proposedAt: at,
      waitingFor,
      status: atOnce ? 'confirmed' : 'proposed',
      declines: before?.status === 'declined' ? before.declines : 0,
      confirmedAt: atOnce ? at : null,
      strength,
      effect,
      knownPair,
      settlement: null,
    }
    const deferred = state.deferred.includes(id) ? state.deferred.filter((other) => other !== id) : state.deferred
    return { ...state, deferred, crossReferences: { ...state.crossReferences, [id]: reference } }
  },

  crossReferenceConfirmed: (state, { crossReferenceId, teamId, at }) => {
    const waitingFor = known(state.crossReferences, crossReferenceId).waitingFor.filter((id) => id !== teamId)
    const counts = waitingFor.length === 0
    return withReference(state, crossReferenceId, counts ? { waitingFor, status: 'confirmed', confirmedAt: at } : { waitingFor })
  },

  crossReferenceDeclined: (state, { crossReferenceId, teamId, reason }) =>
    withReference(state, crossReferenceId, {
      status: 'declined',
      waitingFor: [],
      declines: known(state.crossReferences, crossReferenceId).declines + 1,
      declinedBy: teamId,
      declineReason: reason,
    }),

  crossReferenceRated: (state, { crossReferenceId, strength, effect }) => withReference(state, crossReferenceId, { strength, effect }),

  /** One that was named keeps who named it and why. */
  conflictsRevealed: (state, { conflicts, at }) => {
    const revealed = conflicts.map(({ crossReferenceId: id, a, b, strength, reason }): readonly [string, CrossReference] => {
      const before = entry(state.crossReferences, id)
      const named = before && (before.status === 'proposed' || before.status === 'declined') ? before : undefined
      const fresh = { id, kind: 'conflict' as const, a, b, proposedBy: null, reason, proposedAt: at, declines: 0, effect: null, settlement: null }
      return [id, { ...fresh, ...named, waitingFor: [], status: 'confirmed', confirmedAt: at, strength, knownPair: true }]
    })
    return { ...state, crossReferences: { ...state.crossReferences, ...Object.fromEntries(revealed) } }
  },

  settlementProposed: (state, { crossReferenceId, teamId, way, measureId, place, reason, at }) =>
    withReference(state, crossReferenceId, {
      settlement: { way, proposedBy: teamId, measureId, ...(place ? { place } : {}), ...(reason ? { reason } : {}), confirmed: false, at },
    }),

  conflictSettled: (state, { crossReferenceId, extraCost, extraStaff, notBeforeRound }) => {
    const { settlement } = known(state.crossReferences, crossReferenceId)
    if (!settlement) return state
    const terms = { extraCost, extraStaff, notBeforeRound }
    const settled = withReference(state, crossReferenceId, { status: 'settled', settlement: { ...settlement, confirmed: true, terms } })
    const moved = settlement.place ? withPlace(settled, settlement.measureId, settlement.place) : settled
    return withExtras(moved, settlement.measureId)
  },

  requestDeferred: (state, { requestId }) => (state.deferred.includes(requestId) ? state : { ...state, deferred: [...state.deferred, requestId] }),
}
