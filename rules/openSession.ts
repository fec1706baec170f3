import type { SessionOpened } from './events.ts'
import type { Scenario } from './scenario/scenario.ts'
import type { Accounts, Amounts, SessionState } from './session.ts'

const NOTHING: Amounts = { funds: 0, staff: 0 }

/** [S1] The state in which a session begins: first phase of the scenario, nobody there, door open, nothing issued. */
export function openSession(event: SessionOpened): SessionState {
  const { scenario } = event
  const first = scenario.phases[0]
  if (!first) throw new Error('a scenario has at least one phase')
  const perTeam = <T>(value: T): Readonly<Record<string, T>> => Object.fromEntries(scenario.teams.map((team) => [team.id, value]))
  return {
    title: event.title,
    textEdits: [],
    openedAt: event.at,
    scenario,
    attendance: { seats: {}, doorOpen: true, leaderSeatId: null, handOverTo: null, bots: [] },
    phaseId: first.id,
    phaseStartedAt: event.at,
    course: [{ phaseId: first.id, at: event.at }],
    round: first.round,
    clock: { running: false, remainingMs: first.minutes * 60_000, since: event.at, plannedMs: first.minutes * 60_000, closesAt: null, phaseClosed: false },
    paused: false,
    pausedBy: null,
    frozen: false,
    frozenTopic: '',
    closedAt: null,
    ready: [],
    probe: {},
    accounts: emptyAccounts(scenario),
    potConsents: {},
    soloPlans: perTeam({ measureIds: [], handedIn: false }),
    writtenMeasures: {},
    measureRequests: {},
    proposals: {},
    crossReferences: {},
    offers: {},
    focusAreas: {},
    incidents: [],
    lastingEffects: [],
    goalChanges: {},
    indicators: Object.fromEntries(scenario.indicators.map((i) => [i.id, i.start])),
    shortfalls: {},
    packageVote: null,
    resolutions: [],
    grantsThisRound: {},
    prioritisation: {
      measureIds: [],
      weights: {},
      dots: {},
      resistance: {},
      classes: {},
      reasons: {},
      revealed: [],
      procedure: null,
      procedureReason: '',
      order: [],
    },
    selfAssessment: { before: {}, after: {} },
    debriefing: { moods: {}, answers: {}, moodRevealed: false, revealed: [], slideId: null, figuresShown: false, cards: {}, best: null },
    announcements: [],
    hints: [],
    notes: [],
    annotations: [],
    deferred: [],
    wallDark: false,
    spotlight: null,
    steps: null,
  }
}

function emptyAccounts(scenario: Scenario): Accounts {
  return {
    teams: Object.fromEntries(scenario.teams.map((team) => [team.id, NOTHING])),
    pot: NOTHING,
    pledged: {},
    spent: NOTHING,
    retired: NOTHING,
    issued: NOTHING,
  }
}
