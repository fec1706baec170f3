import { carryingTeams } from '../carryingTeams.ts'
import { costOf } from '../costing.ts'
import { crossReferencesOf, partnerIn, standingProposal, works } from '../crossReferencesOf.ts'
import { effectsOf } from '../effects.ts'
import { areaOf, districtOf } from '../geometry.ts'
import { entry, known } from '../ids.ts'
import { knownMeasure } from '../measureOf.ts'
import { proposalStatus } from '../proposalStatus.ts'
import type { Measure } from '../scenario/parts.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { LocalText } from '../scenario/text.ts'
import type { CrossReference, Place, Proposal, SessionState } from '../session.ts'
import type { ReportPlace, ReportRow } from '../sessionReport.ts'
import type { ListEntryView, ResultsView } from '../sessionView.ts'
import { partnerOf } from './references.ts'

/** The lines of the list with everything that an office expects of one. */
export function listRows(state: SessionState, list: readonly ListEntryView[], results: ResultsView): readonly ReportRow[] {
  return list.map((entryOfList) => listRow(state, entryOfList, results))
}

function listRow(state: SessionState, line: ListEntryView, results: ResultsView): ReportRow {
  const { measureId } = line
  const { scenario } = state
  const measure = knownMeasure(state, measureId)
  const proposal = known(state.proposals, measureId)
  const costing = costOf(state, measureId)
  const references = crossReferencesOf(state, measureId)
  return {
    rank: line.rank,
    code: measure.code,
    title: measure.title,
    fieldOfAction: measure.fieldOfAction,
    leadDepartment: departmentOf(scenario, measure.leadTeamId),
    involvedDepartments: carryingTeams(state, measureId)
      .filter((teamId) => teamId !== measure.leadTeamId)
      .map((teamId) => departmentOf(scenario, teamId)),
    spatialReference: placeOf(state, measure, proposal.place),
    goalReferences: goalReferences(state, measureId),
    priority: line.priority,
    timeHorizon: measure.timeHorizon,
    estimatedCost: costing.totalCost,
    fundingProgramme: programmeOf(scenario, proposal.programmeId),
    fundingRate: costing.rate,
    ownContribution: costing.ownContribution,
    followUpCosts: measure.followUpCosts,
    synergies: references.filter((reference) => works(state, reference)).map((reference) => partnerOf(state, partnerIn(reference, measureId))),
    conflicts: conflictsOf(state, references, measureId),
    rationale: line.reason,
    nextStep: measure.nextStep ?? '',

    measureId,
    summary: measure.summary ?? '',
    ownMeasure: entry(state.writtenMeasures, measureId) !== undefined,
    leadTeamId: measure.leadTeamId,
    rationaleBy: line.reasonBy,
    consensus: entry(results.resistance, measureId) ?? null,
    dots: entry(results.dots, measureId) ?? null,
    key: line.key,
    tied: line.tied,
    status: proposalStatus(state, measureId),
    adoptedRound: proposal.adoptedRound ?? 0,
    staff: costing.staffNeed,
    savings: costing.savings,
    grant: costing.grant,
    cumulated: line.cumulated,
    because: line.because,
    score: { score: line.score, goalPoints: line.goalPoints, synergyPoints: line.synergyPoints, conflictPoints: line.conflictPoints },
    payers: proposal.adopted?.paidBy ?? entry(state.accounts.pledged, measureId) ?? {},
    place: proposal.place,
  }
}

function departmentOf(scenario: Scenario, teamId: string): LocalText {
  return scenario.teams.find(({ id }) => id === teamId)?.department ?? ''
}

/** Where it lies, in the names of the town. */
function placeOf({ scenario, focusAreas }: SessionState, measure: Measure, place: Place): ReportPlace {
  const areaId = areaOf(scenario, place, measure)
  const districtId = districtOf(scenario, place)
  return {
    kind: place.kind,
    area: scenario.areas.find(({ id }) => id === areaId)?.name ?? '',
    district: scenario.localDistricts.find(({ id }) => id === districtId)?.name ?? '',
    inFocusArea: areaId !== undefined && entry(focusAreas, areaId)?.status === 'confirmed',
  }
}

/** Goals it serves or harms, the most points first, equal ones as the scenario lists them. */
function goalReferences(state: SessionState, measureId: string): ReportRow['goalReferences'] {
  const effects = effectsOf(state, measureId)
  return state.scenario.goals
    .map(({ id, name }) => ({ goalId: id, name, points: entry(effects, id) ?? 0 }))
    .filter(({ points }) => points !== 0)
    .sort((one, other) => other.points - one.points)
}

function programmeOf(scenario: Scenario, programmeId: Proposal['programmeId']): ReportRow['fundingProgramme'] {
  const programme = scenario.programmes.find(({ id }) => id === programmeId)
  return programme ? { id: programme.id, name: programme.name, shortName: programme.shortName } : null
}

/** Conflicts that count, with the way they were settled; null: open. */
function conflictsOf(state: SessionState, references: readonly CrossReference[], measureId: string): ReportRow['conflicts'] {
  return references
    .filter(({ kind, status }) => kind === 'conflict' && (status === 'confirmed' || status === 'settled'))
    .filter((reference) => standingProposal(state, partnerIn(reference, measureId)) !== undefined)
    .map((reference) => ({
      ...partnerOf(state, partnerIn(reference, measureId)),
      way: reference.status === 'settled' ? (reference.settlement?.way ?? null) : null,
    }))
}
