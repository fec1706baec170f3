import type { SessionEvent } from './events.ts'
import type { SessionState } from './session.ts'

/** Roles of seats [S2]; `clock` is the server's own timer. */
export const ROLES = ['team', 'facilitator', 'wall', 'observer', 'treasury', 'council', 'localCouncil', 'citizens'] as const
export type Role = (typeof ROLES)[number]

/** Who acts. Stamped by the server, never taken from a message. */
export type Actor =
  | {
      readonly role: 'team'
      readonly seatId: string
      readonly teamId: string /** the facilitator or a bot acts for the team */
      readonly through?: 'facilitator' | 'bot'
    }
  | { readonly role: Exclude<Role, 'team'>; readonly seatId: string }
  | { readonly role: 'clock' }
  | { readonly role: 'door' }

/** What a decision may know besides command and state. Everything that matters later goes into the events. */
export interface DecideContext {
  readonly actor: Actor
  /** Server time in ms. */
  readonly now: number
  /** A fresh id, unique in the session. */
  readonly newId: () => string
  /** How long no device of the leading facilitator has been connected, in ms; 0 while one is. */
  readonly leaderAwayMs: number
}

/** Every way to say no. Each has a text in every language of the client. */
export const REJECTION_CODES = [
  // who, when
  'notAllowed',
  'notInThisPhase',
  'paused',
  'sessionClosed',
  'doorClosed',
  'phaseNotReachable',
  'nothingToUndo',
  'onlyThisRound',
  'leaderPresent',
  'unknownSeat',
  'unknownTeam',
  // measures and places
  'unknownMeasure',
  'notYourMeasure',
  'alreadyProposed',
  'notProposed',
  'alreadyAdopted',
  'notApproved',
  'placeMissing',
  'wrongPlaceKind',
  'outsideMunicipality',
  'placeNotAllowed',
  'templateExceeded',
  'alreadyRequested',
  'measureExcluded',
  'prerequisiteMissing',
  'savingRestsOnIt',
  // money and staff
  'notEnoughFunds',
  'notEnoughStaff',
  'nothingPledged',
  'nothingToPledge',
  'amountInvalid',
  'potNeedsAll',
  // cross-references
  'samePair',
  'alreadyNamed',
  'unknownCrossReference',
  'notOpen',
  'notYours',
  'declinedTwice',
  'settlementNotPossible',
  'reasonMissing',
  'pairNotProposed',
  // offers
  'unknownOffer',
  'offerClosed',
  'offerNotCovered',
  'offerEmpty',
  'ownTeam',
  // funding
  'unknownProgramme',
  'programmeNotForMeasure',
  'programmeClosed',
  'conditionsNotMet',
  'alreadyApplied',
  'programmePotEmpty',
  'grantTooSmall',
  // space
  'unknownArea',
  'focusAreasFull',
  'focusAreaExists',
  'unknownFocusArea',
  // incidents
  'unknownIncident',
  'incidentPlayed',
  'incidentExcluded',
  'incidentNotThisRound',
  // resolution and priorities
  'conflictOpen',
  'shortfallOpen',
  'nothingToDecide',
  'voteUnderWay',
  'noVote',
  'ballotClosed',
  'ballotIncomplete',
  'dotsExceeded',
  'weightsExceeded',
  'ballotEmpty',
  'unknownProcedure',
  'unknownQuestion',
  'unknownCard',
  'notInList',
  // the way of the command
  'invalidCommand',
  'idReused',
  'storageFull',
  'storeUnavailable',
  'tooManyRequests',
  'unknownRequest',
  'unknownText',
] as const
export type RejectionCode = (typeof REJECTION_CODES)[number]

/** The data that a reader needs to understand a no: amounts missing, ids, texts of the scenario. */
export type RejectionDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>

export interface Rejection {
  readonly code: RejectionCode
  readonly details: RejectionDetails
}

/** A command becomes events, or a rejection. Never an exception: those are our own mistakes. */
export type Decision = { readonly ok: true; readonly events: readonly SessionEvent[] } | { readonly ok: false; readonly rejection: Rejection }

export function accept(...events: readonly SessionEvent[]): Decision {
  return { ok: true, events }
}

export function reject(code: RejectionCode, details: RejectionDetails = {}): Decision {
  return { ok: false, rejection: { code, details } }
}

/** One rule per command type. */
export type Rules<C extends { type: string }> = {
  readonly [T in C['type']]: (command: Extract<C, { type: T }>, context: DecideContext, state: SessionState) => Decision
}

/** One state change per event type. It only records: it never refuses and asks no clock. */
export type Changes<E extends { type: string }> = {
  readonly [T in E['type']]: (state: SessionState, event: Extract<E, { type: T }>) => SessionState
}
