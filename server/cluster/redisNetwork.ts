import { RedisDriver } from '@colyseus/redis-driver'
import { RedisPresence } from '@colyseus/redis-presence'
import { ConfigError } from '../config.ts'
import type { Logger } from '../log.ts'

/** So long after a broken line to Redis came back, others may still be on their way back too. */
const SETTLING_MS = 5_000
/** How often it is looked whether this process still hears what is said to it. */
const LISTEN_CHECK_MS = 1_000
const ANSWER_WITHIN_MS = 1_500

/** What Colyseus keeps in Redis, and the lines between the processes. */
export interface RedisNetwork {
  readonly driver: RedisDriver
  readonly presence: ForgivingPresence
}

/**
 * Connects to Redis.
 * @throws ConfigError if nobody answers there
 */
export async function openRedis(url: string, log: Logger): Promise<RedisNetwork> {
  const options = redisOptions(url)
  const presence = new ForgivingPresence(options, log)
  const driver = new ForgivingDriver(options, log)
  try {
    await presence.channels('none')
    return { driver, presence }
  } catch (error) {
    await Promise.all([presence.end(), driver.end()])
    const cause = error instanceof Error && /NOAUTH|WRONGPASS|NOPERM/.test(error.message) ? 'lässt uns nicht ein' : 'antwortet nicht'
    throw new ConfigError(`Redis ${cause}: ${options.host}:${options.port}. Läuft der Dienst, und stimmt REDIS_URL?`)
  }
}

/** REDIS_URL as options; its parameter `prefix` stands before every key. No command waits long for a Redis that is away. */
function redisOptions(url: string) {
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(url)
  return {
    host: hostname,
    port: Number(port || 6379),
    db: Number(pathname.slice(1) || 0),
    keyPrefix: searchParams.get('prefix') ?? 'aemterrunde:',
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
    maxRetriesPerRequest: 1,
    connectTimeout: 1_000,
    retryStrategy: (attempt: number) => Math.min(100 * attempt, 1_000),
  }
}

type RedisOptions = ReturnType<typeof redisOptions>
interface Line {
  disconnect(): void
  on(event: 'error', listener: (error: Error) => void): unknown
}

/**
 * Redis carries nothing but ways: without it a session in play goes on, and only who looks for one elsewhere has to wait.
 * So what Colyseus writes into it may fail, and is made good when it is back.
 */
export class ForgivingPresence extends RedisPresence {
  readonly #log: Logger
  #readyAt = Number.NEGATIVE_INFINITY
  #away = false
  readonly #listening: NodeJS.Timeout

  constructor(options: RedisOptions, log: Logger) {
    super(options)
    this.#log = log
    this.pub.on('close', () => {
      this.#away = true
    })
    this.pub.on('ready', () => {
      if (this.#away) this.#readyAt = performance.now()
      this.#away = false
    })
    this.#listening = setInterval(() => void this.#listenAgain(), LISTEN_CHECK_MS).unref()
  }

  /**
   * A subscriber that loses its line just after it got it back believes for ever to be connected (ioredis 5.11 without ready check).
   * Redis knows better: if it sees no listener to what is this process's own, the subscriber is made anew.
   */
  async #listenAgain(): Promise<void> {
    const [own] = this.subscriptions.eventNames()
    if (typeof own !== 'string' || this.#away) return
    const listeners = await this.channels(own).catch(() => undefined)
    if (listeners === undefined || listeners.length > 0) return
    const deaf = this.sub
    this.sub = (deaf as typeof deaf & { duplicate(): typeof deaf }).duplicate()
    this.sub.setMaxListeners(0)
    this.sub.on('error', (error) => this.#log.debug({ err: error }, 'Redis'))
    this.sub.on('message', this.handleSubscription)
    this.sub.on('ready', () => this.resubscribeAll())
    deaf.removeAllListeners().on('error', () => undefined)
    deaf.disconnect()
  }

  /** Can be told from this line that somebody else's is not there? Not while it is broken itself, nor just after. */
  get settled(): boolean {
    return !this.#away && performance.now() - this.#readyAt > SETTLING_MS
  }

  override channels(pattern?: string): Promise<string[]> {
    return within(super.channels(pattern))
  }
  override publish(topic: string, data: unknown): Promise<void> {
    return forgive(this.#log, super.publish(topic, data), undefined)
  }
  override subscribe(topic: string, callback: (...args: unknown[]) => void): Promise<this> {
    return forgive(this.#log, super.subscribe(topic, callback), this)
  }
  override unsubscribe(topic: string, callback?: (...args: unknown[]) => void): Promise<this> {
    return forgive(this.#log, super.unsubscribe(topic, callback), this)
  }
  override hset(key: string, field: string, value: string): Promise<boolean> {
    return forgive(this.#log, super.hset(key, field, value), false)
  }
  override hdel(key: string, field: string): Promise<boolean> {
    return forgive(this.#log, super.hdel(key, field), false)
  }
  override hgetall(key: string): Promise<Record<string, string>> {
    return forgive(this.#log, super.hgetall(key), {})
  }
  override exists(key: string): Promise<boolean> {
    return forgive(this.#log, super.exists(key), false)
  }

  /** Colyseus calls it when it ends; who waits for it uses {@link end}. */
  override shutdown(): void {
    void this.end()
  }

  async end(): Promise<void> {
    clearInterval(this.#listening)
    this.sub.disconnect()
    this.pub.disconnect()
  }
}

class ForgivingDriver extends RedisDriver {
  readonly #log: Logger
  readonly #line: Line

  constructor(options: RedisOptions, log: Logger) {
    super(options)
    this.#log = log
    this.#line = (this as unknown as { readonly _client: Line })._client
    this.#line.on('error', (error) => log.debug({ err: error }, 'Redis'))
  }

  override persist(...args: Parameters<RedisDriver['persist']>): Promise<boolean> {
    return forgive(this.#log, super.persist(...args), false)
  }
  override update(...args: Parameters<RedisDriver['update']>): Promise<boolean> {
    return forgive(this.#log, super.update(...args), false)
  }
  override remove(...args: Parameters<RedisDriver['remove']>): Promise<boolean> {
    return forgive(this.#log, super.remove(...args), false)
  }
  override cleanup(...args: Parameters<RedisDriver['cleanup']>): Promise<void> {
    return forgive(this.#log, super.cleanup(...args), undefined)
  }
  override findByIds(...args: Parameters<RedisDriver['findByIds']>): ReturnType<RedisDriver['findByIds']> {
    return forgive(this.#log, super.findByIds(...args), new Map())
  }
  override async shutdown(): Promise<void> {
    this.end()
  }

  end(): void {
    this.#line.disconnect()
  }
}

function forgive<T>(log: Logger, work: Promise<T>, instead: T): Promise<T> {
  return within(work).catch((error) => {
    log.debug({ err: error }, 'Redis')
    return instead
  })
}

/**
 * A Redis that is frozen answers nothing and breaks nothing. The client library could set a time for each command itself,
 * but then its own commands reject as well, where nobody can catch them.
 */
function within<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), ANSWER_WITHIN_MS)
    work.finally(() => clearTimeout(timer)).then(resolve, reject)
  })
}
