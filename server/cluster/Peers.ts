import type { Presence } from '@colyseus/core'

/** A question to another process, or the answer to one. */
type Message =
  | { readonly from: string; readonly id: number; readonly ask: string; readonly payload: unknown }
  | { readonly id: number; readonly payload?: unknown; readonly failed?: true }

/**
 * `gone`: nobody listens there any more · `silent`: somebody should, but does not answer, not even to a ping ·
 * `unsure`: the line itself is broken · `failed`: the other process made a mistake.
 */
export type Reply = { readonly ok: true; readonly payload: unknown } | { readonly ok: false; readonly why: 'gone' | 'silent' | 'unsure' | 'failed' }

export interface PeerLine extends Pick<Presence, 'publish' | 'subscribe' | 'channels'> {
  readonly settled: boolean
}

export interface PeerTimes {
  /** after this long without an answer the other is pinged */
  readonly pingAfter: number
  /** a ping unanswered for so long means: frozen, or cut off */
  readonly silentAfter: number
  /** a living process may take so long */
  readonly answerWithin: number
}
const TIMES: PeerTimes = { pingAfter: 800, silentAfter: 1_200, answerWithin: 20_000 }

const PING = 'ping'
const LOOK_EVERY_MS = 100

/** Questions between the processes, each with one mailbox in Redis. */
export class Peers {
  readonly #line: PeerLine
  readonly #own: string
  readonly #times: PeerTimes
  readonly #answers = new Map<number, (reply: Reply) => void>()
  readonly #handlers = new Map<string, (payload: never) => Promise<unknown>>([[PING, async () => true]])
  #ids = 0

  private constructor(line: PeerLine, own: string, times: PeerTimes) {
    this.#line = line
    this.#own = own
    this.#times = times
  }

  /** @param own this process */
  static async join(line: PeerLine, own: string, times: PeerTimes = TIMES): Promise<Peers> {
    const peers = new Peers(line, own, times)
    await line.subscribe(mailbox(own), (message: Message) => void peers.#receive(message))
    return peers
  }

  /** How this process answers one kind of question. */
  answer<T>(ask: string, handler: (payload: T) => Promise<unknown>): void {
    this.#handlers.set(ask, handler)
  }

  /** Asks another process, and finds out why if it does not answer. */
  async ask(other: string, ask: string, payload: unknown): Promise<Reply> {
    const listening = await this.#isListening(other)
    if (listening !== true) return { ok: false, why: listening === undefined || !this.#line.settled ? 'unsure' : 'gone' }
    const { pingAfter, silentAfter, answerWithin } = this.#times
    const answered = this.#send(other, ask, payload, answerWithin)
    // A killed process is heard of by Redis only when the system has cleaned up after it.
    for (const until = performance.now() + pingAfter; performance.now() < until; ) {
      const reply = await Promise.race([answered, after(LOOK_EVERY_MS)])
      if (reply) return reply
      if ((await this.#isListening(other)) === false && this.#line.settled) return { ok: false, why: 'gone' }
    }
    const alive = await Promise.race([answered, this.#send(other, PING, null, silentAfter)])
    if (alive.ok || alive.why !== 'silent') return answered
    return this.#line.settled ? alive : { ok: false, why: 'unsure' }
  }

  async #isListening(other: string): Promise<boolean | undefined> {
    try {
      return (await this.#line.channels(mailbox(other))).length > 0
    } catch {
      return undefined
    }
  }

  #send(other: string, ask: string, payload: unknown, withinMs: number): Promise<Reply> {
    const id = ++this.#ids
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle({ ok: false, why: 'silent' }), withinMs)
      const settle = (reply: Reply) => {
        clearTimeout(timer)
        this.#answers.delete(id)
        resolve(reply)
      }
      this.#answers.set(id, settle)
      this.#line.publish(mailbox(other), { from: this.#own, id, ask, payload } satisfies Message)
    })
  }

  async #receive(message: Message): Promise<void> {
    if (!('ask' in message)) {
      this.#answers.get(message.id)?.(message.failed ? { ok: false, why: 'failed' } : { ok: true, payload: message.payload })
      return
    }
    const { from, id, ask, payload } = message
    const answer = await this.#handle(ask, payload)
    this.#line.publish(mailbox(from), { id, ...answer } satisfies Message)
  }

  async #handle(ask: string, payload: unknown): Promise<{ readonly payload: unknown } | { readonly failed: true }> {
    try {
      const handler = this.#handlers.get(ask)
      return handler ? { payload: await handler(payload as never) } : { failed: true }
    } catch {
      return { failed: true }
    }
  }
}

function mailbox(process: string): string {
  return `aemterrunde-process:${process}`
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined))
}
