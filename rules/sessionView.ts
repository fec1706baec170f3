import type { AddedValue } from './addedValue.ts'
import type { ComparedPlan } from './comparisons.ts'
import type { RankReason } from './procedures/procedure.ts'
import type { PhaseKind, PrioritisationStep } from './scenario/phase.ts'
import type { ProcedureId } from './scenario/scenario.ts'
import type { Amounts, Message, Offer, OfferPromise, Place, Priority, Settlement, SoloPlan, Step, TransferCard } from './session.ts'
import type { Origin } from './whatIf.ts'

/**
 * What screens receive. `SharedView` goes to everyone (the wall sees nothing else [V2]); `TeamView`,
 * `FacilitatorView` and `GuestView` only to their role [V1]. Plain data, made for showing: sums and states are worked out here,
 * so that no screen computes a rule.
 */
export interface SharedView {
  /** [X1] the session of which this is a copy „Was wäre, wenn“; null: it is none */
  readonly origin: Origin | null
  readonly title: string
  readonly phase: { readonly id: string; readonly kind: PhaseKind; readonly step: PrioritisationStep | ''; readonly round: number; readonly startedAt: number }
  readonly clock: ClockView
  readonly paused: boolean
  readonly pausedBy: '' | 'facilitator' | 'restart' | 'undo'
  readonly frozen: boolean
  readonly frozenTopic: string
  readonly closed: boolean
  readonly doorOpen: boolean
  readonly teams: Readonly<Record<string, TeamStatus>>
  readonly pot: Amounts
  /** seat id → role and team of its device; who is connected stands in presence */
  readonly seats: Readonly<Record<string, { readonly role: string; readonly teamId: string }>>
  readonly proposals: Readonly<Record<string, ProposalView>>
  /** approved measures written by teams and measures added by incidents: id → Measure as JSON */
  readonly addedMeasures: Readonly<Record<string, string>>
  /** proposed, confirmed, settled; declined ones stay between the teams */
  readonly crossReferences: Readonly<Record<string, CrossReferenceView>>
  readonly focusAreas: Readonly<Record<string, FocusAreaView>>
  readonly programmes: Readonly<
    Record<
      string,
      { readonly open: boolean; readonly rate: number /** left of the round's pot; −1: no limit */; readonly left: number; readonly needsSynergy: boolean }
    >
  >
  /** effects of measures as incidents left them, only where they differ: measure id → goal id → points */
  readonly changedEffects: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly goalWeights: Readonly<Record<string, number>>
  readonly indicators: Readonly<Record<string, number>>
  /** played incidents, newest last: id → card */
  readonly incidents: Readonly<Record<string, IncidentView>>
  readonly shortfalls: Readonly<Record<string, ShortfallView>>
  readonly package: PackageView
  readonly resolutions: readonly ResolutionView[]
  readonly ballots: BallotsView
  readonly results: ResultsView
  /** the list as it stands; empty before prioritisation */
  readonly list: readonly ListEntryView[]
  readonly listInfo: ListInfoView
  readonly announcements: readonly Message[]
  readonly spotlight: { readonly kind: string; readonly id: string }
  /** light letters on a dark ground, for dark rooms */
  readonly wallDark: boolean
  readonly debriefing: DebriefingView
  /** local districts without any measure [R2] */
  readonly districtsWithout: readonly string[]
  /** the last public steps, oldest first, at most eight */
  readonly recent: readonly RecentView[]
}

export interface ClockView {
  readonly running: boolean
  readonly remainingMs: number
  /** server time to which `remainingMs` belongs */
  readonly since: number
  readonly plannedMs: number
  /** 0: does not close by itself */
  readonly closesAt: number
  readonly phaseClosed: boolean
}

export interface TeamStatus {
  readonly funds: number
  readonly staff: number
  readonly pledgedFunds: number
  readonly pledgedStaff: number
  readonly ready: boolean
  readonly probe: number
  readonly bot: boolean
  readonly soloHandedIn: boolean
}

/** [M5]; `postponed`: staggered or blocked by an incident until a later round. */
export type ProposalStatus = 'proposed' | 'covered' | 'blocked' | 'postponed' | 'adopted' | 'withdrawn'

export interface ProposalView {
  readonly teamId: string
  readonly place: PlaceView
  readonly status: ProposalStatus
  readonly round: number
  readonly totalCost: number
  readonly savings: number
  readonly grant: number
  /** rate and bonus as granted, 0…1 */
  readonly rate: number
  readonly bonus: boolean
  readonly ownContribution: number
  readonly staffNeed: number
  readonly pledgedFunds: number
  readonly pledgedStaff: number
  readonly missingFunds: number
  readonly missingStaff: number
  /** payer (team id or `pot`) → amounts */
  readonly pledges: Readonly<Record<string, Amounts>>
  readonly programmeId: string
  /** kinds of conditions not met (yet), in the order of the programme */
  readonly missingConditions: readonly string[]
  /** ids of open conflicts */
  readonly openConflicts: readonly string[]
  /** measures it needs first */
  readonly missingPrerequisites: readonly string[]
  readonly adoptedRound: number
  /** points of its own effects, weights applied */
  readonly points: number
  /** other teams joined by pledges or confirmed synergies */
  readonly partners: readonly string[]
}

/** A place, flat: `coordinates` is x, y, x, y … */
export interface PlaceView {
  readonly kind: Place['kind']
  readonly coordinates: readonly number[]
  readonly areaId: string
  readonly districtId: string
}

export interface CrossReferenceView {
  readonly kind: 'synergy' | 'conflict'
  readonly a: string
  readonly b: string
  readonly proposedBy: string
  readonly reason: string
  readonly status: 'proposed' | 'confirmed' | 'settled'
  readonly waitingFor: readonly string[]
  readonly strength: number
  readonly effect: string
  readonly proposedAt: number
  /** what it saves or adds once confirmed */
  readonly savedFunds: number
  readonly savedStaff: number
  readonly points: number
  /** measure on whose side money or staff is saved */
  readonly savedAt: string
  /** '' or the way proposed or agreed */
  readonly settlementWay: '' | Settlement['way']
  readonly settlementBy: string
  readonly settlementMeasureId: string
  readonly settlementReason: string
}

export interface FocusAreaView {
  readonly proposedBy: string
  readonly reason: string
  readonly status: 'proposed' | 'confirmed' | 'declined'
  readonly supporters: readonly string[]
  readonly decliners: readonly string[]
}

export interface IncidentView {
  /** title, text, question, polarity and areaId of the card, as JSON */
  readonly card: string
  readonly round: number
  readonly at: number
  readonly skipped: boolean
  readonly changes: Readonly<Record<string, Amounts>>
}

export interface ShortfallView {
  readonly incidentId: string
  readonly account: string
  readonly funds: number
  readonly staff: number
  readonly pledgedFunds: number
  readonly pledgedStaff: number
  readonly settled: boolean
}

export interface PackageView {
  /** what would be decided now */
  readonly measureIds: readonly string[]
  /** other live proposals → why not: `notCovered`, `conflictOpen`, `prerequisiteMissing`, `postponed`, `excluded`, `conditionsNotMet` */
  readonly notIn: Readonly<Record<string, string>>
  readonly voteOpen: boolean
  readonly tied: boolean
  readonly voters: readonly string[]
  readonly votersIn: readonly string[]
}

export interface ResolutionView {
  readonly round: number
  readonly at: number
  readonly adopted: boolean
  readonly measureIds: readonly string[]
  readonly yes: number
  readonly reservations: number
  readonly no: number
}

/** Who has handed in; never what [D2] [L4]. */
export interface BallotsView {
  readonly voters: readonly string[]
  readonly weights: readonly string[]
  readonly dots: readonly string[]
  readonly resistance: readonly string[]
  readonly classes: readonly string[]
  readonly moods: readonly string[]
  readonly revealed: readonly string[]
  readonly dotsEach: number
  /** measures on the ballots, in the order of the list */
  readonly measureIds: readonly string[]
  /** measures (and `status-quo`) that are checked for resistance */
  readonly resistanceIds: readonly string[]
}

/** Filled when a ballot is revealed. Below five ballots `min`, `max` equal the median or mean: no distribution is told [L7]. */
export interface ResultsView {
  /** goal id → median, least, most [L2] */
  readonly weights: Readonly<Record<string, { readonly median: number; readonly min: number; readonly max: number }>>
  readonly dots: Readonly<Record<string, number>>
  readonly resistance: Readonly<Record<string, { readonly mean: number; readonly max: number; readonly verdict: 'broad' | 'workable' | 'talk' }>>
}

export interface ListEntryView {
  readonly rank: number
  readonly measureId: string
  readonly tied: boolean
  readonly adopted: boolean
  readonly score: number
  /** goals, synergies, conflicts: the summands of the score [L3] */
  readonly goalPoints: number
  readonly synergyPoints: number
  readonly conflictPoints: number
  readonly priority: Priority
  readonly key: boolean
  readonly ownContribution: number
  /** sum of own contributions up to here */
  readonly cumulated: number
  readonly reason: string
  readonly reasonBy: string
  /** why the procedure puts it here; fields of the other kinds are absent */
  readonly because: RankReason
}

export interface ListInfoView {
  readonly procedure: ProcedureId
  readonly procedureReason: string
  /** euro up to which measures are high, medium [L6] */
  readonly highLine: number
  readonly mediumLine: number
  /** how many of the first five stay there under ±25 % of each weight */
  readonly stableTop: number
  readonly topSize: number
}

export interface DebriefingView {
  readonly slideId: string
  readonly figuresShown: boolean
  /** counts of the five moods; empty below five ballots [L7] */
  readonly moods: readonly number[]
  /** question id → answers, when revealed */
  readonly answers: Readonly<Record<string, readonly string[]>>
  readonly answered: Readonly<Record<string, readonly string[]>>
  readonly cards: Readonly<Record<string, TransferCard>>
  /** alone and together, once the facilitator shows figures; null before [A2] */
  readonly value: ValueView | null
  /** [T6] what the slide shows besides, as JSON of a part of `DebriefingFigures`; '' until the facilitator shows figures */
  readonly figures: string
  /** [T7] seats that have assessed themselves; never how */
  readonly assessedBefore: readonly string[]
  readonly assessedAfter: readonly string[]
}

export interface ValueColumn {
  readonly total: number
  readonly goals: number
  readonly early: number
  readonly synergies: number
  readonly focusAreas: number
  readonly conflicts: number
  readonly funds: number
  readonly staff: number
  readonly measureIds: readonly string[]
}

export interface ValueView {
  readonly alone: ValueColumn
  readonly together: ValueColumn
  /** [W2] null until it has been computed */
  readonly best: ValueColumn | null
  /** no list has more points than this; 0 without `best` */
  readonly bound: number
  /** `best` is the best there is, not only the best found in time */
  readonly proven: boolean
  /** what working together was worth, for the sentence of the slide */
  readonly added: AddedValueView
  /** goal id → weighted points of the decided measures, before and after, and in the best list (0 without one) */
  readonly goals: Readonly<Record<string, { readonly alone: number; readonly together: number; readonly best: number }>>
  /** [W3] */
  readonly compared: ComparedView
}

/** [W3] What the server computed beside the best list; what is not there (yet) is null or empty. */
export interface ComparedView {
  /** the departments alone, at their best */
  readonly alone: ComparedPlan | null
  /** [W2] what working together was worth against that */
  readonly added: AddedValueView | null
  /** „ohne Verlierer“: no goal below what the departments alone reach */
  readonly withoutLosers: ComparedPlan | null
  /** „ausgewogen“: the goal that comes off worst gets as much as possible */
  readonly balanced: ComparedPlan | null
  /** least share of its possible points that a goal gets in `balanced`, 0…1 */
  readonly balancedShare: number
  /** where the potential comes from, in points */
  readonly sources: { readonly pooledMeans: number; readonly commonGoals: number; readonly crossReferences: number; readonly proven: boolean } | null
  /** best plans for less and less money, dearest first */
  readonly front: readonly { readonly value: number; readonly cost: number; readonly proven: boolean }[]
  /** measure id → share of these plans that hold it, 0…1 */
  readonly core: Readonly<Record<string, number>>
}

/** [W2] {@link AddedValue} with a place for every figure; what its kind does not tell is 0. */
export interface AddedValueView {
  readonly kind: AddedValue['kind']
  /** together − alone */
  readonly points: number
  /** best − alone */
  readonly potential: number
  /** share of the potential, unclamped; where the best is not proven the true share lies between these two */
  readonly atLeast: number
  readonly atMost: number
}

export interface RecentView {
  readonly sequence: number
  readonly at: number
  readonly type: string
  readonly teamId: string
  readonly otherTeamId: string
  readonly subjects: readonly string[]
  /** who did it in the team's name: facilitator or computer; '' the team itself, or a step of no team */
  readonly through: '' | 'facilitator' | 'bot'
}

/** A request that waits for this team, with what is needed to answer it. */
export interface RequestView {
  /** id of the cross-reference, offer, measure request, settlement (`settle-…`), focus area (`area-…`), payment from the pot (`pot-…`) */
  readonly id: string
  readonly kind: 'crossReference' | 'offer' | 'measure' | 'settlement' | 'focusArea' | 'pot'
  readonly fromTeamId: string
  readonly subjects: readonly string[]
  readonly since: number
  readonly deferred: boolean
  /** `pot`: euro asked for; else 0 */
  readonly funds: number
}

/** Something of ours that waits for others. */
export interface WaitingView {
  readonly id: string
  readonly kind: RequestView['kind'] | 'approval'
  readonly forTeamIds: readonly string[]
  readonly subjects: readonly string[]
  /** 0: not known */
  readonly since: number
  /** the other team said „Erst reden“ */
  readonly deferred: boolean
}

export interface OwnBallots {
  readonly weights: Readonly<Record<string, number>> | null
  readonly dots: Readonly<Record<string, number>> | null
  readonly resistance: Readonly<Record<string, number>> | null
  readonly classes: Readonly<Record<string, { readonly priority?: Priority; readonly key?: boolean }>>
  readonly vote: 'yes' | 'reservations' | 'no' | null
  readonly mood: number | null
  readonly answers: Readonly<Record<string, string>>
}

export interface TeamView {
  readonly role: 'team'
  readonly teamId: string
  readonly soloPlan: SoloPlan
  readonly soloMeans: Amounts
  readonly soloUsed: Amounts
  /** offers made by or to this team, also answered ones of this round */
  readonly offers: Readonly<Record<string, Offer>>
  readonly requests: readonly RequestView[]
  readonly waiting: readonly WaitingView[]
  readonly hints: readonly Message[]
  readonly ballots: OwnBallots
  /** own written measures, also unapproved: id → { status, answer, measure as JSON } */
  readonly writtenMeasures: Readonly<Record<string, { readonly status: string; readonly answer: string; readonly measure: string }>>
  /** cross-references of ours or to us that were declined: id → who and why */
  readonly declined: Readonly<
    Record<string, { readonly by: string; readonly reason: string; readonly a: string; readonly b: string; readonly kind: string; readonly again: boolean }>
  >
  /** promises in accepted offers of ours, made or received */
  readonly promises: readonly PromiseView[]
}

/** [O3] What a team promised another one, and what became of it. */
export interface PromiseView {
  readonly offerId: string
  readonly by: string
  readonly to: string
  readonly promise: OfferPromise
  readonly state: 'open' | 'kept' | 'broken'
}

export interface FacilitatorView {
  readonly role: 'facilitator'
  readonly leads: boolean
  readonly leaderSeatId: string
  readonly handOverTo: string
  readonly seats: Readonly<Record<string, { readonly role: string; readonly teamId: string; readonly label: string; readonly takenAt: number }>>
  readonly steps: Readonly<Record<string, Step>>
  readonly offers: Readonly<Record<string, Offer>>
  /** every open request between teams, oldest first */
  readonly openRequests: readonly (RequestView & { readonly teamId: string })[]
  readonly unapproved: Readonly<Record<string, { readonly teamId: string; readonly measure: string }>>
  /** confirmed synergies that the scenario does not know and nobody has rated */
  readonly unrated: readonly string[]
  /** team id → what is planned alone, as counts and sums only */
  readonly solo: Readonly<Record<string, { readonly count: number; readonly funds: number; readonly staff: number; readonly handedIn: boolean }>>
  /** `teamA|teamB` in code order → contacts (references, offers, pledges) */
  readonly contacts: Readonly<Record<string, number>>
  /** phases in the order in which they were played, each with when it began */
  readonly course: readonly { readonly phaseId: string; readonly at: number }[]
  readonly notes: readonly Message[]
  readonly annotations: readonly Message[]
  /** incident ids: played or skipped are in the shared view; these do not fit any more → why */
  readonly incidentsOut: Readonly<Record<string, string>>
  /** null: not looked for. While the server searches, the room puts in how far it is; the state knows only what was found. */
  readonly optimum: OptimumProgress | null
  /** [T6] what the wall will show of the question when figures are shown, for whoever leads the talk; '' and null before the plans are unsealed */
  readonly slideFigures: string
  readonly value: ValueView | null
  /** [L5] procedure → measures as it would order them on the same ballots; none before the list is shown, nor without its ballot */
  readonly orders: Readonly<Record<string, readonly string[]>>
}

/** [W2] How far the search for the best list is, in points of the common value; null: nothing known yet. */
export interface OptimumProgress {
  readonly status: 'searching' | 'found' | 'notFound'
  readonly found: number | null
  readonly bound: number | null
  /** [W3] plans to compare with, computed of those that are wanted; absent: not begun */
  readonly compared?: { readonly done: number; readonly of: number; readonly stopped: boolean }
}

/** Observers, council and other roles: what they vote with. */
export interface GuestView {
  readonly role: 'observer' | 'treasury' | 'council' | 'localCouncil' | 'citizens'
  readonly ballots: OwnBallots
}

export type OwnView = TeamView | FacilitatorView | GuestView
