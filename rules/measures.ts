import { z } from 'zod'
import { actingTeam } from './actingTeam.ts'
import { automaticProgramme } from './automaticProgramme.ts'
import { crossReferencesOf, partnerIn, standingProposal, workingSynergies } from './crossReferencesOf.ts'
import { accept, type Changes, type Decision, type Rules, reject } from './decision.ts'
import { entry, Id, known } from './ids.ts'
import { release } from './ledger.ts'
import { measureOf } from './measureOf.ts'
import { openOffersNaming } from './openOffers.ts'
import { PlaceInput, placeRefusal, usualPlace } from './placement.ts'
import { HORIZONS, type Measure, Money, SPATIAL_KINDS, Staff } from './scenario/parts.ts'
import type { Amounts, Place, Proposal, SessionState } from './session.ts'
import { relocatedBy, withExtras } from './settlement.ts'
import { synergyWorth } from './synergyWorth.ts'
import { ShortText } from './texts.ts'
import { whileVoting } from './whileVoting.ts'
import { withoutKey } from './withoutKey.ts'
import { templateRefusal, writtenMeasure } from './writtenMeasure.ts'

/** Chapter [M]: measures and proposals. */

export const MeasureCommands = {
  requestMeasure: z.strictObject({ type: z.literal('requestMeasure'), measureId: Id }),
  proposeMeasure: z.strictObject({ type: z.literal('proposeMeasure'), measureId: Id, place: PlaceInput.optional() }),
  locateMeasure: z.strictObject({ type: z.literal('locateMeasure'), measureId: Id, place: PlaceInput }),
  withdrawMeasure: z.strictObject({ type: z.literal('withdrawMeasure'), measureId: Id }),
  writeMeasure: z.strictObject({
    type: z.literal('writeMeasure'),
    title: z.string().trim().min(3).max(120),
    fieldOfAction: z.string().trim().min(1).max(60),
    spatialReference: z.enum(SPATIAL_KINDS),
    areaId: Id.optional(),
    cost: Money,
    staff: Staff,
    timeHorizon: z.enum(HORIZONS),
    effects: z.record(Id, z.int().min(-20).max(20)),
  }),
  approveMeasure: z.strictObject({ type: z.literal('approveMeasure'), measureId: Id, approved: z.boolean(), answer: ShortText.optional() }),
}

export type MeasureEvent =
  | { readonly type: 'measureRequested'; readonly requestId: string; readonly measureId: string; readonly teamId: string; readonly at: number }
  | {
      readonly type: 'measureProposed'
      readonly measureId: string
      readonly teamId: string
      readonly place: Place
      readonly at: number
      readonly programmeId: string | null
    }
  | { readonly type: 'measureLocated'; readonly measureId: string; readonly place: Place }
  /** `returned`: payer → what flows back [M4] */
  | {
      readonly type: 'measureWithdrawn'
      readonly measureId: string
      readonly returned: Readonly<Record<string, Amounts>>
      readonly lapsedOffers: readonly string[]
      readonly dissolved: readonly string[]
      /** programme whose application lapses */
      readonly lapsedProgrammeId: string | null
    }
  | { readonly type: 'measureWritten'; readonly measure: Measure }
  | { readonly type: 'measureApproved'; readonly measureId: string; readonly approved: boolean; readonly answer: string }

export type MeasureCommand = z.infer<(typeof MeasureCommands)[keyof typeof MeasureCommands]>

/** [M4] The adopted measure that has saved by a synergy with this one; its figures are settled, so what they rest on cannot go. */
function savingThatRestsOn(state: SessionState, measureId: string): string | undefined {
  return workingSynergies(state, measureId)
    .filter((reference) => synergyWorth(state, reference).savedAt === partnerIn(reference, measureId))
    .map((reference) => partnerIn(reference, measureId))
    .find((partner) => standingProposal(state, partner)?.status === 'adopted')
}

/** The team's own proposal that can still be changed, or why it cannot [M1] [M4]. */
export function ownOpenProposal(
  state: SessionState,
  measureId: string,
  teamId: string,
): { readonly ok: true; readonly proposal: Proposal } | Extract<Decision, { ok: false }> {
  const no = (decision: Decision) => decision as Extract<Decision, { ok: false }>
  const proposal = entry(state.proposals, measureId)
  if (!proposal || proposal.status === 'withdrawn') return no(reject('notProposed', { measureId }))
  if (proposal.teamId !== teamId) return no(reject('notYourMeasure', { measureId, leadTeamId: proposal.teamId }))
  if (proposal.status === 'adopted') return no(reject('alreadyAdopted', { measureId }))
  return { ok: true, proposal }
}

/** Why the team cannot propose the measure now; undefined if it can. */
function proposalRefusal(state: SessionState, measureId: string, teamId: string): Decision | undefined {
  const measure = measureOf(state, measureId)
  if (!measure) return entry(state.writtenMeasures, measureId) ? reject('notApproved', { measureId }) : reject('unknownMeasure', { measureId })
  if (measure.leadTeamId !== teamId) return reject('notYourMeasure', { measureId, leadTeamId: measure.leadTeamId })
  const standing = entry(state.proposals, measureId)?.status
  if (standing === 'adopted') return reject('alreadyAdopted', { measureId })
  if (standing === 'proposed') return reject('alreadyProposed', { measureId })
  const exclusion = state.scenario.exclusions.find(({ a, b }) => {
    const other = a === measureId ? b : b === measureId ? a : undefined
    return other !== undefined && entry(state.proposals, other)?.status === 'adopted'
  })
  if (exclusion) return reject('measureExcluded', { measureId, otherId: exclusion.a === measureId ? exclusion.b : exclusion.a })
  return whileVoting(state)
}

export const measureRules: Rules<MeasureCommand> = {
  /** [M1] Any team may ask for a measure of another one. */
  requestMeasure: ({ measureId }, { actor, newId, now }, state) => {
    const teamId = actingTeam(actor)
    const measure = measureOf(state, measureId)
    if (!measure) return reject('unknownMeasure', { measureId })
    if (measure.leadTeamId === teamId) return reject('ownTeam', { measureId })
    const standing = entry(state.proposals, measureId)?.status
    if (standing === 'adopted') return reject('alreadyAdopted', { measureId })
    if (standing === 'proposed') return reject('alreadyProposed', { measureId })
    const asked = Object.values(state.measureRequests).some((r) => r.measureId === measureId && r.fromTeamId === teamId && r.status === 'open')
    if (asked) return reject('alreadyRequested', { measureId })
    return accept({ type: 'measureRequested', requestId: newId(), measureId, teamId, at: now })
  },

  /** [M1] [M2] Proposed by its lead, one proposal at a time; automatic programmes come with it [F1]. */
  proposeMeasure: ({ measureId, place }, { actor, now }, state) => {
    const teamId = actingTeam(actor)
    const refusal = proposalRefusal(state, measureId, teamId)
    const measure = measureOf(state, measureId)
    if (refusal || !measure) return refusal ?? reject('unknownMeasure', { measureId })
    const chosen = place ?? usualPlace(state.scenario, measure)
    if (!chosen) return reject('placeMissing', { measureId, expected: measure.spatialReference })
    const rejection = placeRefusal(state.scenario, measure, chosen)
    if (rejection) return { ok: false, rejection }
    return accept({ type: 'measureProposed', measureId, teamId, place: chosen, at: now, programmeId: automaticProgramme(state, measure) })
  },

  /** [M2] A place on which a conflict was settled stays [C5]. */
  locateMeasure: ({ measureId, place }, { actor }, state) => {
    const own = ownOpenProposal(state, measureId, actingTeam(actor))
    if (!own.ok) return own
    const measure = measureOf(state, measureId)
    if (!measure) return reject('unknownMeasure', { measureId })
    const rejection = placeRefusal(state.scenario, measure, place)
    if (rejection) return { ok: false, rejection }
    const agreement = relocatedBy(state, measureId)
    if (agreement !== undefined) return reject('placeNotAllowed', { areaIds: measure.allowedAreaIds, crossReferenceId: agreement })
    return whileVoting(state) ?? accept({ type: 'measureLocated', measureId, place })
  },

  /** [M4] Everything that hangs on the proposal goes with it, and the event says what. */
  withdrawMeasure: ({ measureId }, { actor }, state) => {
    const own = ownOpenProposal(state, measureId, actingTeam(actor))
    if (!own.ok) return own
    const adoptedId = savingThatRestsOn(state, measureId)
    if (adoptedId !== undefined) return reject('savingRestsOnIt', { measureId, adoptedId })
    const dissolved = crossReferencesOf(state, measureId)
      .filter(({ status }) => status === 'proposed' || status === 'confirmed' || status === 'settled')
      .map(({ id }) => id)
    return (
      whileVoting(state) ??
      accept({
        type: 'measureWithdrawn',
        measureId,
        returned: entry(state.accounts.pledged, measureId) ?? {},
        lapsedOffers: openOffersNaming(state, [measureId, ...dissolved]),
        dissolved,
        lapsedProgrammeId: own.proposal.programmeId,
      })
    )
  },

  /** [M3] */
  writeMeasure: (command, { actor }, state) => {
    const rejection = templateRefusal(state.scenario, command)
    return rejection ? { ok: false, rejection } : accept({ type: 'measureWritten', measure: writtenMeasure(state, command, actingTeam(actor)) })
  },

  /** [M3] It counts once approved; returned with an answer it can be approved later still. */
  approveMeasure: ({ measureId, approved, answer }, _context, state) => {
    const written = entry(state.writtenMeasures, measureId)
    if (!written) return reject('unknownMeasure', { measureId })
    if (written.status === 'approved' || (written.status === 'returned' && !approved)) return reject('notOpen', { measureId })
    return accept({ type: 'measureApproved', measureId, approved, answer: answer ?? '' })
  },
}

export const measureChanges: Changes<MeasureEvent> = {
  measureRequested: (state, { requestId, measureId, teamId, at }) => ({
    ...state,
    measureRequests: { ...state.measureRequests, [requestId]: { id: requestId, measureId, fromTeamId: teamId, at, status: 'open' } },
  }),

  measureProposed: (state, { measureId, teamId, place, at, programmeId }) => {
    const proposal: Proposal = {
      measureId,
      teamId,
      place,
      proposedAt: at,
      round: state.round,
      status: 'proposed',
      programmeId,
      adoptedRound: null,
      adopted: null,
      extraCost: 0,
      extraStaff: 0,
      notBeforeRound: null,
    }
    return { ...withRequestsFulfilled(state, measureId), proposals: { ...state.proposals, [measureId]: proposal } }
  },

  measureLocated: (state, { measureId, place }) => ({
    ...state,
    proposals: { ...state.proposals, [measureId]: { ...known(state.proposals, measureId), place } },
  }),

  measureWithdrawn: (state, { measureId, returned, lapsedOffers, dissolved }) => {
    const accounts = Object.entries(returned).reduce((a, [payer, amounts]) => release(a, measureId, payer, amounts), state.accounts)
    const proposal: Proposal = { ...known(state.proposals, measureId), status: 'withdrawn', programmeId: null }
    const offers = lapsedOffers.reduce((all, id) => ({ ...all, [id]: { ...known(all, id), status: 'lapsed' as const } }), state.offers)
    const crossReferences = dissolved.reduce(
      (all, id) => ({ ...all, [id]: { ...known(all, id), status: 'dissolved' as const, waitingFor: [] } }),
      state.crossReferences,
    )
    const partners = dissolved.flatMap((id) => [known(state.crossReferences, id).a, known(state.crossReferences, id).b])
    const withdrawn = {
      ...state,
      accounts,
      offers,
      crossReferences,
      proposals: { ...state.proposals, [measureId]: proposal },
      potConsents: withoutKey(state.potConsents, measureId),
    }
    return partners.reduce(withExtras, withdrawn)
  },

  measureWritten: (state, { measure }) => ({
    ...state,
    writtenMeasures: { ...state.writtenMeasures, [measure.id]: { measure, status: 'waiting' } },
  }),

  measureApproved: (state, { measureId, approved, answer }) => ({
    ...state,
    writtenMeasures: {
      ...state.writtenMeasures,
      [measureId]: { ...known(state.writtenMeasures, measureId), status: approved ? 'approved' : 'returned', answer },
    },
  }),
}

function withRequestsFulfilled(state: SessionState, measureId: string): SessionState {
  const open = Object.values(state.measureRequests).filter((request) => request.measureId === measureId && request.status === 'open')
  if (open.length === 0) return state
  const fulfilled = Object.fromEntries(open.map((request) => [request.id, { ...request, status: 'fulfilled' as const }]))
  return { ...state, measureRequests: { ...state.measureRequests, ...fulfilled } }
}
