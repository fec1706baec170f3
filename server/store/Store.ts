import type { Role } from '../../rules/decision.ts'

/**
 * Where sessions are kept: for every session a log that only grows, and beside it what is not part of the game
 * (tokens, when the server was last alive). SqliteStore serves one process, PostgresStore several (SharedStore.ts);
 * every store passes tests/store/conformance.ts.
 *
 * Everything is asynchronous, so that a store may live in another thread or on another machine.
 * A write that the store cannot take is a value (`trouble`), never an exception; after `ok` it survives power loss.
 */
export interface Store {
  /** All sessions, oldest first. */
  list(): Promise<readonly SessionRecord[]>
  /** The log of a session in order; empty if there is no such session. */
  readLog(code: string): Promise<readonly LogLine[]>
  /** A new session with the beginning of its log. It belongs to the caller at once, with epoch 1. */
  create(session: NewSession): Promise<Written<'codeTaken'>>
  /** Takes a session over: from now on only batches with the new epoch are stored, a process that held it before is fenced off. */
  claim(code: string): Promise<Claimed>
  /**
   * Appends the lines in order and writes the tokens with them: all or nothing.
   * `fenced`: the session has been claimed by another process since, or was deleted.
   */
  append(batch: Batch): Promise<Written<'fenced'>>
  /**
   * Replaces the whole log (names taken out of it) and takes the session over as {@link claim} does: all or nothing, and nothing of the
   * replaced lines can be read from the disk afterwards.
   */
  rewrite(code: string, lines: readonly LogLine[]): Promise<Claimed>
  /** Deletes a session with everything that belongs to it. Deleting what is not there is no trouble. */
  delete(code: string): Promise<Written>
  /** Notes that the server was alive at `at` (ms) while the session's clock ran. */
  touch(code: string, at: number): Promise<Written>

  /** The seat whose present token, or the one just replaced, has this hash. */
  findSeatToken(hash: string): Promise<FoundSeatToken | undefined>
  /**
   * A new token for a seat. The one it replaces is still good until the new one is first used (`confirmSeatToken`):
   * an answer that is lost on the way must not lock a tablet out.
   */
  rotateSeatToken(token: SeatToken, replacedHash: string): Promise<Written>
  /** The new token has arrived: the replaced one is dead from now on. */
  confirmSeatToken(hash: string): Promise<Written>

  saveAdminToken(token: AdminToken): Promise<Written>
  /** Only tokens that have not expired at `now` (ms). */
  findAdminToken(hash: string, now: number): Promise<AdminToken | undefined>
  /** Finds and deletes in one step, for tokens that may be used once. */
  consumeAdminToken(hash: string, now: number): Promise<{ readonly ok: true; readonly token: AdminToken | undefined } | Trouble>
  deleteExpiredAdminTokens(now: number): Promise<Written>

  /** Small facts that must outlive the process, such as failed attempts to sign in. */
  getMeta(key: string): Promise<string | undefined>
  setMeta(key: string, value: string): Promise<Written>

  /** Stores what is under way and releases the data. */
  close(): Promise<void>
}

/** One line of a session's log: an entry as text, tied to the line before it (hashChain.ts). */
export interface LogLine {
  readonly sequence: number
  /** seat id, `clock`, `door` or the like: who the command id belongs to */
  readonly actor: string
  readonly commandId: string
  /** version of the body's format */
  readonly version: number
  /** the log entry as JSON */
  readonly body: string
  /** SHA-256 over this line and the hash before it, hex */
  readonly hash: string
}

export interface SessionRecord {
  readonly code: string
  readonly title: string
  readonly createdAt: number
  readonly epoch: number
  readonly lastSequence: number
  readonly lastHash: string
  /** when a server last said that the session's clock was running; null: never */
  readonly aliveAt: number | null
}

export interface NewSession {
  readonly code: string
  readonly title: string
  readonly createdAt: number
  readonly lines: readonly LogLine[]
  /** whose session it is, where several organisations share a store; absent: the house's */
  readonly organisation?: string
}

export interface Batch {
  readonly code: string
  readonly epoch: number
  readonly lines: readonly LogLine[]
  readonly seatTokens?: readonly SeatToken[]
  /** seats that were removed: their tokens are dead */
  readonly removedSeatIds?: readonly string[]
}

export interface SeatToken {
  readonly code: string
  readonly seatId: string
  readonly role: Role
  /** SHA-256 of the token, hex */
  readonly hash: string
}

/** `hash` is that of the present token, whichever of the two was looked for. */
export interface FoundSeatToken extends SeatToken {
  /** the present token has not been used yet, and the replaced one is still good */
  readonly unconfirmed: boolean
}

export interface AdminToken {
  /** SHA-256 of the token, hex */
  readonly hash: string
  /** `link`: opens the lead page once · `lead`: every session of this server · `session`: leads one session */
  readonly kind: 'link' | 'lead' | 'session'
  readonly code: string | null
  /** the organisation whose lead page it opens; absent: the house */
  readonly organisation?: string
  readonly expiresAt: number
}

export type Written<T extends string = never> = { readonly ok: true } | Trouble<T>

export type Claimed = { readonly ok: true; readonly epoch: number } | Trouble<'unknownSession'>

/** `storageFull`: the disk is full, later writes may succeed · `storeUnavailable`: the store takes nothing until it is opened anew. */
export interface Trouble<T extends string = never> {
  readonly ok: false
  readonly trouble: 'storageFull' | 'storeUnavailable' | T
}

/** Another process works on these data. */
export class StoreInUse extends Error {
  override name = 'StoreInUse'
  constructor(where: string) {
    super(`Ämterrunde läuft bereits mit den Daten in ${where}. Beenden Sie zuerst das andere Programm, oder wählen Sie mit DATA_DIR einen anderen Ordner.`)
  }
}

/** The data cannot be opened as they are; the message is a German sentence for the person at the console. */
export class StoreUnusable extends Error {
  override name = 'StoreUnusable'
}
