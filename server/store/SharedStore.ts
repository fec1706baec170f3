import type { SessionRecord, Store, Trouble, Written } from './Store.ts'

/**
 * A store that several processes work on at once. Each session is held by one of them; the epoch decides which,
 * whatever the others may believe.
 */
export interface SharedStore extends Store {
  find(code: string): Promise<SharedRecord | undefined>
  /** The sessions of an organisation, oldest first; null: those of the house. */
  listOf(organisation: string | null): Promise<readonly SharedRecord[]>
  /** Takes a session over, if since `epoch` nobody else has. */
  takeOver(code: string, epoch: number): Promise<TakenOver>
  /** Lets go of a session: whoever wants it next need not ask this process. */
  release(code: string, epoch: number): Promise<Written>
  /** Those of the sessions that meanwhile belong to another process, or are deleted. */
  lost(held: readonly { readonly code: string; readonly epoch: number }[]): Promise<readonly string[]>
  /** Keeps what lists show of a session, so that listing need not revive it. */
  summarise(summaries: readonly Summary[]): Promise<Written>
  /** Sessions without a new entry since `before` (ms). */
  unusedSince(before: number): Promise<readonly SharedRecord[]>
  /** Codes of the copies of a session, as far as that was noted; not the copies of those. */
  copiesOf(code: string): Promise<readonly string[]>
  /** Is it this process's turn to do a job that is done once in `everyMs`, whoever does it? */
  takeTurn(job: string, everyMs: number): Promise<boolean>

  /** Says that this process is alive, and whether it takes sessions. */
  beat(serving: boolean): Promise<Written>
  /** Forgets this process. */
  leave(): Promise<void>
  /** Has this process said so within `withinMs`? */
  isAlive(process: string, withinMs: number): Promise<boolean>
  /** Other processes that have said so within `withinMs` and take sessions. */
  peers(withinMs: number): Promise<readonly string[]>

  /** A new one, or new figures of one that is there. */
  saveOrganisation(organisation: Organisation): Promise<Written>
  listOrganisations(): Promise<readonly Organisation[]>
  findOrganisation(id: string): Promise<Organisation | undefined>
  findOrganisationByKey(keyHash: string): Promise<Organisation | undefined>
}

/** `record`: as it is now, and will stay but for what the new holder writes. */
export type TakenOver = { readonly ok: true; readonly record: SharedRecord } | Trouble<'fenced'>

export interface SharedRecord extends SessionRecord {
  /** the process that holds it; null: nobody */
  readonly owner: string | null
  readonly organisation: string | null
  /** JSON of what lists show; null: nothing was noted yet */
  readonly summary: string | null
}

export interface Summary {
  readonly code: string
  readonly epoch: number
  readonly summary: string
}

/** Who hosts workshops here: sees its own sessions only, and has limits of its own. */
export interface Organisation {
  readonly id: string
  readonly name: string
  /** SHA-256 of the key, hex */
  readonly keyHash: string
  /** sessions kept at the same time */
  readonly mostSessions: number
  /** seats in one session */
  readonly mostSeats: number
}
