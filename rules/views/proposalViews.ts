import { NOTHING, sum } from '../amounts.ts'
import { costOf } from '../costing.ts'
import { missingFor, pledgedTo } from '../coverage.ts'
import { partnerIn, workingSynergies } from '../crossReferencesOf.ts'
import { effectsOf, goalWeights, weighted } from '../effects.ts'
import { missingConditions } from '../fundingConditions.ts'
import { areaOf, districtOf, pointsOf } from '../geometry.ts'
import { byCode, entry } from '../ids.ts'
import { knownMeasure } from '../measureOf.ts'
import { missingPrerequisites, openConflictsOf, proposalStatus } from '../proposalStatus.ts'
import { type Amounts, type Place, POT, type Proposal, type SessionState } from '../session.ts'
import type { PlaceView, ProposalView, SharedView } from '../sessionView.ts'
import { remember } from './remember.ts'
import { proposalSlices } from './slices.ts'

/** Every proposal with its money, staff, state and partners; withdrawn ones too, since the list still shows them. */
export const proposalViews = remember(proposalSlices, (state): SharedView['proposals'] => {
  const weights = goalWeights(state)
  return Object.fromEntries(Object.values(state.proposals).map((proposal) => [proposal.measureId, proposalView(state, proposal, weights)]))
})

const NO_PLEDGES: Readonly<Record<string, Amounts>> = {}

function proposalView(state: SessionState, proposal: Proposal, weights: Readonly<Record<string, number>>): ProposalView {
  const { measureId, teamId, place, round, programmeId, adoptedRound } = proposal
  const costing = costOf(state, measureId)
  const open = proposal.status === 'proposed'
  const pledged = proposal.adopted ? sum(Object.values(proposal.adopted.paidBy)) : pledgedTo(state, measureId)
  const missing = open ? missingFor(state, measureId) : NOTHING
  return {
    teamId,
    place: placeView(state, measureId, place),
    status: proposalStatus(state, measureId),
    round,
    totalCost: costing.totalCost,
    savings: costing.savings,
    grant: costing.grant,
    rate: costing.rate,
    bonus: costing.bonus,
    ownContribution: costing.ownContribution,
    staffNeed: costing.staffNeed,
    pledgedFunds: pledged.funds,
    pledgedStaff: pledged.staff,
    missingFunds: missing.funds,
    missingStaff: missing.staff,
    pledges: payersOf(state, proposal),
    programmeId: programmeId ?? '',
    missingConditions: open && programmeId !== null ? missingConditions(state, measureId, programmeId).map(({ kind }) => kind) : [],
    openConflicts: openConflictsOf(state, measureId),
    missingPrerequisites: open ? missingPrerequisites(state, measureId) : [],
    adoptedRound: adoptedRound ?? 0,
    points: weighted(effectsOf(state, measureId), weights),
    partners: partnersOf(state, proposal),
  }
}

/** Who has pledged, or paid. */
function payersOf(state: SessionState, { measureId, adopted }: Proposal): Readonly<Record<string, Amounts>> {
  return adopted?.paidBy ?? entry(state.accounts.pledged, measureId) ?? NO_PLEDGES
}

/** Other teams that joined: they pledged or paid, or lead the other measure of a synergy that works. By code. */
function partnersOf(state: SessionState, proposal: Proposal): readonly string[] {
  const { measureId, teamId } = proposal
  const synergies = proposal.status === 'withdrawn' ? [] : workingSynergies(state, measureId)
  const partners = new Set([
    ...Object.keys(payersOf(state, proposal)),
    ...synergies.map((synergy) => knownMeasure(state, partnerIn(synergy, measureId)).leadTeamId),
  ])
  partners.delete(teamId)
  partners.delete(POT)
  return [...partners].sort(byCode)
}

/** A place in the flat form of the wire, with the area it counts for and the local district it lies in. */
function placeView(state: SessionState, measureId: string, place: Place): PlaceView {
  return {
    kind: place.kind,
    coordinates: pointsOf(place).flat(),
    areaId: areaOf(state.scenario, place, knownMeasure(state, measureId)) ?? '',
    districtId: districtOf(state.scenario, place) ?? '',
  }
}
