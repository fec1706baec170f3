import { type Client, type MessageContext, Room } from '@colyseus/core'
import { z } from 'zod'
import type { Rejection } from '../../rules/decision.ts'
import { entry } from '../../rules/ids.ts'
import type { Seat } from '../../rules/session.ts'
import type { SharedView } from '../../rules/sessionView.ts'
import { sharedView, viewerOf } from '../../rules/views.ts'
import type { Metrics } from '../http/Metrics.ts'
import type { Logger } from '../log.ts'
import { actorOf } from '../sessions/currentActor.ts'
import type { Published, SessionRuntime } from '../sessions/SessionRuntime.ts'
import type { OptimumFinder } from '../solver/OptimumFinder.ts'
import { CloseCodes, type CommandAnswer, type PingAnswer } from '../wire/protocol.ts'
import { RoomState } from '../wire/RoomState.ts'
import { syncView } from '../wire/syncView.ts'
import { INVALID, readCommand, readPreview } from './messages.ts'
import { OwnViews, viewerKey } from './OwnViews.ts'

/** What a room needs from around it; given when rooms are defined. */
export interface RoomSurroundings {
  readonly runtimeOf: (code: string) => SessionRuntime | undefined
  readonly optimumOf: (code: string) => OptimumFinder | undefined
  readonly log: Logger
  readonly metrics: Metrics
}

/** Who holds a connection: put into the seat reservation by the door, never sent by a client. */
export interface SeatHolder {
  readonly sessionId: string
  readonly seatId: string
}
type SeatClient = Client<{ auth: SeatHolder; userData: { key: string | undefined; watches: boolean } }>

/** More messages in a second than any hand can send end the connection. */
const MOST_MESSAGES_PER_SECOND = 30
/** A client that lets this many bytes pile up reads too slowly; it comes back with a fresh state. */
const MOST_BUFFERED_BYTES = 1 << 20
const LOOK_FOR_SLOW_READERS_MS = 500

/**
 * The door of one session on the network: lets seats in, takes commands to the session, shows its views.
 * Knows no rule, keeps nothing: what is shown is what the session has stored.
 */
export class SessionRoom extends Room<{ state: RoomState; client: SeatClient }> {
  override autoDispose = false
  override maxClients = 300
  override maxMessagesPerSecond = MOST_MESSAGES_PER_SECOND
  override seatReservationTimeout = 10
  // Patches go out at once with each commit. The slow beat only lets Colyseus' own clock tick, which `null` would do 60 times a second.
  override patchRate: number | null = 1000

  #around!: RoomSurroundings
  #runtime!: SessionRuntime
  readonly #ownViews = new OwnViews()
  #shown: SharedView | undefined
  #unsubscribe: () => void = () => undefined
  #slowReaderWatch: NodeJS.Timeout | undefined

  override messages = {
    command: { format: z.unknown(), handler: (client: SeatClient, message: unknown, answer: MessageContext) => this.#command(client, message, answer) },
    preview: { format: z.unknown(), handler: (client: SeatClient, message: unknown, answer: MessageContext) => this.#preview(client, message, answer) },
    watch: { format: z.unknown(), handler: (client: SeatClient) => this.#watch(client) },
    ping: { format: z.unknown(), handler: (): PingAnswer => ({ now: this.#runtime.now() }) },
  }

  override onCreate(options: { readonly code: string; readonly around: RoomSurroundings }): void {
    this.#around = options.around
    const runtime = options.around.runtimeOf(options.code)
    if (!runtime) throw new Error('a room is opened only for a session that is there')
    this.#runtime = runtime
    this.roomId = roomIdOf(runtime)
    this.state = new RoomState()
    this.#showShared()
    const endPublishing = runtime.subscribe((published) => this.#publish(published))
    const optimum = options.around.optimumOf(options.code)
    this.#ownViews.showSearch(optimum?.progress ?? null)
    const endSearch = optimum?.watch((progress) => this.#ownViews.showSearch(progress))
    this.#unsubscribe = () => {
      endPublishing()
      endSearch?.()
    }
    this.#slowReaderWatch = setInterval(() => this.#cutSlowReaders(), LOOK_FOR_SLOW_READERS_MS)
    this.#slowReaderWatch.unref()
    this.broadcastPatch()
  }

  /** Only who holds a reservation of the door comes here at all; it names the seat. */
  override onAuth(client: SeatClient): SeatHolder | false {
    const holder = client.auth
    return holder && this.#seat(holder.seatId) ? holder : false
  }

  /** [S3] The newest device of a seat has it; the one before is told why it has not. */
  override onJoin(client: SeatClient): void {
    const seat = this.#seatOf(client)
    if (!seat) throw new Error('the seat was removed while its device was on the way')
    for (const other of this.clients) {
      if (other !== client && other.auth?.seatId === seat.id) other.leave(CloseCodes.seatOpenedElsewhere)
    }
    this.#runtime.connected(seat.id)
    this.state.presence.set(seat.id, true)
    this.broadcastPatch()
  }

  override onLeave(client: SeatClient): void {
    const seatId = client.auth?.seatId
    if (seatId === undefined) return
    this.#runtime.disconnected(seatId)
    this.#unwatch(client)
    if (this.#runtime.isConnected(seatId)) return
    if (this.#seat(seatId)) this.state.presence.set(seatId, false)
    else this.state.presence.delete(seatId)
    this.broadcastPatch()
  }

  override onDispose(): void {
    this.#unsubscribe()
    clearInterval(this.#slowReaderWatch)
  }

  /** Our own mistakes end up here: told to the log, felt by nobody. */
  override onUncaughtException(error: Error, methodName: string): void {
    this.#around.log.error({ err: error, method: methodName, room: this.roomId }, 'mistake in a room')
  }

  async #command(client: SeatClient, message: unknown, answer: MessageContext): Promise<CommandAnswer | Rejection> {
    const read = readCommand(message)
    if ('refusal' in read) return this.#refuse(answer, 'unreadable', read.refusal)
    const seat = this.#seatOf(client)
    if (!seat) return this.#refuse(answer, read.command.type, { code: 'unknownSeat', details: {} })
    const started = performance.now()
    try {
      const result = await this.#runtime.submit({ actor: actorOf(seat), commandId: read.id, command: read.command })
      // Its holder is another process by now: this line is about to end, and the command is asked again, with its id, on the next.
      if ('rejection' in result && this.#runtime.gone) return new Promise(() => undefined)
      if ('rejection' in result) return this.#refuse(answer, read.command.type, result.rejection)
      this.#around.metrics.command(read.command.type, 'accepted', performance.now() - started)
      return result
    } catch (error) {
      this.#around.log.error({ err: error, room: this.roomId, command: read.command.type }, 'mistake in a command')
      return this.#refuse(answer, read.command.type, { code: 'storeUnavailable', details: {} })
    }
  }

  #preview(client: SeatClient, message: unknown, answer: MessageContext): unknown {
    const read = readPreview(message)
    if ('refusal' in read) return answer.reject(read.refusal)
    const seat = this.#seatOf(client)
    if (!seat) return answer.reject({ code: 'unknownSeat', details: {} } satisfies Rejection)
    try {
      return this.#runtime.preview(actorOf(seat), read.command)
    } catch (error) {
      this.#around.log.error({ err: error, room: this.roomId, command: read.command.type }, 'mistake in a preview')
      return answer.reject(INVALID)
    }
  }

  #refuse(answer: MessageContext, type: string, rejection: Rejection): Rejection {
    this.#around.metrics.command(type, rejection.code)
    answer.reject(rejection)
    return rejection
  }

  /** Everyone sees what was stored, in one patch, before its sender is answered. */
  #publish({ history, previous }: Published): void {
    this.#showShared()
    this.broadcastPatch()
    this.#ownViews.show(history.state)
    if (history.state.attendance.seats !== previous.state.attendance.seats) this.#followSeats()
  }

  #showShared(): void {
    const { history } = this.#runtime
    const next = sharedView(history.state)
    this.state.sequence = history.sequence
    syncView(this.state.shared, next, this.#shown)
    this.#shown = next
  }

  /** [S5] A moved seat sees its new team's view, a removed one is shown out. */
  #followSeats(): void {
    for (const client of [...this.clients]) {
      const seat = this.#seatOf(client)
      if (!seat) {
        client.leave(CloseCodes.seatRemoved)
        continue
      }
      if (!client.userData?.watches || viewerKey(viewerOf(seat), this.#runtime.state) === client.userData.key) continue
      this.#unwatch(client)
      this.#watch(client)
    }
  }

  /** The device is ready for its own view, or its seat has become another's. */
  #watch(client: SeatClient): void {
    const seat = this.#seatOf(client)
    if (!seat) return
    this.#unwatch(client)
    const viewer = viewerOf(seat)
    const key = viewerKey(viewer, this.#runtime.state)
    client.userData = { key, watches: true }
    if (key !== undefined) this.#ownViews.watch(key, viewer, this.#runtime.state, client)
  }

  #unwatch(client: SeatClient): void {
    const key = client.userData?.key
    if (key !== undefined) this.#ownViews.unwatch(key, client)
    client.userData = { key: undefined, watches: false }
  }

  #seatOf(client: SeatClient): Seat | undefined {
    return client.auth && this.#seat(client.auth.seatId)
  }

  #seat(seatId: string): Seat | undefined {
    return entry(this.#runtime.state.attendance.seats, seatId)
  }

  #cutSlowReaders(): void {
    for (const client of this.clients) {
      const socket = client.ref as unknown as { readonly bufferedAmount: number; terminate(): void }
      if (socket.bufferedAmount > MOST_BUFFERED_BYTES) socket.terminate()
    }
  }
}

/** One id for each time a session is taken up: a process that lost it can never speak for the one that has it now. */
export function roomIdOf(runtime: SessionRuntime): string {
  return `${runtime.code}_${runtime.epoch}`
}
