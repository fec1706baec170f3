import { byCode, entry } from '../ids.ts'
import { incidentsOut } from '../incidents.ts'
import { measureOf } from '../measureOf.ts'
import { POT, type SessionState } from '../session.ts'
import type { FacilitatorView } from '../sessionView.ts'
import { soloUse } from '../soloMeans.ts'
import { latestSteps } from '../steps.ts'
import { valueView } from './debriefingView.ts'
import { ordersView } from './listViews.ts'
import { isUnsealed } from './phaseOf.ts'
import { remember } from './remember.ts'
import { openRequests } from './requests.ts'
import { slideFigures } from './slideFigures.ts'
import { requestView } from './teamView.ts'
import type { Viewer } from './viewer.ts'

/** As many steps as anyone looks through for one to take back; the rules know all of the round. */
const SHOWN_STEPS = 150

/** What only facilitators see. No ballots, and of plans made alone only counts and sums. */
export function facilitatorView(state: SessionState, viewer: Viewer): FacilitatorView {
  const { leaderSeatId, handOverTo, seats } = state.attendance
  const { best } = state.debriefing
  return {
    role: 'facilitator',
    leads: leaderSeatId === viewer.seatId,
    leaderSeatId: leaderSeatId ?? '',
    handOverTo: handOverTo ?? '',
    seats: Object.fromEntries(
      Object.values(seats).map(({ id, role, teamId, label, takenAt }) => [id, { role, teamId: teamId ?? '', label: label ?? '', takenAt }]),
    ),
    steps: Object.fromEntries(latestSteps(state.steps, SHOWN_STEPS).map((step) => [String(step.sequence), step])),
    offers: state.offers,
    openRequests: openRequests(state).flatMap((request) => request.forTeamIds.map((teamId) => ({ ...requestView(state, request), teamId }))),
    unapproved: unapproved(state),
    unrated: unrated(state),
    solo: soloSums(state),
    contacts: contacts(state),
    course: state.course,
    notes: state.notes,
    annotations: state.annotations,
    incidentsOut: incidentsOut(state),
    optimum: best && { status: 'found', found: best.column.total, bound: best.bound },
    slideFigures: slideFigures(state),
    value: isUnsealed(state) ? valueView(state) : null,
    orders: ordersView(state),
  }
}

function unapproved({ writtenMeasures }: SessionState): FacilitatorView['unapproved'] {
  return Object.fromEntries(
    Object.values(writtenMeasures)
      .filter(({ status }) => status === 'waiting')
      .map(({ measure }) => [measure.id, { teamId: measure.leadTeamId, measure: JSON.stringify(measure) }]),
  )
}

/** [C3] Confirmed synergies that the scenario does not know and that count for nothing until the facilitator says how strong they are. */
function unrated({ crossReferences, scenario }: SessionState): readonly string[] {
  if (scenario.crossReferenceRules.unknownPairs !== 'byFacilitator') return []
  return Object.values(crossReferences)
    .filter(({ kind, knownPair, status, effect }) => kind === 'synergy' && !knownPair && status === 'confirmed' && effect === null)
    .map(({ id }) => id)
}

/** [V1] What the departments plan alone stays theirs; the facilitator sees how much it is. */
const soloSums = remember(({ soloPlans, lastingEffects, writtenMeasures }) => [soloPlans, lastingEffects, writtenMeasures], sumSolo)

function sumSolo(state: SessionState): FacilitatorView['solo'] {
  return Object.fromEntries(
    Object.entries(state.soloPlans).map(([teamId, { measureIds, handedIn }]) => [
      teamId,
      { count: measureIds.length, ...soloUse(state, measureIds), handedIn },
    ]),
  )
}

/** `teamA|teamB` in code order → how often they had to do with each other: cross-references, offers, pledges. Pairs without contact count 0. */
const contacts = remember(
  ({ crossReferences, offers, proposals, accounts, writtenMeasures }) => [crossReferences, offers, proposals, accounts.pledged, writtenMeasures],
  countContacts,
)

function countContacts(state: SessionState): Readonly<Record<string, number>> {
  const teams = state.scenario.teams.map(({ id }) => id).sort(byCode)
  const counts = new Map(teams.flatMap((one, index) => teams.slice(index + 1).map((other): [string, number] => [`${one}|${other}`, 0])))
  for (const [one, other] of meetings(state)) {
    const pair = byCode(one, other) < 0 ? `${one}|${other}` : `${other}|${one}`
    const count = counts.get(pair)
    if (count !== undefined) counts.set(pair, count + 1)
  }
  return Object.fromEntries(counts)
}

function meetings(state: SessionState): readonly (readonly [string, string])[] {
  const leadOf = (measureId: string): string => measureOf(state, measureId)?.leadTeamId ?? ''
  const references = Object.values(state.crossReferences).filter(({ proposedBy }) => proposedBy !== null)
  const pledges = Object.values(state.proposals).flatMap(({ measureId, teamId, adopted }) =>
    Object.keys(adopted?.paidBy ?? entry(state.accounts.pledged, measureId) ?? {})
      .filter((payer) => payer !== POT)
      .map((payer): [string, string] => [payer, teamId]),
  )
  return [
    ...references.map(({ a, b }): [string, string] => [leadOf(a), leadOf(b)]),
    ...Object.values(state.offers).map(({ from, to }): [string, string] => [from, to]),
    ...pledges,
  ]
}
