import { hostname, networkInterfaces } from 'node:os'
import type { Config } from '../config.ts'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']
const REFRESH_MS = 5_000

/** IPv4 addresses under which tablets in the same network reach this machine. */
export function lanAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((list) => (list ?? []).filter((a) => a.family === 'IPv4' && !a.internal).map((a) => a.address))
}

/**
 * Under which names we answer. Anything else in `Host` is another site's name that was made to point here (DNS rebinding),
 * anything else in `Origin` another site's page.
 */
export class Addresses {
  readonly #public: URL | undefined
  readonly #port: () => number
  #names: ReadonlySet<string> = new Set()
  #readAt = Number.NEGATIVE_INFINITY

  /** @param port the port listened on, known once the server listens */
  constructor({ publicUrl }: Pick<Config, 'publicUrl'>, port: () => number) {
    this.#public = publicUrl === undefined ? undefined : new URL(publicUrl)
    this.#port = port
  }

  /** Where people are sent: the public address, or the first in the local network. */
  get origin(): string {
    if (this.#public) return this.#public.origin
    return `http://${lanAddresses()[0] ?? 'localhost'}:${this.#port()}`
  }

  /** Every address worth printing, the most useful first. */
  get origins(): readonly string[] {
    const local = lanAddresses().map((address) => `http://${address}:${this.#port()}`)
    return [...(this.#public ? [this.#public.origin] : []), ...local, `http://localhost:${this.#port()}`]
  }

  /** Is this `Host` header one of ours? */
  allowsHost(host: string | undefined): boolean {
    if (host === undefined) return false
    if (this.#public && host === this.#public.host) return true
    const [, name, port] = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/i.exec(host) ?? []
    return name !== undefined && Number(port ?? 80) === this.#port() && this.#ownNames().has(name.toLowerCase())
  }

  /** Is this `Origin` the page that we ourselves serve under this `Host`? */
  allowsOrigin(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined || !this.allowsHost(host)) return false
    return origin === `http://${host}` || (this.#public !== undefined && origin === this.#public.origin)
  }

  /** Read again now and then: a laptop may join the workshop's Wi-Fi after the start. */
  #ownNames(): ReadonlySet<string> {
    const now = performance.now()
    if (now - this.#readAt < REFRESH_MS) return this.#names
    const machine = hostname().toLowerCase()
    this.#names = new Set([...LOOPBACK, machine, `${machine}.local`, ...lanAddresses()])
    this.#readAt = now
    return this.#names
  }
}
