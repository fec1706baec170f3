import { type ReadonlySignal, signal } from '@preact/signals'
import type { Command } from '../../rules/commands.ts'
import type { Rejection } from '../../rules/decision.ts'
import type { OwnMessage } from '../../server/wire/protocol.ts'
import { ApiError } from './api.ts'
import { CLOSE, type Line, type OpenLine, PROTOCOL, Refused, type SeatAnswer, type SeatRequest } from './line.ts'
import { newId } from './newId.ts'

/** How it ended for good; `refused`: the server does not give the seat (any more), with its sentence. */
export type Ending = { readonly why: 'elsewhere' | 'removed' | 'deleted' } | { readonly why: 'refused'; readonly code: string; readonly message: string }

export type LinkState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  /** `since`: device time in ms */
  | { readonly kind: 'lost'; readonly since: number }
  | { readonly kind: 'ended'; readonly ending: Ending }

/** What became of a command. `unsure`: it was sent, but its answer did not arrive in time. */
export type Outcome =
  | { readonly kind: 'ok'; readonly sequence: number }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'offline'; readonly unsure: boolean }
  | { readonly kind: 'failed'; readonly number: string }

export interface ConnectionParts {
  /** takes or comes back to the seat. @throws {ApiError} */
  readonly takeSeat: (request: SeatRequest) => Promise<SeatAnswer>
  readonly openLine: OpenLine
  readonly onSeat: (answer: SeatAnswer) => void
  readonly onState: (state: unknown) => void
  readonly onOwn: (message: OwnMessage) => void
  readonly onServerTime: (now: number, roundTripMs: number) => void
}

export interface ConnectionTimes {
  readonly pingEvery: number
  /** without an answer for so long the line counts as dead */
  readonly deadAfter: number
  /** a way in or back that hangs for so long is given up and begun anew */
  readonly attemptWithin: number
  readonly backoffMin: number
  readonly backoffMax: number
  /** a command asks for its answer for so long, across lost connections */
  readonly answerWithin: number
}

const TIMES: ConnectionTimes = { pingEvery: 1000, deadAfter: 2500, attemptWithin: 5000, backoffMin: 200, backoffMax: 3000, answerWithin: 10_000 }

/** When the network is back, a try that has run for this long already is not waited for, ms. */
const HANGING = 1000
/** times `attemptWithin` */
const MOST_PATIENCE = 4

/** HTTP answers after which asking again makes no sense. */
const FINAL = new Set([400, 401, 403, 404, 409, 410])

/**
 * One device's connection to its session: takes the seat, keeps the line alive, and finds the way back by itself.
 * The way in and the way back are the same: POST seats, then a fresh room.
 */
export class Connection {
  readonly #parts: ConnectionParts
  readonly #times: ConnectionTimes
  readonly #link = signal<LinkState>({ kind: 'connecting' })
  #request: SeatRequest
  #earlierToken: string | undefined
  #line: Line | null = null
  #attempt = 0
  #generation = 0
  #lastHeard = 0
  #lastBeat = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #patience: ReturnType<typeof setTimeout> | undefined
  #tryingSince = 0
  /** tries in a row that were given up: a server or a network may just be slow, so that each is given more time */
  #hung = 0
  #heart: ReturnType<typeof setInterval> | undefined
  readonly #waiting = new Set<() => void>()

  constructor(request: SeatRequest, parts: ConnectionParts, times: Partial<ConnectionTimes> = {}) {
    this.#request = request
    this.#parts = parts
    this.#times = { ...TIMES, ...times }
  }

  get link(): ReadonlySignal<LinkState> {
    return this.#link
  }

  /** Takes the seat and opens the line. Later losses are mended until {@link stop}. Also the answer to „Hier weiterspielen“. */
  start(): void {
    this.#link.value = { kind: 'connecting' }
    this.#listen(true)
    void this.#connect()
  }

  stop(): void {
    this.#listen(false)
    this.#drop()
    clearTimeout(this.#timer)
    this.#wake()
  }

  /** Does a way back now instead of waiting for the next try: the network is back, or someone looks at the page again. */
  readonly hurry = (): void => {
    if (globalThis.document?.visibilityState === 'hidden') return
    if (this.#link.value.kind === 'open') void this.#ping()
    if (this.#link.value.kind !== 'lost') return
    // A try that began before the network was back may hang for long.
    const hangs = this.#timer === undefined && Date.now() - this.#tryingSince > HANGING
    if (hangs) this.#drop()
    if (hangs || this.#timer !== undefined) this.#retry(0)
  }

  /**
   * Sends a command and tells what became of it. Nothing is sent later on its own: without a connection the answer is `offline` at once.
   * If the connection breaks before the answer, the same question (same id) is asked again after the way back, for a short while.
   */
  async sendCommand(command: Command): Promise<Outcome> {
    if (this.#link.value.kind !== 'open') return { kind: 'offline', unsure: false }
    const message = { v: PROTOCOL, id: newId(), command }
    const until = Date.now() + this.#times.answerWithin
    for (;;) {
      const line = this.#line
      if (line) {
        const outcome = await this.#ask(line, message, until)
        if (outcome) return outcome
      }
      if (Date.now() >= until || !(await this.#reopened(until))) return { kind: 'offline', unsure: true }
    }
  }

  /** A dry run. @returns undefined when there is no connection or no answer */
  async preview<T>(command: Command): Promise<T | undefined> {
    const line = this.#line
    if (!line) return undefined
    try {
      return (await line.request('preview', { command }, 5000)) as T
    } catch {
      return undefined
    }
  }

  /** @returns undefined when the line broke before the answer */
  async #ask(line: Line, message: { v: typeof PROTOCOL; id: string; command: Command }, until: number): Promise<Outcome | undefined> {
    try {
      const answer = (await this.#unlessBroken(line, line.request('command', message, Math.max(1, until - Date.now())))) as { sequence: number }
      return { kind: 'ok', sequence: answer.sequence }
    } catch (error) {
      if (error instanceof Refused) return { kind: 'rejected', rejection: error.reason as Rejection }
      if (this.#line === line && Date.now() < until) return { kind: 'failed', number: message.id.slice(0, 6) }
      return undefined
    }
  }

  /** Rejects as soon as the line is given up, even if the socket itself has not noticed yet. */
  #unlessBroken<T>(line: Line, answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (this.#line !== line) reject(new Error('line broken'))
      }
      this.#waiting.add(look)
      look()
      answer.then(resolve, reject).finally(() => this.#waiting.delete(look))
    })
  }

  async #reopened(until: number): Promise<boolean> {
    while (Date.now() < until) {
      if (this.#line) return true
      if (this.#link.value.kind === 'ended') return false
      await this.#change(until - Date.now())
    }
    return false
  }

  /** Resolves when the line changed, or after `ms`. */
  #change(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        clearTimeout(timer)
        this.#waiting.delete(look)
        resolve()
      }
      const timer = setTimeout(look, Math.max(0, ms))
      this.#waiting.add(look)
    })
  }

  async #connect(): Promise<void> {
    const generation = ++this.#generation
    const stale = () => generation !== this.#generation
    this.#timer = undefined
    this.#tryingSince = Date.now()
    this.#patience = setTimeout(
      () => {
        if (stale()) return
        this.#hung += 1
        this.#lose()
      },
      this.#times.attemptWithin * Math.min(MOST_PATIENCE, 1 + this.#hung),
    )
    try {
      const answer = await this.#parts.takeSeat(this.#request)
      if (stale()) return
      if (this.#request.token !== answer.token) this.#earlierToken = this.#request.token
      this.#request = { ...this.#request, token: answer.token }
      this.#parts.onSeat(answer)
      const line = await this.#parts.openLine(answer.reservation, {
        onState: (state) => {
          if (stale()) return
          this.#lastHeard = Date.now()
          this.#parts.onState(state)
        },
        onOwn: (message) => {
          if (!stale()) this.#parts.onOwn(message)
        },
        onClose: (code) => {
          if (!stale()) this.#closed(code)
        },
      })
      if (stale()) return line.close()
      this.#opened(line)
    } catch (error) {
      if (stale()) return
      if (error instanceof ApiError && error.status === 401 && this.#earlierToken !== undefined) this.#returnWithEarlierToken(this.#earlierToken)
      else if (error instanceof ApiError && FINAL.has(error.status)) this.#end({ why: 'refused', code: error.code, message: error.message })
      else this.#lose()
    }
  }

  /**
   * A request of an earlier try may reach the server after the one that was answered. Then the answered token is dead, and the one before it,
   * which that late request showed, still good.
   */
  #returnWithEarlierToken(token: string): void {
    this.#earlierToken = undefined
    this.#request = { ...this.#request, token }
    this.#lose()
  }

  #opened(line: Line): void {
    clearTimeout(this.#patience)
    this.#line = line
    this.#attempt = 0
    this.#hung = 0
    this.#lastHeard = Date.now()
    this.#link.value = { kind: 'open' }
    clearInterval(this.#heart)
    this.#lastBeat = Date.now()
    this.#heart = setInterval(() => this.#beat(), this.#times.pingEvery)
    this.#wake()
    void this.#ping()
  }

  /** If the page itself stood still (a slow device drawing, a laptop asleep), answers may lie unread: silence counts anew from now. */
  #beat(): void {
    const now = Date.now()
    if (now - this.#lastBeat > this.#times.pingEvery * 2) this.#lastHeard = now
    this.#lastBeat = now
    void this.#ping()
  }

  async #ping(): Promise<void> {
    const line = this.#line
    if (!line) return
    const sent = Date.now()
    if (sent - this.#lastHeard > this.#times.deadAfter) return this.#lose()
    try {
      const answer = (await line.request('ping', {}, this.#times.deadAfter)) as { now: number }
      if (this.#line !== line) return
      this.#lastHeard = Date.now()
      this.#parts.onServerTime(answer.now, this.#lastHeard - sent)
    } catch {
      if (this.#line === line && Date.now() - this.#lastHeard > this.#times.deadAfter) this.#lose()
    }
  }

  #closed(code: number): void {
    if (code === CLOSE.seatOpenedElsewhere) this.#end({ why: 'elsewhere' })
    else if (code === CLOSE.seatRemoved) this.#end({ why: 'removed' })
    else if (code === CLOSE.sessionDeleted) this.#end({ why: 'deleted' })
    else this.#lose()
  }

  #lose(): void {
    this.#drop()
    if (this.#link.value.kind !== 'lost') this.#link.value = { kind: 'lost', since: Date.now() }
    this.#wake()
    const { backoffMin, backoffMax } = this.#times
    const ceiling = Math.min(backoffMax, backoffMin * 2 ** this.#attempt)
    this.#attempt += 1
    this.#retry(backoffMin + Math.random() * (ceiling - backoffMin))
  }

  #retry(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#connect(), ms)
  }

  #end(ending: Ending): void {
    this.#drop()
    clearTimeout(this.#timer)
    this.#listen(false)
    this.#link.value = { kind: 'ended', ending }
    this.#wake()
  }

  #drop(): void {
    this.#generation += 1
    clearInterval(this.#heart)
    clearTimeout(this.#patience)
    const line = this.#line
    this.#line = null
    line?.close()
  }

  /** Lets everyone who waits for a change of the line look again. */
  #wake(): void {
    for (const look of [...this.#waiting]) look()
  }

  #listen(on: boolean): void {
    const change = on ? 'addEventListener' : 'removeEventListener'
    globalThis[change]?.('online', this.hurry)
    globalThis.document?.[change]('visibilitychange', this.hurry)
  }
}
