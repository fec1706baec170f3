import { ballotVoters, dotBallots, votersIn } from './ballots.ts'
import { goalWeights } from './effects.ts'
import { entry } from './ids.ts'
import { knownMeasure } from './measureOf.ts'
import { courseOf } from './report/course.ts'
import { edited, withFreeTexts } from './report/freeTexts.ts'
import { accountsOf, followUpCostsOf, roundsOf } from './report/funding.ts'
import { listRows } from './report/listRows.ts'
import { conflictsOf, synergiesOf, unsettledConflictsOf } from './report/references.ts'
import { emptyDistrictsOf, focusAreasOf, incidentsOf, shortfallsOf, soloPlansOf, townOf } from './report/town.ts'
import { type SessionState, STATUS_QUO, type TransferCard } from './session.ts'
import type { ReportCard, ReportGoal, ReportOffice, ReportProcedure, ReportResolution, ReportScenario, SessionReport } from './sessionReport.ts'
import type { ResultsView } from './sessionView.ts'
import { moodCounts, shownAnswers, valueView } from './views/debriefingView.ts'
import { resultsView } from './views/decisionViews.ts'
import { listEntries, listInfo } from './views/listViews.ts'
import { isUnsealed, phaseOf } from './views/phaseOf.ts'
import { allFigures } from './views/slideFigures.ts'
import { promisesMade } from './views/teamView.ts'

/**
 * What a session came to, or stands at: everything that exports show. Works in every phase [S6].
 * Free texts are as the facilitator lets them leave the room [S8].
 * What is sealed stays so: plans made alone before the debriefing [A2], ballots that are not revealed, answers that were not shown.
 */
export function report(state: SessionState): SessionReport {
  return withFreeTexts(reportAsWritten(state), (text) => edited(text, state.textEdits))
}

/** The same with every free text as it was written: for those who decide what leaves the room [S8]. */
export function reportAsWritten(state: SessionState): SessionReport {
  const results = resultsView(state)
  return {
    title: state.title,
    openedAt: state.openedAt,
    closedAt: state.closedAt,
    phaseTitle: phaseOf(state).title,
    round: state.round,
    course: courseOf(state),
    scenario: scenarioOf(state),
    offices: officesOf(state),
    goals: goalsOf(state, results),
    scale: state.scenario.prioritisation.scale,
    columns: state.scenario.prioritisation.columns ?? {},
    list: listRows(state, listEntries(state), results),
    procedure: procedureOf(state, results),
    resolutions: resolutionsOf(state),
    synergies: synergiesOf(state),
    conflicts: conflictsOf(state),
    unsettledConflicts: unsettledConflictsOf(state),
    rounds: roundsOf(state),
    followUpCosts: followUpCostsOf(state),
    accounts: accountsOf(state),
    focusAreas: focusAreasOf(state),
    districtsWithout: emptyDistrictsOf(state),
    town: townOf(state),
    incidents: incidentsOf(state),
    shortfalls: shortfallsOf(state),
    alone: isUnsealed(state) ? soloPlansOf(state) : [],
    value: isUnsealed(state) ? valueView(state) : null,
    transferCards: Object.values(state.debriefing.cards).map(cardOf),
    answers: answersOf(state),
    moods: moodCounts(state),
    figures: allFigures(state),
  }
}

function scenarioOf({ scenario }: SessionState): ReportScenario {
  const { id, version, title, variantTitle, minutes, note, municipality, authors, licence } = scenario
  return {
    id,
    version,
    title,
    variantTitle,
    minutes,
    note,
    municipality: municipality.name,
    inhabitants: municipality.inhabitants,
    fictional: municipality.fictional,
    authors: authors ?? '',
    licence: licence ?? '',
  }
}

function cardOf({ stack, text, teamId, withTeamIds, until }: TransferCard): ReportCard {
  return { stack, text, teamId: teamId ?? '', withTeamIds: withTeamIds ?? [], until: until ?? '' }
}

/** Offices with what became of their promises [O3], counted. */
function officesOf(state: SessionState): readonly ReportOffice[] {
  const promises = promisesMade(state)
  return state.scenario.teams.map(({ id, name, department, letter, colour, task }) => {
    const own = promises.filter(({ by }) => by === id)
    return {
      teamId: id,
      name,
      department,
      task: task ?? '',
      letter,
      colour,
      bot: state.attendance.bots.includes(id),
      promisesKept: own.filter(({ state: became }) => became === 'kept').length,
      promisesBroken: own.filter(({ state: became }) => became === 'broken').length,
    }
  })
}

function goalsOf(state: SessionState, { weights }: ResultsView): readonly ReportGoal[] {
  const scenarioWeights = goalWeights(state)
  return state.scenario.goals.map(({ id, name }) => ({ id, name, scenarioWeight: entry(scenarioWeights, id) ?? 0, weighed: entry(weights, id) ?? null }))
}

function procedureOf(state: SessionState, { resistance }: ResultsView): ReportProcedure {
  const { procedure, alpha, beta } = state.scenario.prioritisation
  return {
    ...listInfo(state),
    scenarioProcedure: procedure,
    alpha,
    beta,
    ballots: {
      weights: votersIn(state, 'weights').length,
      dots: votersIn(state, 'dots').length,
      resistance: votersIn(state, 'resistance').length,
      classes: votersIn(state, 'classes').length,
      voters: ballotVoters(state, 'weights').length,
    },
    statusQuo: entry(resistance, STATUS_QUO) ?? null,
    dotBallots: dotBallots(state),
  }
}

function resolutionsOf(state: SessionState): readonly ReportResolution[] {
  return state.resolutions.map(({ round, at, adopted, measureIds, yes, reservations, no, reasons }) => ({
    round,
    at,
    adopted,
    codes: measureIds.map((id) => knownMeasure(state, id).code),
    yes,
    reservations,
    no,
    reasons,
  }))
}

/** Answers that were shown, question by question: of the debriefing, and of played incidents. */
function answersOf(state: SessionState): SessionReport['answers'] {
  const { debriefing, incidents } = state.scenario
  const questions = [...debriefing, ...incidents.flatMap(({ id, question }) => (question === undefined ? [] : [{ id, question }]))]
  const shown = shownAnswers(state)
  return questions.flatMap(({ id, question }) => {
    const texts = entry(shown, id)
    return texts ? [{ question, texts }] : []
  })
}
