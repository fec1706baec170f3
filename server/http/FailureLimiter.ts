import { createHash } from 'node:crypto'
import type { Store } from '../store/Store.ts'

/** Failures allowed within a window before further tries are refused. */
const LIMITS = { device: 10, address: 120, all: 1000 } as const
const WINDOW_MS = 60_000
const MOST_KEYS = 20_000
const META_KEY = 'failures'
const NOTE_AFTER_MS = 200

/**
 * Limits guessing by counting failures only: a hall full of tablets behind one address that all know the code is never slowed down.
 * Per device (an id that our client sends; whoever sends none, or changes it, meets the limit of the address), per address, and altogether.
 * A restart forgets nothing: failures are noted in the store, senders only as hashes, and for no longer than they count.
 */
export class FailureLimiter {
  readonly #store: Pick<Store, 'setMeta'>
  readonly #now: () => number
  readonly #failures: Map<string, number[]>
  #noting: NodeJS.Timeout | undefined

  private constructor(store: Pick<Store, 'setMeta'>, now: () => number, failures: Map<string, number[]>) {
    this.#store = store
    this.#now = now
    this.#failures = failures
  }

  /** @param now time in ms that does not jump */
  static async open(store: Pick<Store, 'getMeta' | 'setMeta'>, now: () => number): Promise<FailureLimiter> {
    const noted = await store.getMeta(META_KEY)
    return new FailureLimiter(store, now, new Map(noted === undefined ? [] : (JSON.parse(noted) as [string, number[]][])))
  }

  /** Has this sender failed too often of late? */
  isBlocked(address: string, device: string | undefined): boolean {
    return this.#keys(address, device).some(([key, limit]) => this.#recent(key).length >= limit)
  }

  failed(address: string, device: string | undefined): void {
    if (this.#failures.size > MOST_KEYS) this.#forgetOld()
    for (const [key] of this.#keys(address, device)) this.#failures.set(key, [...this.#recent(key), this.#now()])
    this.#noting ??= setTimeout(() => void this.#note(), NOTE_AFTER_MS).unref()
  }

  /** A store that cannot take it costs at most the memory of a restart. */
  async #note(): Promise<void> {
    this.#noting = undefined
    this.#forgetOld()
    await this.#store.setMeta(META_KEY, JSON.stringify([...this.#failures])).catch(() => undefined)
  }

  #keys(address: string, device: string | undefined): readonly (readonly [string, number])[] {
    const network = networkOf(address)
    const own = device === undefined ? [] : [[hashOf(`device ${network} ${device}`), LIMITS.device] as const]
    return [...own, [hashOf(`address ${network}`), LIMITS.address], ['all', LIMITS.all]]
  }

  #recent(key: string): number[] {
    const since = this.#now() - WINDOW_MS
    const until = this.#now()
    // Noted before the machine's time was set back: it would count for ever.
    return (this.#failures.get(key) ?? []).filter((at) => at > since && at <= until)
  }

  #forgetOld(): void {
    for (const key of [...this.#failures.keys()]) if (this.#recent(key).length === 0) this.#failures.delete(key)
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 16)
}

/** Whoever has one IPv6 address has the whole /64. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain
}
