import { randomBytes } from 'node:crypto'
import type { MatchMakerDriver, Presence } from '@colyseus/core'
import type { Config } from '../config.ts'
import type { Logger } from '../log.ts'
import { PostgresStore } from '../store/PostgresStore.ts'
import type { SharedStore } from '../store/SharedStore.ts'
import { Peers } from './Peers.ts'

export { share } from './share.ts'

/** What several processes, or one on PostgreSQL, work with instead of the embedded store. */
export interface Shared {
  readonly store: SharedStore
  /** this process, as the others know it */
  readonly own: string
  /** undefined: this process is alone */
  readonly network: { readonly driver: MatchMakerDriver; readonly presence: Presence; readonly peers: Peers } | undefined
  close(): Promise<void>
}

/** @throws StoreUnusable, ConfigError */
export async function openShared(config: Config, log: Logger): Promise<Shared> {
  const own = randomBytes(9).toString('base64url')
  const store = await PostgresStore.open(config.databaseUrl ?? '', own, config.redisUrl === undefined ? 'alone' : 'among others')
  if (config.redisUrl === undefined) return { store, own, network: undefined, close: () => store.close() }
  try {
    const { openRedis } = await import('./redisNetwork.ts')
    const { driver, presence } = await openRedis(config.redisUrl, log)
    const peers = await Peers.join(presence, own)
    const close = async () => {
      await store.close()
      await presence.end()
      await driver.shutdown()
    }
    return { store, own, network: { driver, presence, peers }, close }
  } catch (error) {
    await store.close()
    throw error
  }
}
