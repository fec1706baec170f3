import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Clock } from '../sessions/Clock.ts'
import { newToken, tokenHash } from '../sessions/token.ts'
import type { AdminToken, Store } from '../store/Store.ts'

const MINUTE = 60_000
const TICKET_MS = 15 * MINUTE
const LEAD_MS = 12 * 60 * MINUTE
const TRIES_BEFORE_LOCK = 5
const FIRST_LOCK_MS = 15 * MINUTE
const LOCK_KEY = 'pin-lock'

interface Lock {
  readonly failures: number
  readonly lockedUntil: number
}

/** A session as far as it matters who may lead it. */
export interface LedSession {
  readonly code: string
  readonly organisation: string | undefined
}

export type SignIn = { readonly ok: true; readonly token: string } | { readonly ok: false; readonly problem: 'wrong' | 'locked' | 'notStored' }

const hash = promisify(argon2)

/**
 * Who may lead: whoever holds the link from the server's own console (once), or knows the PIN of a hosted server.
 * Either becomes a token; tokens are kept only as hashes.
 */
export class Leads {
  readonly #store: Store
  readonly #clock: Clock
  readonly #pin: string | undefined
  readonly #findOrganisation: ((keyHash: string) => Promise<{ readonly id: string } | undefined>) | undefined
  readonly #salt = randomBytes(16)
  #checking: Promise<unknown> = Promise.resolve()

  /** @param findOrganisation by the hash of its key; undefined: there are no organisations beside the house */
  constructor(store: Store, clock: Clock, pin: string | undefined, findOrganisation?: (keyHash: string) => Promise<{ readonly id: string } | undefined>) {
    this.#findOrganisation = findOrganisation
    this.#store = store
    this.#clock = clock
    this.#pin = pin
  }

  get hasOrganisations(): boolean {
    return this.#findOrganisation !== undefined
  }

  get hasPin(): boolean {
    return this.#pin !== undefined
  }

  /** A secret for the link on the console: good for a quarter of an hour and one use. Undefined if it could not be stored. */
  newTicket(): Promise<string | undefined> {
    return this.#issue('link', null, this.#clock.now() + TICKET_MS)
  }

  /** A token that leads one session, as long as the session is kept. */
  newSessionToken(code: string, expiresAt: number): Promise<string | undefined> {
    return this.#issue('session', code, expiresAt)
  }

  async signInWithTicket(ticket: string): Promise<SignIn> {
    const found = await this.#store.findAdminToken(tokenHash(ticket), this.#clock.now())
    if (found?.kind !== 'link') return { ok: false, problem: 'wrong' }
    const used = await this.#store.consumeAdminToken(found.hash, this.#clock.now())
    return used ? this.#signIn() : { ok: false, problem: 'wrong' }
  }

  /** One try after the other, so that many at once count as many. */
  signInWithPin(pin: string): Promise<SignIn> {
    const checking = this.#checking.then(() => this.#checkPin(pin))
    this.#checking = checking.catch(() => undefined)
    return checking
  }

  /** With the key of an organisation, whose sessions alone are then led. */
  async signInWithKey(key: string): Promise<SignIn> {
    const organisation = await this.#findOrganisation?.(tokenHash(key))
    return organisation ? this.#signIn(organisation.id) : { ok: false, problem: 'wrong' }
  }

  /** Whose sessions a token of the lead page leads: those of an organisation, or (undefined) of the house. */
  async leadOf(token: string | undefined): Promise<{ readonly organisation: string | undefined } | undefined> {
    if (token === undefined) return undefined
    const found = await this.#store.findAdminToken(tokenHash(token), this.#clock.now())
    return found?.kind === 'lead' ? { organisation: found.organisation } : undefined
  }

  /** Does this token lead this session: as every one of its organisation (`lead`), or just this one? */
  async mayLead(token: string | undefined, session: LedSession | undefined): Promise<boolean> {
    if (token === undefined) return false
    const found = await this.#store.findAdminToken(tokenHash(token), this.#clock.now())
    // Who leads a house may hear that a code is unknown.
    if (!session) return found?.kind === 'lead'
    return found?.kind === 'lead' ? found.organisation === session.organisation : found?.kind === 'session' && found.code === session.code
  }

  async #checkPin(pin: string): Promise<SignIn> {
    if (this.#pin === undefined) return { ok: false, problem: 'wrong' }
    const now = this.#clock.now()
    const lock = await this.#lock()
    if (lock.lockedUntil > now) return { ok: false, problem: 'locked' }
    if (timingSafeEqual(await this.#derived(pin), await this.#derived(this.#pin))) {
      await this.#setLock({ failures: 0, lockedUntil: 0 })
      return this.#signIn()
    }
    const failures = lock.failures + 1
    const round = Math.floor(failures / TRIES_BEFORE_LOCK)
    const locks = failures % TRIES_BEFORE_LOCK === 0
    await this.#setLock({ failures, lockedUntil: locks ? now + FIRST_LOCK_MS * 2 ** (round - 1) : 0 })
    return { ok: false, problem: 'wrong' }
  }

  /** argon2id with the least parameters that OWASP recommends: about 0.1 s, 19 MiB. */
  #derived(pin: string): Promise<Buffer> {
    return hash('argon2id', { message: pin, nonce: this.#salt, parallelism: 1, tagLength: 32, memory: 19 * 1024, passes: 2 })
  }

  /** Kept in the store: a restart opens no lock. */
  async #lock(): Promise<Lock> {
    const kept = await this.#store.getMeta(LOCK_KEY)
    return kept === undefined ? { failures: 0, lockedUntil: 0 } : (JSON.parse(kept) as Lock)
  }

  async #setLock(lock: Lock): Promise<void> {
    await this.#store.setMeta(LOCK_KEY, JSON.stringify(lock))
  }

  async #signIn(organisation?: string): Promise<SignIn> {
    const token = await this.#issue('lead', null, this.#clock.now() + LEAD_MS, organisation)
    return token === undefined ? { ok: false, problem: 'notStored' } : { ok: true, token }
  }

  async #issue(kind: AdminToken['kind'], code: string | null, expiresAt: number, organisation?: string): Promise<string | undefined> {
    const token = newToken()
    const written = await this.#store.saveAdminToken({ hash: tokenHash(token), kind, code, expiresAt, ...(organisation !== undefined && { organisation }) })
    return written.ok ? token : undefined
  }
}
