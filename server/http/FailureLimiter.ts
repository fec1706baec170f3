/** Failures allowed within a window before further tries are refused. */
const LIMITS = { device: 10, address: 120, all: 1000 } as const
const WINDOW_MS = 60_000
const MOST_KEYS = 20_000

/**
 * Limits guessing by counting failures only: a hall full of tablets behind one address that all know the code is never slowed down.
 * Per device (an id that our client sends; whoever sends none, or changes it, meets the limit of the address), per address, and altogether.
 */
export class FailureLimiter {
  readonly #now: () => number
  readonly #failures = new Map<string, number[]>()

  /** @param now steady time in ms */
  constructor(now: () => number) {
    this.#now = now
  }

  /** Has this sender failed too often of late? */
  isBlocked(address: string, device: string | undefined): boolean {
    return this.#keys(address, device).some(([key, limit]) => this.#recent(key).length >= limit)
  }

  failed(address: string, device: string | undefined): void {
    if (this.#failures.size > MOST_KEYS) this.#forgetOld()
    for (const [key] of this.#keys(address, device)) this.#failures.set(key, [...this.#recent(key), this.#now()])
  }

  #keys(address: string, device: string | undefined): readonly (readonly [string, number])[] {
    const network = networkOf(address)
    const own = device === undefined ? [] : [[`device ${network} ${device}`, LIMITS.device] as const]
    return [...own, [`address ${network}`, LIMITS.address], ['all', LIMITS.all]]
  }

  #recent(key: string): number[] {
    const since = this.#now() - WINDOW_MS
    return (this.#failures.get(key) ?? []).filter((at) => at > since)
  }

  #forgetOld(): void {
    for (const key of [...this.#failures.keys()]) if (this.#recent(key).length === 0) this.#failures.delete(key)
  }
}

/** Whoever has one IPv6 address has the whole /64. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain
}
