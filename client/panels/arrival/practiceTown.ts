import type { Measure } from '../../../rules/scenario/parts.ts'
import type { Scenario } from '../../../rules/scenario/scenario.ts'
import type { Position } from '../../../rules/scenario/townMap.ts'
import type { Place } from '../../../rules/session.ts'
import type { CrossReferenceView, ProposalView, SharedView } from '../../../rules/sessionView.ts'
import { anchorsOf } from '../../map/anchors.ts'
import { localText } from '../../texts/index.ts'

export const BENCH = 'practice-bench'
export const FOUNTAIN = 'practice-fountain'
export const TREE = 'practice-tree'

/** How far the practice has come. */
export interface PracticeProgress {
  /** where the bench was put; null: not yet */
  readonly bench: Position | null
  readonly reference: 'none' | 'proposed'
  readonly request: 'none' | 'asked' | 'confirmed'
}

interface PracticeTexts {
  readonly bench: string
  readonly fountain: string
  readonly tree: string
}

/** The town with three things that are nobody's: a bench to place, a fountain to connect it with, a tree that another team asks about. */
export interface PracticeTown {
  readonly scenario: Scenario
  readonly shared: SharedView
  readonly bench: Measure
  /** the spot that the task means */
  readonly market: Position
}

/** @param teamId whose bench it is; the other things belong to the next team */
export function practiceTown(scenario: Scenario, shared: SharedView, teamId: string, texts: PracticeTexts, progress: PracticeProgress): PracticeTown {
  const { sites, teams } = scenario
  const marketSite = sites.find(({ name }) => /markt|market|dorfplatz/i.test(localText(name))) ?? sites[0]
  const middle: Position = [Math.round(scenario.map.extent.width / 2), Math.round(scenario.map.extent.height / 2)]
  const market = marketSite?.position ?? middle
  const candidates = [...sites.filter((site) => site !== marketSite).map(({ position }) => position), ...anchorsOf(scenario).areas.values()]
  const fountainAt = spotApartFrom(candidates, market)
  const treeAt = spotApartFrom(candidates, market, fountainAt)
  const otherTeam = teams.find(({ id }) => id !== teamId)?.id ?? teamId
  const bench = practiceMeasure(BENCH, 'Ü1', texts.bench, teamId, marketSite ? [marketSite.id] : [])
  const measures = [
    bench,
    practiceMeasure(FOUNTAIN, 'Ü2', texts.fountain, otherTeam, [], 'drinkingWater'),
    practiceMeasure(TREE, 'Ü3', texts.tree, otherTeam, [], 'trees'),
  ]
  const benchStands = progress.bench !== null
  const proposals = {
    ...(progress.bench ? { [BENCH]: proposalAt(progress.bench, teamId) } : {}),
    [FOUNTAIN]: proposalAt(fountainAt, otherTeam),
    ...(progress.request !== 'none' ? { [TREE]: proposalAt(treeAt, otherTeam) } : {}),
  }
  const crossReferences = {
    ...(benchStands && progress.reference === 'proposed' ? { 'practice-1': reference(BENCH, FOUNTAIN, 'proposed') } : {}),
    ...(benchStands && progress.request !== 'none'
      ? { 'practice-2': reference(TREE, BENCH, progress.request === 'confirmed' ? 'confirmed' : 'proposed') }
      : {}),
  }
  return {
    scenario: { ...scenario, measures: [...scenario.measures, ...measures] },
    shared: { ...shared, proposals, crossReferences, focusAreas: {} },
    bench,
    market,
  }
}

const distance = ([x, y]: Position, [a, b]: Position) => Math.hypot(a - x, b - y)
/** Metres: pins of the practice stand well apart. */
const APART = 1300

/** A spot well apart from those taken, as near as possible to the first of them; else the one least close. */
function spotApartFrom(candidates: readonly Position[], ...taken: readonly [Position, ...Position[]]): Position {
  const gap = (spot: Position) => Math.min(...taken.map((other) => distance(spot, other)))
  const byNearness = [...candidates].sort((one, other) => distance(one, taken[0]) - distance(other, taken[0]))
  const widest = [...candidates].sort((one, other) => gap(other) - gap(one))[0]
  return byNearness.find((spot) => gap(spot) >= APART) ?? widest ?? taken[0]
}

function practiceMeasure(id: string, code: string, title: string, leadTeamId: string, siteIds: string[], symbol?: Measure['symbol']): Measure {
  return {
    id,
    code,
    title,
    fieldOfAction: title,
    symbol,
    leadTeamId,
    involvedTeamIds: [],
    cost: 0,
    staff: 0,
    followUpCosts: 0,
    programmeIds: [],
    timeHorizon: 'short',
    spatialReference: 'point',
    allowedAreaIds: [],
    siteIds,
    effects: {},
  }
}

function proposalAt([x, y]: Position, teamId: string): ProposalView {
  return {
    teamId,
    place: { kind: 'point', coordinates: [x, y], areaId: '', districtId: '' },
    status: 'proposed',
    round: 0,
    totalCost: 0,
    savings: 0,
    grant: 0,
    rate: 0,
    bonus: false,
    ownContribution: 0,
    staffNeed: 0,
    pledgedFunds: 0,
    pledgedStaff: 0,
    missingFunds: 0,
    missingStaff: 0,
    pledges: {},
    programmeId: '',
    missingConditions: [],
    openConflicts: [],
    missingPrerequisites: [],
    adoptedRound: 0,
    points: 0,
    partners: [],
  }
}

function reference(a: string, b: string, status: 'proposed' | 'confirmed'): CrossReferenceView {
  return {
    kind: 'synergy',
    a,
    b,
    proposedBy: '',
    reason: '',
    status,
    waitingFor: [],
    strength: 1,
    effect: 'amplify',
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
}

/** The spot of a place, if it is one. */
export function spotOf(place: Place): Position | null {
  return place.kind === 'point' ? place.at : null
}
