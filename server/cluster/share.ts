import type { SharedServices } from '../http/Services.ts'
import { answerForwarded, type Forwarding } from './forwarding.ts'
import type { Shared } from './openShared.ts'
import { SharedSessions, type SharedSurroundings } from './SharedSessions.ts'

/** Requests that were sent here before the proxy noticed still find their way for so long. */
const LINGER_MS = 2_500
const BRING_BACK = 'bringBack'

interface SharingParts extends Pick<SharedSurroundings, 'registry' | 'rooms' | 'log' | 'idleMs'> {
  readonly isServing: () => boolean
  /** where this process listens */
  readonly address: () => { readonly host: string; readonly port: number }
  /** the name under which the outside knows us */
  readonly publicHost: string
}

export interface Sharing {
  readonly sessions: SharedSessions
  readonly services: SharedServices
  /** Hands every session over, and shows those who still ask here the way. */
  handOver(): Promise<void>
  stop(): Promise<void>
}

/** Joins the processes that work on the same log. */
export function share({ store, own, network }: Shared, { isServing, address, publicHost, ...around }: SharingParts): Sharing {
  const sessions = new SharedSessions({ ...around, store, own })
  const peers = network?.peers
  const forwarding: Forwarding = { sessions, peers, isServing }
  answerForwarded(forwarding, address, publicHost)
  peers?.answer(BRING_BACK, async (code: string) => (await sessions.find(code)).where)
  const handOver = async () => {
    const others = await sessions.peers()
    let next = 0
    await sessions.handOver(async (code) => {
      const other = others[next++ % others.length]
      if (other !== undefined) await peers?.ask(other, BRING_BACK, code)
    })
    if (others.length > 0) await new Promise((resolve) => setTimeout(resolve, LINGER_MS))
  }
  return { sessions, services: { store, forwarding }, handOver, stop: () => sessions.stop() }
}
