import { Client } from 'pg'
import { postgresPlace } from './postgresDatabase.ts'
import { explainStart } from './postgresErrors.ts'
import { StoreUnusable } from './Store.ts'

export type Company = 'alone' | 'among others'

const AGAIN_AFTER_MS = 1_000

/**
 * Says to other processes that this one works on the schema, by a lock that PostgreSQL keeps as long as the connection lives.
 * Two that know nothing of each other would take their sessions from one another for ever.
 */
export class SchemaLock {
  readonly #url: string
  readonly #company: Company
  #client: Client | undefined
  #again: NodeJS.Timeout | undefined
  #ended = false

  private constructor(url: string, company: Company) {
    this.#url = url
    this.#company = company
  }

  /** @throws StoreUnusable if the company does not suit the others */
  static async take(url: string, company: Company): Promise<SchemaLock> {
    const lock = new SchemaLock(url, company)
    await lock.#take()
    return lock
  }

  async end(): Promise<void> {
    this.#ended = true
    clearTimeout(this.#again)
    await this.#client?.end().catch(() => undefined)
  }

  async #take(): Promise<void> {
    const { connectionString, schema, where } = postgresPlace(this.#url)
    const client = new Client({ connectionString, application_name: 'aemterrunde', keepAlive: true, connectionTimeoutMillis: 2_000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const take = this.#company === 'alone' ? 'pg_try_advisory_lock' : 'pg_try_advisory_lock_shared'
      const { rows } = await client.query<{ taken: boolean }>(`SELECT ${take}(hashtextextended($1, 1)) AS taken`, [`aemterrunde ${schema}`])
      if (!rows[0]?.taken) throw new StoreUnusable(this.#company === 'alone' ? OTHERS_THERE(where) : ONE_ALONE_THERE(where))
    } catch (error) {
      await client.end().catch(() => undefined)
      throw explainStart(error, where)
    }
    this.#client = client
    client.once('end', () => this.#retake())
  }

  /** PostgreSQL was away, and with it the lock. */
  #retake(): void {
    if (this.#ended) return
    this.#again = setTimeout(() => this.#take().catch(() => this.#retake()), AGAIN_AFTER_MS).unref()
  }
}

const OTHERS_THERE = (where: string) =>
  `Mit den Daten in ${where} arbeitet schon ein anderer Prozess. Mehrere brauchen REDIS_URL, über die sie einander finden. Beenden Sie sonst zuerst den anderen.`
const ONE_ALONE_THERE = (where: string) =>
  `Mit den Daten in ${where} arbeitet ein Prozess ohne REDIS_URL. Er findet andere nicht und muss zuerst beendet werden.`
