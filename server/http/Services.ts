import type { Forwarding } from '../cluster/forwarding.ts'
import type { Config } from '../config.ts'
import type { WorkshopOrder } from '../exports/ExportWorkshop.ts'
import type { RenderedExport } from '../exports/exportFormats.ts'
import type { Logger } from '../log.ts'
import type { SessionRooms } from '../room/SessionRooms.ts'
import type { ScenarioLibrary } from '../scenarios/loadScenarios.ts'
import type { Clock } from '../sessions/Clock.ts'
import type { Seats } from '../sessions/Seats.ts'
import type { SessionRegistry } from '../sessions/SessionRegistry.ts'
import type { SharedStore } from '../store/SharedStore.ts'
import type { Store } from '../store/Store.ts'
import type { Addresses } from './addresses.ts'
import type { FailureLimiter } from './FailureLimiter.ts'
import type { Leads } from './Leads.ts'
import type { Metrics } from './Metrics.ts'

export interface SharedServices {
  readonly store: SharedStore
  readonly forwarding: Forwarding
}

/** What the HTTP side works with. */
export interface Services {
  readonly config: Config
  readonly log: Logger
  readonly clock: Clock
  readonly store: Store
  readonly registry: SessionRegistry
  readonly seats: Seats
  readonly rooms: SessionRooms
  readonly scenarios: ScenarioLibrary
  readonly addresses: Addresses
  readonly leads: Leads
  readonly limiter: FailureLimiter
  readonly metrics: Metrics
  /** where several processes, or several organisations, share one log; undefined: the embedded store */
  readonly shared: SharedServices | undefined
  /** in a thread of its own, beside the sessions */
  readonly renderExport: (order: WorkshopOrder) => Promise<RenderedExport>
  /** false from the moment the server is told to stop */
  readonly isServing: () => boolean
}
