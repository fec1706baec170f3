import type { Scenario } from '../../rules/scenario/scenario.ts'
import type { CrossReferenceView, PlaceView, ProposalStatus, ProposalView, SharedView } from '../../rules/sessionView.ts'
import { sharedView } from '../../rules/views.ts'
import { givenScenario } from './given.ts'
import { muldenau } from './muldenau.ts'

const STATES: readonly ProposalStatus[] = ['proposed', 'covered', 'proposed', 'adopted', 'proposed', 'covered', 'blocked', 'postponed']

/** Muldenau with as many proposals as given, of all teams and in all states, two focus areas and cross-references of every kind. */
export function busyTown(count = 18): { readonly scenario: Scenario; readonly shared: SharedView } {
  const scenario = muldenau('halfDay')
  const chosen = pickMeasures(scenario, count)
  const proposals = Object.fromEntries(
    chosen.map((measure, index) => [measure.id, proposal(scenario, measure, STATES[index % STATES.length] ?? 'proposed', index)]),
  )
  const placed = chosen.filter(({ spatialReference }) => spatialReference !== 'municipality').map(({ id }) => id)
  const base = sharedView(givenScenario(scenario).state)
  return { scenario, shared: { ...base, proposals, crossReferences: references(placed), focusAreas: { AUE: focus('confirmed'), SON: focus('proposed') } } }
}

/** Measures of all teams in turn. */
function pickMeasures(scenario: Scenario, count: number) {
  const perTeam = scenario.teams.map(({ id }) => scenario.measures.filter(({ leadTeamId }) => leadTeamId === id))
  const inTurn = Array.from({ length: 20 }, (_, row) => perTeam.flatMap((deck) => deck[row] ?? [])).flat()
  return inTurn.slice(0, count)
}

type Measure = Scenario['measures'][number]

function placeOf(scenario: Scenario, measure: Measure, index: number): PlaceView {
  const sites = measure.siteIds.flatMap((id) => scenario.sites.filter((site) => site.id === id))
  const [first, second] = [...sites, ...scenario.sites.slice(index * 2)]
  const areaId = measure.areaId ?? ''
  if (measure.spatialReference === 'point' && first) return { kind: 'point', coordinates: [...first.position], areaId: first.areaId ?? areaId, districtId: '' }
  if (measure.spatialReference === 'line' && first && second) {
    return { kind: 'line', coordinates: [...first.position, ...second.position], areaId: first.areaId ?? areaId, districtId: '' }
  }
  return { kind: measure.spatialReference === 'area' ? 'area' : 'municipality', coordinates: [], areaId, districtId: '' }
}

function proposal(scenario: Scenario, measure: Measure, status: ProposalStatus, index: number): ProposalView {
  const others = scenario.teams.filter(({ id }) => id !== measure.leadTeamId).map(({ id }) => id)
  return {
    teamId: measure.leadTeamId,
    place: placeOf(scenario, measure, index),
    status,
    round: 1,
    totalCost: 200_000,
    savings: 0,
    grant: 0,
    rate: 0,
    bonus: false,
    ownContribution: 200_000,
    staffNeed: 2,
    pledgedFunds: 0,
    pledgedStaff: 0,
    missingFunds: 200_000,
    missingStaff: 2,
    pledges: {},
    programmeId: '',
    missingConditions: [],
    openConflicts: [],
    missingPrerequisites: [],
    adoptedRound: 0,
    points: 5,
    partners: index % 5 === 1 ? others.slice(0, 2) : [],
  }
}

function focus(status: 'proposed' | 'confirmed') {
  return { proposedBy: 'climate', reason: 'Hier kommt vieles zusammen.', status, supporters: ['climate'], decliners: [] }
}

function references(ids: readonly string[]): Readonly<Record<string, CrossReferenceView>> {
  const kinds = [
    { kind: 'synergy', status: 'confirmed' },
    { kind: 'conflict', status: 'confirmed' },
    { kind: 'synergy', status: 'proposed' },
    { kind: 'conflict', status: 'settled' },
  ] as const
  return Object.fromEntries(
    kinds.flatMap(({ kind, status }, index) => {
      const [a, b] = [ids[index * 3], ids[index * 3 + 1]]
      if (!a || !b) return []
      const reference: CrossReferenceView = {
        kind,
        status,
        a,
        b,
        proposedBy: 'climate',
        reason: '',
        waitingFor: [],
        strength: 2,
        effect: '',
        proposedAt: 0,
        savedFunds: 0,
        savedStaff: 0,
        points: 0,
        savedAt: '',
        settlementWay: '',
        settlementBy: '',
        settlementMeasureId: '',
        settlementReason: '',
      }
      return [[`${kind === 'synergy' ? 's' : 'c'}-${a}-${b}`, reference]]
    }),
  )
}
