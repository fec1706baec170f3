import { entry } from '../ids.ts'
import { perObject } from '../memo.ts'
import type { Accounts, Clock, SessionState, Step } from '../session.ts'
import type { ClockView, RecentView, SharedView, TeamStatus } from '../sessionView.ts'
import { latestSteps } from '../steps.ts'
import { crossReferenceViews } from './crossReferenceViews.ts'
import { debriefingView } from './debriefingView.ts'
import { ballotsView, packageView, resolutionViews, resultsView } from './decisionViews.ts'
import { listInfoView, listView } from './listViews.ts'
import { phaseOf } from './phaseOf.ts'
import { proposalViews } from './proposalViews.ts'
import { remember } from './remember.ts'
import {
  addedMeasureViews,
  changedEffects,
  currentGoalWeights,
  districtsWithoutView,
  focusAreaViews,
  incidentViews,
  programmeViews,
  shortfallViews,
} from './townViews.ts'

/** What everyone may see, the wall included [V1] [V2]. Computed from the state alone. */
export function sharedView(state: SessionState): SharedView {
  const { kind, step, round } = phaseOf(state)
  return {
    title: state.title,
    origin: state.whatIf?.origin ?? null,
    phase: { id: state.phaseId, kind, step: step ?? '', round, startedAt: state.phaseStartedAt },
    clock: clockView(state.clock),
    paused: state.paused,
    pausedBy: state.pausedBy ?? '',
    frozen: state.frozen,
    frozenTopic: state.frozenTopic,
    closed: state.closedAt !== null,
    doorOpen: state.attendance.doorOpen,
    teams: teamStatuses(state),
    pot: state.accounts.pot,
    seats: seatViews(state),
    proposals: proposalViews(state),
    addedMeasures: addedMeasureViews(state),
    crossReferences: crossReferenceViews(state),
    focusAreas: focusAreaViews(state),
    programmes: programmeViews(state),
    changedEffects: changedEffects(state),
    goalWeights: currentGoalWeights(state),
    indicators: state.indicators,
    incidents: incidentViews(state),
    shortfalls: shortfallViews(state),
    package: packageView(state),
    resolutions: resolutionViews(state),
    ballots: ballotsView(state),
    results: resultsView(state),
    list: listView(state),
    listInfo: listInfoView(state),
    announcements: state.announcements,
    spotlight: state.spotlight ?? NO_SPOTLIGHT,
    wallDark: state.wallDark,
    debriefing: debriefingView(state),
    districtsWithout: districtsWithoutView(state),
    recent: recentSteps(state),
  }
}

const NO_SPOTLIGHT = { kind: '', id: '' }

function clockView(clock: Clock): ClockView {
  const { running, remainingMs, since, plannedMs, closesAt, phaseClosed } = clock
  return { running, remainingMs, since, plannedMs, closesAt: closesAt ?? 0, phaseClosed }
}

const teamStatuses = remember(
  ({ accounts, ready, probe, attendance, soloPlans }) => [accounts, ready, probe, attendance.bots, soloPlans],
  (state): SharedView['teams'] => Object.fromEntries(state.scenario.teams.map(({ id }) => [id, teamStatus(state, id)])),
)

function teamStatus(state: SessionState, teamId: string): TeamStatus {
  const free = entry(state.accounts.teams, teamId) ?? { funds: 0, staff: 0 }
  const pledged = pledgedBy(state.accounts, teamId)
  return {
    funds: free.funds,
    staff: free.staff,
    pledgedFunds: pledged.funds,
    pledgedStaff: pledged.staff,
    ready: state.ready.includes(teamId),
    probe: entry(state.probe, teamId) ?? 0,
    bot: state.attendance.bots.includes(teamId),
    soloHandedIn: entry(state.soloPlans, teamId)?.handedIn ?? false,
  }
}

/** Everything this payer has pledged and not spent yet. */
function pledgedBy(accounts: Accounts, payer: string): { funds: number; staff: number } {
  let funds = 0
  let staff = 0
  for (const payers of Object.values(accounts.pledged)) {
    const pledge = entry(payers, payer)
    funds += pledge?.funds ?? 0
    staff += pledge?.staff ?? 0
  }
  return { funds, staff }
}

const seatViews = remember(
  ({ attendance }) => [attendance.seats],
  ({ attendance }): SharedView['seats'] =>
    Object.fromEntries(Object.values(attendance.seats).map(({ id, role, teamId }) => [id, { role, teamId: teamId ?? '' }])),
)

/** Steps that everyone in the room may know of; plans, offers, ballots, and refusals are not among them. */
const PUBLIC_STEPS: ReadonlySet<string> = new Set([
  'startPhase',
  'proposeMeasure',
  'locateMeasure',
  'withdrawMeasure',
  'proposeCrossReference',
  'confirmCrossReference',
  'confirmSettlement',
  'acceptOffer',
  'pledge',
  'withdrawPledge',
  'pledgePot',
  'applyForFunding',
  'declareFocusArea',
  'confirmFocusArea',
  'playIncident',
  'adjustBudget',
])
const RECENT_LENGTH = 8

const recentSteps = remember(
  ({ steps, offers }) => [steps, offers],
  ({ steps, offers }): readonly RecentView[] =>
    latestSteps(steps, RECENT_LENGTH, ({ type }) => PUBLIC_STEPS.has(type)).map((step) =>
      step.type === 'acceptOffer' ? agreement(step, offers) : plainStep(step),
    ),
)

/** Told once for each step: a list of recent ones moves on with every tap. */
const plainStep = perObject((step: Step): RecentView => ({ ...beginOf(step), otherTeamId: step.otherTeamId ?? '', subjects: step.subjects }))

/** An accepted offer is told as an agreement of two teams, without what was agreed. */
function agreement(step: Step, offers: SessionState['offers']): RecentView {
  return { ...beginOf(step), otherTeamId: entry(offers, step.subjects[0] ?? '')?.from ?? '', subjects: [] }
}

const beginOf = ({ sequence, at, type, teamId, through }: Step) => ({ sequence, at, type, teamId: teamId ?? '', through: through ?? ('' as const) })
