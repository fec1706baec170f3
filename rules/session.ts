import type { Comparison } from './comparisons.ts'
import type { Role } from './decision.ts'
import type { SimpleEffect } from './scenario/incident.ts'
import type { Measure } from './scenario/parts.ts'
import type { ProcedureId, Scenario } from './scenario/scenario.ts'
import type { Position } from './scenario/townMap.ts'
import type { ValueColumn } from './sessionView.ts'
import type { Origin } from './whatIf.ts'

/** Whole euro and whole staff points. */
export interface Amounts {
  readonly funds: number
  readonly staff: number
}

type ById<T> = Readonly<Record<string, T>>

export interface Seat {
  readonly id: string
  readonly role: Role
  /** only for teams */
  readonly teamId?: string
  /** what the device calls itself, at most 40 characters; no names of persons needed */
  readonly label?: string
  readonly takenAt: number
}

/** Who takes part. Undo leaves it as it is: nobody is sent out of the room by it. */
export interface Attendance {
  readonly seats: ById<Seat>
  readonly doorOpen: boolean
  /** seat of the leading facilitator [S4] */
  readonly leaderSeatId: string | null
  /** a hand-over that waits for the other device */
  readonly handOverTo: string | null
  /** teams played by the computer */
  readonly bots: readonly string[]
}

/** The clock of the present phase [P3]. While it runs, what is left is `remainingMs − (now − since)`. */
export interface Clock {
  readonly running: boolean
  /** left when it was last started or stopped, ms; may be negative once time is up */
  readonly remainingMs: number
  /** server time at which it was last started or stopped */
  readonly since: number
  /** 0: this phase has no clock */
  readonly plannedMs: number
  /** set when time is up and the scenario closes phases by itself: end of the grace period */
  readonly closesAt: number | null
  readonly phaseClosed: boolean
}

export type Place =
  | { readonly kind: 'point'; readonly at: Position }
  | { readonly kind: 'line'; readonly points: readonly Position[] }
  | { readonly kind: 'area'; readonly areaId: string }
  | { readonly kind: 'municipality' }

/** A measure written by a team [M3]; it counts once approved. */
export interface WrittenMeasure {
  readonly measure: Measure
  readonly status: 'waiting' | 'approved' | 'returned'
  readonly answer?: string
}

export interface MeasureRequest {
  readonly id: string
  readonly measureId: string
  readonly fromTeamId: string
  readonly at: number
  readonly status: 'open' | 'fulfilled'
}

export interface Proposal {
  readonly measureId: string
  readonly teamId: string
  readonly place: Place
  readonly proposedAt: number
  readonly round: number
  /** [M5] `covered` and `blocked` are derived, see proposalStatus() */
  readonly status: 'proposed' | 'adopted' | 'withdrawn'
  /** programme applied for [F1] */
  readonly programmeId: string | null
  readonly adoptedRound: number | null
  /** what was settled at adoption; the list and the report read it from here */
  readonly adopted: Adoption | null
  /** extra cost agreed when a conflict was settled (adapt, compensate, relocate) */
  readonly extraCost: number
  readonly extraStaff: number
  /** not before this round (stagger) */
  readonly notBeforeRound: number | null
}

export interface Adoption {
  readonly totalCost: number
  readonly savings: number
  readonly grant: number
  readonly rate: number
  /** does the rate contain the integration bonus [C6]? */
  readonly bonus: boolean
  readonly ownContribution: number
  readonly staff: number
  /** who paid: team id or `pot` → amounts */
  readonly paidBy: ById<Amounts>
}

export interface Settlement {
  readonly way: 'relocate' | 'stagger' | 'adapt' | 'compensate' | 'accept'
  readonly proposedBy: string
  /** the measure that moves, waits or changes */
  readonly measureId: string
  readonly place?: Place
  readonly reason?: string
  readonly confirmed: boolean
  readonly at: number
  /** what it came to once confirmed, borne by the chosen measure for as long as the conflict is there [C5] */
  readonly terms?: SettlementTerms
}

export interface SettlementTerms {
  readonly extraCost: number
  readonly extraStaff: number
  readonly notBeforeRound: number | null
}

export interface CrossReference {
  /** `s-W01-K02` or `c-K04-W07`: kind and both measures in code order */
  readonly id: string
  readonly kind: 'synergy' | 'conflict'
  readonly a: string
  readonly b: string
  /** team that named it; null: revealed by the scenario [C4] */
  readonly proposedBy: string | null
  readonly reason: string
  readonly proposedAt: number
  /** teams still to confirm */
  readonly waitingFor: readonly string[]
  /** `settled` only for conflicts; `dissolved` when one of its measures was withdrawn */
  readonly status: 'proposed' | 'confirmed' | 'declined' | 'settled' | 'dissolved'
  readonly declines: number
  readonly declineReason?: string
  readonly declinedBy?: string
  readonly confirmedAt: number | null
  /** 0: does not count (yet) [C3] */
  readonly strength: number
  /** synergies only */
  readonly effect: 'sharedConstruction' | 'sharedStaff' | 'amplify' | null
  /** does the scenario know this pair? */
  readonly knownPair: boolean
  readonly settlement: Settlement | null
}

export type OfferPromise =
  | { readonly kind: 'proposeMeasure'; readonly measureId: string }
  | { readonly kind: 'confirmCrossReference'; readonly crossReferenceId: string }
  | { readonly kind: 'supportInVote'; readonly measureId: string }

/** One side of an offer [O1]: what that team gives. */
export interface OfferSide {
  readonly funds: number
  readonly staff: number
  readonly pledges: readonly { readonly measureId: string; readonly funds: number; readonly staff: number }[]
  readonly promises: readonly OfferPromise[]
}

export interface Offer {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly gives: OfferSide
  readonly takes: OfferSide
  readonly at: number
  readonly status: 'open' | 'accepted' | 'declined' | 'withdrawn' | 'lapsed'
  readonly reason?: string
  readonly counterTo?: string
  /** when it was accepted; absent in logs of earlier versions */
  readonly answeredAt?: number
  readonly round: number
}

export interface FocusArea {
  readonly areaId: string
  readonly proposedBy: string
  readonly reason: string
  readonly supporters: readonly string[]
  readonly decliners: readonly string[]
  readonly declineReason?: string
  readonly status: 'proposed' | 'confirmed' | 'declined'
  readonly at: number
}

/** An effect of an incident that still lasts. */
export interface LastingEffect {
  readonly incidentId: string
  readonly effect: SimpleEffect
  readonly fromRound: number
  /** last round in which it holds; null: to the end */
  readonly untilRound: number | null
}

export interface PlayedIncident {
  readonly id: string
  readonly round: number
  readonly at: number
  readonly skipped: boolean
  /** what it changed at once, for the screens: account → amounts */
  readonly changes: ById<Amounts>
}

/** What an incident or follow-up costs asked for and nobody had [I3] [B7]; settled by pledges to it. */
export interface Shortfall {
  readonly id: string
  /** empty: follow-up costs */
  readonly incidentId: string
  readonly account: string
  readonly funds: number
  readonly staff: number
  readonly pledged: ById<Amounts>
  readonly settled: boolean
  readonly round: number
}

export interface PackageVote {
  readonly measureIds: readonly string[]
  readonly openedAt: number
  /** voter (team id, or seat id of a council seat) → vote */
  readonly votes: ById<{ readonly vote: 'yes' | 'reservations' | 'no'; readonly reason?: string }>
  /** all votes are in, but they tie: the facilitator is asked [D2] */
  readonly tied: boolean
}

export interface Resolution {
  readonly round: number
  readonly at: number
  readonly measureIds: readonly string[]
  readonly adopted: boolean
  readonly yes: number
  readonly reservations: number
  readonly no: number
  readonly reasons: readonly string[]
  /** how each voter voted; only for promises of support [O3], never shown as such */
  readonly votes: ById<'yes' | 'reservations' | 'no'>
}

/** Ballots by voter: team id, or seat id where the scenario lets every seat vote [L2]. */
export interface Prioritisation {
  /** what stands on the ballots of dots, resistance and classes: fixed when prioritisation starts [L1] */
  readonly measureIds: readonly string[]
  readonly weights: ById<ById<number>>
  readonly dots: ById<ById<number>>
  readonly resistance: ById<ById<number>>
  readonly classes: ById<ById<{ readonly priority?: Priority; readonly key?: boolean }>>
  readonly reasons: ById<{ readonly text: string; readonly teamId: string }>
  /** ballots that are closed and shown */
  readonly revealed: readonly ('weights' | 'dots' | 'resistance' | 'classes')[]
  /** procedure chosen by the table instead of the scenario's [L5] */
  readonly procedure: ProcedureId | null
  readonly procedureReason: string
  /** order of the table, for `negotiated` */
  readonly order: readonly string[]
}
export type Priority = 'high' | 'medium' | 'low'

/** [T7] Items of the self-assessment, and the steps of its scale. Their words are the client's. */
export const SELF_ASSESSMENT_ITEMS = 6
export const SELF_ASSESSMENT_STEPS = 5

/** Seat id → one answer per item, 1…5. Undo leaves it as it is. */
export interface SelfAssessment {
  readonly before: ById<readonly number[]>
  readonly after: ById<readonly number[]>
}

/** Id under which the Passivlösung „Nichts davon jetzt“ stands on resistance ballots. */
export const STATUS_QUO = 'status-quo'

export interface Debriefing {
  readonly moods: ById<number>
  /** question id → voter → text */
  readonly answers: ById<ById<string>>
  readonly moodRevealed: boolean
  /** question ids whose answers may be shown */
  readonly revealed: readonly string[]
  /** shown on the wall; null: none */
  readonly slideId: string | null
  readonly figuresShown: boolean
  readonly cards: ById<TransferCard>
  /** [W2] the best list as the server found it; null: not yet */
  readonly best: BestKnown | null
  /** [W3] kind → what was computed beside it; absent as long as nothing was */
  readonly comparisons?: ById<Comparison>
}

/** The best list that is known, and how well that is known. */
export interface BestKnown {
  readonly column: ValueColumn
  /** no list has more points */
  readonly bound: number
  /** the one found is the best there is */
  readonly proven: boolean
}

/** A free text as exports show it: `text` instead of `original`, wherever that stands; empty: left out. */
export interface TextEdit {
  readonly original: string
  readonly text: string
}

export interface TransferCard {
  readonly id: string
  readonly stack: 'tomorrow' | 'insek' | 'decision'
  readonly text: string
  readonly teamId: string | null
  readonly at: number
  /** departments with which it is agreed */
  readonly withTeamIds?: readonly string[]
  /** until when, in words */
  readonly until?: string
}

export interface Message {
  readonly id: string
  readonly at: number
  readonly text: string
  readonly urgent?: boolean
  /** hints: the team addressed · annotations: who wrote */
  readonly teamId?: string
  readonly subjectId?: string
}

export interface Accounts {
  readonly teams: ById<Amounts>
  readonly pot: Amounts
  /** proposal (measure id) or shortfall id → payer (team id or `pot`) → amounts */
  readonly pledged: ById<ById<Amounts>>
  readonly spent: Amounts
  readonly retired: Amounts
  /** everything ever issued; equals the sum of all others after every event [B1] */
  readonly issued: Amounts
}

export const POT = 'pot'

/** Teams that agree to pay this amount from the shared pot, where all must agree [B4]. */
export interface PotConsent {
  readonly funds: number
  readonly teamIds: readonly string[]
  /** when the first of them agreed */
  readonly at: number
}

/** One step of the present round, in the words of the log. */
export interface Step {
  readonly sequence: number
  readonly at: number
  readonly role: Role | 'clock' | 'door'
  readonly teamId: string | null
  readonly through: 'facilitator' | 'bot' | null
  readonly type: string
  /** measures, areas, incidents, phases it is about */
  readonly subjects: readonly string[]
  /** other team concerned */
  readonly otherTeamId: string | null
  readonly funds: number
  readonly staff: number
}

/** Steps, newest first, each with those before it: states of many steps share them. */
export interface StepList {
  readonly step: Step
  readonly earlier: StepList | null
}

export interface SoloPlan {
  readonly measureIds: readonly string[]
  readonly handedIn: boolean
}

/** [X] Of a copy: what it was made of, and what is otherwise in it. */
export interface WhatIf {
  readonly origin: Origin
  /** incidents that were left out */
  readonly without: readonly string[]
  /** goal id → weight for the list, instead of the median of the ballots */
  readonly weights?: ById<number>
}

/** Everything that is so. Plain, immutable, serialisable; only evolve() makes a new one. */
export interface SessionState {
  readonly title: string
  /** what the facilitator changed of free texts before they leave the room [S8]; the texts themselves stay as they were written */
  readonly textEdits: readonly TextEdit[]
  readonly openedAt: number
  readonly scenario: Scenario
  readonly attendance: Attendance
  readonly phaseId: string
  readonly phaseStartedAt: number
  /** phases as they were started, the present one last; a phase that was started twice is there twice */
  readonly course: readonly { readonly phaseId: string; readonly at: number }[]
  readonly round: number
  readonly clock: Clock
  /** clock stopped by the facilitator, a restart or an undo [P5] */
  readonly paused: boolean
  readonly pausedBy: 'facilitator' | 'restart' | 'undo' | null
  /** „Blick nach vorn“ */
  readonly frozen: boolean
  readonly frozenTopic: string
  readonly closedAt: number | null
  /** teams that said they are done with the phase */
  readonly ready: readonly string[]
  /** team id → steps of the probe task done (3: all) */
  readonly probe: ById<number>
  readonly accounts: Accounts
  /** target (measure or shortfall id) → who agrees to what; empty where the facilitator pledges the pot */
  readonly potConsents: ById<PotConsent>
  readonly soloPlans: ById<SoloPlan>
  readonly writtenMeasures: ById<WrittenMeasure>
  readonly measureRequests: ById<MeasureRequest>
  readonly proposals: ById<Proposal>
  readonly crossReferences: ById<CrossReference>
  readonly offers: ById<Offer>
  readonly focusAreas: ById<FocusArea>
  readonly incidents: readonly PlayedIncident[]
  readonly lastingEffects: readonly LastingEffect[]
  /** points of goals changed for the whole town by incidents: goal id → points */
  readonly goalChanges: ById<number>
  readonly indicators: ById<number>
  readonly shortfalls: ById<Shortfall>
  readonly packageVote: PackageVote | null
  readonly resolutions: readonly Resolution[]
  /** programme id → grants paid in the present round */
  readonly grantsThisRound: ById<number>
  readonly prioritisation: Prioritisation
  readonly debriefing: Debriefing
  readonly selfAssessment: SelfAssessment
  readonly announcements: readonly Message[]
  readonly hints: readonly Message[]
  readonly notes: readonly Message[]
  readonly annotations: readonly Message[]
  /** requests that a team marked „Erst reden“ */
  readonly deferred: readonly string[]
  /** the wall shows light letters on a dark ground; undo leaves it as it is */
  readonly wallDark: boolean
  readonly spotlight: { readonly kind: 'measure' | 'crossReference' | 'area' | 'slide' | 'text' | 'joinCode'; readonly id: string } | null
  /** steps of the present round; see steps.ts */
  readonly steps: StepList | null
  /** [X] absent: this is no copy */
  readonly whatIf?: WhatIf
}
