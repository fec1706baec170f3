import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '../../client/connection/api.ts'
import { Connection, type Outcome } from '../../client/connection/Connection.ts'
import { CLOSE, type LineEvents, PROTOCOL, Refused, type SeatAnswer, type SeatRequest } from '../../client/connection/line.ts'
import { readCommand } from '../../server/room/messages.ts'
import { CloseCodes, PROTOCOL_VERSION } from '../../server/wire/protocol.ts'

/** A server of which one can say when it answers, falls silent, hangs up or is gone. */
class FakeServer {
  /** `hangs`: a way in never ends · `gone`: not reached · `silent`: takes everything, answers nothing */
  mood: 'well' | 'gone' | 'silent' | 'hangs' = 'well'
  refusal: ApiError | null = null
  token = 'secret'
  readonly seatRequests: SeatRequest[] = []
  readonly commands: { id: string; command: unknown }[] = []
  /** what was stored, by id: the same id is not done twice */
  readonly stored = new Map<string, number>()
  /** the next command is stored, but its answer never arrives */
  loseNextAnswer = false
  nextRefusal: unknown = null
  #lines: { events: LineEvents; open: boolean }[] = []

  get lines(): number {
    return this.#lines.filter(({ open }) => open).length
  }

  readonly takeSeat = async (request: SeatRequest): Promise<SeatAnswer> => {
    this.seatRequests.push(request)
    if (this.refusal) throw this.refusal
    if (this.mood === 'hangs') return new Promise(() => undefined)
    if (this.mood === 'gone') throw new ApiError('unreachable', 'nicht erreicht', 0)
    return { seat: { id: 's1', role: 'team', teamId: 'klima' }, token: this.token, reservation: {}, now: Date.now() }
  }

  readonly openLine = async (_reservation: unknown, events: LineEvents) => {
    const line = { events, open: true }
    this.#lines.push(line)
    return {
      request: (type: string, message: unknown) => this.#answer(line, type, message),
      close: () => {
        line.open = false
      },
    }
  }

  hangUp(code: number): void {
    for (const line of this.#lines.splice(0)) {
      line.open = false
      line.events.onClose(code)
    }
  }

  #answer(line: { open: boolean }, type: string, message: unknown): Promise<unknown> {
    if (this.mood !== 'well' || !line.open) return new Promise(() => undefined)
    if (type === 'ping') return Promise.resolve({ now: Date.now() })
    const read = readCommand(message)
    if ('refusal' in read) return Promise.reject(new Refused(read.refusal))
    const { id, command } = read
    this.commands.push({ id, command })
    if (this.nextRefusal) {
      const reason = this.nextRefusal
      this.nextRefusal = null
      return Promise.reject(new Refused(reason))
    }
    const sequence = this.stored.get(id) ?? this.stored.size + 1
    this.stored.set(id, sequence)
    if (this.loseNextAnswer) {
      this.loseNextAnswer = false
      return new Promise(() => undefined)
    }
    return Promise.resolve({ sequence })
  }
}

let server: FakeServer
let connection: Connection

beforeEach(() => {
  vi.useFakeTimers()
  server = new FakeServer()
  connection = new Connection(
    { role: 'team', teamId: 'klima' },
    {
      takeSeat: server.takeSeat,
      openLine: server.openLine,
      onSeat: () => undefined,
      onState: () => undefined,
      onOwn: () => undefined,
      onServerTime: () => undefined,
    },
  )
})

afterEach(() => {
  connection.stop()
  vi.useRealTimers()
})

async function connected() {
  connection.start()
  await vi.advanceTimersByTimeAsync(0)
  expect(connection.link.value.kind).toBe('open')
}

/** Runs the clock until the answer is there; fails if it never comes. */
async function outcomeOf(answer: Promise<Outcome>): Promise<Outcome> {
  let outcome: Outcome | undefined
  void answer.then((found) => {
    outcome = found
  })
  for (let waited = 0; !outcome && waited < 60; waited += 1) await vi.advanceTimersByTimeAsync(500)
  if (!outcome) throw new Error('no answer within 30 s')
  return outcome
}

test('the numbers on both ends of the wire are the same', () => {
  expect(CLOSE).toEqual(CloseCodes)
  expect(PROTOCOL).toBe(PROTOCOL_VERSION)
})

test('the first way in asks for a team, every way back shows the token', async () => {
  await connected()
  server.hangUp(1006)
  await vi.advanceTimersByTimeAsync(300)
  expect(connection.link.value.kind).toBe('open')
  expect(server.seatRequests).toEqual([
    { role: 'team', teamId: 'klima' },
    { role: 'team', teamId: 'klima', token: 'secret' },
  ])
})

test('a line that falls silent counts as dead after two and a half seconds, and a new one is opened', async () => {
  await connected()
  server.mood = 'silent'
  await vi.advanceTimersByTimeAsync(2000)
  expect(connection.link.value.kind).toBe('open')
  await vi.advanceTimersByTimeAsync(1600)
  expect(server.seatRequests.length).toBeGreaterThan(1)
  server.mood = 'well'
  await vi.advanceTimersByTimeAsync(1000)
  expect(connection.link.value.kind).toBe('open')
  expect(server.lines).toBe(1)
})

test('a page that stood still for some seconds does not take its own silence for the server’s', async () => {
  await connected()
  await vi.advanceTimersByTimeAsync(1000)
  vi.setSystemTime(Date.now() + 20_000)
  await vi.advanceTimersByTimeAsync(1500)
  expect(connection.link.value.kind).toBe('open')
  expect(server.seatRequests).toHaveLength(1)
  server.mood = 'silent'
  await vi.advanceTimersByTimeAsync(4500)
  expect(server.seatRequests.length).toBeGreaterThan(1)
})

test('while the server is gone the tries become rarer, but never rarer than every three seconds', async () => {
  await connected()
  server.mood = 'gone'
  server.hangUp(1006)
  await vi.advanceTimersByTimeAsync(3000)
  expect(connection.link.value.kind).toBe('lost')
  const early = server.seatRequests.length
  expect(early).toBeGreaterThanOrEqual(3)
  await vi.advanceTimersByTimeAsync(60_000)
  const late = server.seatRequests.length - early
  expect(late).toBeGreaterThanOrEqual(20)
  expect(late).toBeLessThan(120)
  server.mood = 'well'
  await vi.advanceTimersByTimeAsync(3000)
  expect(connection.link.value.kind).toBe('open')
})

test('a way back that hangs is given up and begun anew', async () => {
  await connected()
  server.mood = 'hangs'
  server.hangUp(1006)
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.seatRequests).toHaveLength(2)
  server.mood = 'well'
  await vi.advanceTimersByTimeAsync(5500)
  expect(connection.link.value.kind).toBe('open')
})

test('[S3] if a late request of an earlier try has made the newest token worthless, the one before it leads back', async () => {
  await connected()
  server.token = 'second'
  server.hangUp(1006)
  await vi.advanceTimersByTimeAsync(1000)
  expect(connection.link.value.kind).toBe('open')
  server.refusal = new ApiError('unknownSeat', 'Diesen Platz gibt es nicht mehr.', 401)
  server.hangUp(1006)
  await vi.advanceTimersByTimeAsync(250)
  server.refusal = null
  await vi.advanceTimersByTimeAsync(3000)
  expect(server.seatRequests.slice(-2).map(({ token }) => token)).toEqual(['second', 'secret'])
  expect(connection.link.value.kind).toBe('open')
})

test('when the network is back, a try that hangs is not waited for', async () => {
  await connected()
  server.mood = 'hangs'
  server.hangUp(1006)
  await vi.advanceTimersByTimeAsync(2500)
  server.mood = 'well'
  connection.hurry()
  await vi.advanceTimersByTimeAsync(10)
  expect(connection.link.value.kind).toBe('open')
})

test('after a planned stop of the server the device comes back by itself', async () => {
  await connected()
  server.hangUp(CloseCodes.serverStops)
  await vi.advanceTimersByTimeAsync(500)
  expect(connection.link.value.kind).toBe('open')
})

test.each([
  ['elsewhere', CloseCodes.seatOpenedElsewhere],
  ['removed', CloseCodes.seatRemoved],
  ['deleted', CloseCodes.sessionDeleted],
] as const)('when the seat is %s nothing is tried any more', async (why, code) => {
  await connected()
  server.hangUp(code)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(connection.link.value).toEqual({ kind: 'ended', ending: { why } })
  expect(server.seatRequests).toHaveLength(1)
})

test('„Hier weiterspielen“ takes the seat again with its token', async () => {
  await connected()
  server.hangUp(CloseCodes.seatOpenedElsewhere)
  connection.start()
  await vi.advanceTimersByTimeAsync(0)
  expect(connection.link.value.kind).toBe('open')
  expect(server.seatRequests.at(-1)?.token).toBe('secret')
})

test('a refusal of the seat ends it with the server’s sentence; too many tries do not', async () => {
  server.refusal = new ApiError('tooManyTries', 'Zu viele Versuche.', 429)
  connection.start()
  await vi.advanceTimersByTimeAsync(2000)
  expect(connection.link.value.kind).toBe('lost')
  server.refusal = new ApiError('unknownSession', 'Diese Sitzung gibt es nicht.', 404)
  await vi.advanceTimersByTimeAsync(4000)
  expect(connection.link.value).toEqual({ kind: 'ended', ending: { why: 'refused', code: 'unknownSession', message: 'Diese Sitzung gibt es nicht.' } })
})

test('a command is answered with its place in the log, a refused one with the reason', async () => {
  await connected()
  expect(await outcomeOf(connection.sendCommand({ type: 'setReady', ready: true }))).toEqual({ kind: 'ok', sequence: 1 })
  server.nextRefusal = { code: 'paused', details: {} }
  expect(await outcomeOf(connection.sendCommand({ type: 'setReady', ready: true }))).toEqual({
    kind: 'rejected',
    rejection: { code: 'paused', details: {} },
  })
})

test('without a connection nothing is sent, not even later', async () => {
  await connected()
  server.mood = 'gone'
  server.hangUp(1006)
  expect(await connection.sendCommand({ type: 'setReady', ready: true })).toEqual({ kind: 'offline', unsure: false })
  server.mood = 'well'
  await vi.advanceTimersByTimeAsync(10_000)
  expect(connection.link.value.kind).toBe('open')
  expect(server.commands).toEqual([])
})

test('a command whose answer was lost is asked again with the same id, so that the button ends with the truth', async () => {
  await connected()
  server.loseNextAnswer = true
  const answer = connection.sendCommand({ type: 'setReady', ready: true })
  await vi.advanceTimersByTimeAsync(100)
  server.hangUp(1006)
  expect(await outcomeOf(answer)).toEqual({ kind: 'ok', sequence: 1 })
  expect(server.commands).toHaveLength(2)
  expect(new Set(server.commands.map(({ id }) => id)).size).toBe(1)
  expect(server.stored.size).toBe(1)
})

test('the answer is asked for ten seconds, then the outcome is open, and nothing follows', async () => {
  await connected()
  server.loseNextAnswer = true
  const answer = connection.sendCommand({ type: 'setReady', ready: true })
  await vi.advanceTimersByTimeAsync(100)
  server.mood = 'gone'
  server.hangUp(1006)
  expect(await outcomeOf(answer)).toEqual({ kind: 'offline', unsure: true })
  const asked = server.commands.length
  server.mood = 'well'
  await vi.advanceTimersByTimeAsync(20_000)
  expect(connection.link.value.kind).toBe('open')
  expect(server.commands).toHaveLength(asked)
})

test('a seat that is lost meanwhile ends the waiting for an answer', async () => {
  await connected()
  server.loseNextAnswer = true
  const answer = connection.sendCommand({ type: 'setReady', ready: true })
  await vi.advanceTimersByTimeAsync(100)
  server.hangUp(CloseCodes.seatRemoved)
  expect(await outcomeOf(answer)).toEqual({ kind: 'offline', unsure: true })
})
