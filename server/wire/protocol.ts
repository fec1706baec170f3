import type { Command } from '../../rules/commands.ts'

/** Version of everything in this folder; a client with another one reloads its page. */
export const PROTOCOL_VERSION = 1

/** Name under which the room is registered. */
export const ROOM_NAME = 'session'

/** Most bytes of one message from a client. */
export const MAX_MESSAGE_BYTES = 16 * 1024

/** Why the server ends a connection. Only after `serverStops` does a client come back by itself. */
export const CloseCodes = {
  /** the server stops or restarts */
  serverStops: 4001,
  /** the seat was opened on another device [S3] */
  seatOpenedElsewhere: 4100,
  /** the facilitator removed the seat [S5] */
  seatRemoved: 4101,
  /** the session was deleted */
  sessionDeleted: 4102,
} as const

/** What `room.request('command', …)` carries. `id` is the client's own; asked again with the same id, a command is not done twice. */
export interface CommandMessage {
  readonly v: typeof PROTOCOL_VERSION
  readonly id: string
  readonly command: Command
}

/** Answer to an accepted command: its place in the log. A refused one is rejected with a `Rejection`. */
export interface CommandAnswer {
  readonly sequence: number
  readonly duplicate?: boolean
}

/** Answer to `room.request('ping', {})`: server time in ms. */
export interface PingAnswer {
  readonly now: number
}

/**
 * Message `own`: what only this viewer may see, in sections (ownSections.ts). The first one answers `room.request('watch', {})`;
 * others follow a patch of the state whenever something of it has changed.
 */
export interface OwnMessage {
  /** these sections are all there are; those held before belong to nobody any more */
  readonly fresh: boolean
  /** name of a section → JSON */
  readonly sections: Readonly<Record<string, string>>
  /** sections that are no longer there */
  readonly gone: readonly string[]
}
