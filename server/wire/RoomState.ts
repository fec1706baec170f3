import { Encoder, type SchemaType, schema, t } from '@colyseus/schema'
import type { RankReason } from '../../rules/procedures/procedure.ts'
import type { PhaseKind, PrioritisationStep } from '../../rules/scenario/phase.ts'
import type { ProcedureId } from '../../rules/scenario/scenario.ts'
import type { Place, Priority, Settlement, TransferCard } from '../../rules/session.ts'
import type { AddedValueView, CrossReferenceView, FocusAreaView, ProposalStatus, SharedView } from '../../rules/sessionView.ts'

/**
 * Bytes an encoder has room for before it warns and begins anew. A full-day session of computer players comes to 47 kB at its end;
 * people write longer texts. Every room that is open holds this much twice.
 */
Encoder.BUFFER_SIZE = 128 * 1024

/**
 * What clients receive, field by field the mirror of `SharedView` (a test compares them): only what changed goes out.
 *
 * Three conventions, by which a client makes plain data of it again:
 * - a field that is absent here is `null` (or missing) there,
 * - an object whose only field is `$value` stands for that value (collections cannot lie in one another directly),
 * - an object whose only field is `$list` stands for the array of that map's entries in their order: lists that grow at the end and
 *   shrink at the beginning; as arrays they would be sent again wholly with every step.
 *
 * `t.number()` is for whole numbers (small ones take one byte); it would cut fractions to single precision, so those are `float64`.
 */

const AmountsState = schema({ funds: t.number(), staff: t.number() }, 'Amounts')
const TextsState = schema({ $value: t.array('string') }, 'Texts')
const NumbersState = schema({ $value: t.map('float64') }, 'Numbers')

const PhaseState = schema(
  {
    id: t.string(),
    kind: t.string<PhaseKind>(),
    step: t.string<PrioritisationStep | ''>(),
    round: t.number(),
    startedAt: t.number(),
  },
  'Phase',
)

const ClockState = schema(
  {
    running: t.boolean(),
    remainingMs: t.number(),
    since: t.number(),
    plannedMs: t.number(),
    closesAt: t.number(),
    phaseClosed: t.boolean(),
  },
  'Clock',
)

const TeamState = schema(
  {
    funds: t.number(),
    staff: t.number(),
    pledgedFunds: t.number(),
    pledgedStaff: t.number(),
    ready: t.boolean(),
    probe: t.number(),
    bot: t.boolean(),
    soloHandedIn: t.boolean(),
  },
  'Team',
)

const SeatState = schema({ role: t.string(), teamId: t.string() }, 'Seat')

const PlaceState = schema(
  {
    kind: t.string<Place['kind']>(),
    coordinates: t.array('float64'),
    areaId: t.string(),
    districtId: t.string(),
  },
  'Place',
)

const ProposalState = schema(
  {
    teamId: t.string(),
    place: t.ref(PlaceState),
    status: t.string<ProposalStatus>(),
    round: t.number(),
    totalCost: t.number(),
    savings: t.number(),
    grant: t.number(),
    rate: t.float64(),
    bonus: t.boolean(),
    ownContribution: t.number(),
    staffNeed: t.number(),
    pledgedFunds: t.number(),
    pledgedStaff: t.number(),
    missingFunds: t.number(),
    missingStaff: t.number(),
    pledges: t.map(AmountsState),
    programmeId: t.string(),
    missingConditions: t.array('string'),
    openConflicts: t.array('string'),
    missingPrerequisites: t.array('string'),
    adoptedRound: t.number(),
    points: t.float64(),
    partners: t.array('string'),
  },
  'Proposal',
)

const CrossReferenceState = schema(
  {
    kind: t.string<CrossReferenceView['kind']>(),
    a: t.string(),
    b: t.string(),
    proposedBy: t.string(),
    reason: t.string(),
    status: t.string<CrossReferenceView['status']>(),
    waitingFor: t.array('string'),
    strength: t.float64(),
    effect: t.string(),
    proposedAt: t.number(),
    savedFunds: t.number(),
    savedStaff: t.number(),
    points: t.float64(),
    savedAt: t.string(),
    settlementWay: t.string<'' | Settlement['way']>(),
    settlementBy: t.string(),
    settlementMeasureId: t.string(),
    settlementReason: t.string(),
  },
  'CrossReference',
)

const FocusAreaState = schema(
  {
    proposedBy: t.string(),
    reason: t.string(),
    status: t.string<FocusAreaView['status']>(),
    supporters: t.array('string'),
    decliners: t.array('string'),
  },
  'FocusArea',
)

const ProgrammeState = schema({ open: t.boolean(), rate: t.float64(), left: t.number(), needsSynergy: t.boolean() }, 'Programme')

const IncidentState = schema(
  {
    card: t.string(),
    round: t.number(),
    at: t.number(),
    skipped: t.boolean(),
    changes: t.map(AmountsState),
  },
  'Incident',
)

const ShortfallState = schema(
  {
    incidentId: t.string(),
    account: t.string(),
    funds: t.number(),
    staff: t.number(),
    pledgedFunds: t.number(),
    pledgedStaff: t.number(),
    settled: t.boolean(),
  },
  'Shortfall',
)

const PackageState = schema(
  {
    measureIds: t.array('string'),
    notIn: t.map('string'),
    voteOpen: t.boolean(),
    tied: t.boolean(),
    voters: t.array('string'),
    votersIn: t.array('string'),
  },
  'Package',
)

const ResolutionState = schema(
  {
    round: t.number(),
    at: t.number(),
    adopted: t.boolean(),
    measureIds: t.array('string'),
    yes: t.number(),
    reservations: t.number(),
    no: t.number(),
  },
  'Resolution',
)

const BallotsState = schema(
  {
    voters: t.array('string'),
    weights: t.array('string'),
    dots: t.array('string'),
    resistance: t.array('string'),
    classes: t.array('string'),
    moods: t.array('string'),
    revealed: t.array('string'),
    dotsEach: t.number(),
    measureIds: t.array('string'),
    resistanceIds: t.array('string'),
  },
  'Ballots',
)

const WeightResultState = schema({ median: t.float64(), min: t.float64(), max: t.float64() }, 'WeightResult')
const ResistanceResultState = schema({ mean: t.float64(), max: t.float64(), verdict: t.string<'broad' | 'workable' | 'talk'>() }, 'ResistanceResult')
const ResultsState = schema({ weights: t.map(WeightResultState), dots: t.map('number'), resistance: t.map(ResistanceResultState) }, 'Results')

const ShareState = schema({ teamId: t.string(), amount: t.number() }, 'Share')
const RankReasonState = schema(
  {
    kind: t.string<RankReason['kind']>(),
    score: t.float64().optional(),
    dots: t.number().optional(),
    mean: t.float64().optional(),
    max: t.number().optional(),
    worseThanStatusQuo: t.boolean().optional(),
    place: t.number().optional(),
    how: t.string().optional(),
    shares: t.array(ShareState).optional(),
    borda: t.float64().optional(),
    isExact: t.boolean().optional(),
  },
  'RankReason',
)

const ListEntryState = schema(
  {
    rank: t.number(),
    measureId: t.string(),
    tied: t.boolean(),
    adopted: t.boolean(),
    score: t.float64(),
    goalPoints: t.float64(),
    synergyPoints: t.float64(),
    conflictPoints: t.float64(),
    priority: t.string<Priority>(),
    key: t.boolean(),
    ownContribution: t.number(),
    cumulated: t.number(),
    reason: t.string(),
    reasonBy: t.string(),
    because: RankReasonState,
  },
  'ListEntry',
)

const ListInfoState = schema(
  {
    procedure: t.string<ProcedureId>(),
    procedureReason: t.string(),
    highLine: t.number(),
    mediumLine: t.number(),
    stableTop: t.number(),
    topSize: t.number(),
  },
  'ListInfo',
)

const MessageState = schema(
  {
    id: t.string(),
    at: t.number(),
    text: t.string(),
    urgent: t.boolean().optional(),
    teamId: t.string().optional(),
    subjectId: t.string().optional(),
  },
  'Message',
)
const MessagesState = schema({ $list: t.map(MessageState) }, 'Messages')

const SpotlightState = schema({ kind: t.string(), id: t.string() }, 'Spotlight')

const TransferCardState = schema(
  {
    id: t.string(),
    stack: t.string<TransferCard['stack']>(),
    text: t.string(),
    teamId: t.string().optional(),
    at: t.number(),
    withTeamIds: t.array('string').optional(),
    until: t.string().optional(),
  },
  'TransferCard',
)

const ValueColumnState = schema(
  {
    total: t.float64(),
    goals: t.float64(),
    early: t.float64(),
    synergies: t.float64(),
    focusAreas: t.float64(),
    conflicts: t.float64(),
    funds: t.number(),
    staff: t.number(),
    measureIds: t.array('string'),
  },
  'ValueColumn',
)
const AddedValueState = schema(
  { kind: t.string<AddedValueView['kind']>(), points: t.number(), potential: t.number(), atLeast: t.float64(), atMost: t.float64() },
  'AddedValue',
)
const GoalPointsState = schema({ alone: t.float64(), together: t.float64(), best: t.float64() }, 'GoalPoints')
const ComparedPlanState = schema(
  { total: t.float64(), goals: t.map('float64'), funds: t.number(), staff: t.number(), measureIds: t.array('string'), proven: t.boolean() },
  'ComparedPlan',
)
const SourcesState = schema({ pooledMeans: t.float64(), commonGoals: t.float64(), crossReferences: t.float64(), proven: t.boolean() }, 'Sources')
const FrontPointState = schema({ value: t.float64(), cost: t.number(), proven: t.boolean() }, 'FrontPoint')
const ComparedState = schema(
  {
    alone: t.ref(ComparedPlanState).optional(),
    added: t.ref(AddedValueState).optional(),
    withoutLosers: t.ref(ComparedPlanState).optional(),
    balanced: t.ref(ComparedPlanState).optional(),
    balancedShare: t.float64(),
    sources: t.ref(SourcesState).optional(),
    front: t.array(FrontPointState),
    core: t.map('float64'),
  },
  'Compared',
)
const ValueState = schema(
  {
    alone: t.ref(ValueColumnState),
    together: t.ref(ValueColumnState),
    best: t.ref(ValueColumnState).optional(),
    bound: t.number(),
    proven: t.boolean(),
    added: t.ref(AddedValueState),
    goals: t.map(GoalPointsState),
    compared: t.ref(ComparedState),
  },
  'Value',
)

const DebriefingState = schema(
  {
    slideId: t.string(),
    figuresShown: t.boolean(),
    moods: t.array('number'),
    answers: t.map(TextsState),
    answered: t.map(TextsState),
    cards: t.map(TransferCardState),
    value: t.ref(ValueState).optional(),
    figures: t.string(),
    assessedBefore: t.array('string'),
    assessedAfter: t.array('string'),
  },
  'Debriefing',
)

const RecentState = schema(
  {
    sequence: t.number(),
    at: t.number(),
    type: t.string(),
    teamId: t.string(),
    otherTeamId: t.string(),
    subjects: t.array('string'),
    through: t.string<SharedView['recent'][number]['through']>(),
  },
  'Recent',
)
const RecentsState = schema({ $list: t.map(RecentState) }, 'Recents')

const OriginState = schema({ code: t.string(), title: t.string(), sequence: t.number() }, 'Origin')

export const SharedState = schema(
  {
    origin: t.ref(OriginState).optional(),
    title: t.string(),
    phase: t.ref(PhaseState),
    clock: t.ref(ClockState),
    paused: t.boolean(),
    pausedBy: t.string<SharedView['pausedBy']>(),
    frozen: t.boolean(),
    frozenTopic: t.string(),
    closed: t.boolean(),
    doorOpen: t.boolean(),
    teams: t.map(TeamState),
    pot: t.ref(AmountsState),
    seats: t.map(SeatState),
    proposals: t.map(ProposalState),
    addedMeasures: t.map('string'),
    crossReferences: t.map(CrossReferenceState),
    focusAreas: t.map(FocusAreaState),
    programmes: t.map(ProgrammeState),
    changedEffects: t.map(NumbersState),
    goalWeights: t.map('float64'),
    indicators: t.map('float64'),
    incidents: t.map(IncidentState),
    shortfalls: t.map(ShortfallState),
    package: t.ref(PackageState),
    resolutions: t.array(ResolutionState),
    ballots: t.ref(BallotsState),
    results: t.ref(ResultsState),
    list: t.array(ListEntryState),
    listInfo: t.ref(ListInfoState),
    announcements: t.ref(MessagesState),
    spotlight: t.ref(SpotlightState),
    wallDark: t.boolean(),
    debriefing: t.ref(DebriefingState),
    districtsWithout: t.array('string'),
    recent: t.ref(RecentsState),
  },
  'Shared',
)
export type SharedState = SchemaType<typeof SharedState>

/** What every client receives, the same bytes for all. What only one viewer may see is no part of it (protocol.ts, `OwnMessage`) [V1]. */
export const RoomState = schema(
  {
    /** place in the log up to which this state holds */
    sequence: t.number(),
    shared: t.ref(SharedState),
    /** seat id → is a device of it connected */
    presence: t.map('boolean'),
  },
  'RoomState',
)
export type RoomState = SchemaType<typeof RoomState>
