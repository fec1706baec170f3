import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SessionServer, send } from '../helpers/sessionServer.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const [teamA] = smallScenario.teams.map((team) => team.id) as [string]

let server: SessionServer
beforeEach(() => {
  server = new SessionServer()
})
afterEach(() => server.remove())

describe('[S3] the way in', () => {
  test('a team sits down with the code and gets a token of 256 bit, which is stored only as its hash', async () => {
    const { code } = await server.open()
    const taken = await server.seats.take({ code: code.toLowerCase(), role: 'team', teamId: teamA, label: 'Tablet 1' })
    if (!taken.ok) throw new Error(JSON.stringify(taken))
    expect(taken.seat).toMatchObject({ role: 'team', teamId: teamA, label: 'Tablet 1' })
    expect(taken.token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(await server.seats.seatOf(taken.token)).toEqual({ runtime: taken.runtime, seat: taken.seat })
    const files = ['sessions.db', 'sessions.db-wal'].map((name) => readFileSync(join(server.folder, name), 'latin1')).join('')
    expect(files.includes(taken.seat.id)).toBe(true)
    expect(files.includes(taken.token)).toBe(false)
  })

  test('nobody sits down as facilitator without having shown that he may', async () => {
    const { code } = await server.open()
    expect(await server.seats.take({ code, role: 'facilitator' })).toMatchObject({ ok: false, rejection: { code: 'notAllowed' } })
    expect(await server.seats.take({ code, role: 'facilitator', mayLead: true })).toMatchObject({ ok: true })
  })

  test('an unknown code, a closed door and an unknown team are told apart', async () => {
    const runtime = await server.open()
    const { code } = runtime
    const facilitator = await server.seat(runtime, 'facilitator')
    expect(await server.seats.take({ code: 'ZZZZZZ', role: 'team', teamId: teamA })).toEqual({ ok: false, problem: 'unknownSession' })
    expect(await server.seats.take({ code, role: 'team', teamId: 'nobody' })).toMatchObject({ rejection: { code: 'unknownTeam' } })
    await send(runtime, facilitator.actor, { type: 'closeDoor' })
    expect(await server.seats.take({ code, role: 'team', teamId: teamA })).toMatchObject({ rejection: { code: 'doorClosed' } })
  })
})

describe('[S3] the way back', () => {
  async function seated() {
    const runtime = await server.open()
    const { code } = runtime
    const facilitator = await server.seat(runtime, 'facilitator')
    const seat = await server.seat(runtime, 'team', teamA)
    const comeBack = (token: string) => server.seats.take({ code, role: 'team', teamId: teamA, token })
    return { runtime, code, facilitator, seat, comeBack }
  }

  test('a token brings its seat back, with a new token and nothing in the log, also through a closed door', async () => {
    const { runtime, facilitator, seat, comeBack } = await seated()
    await send(runtime, facilitator.actor, { type: 'closeDoor' })
    const sequence = runtime.history.sequence
    const back = await comeBack(seat.token)
    expect(back).toMatchObject({ ok: true, returned: true, seat: { id: seat.id } })
    expect(runtime.history.sequence).toBe(sequence)
    expect(back.ok && back.token).not.toBe(seat.token)
  })

  test('the old token is dead once the new one is used', async () => {
    const { seat, comeBack } = await seated()
    const back = await comeBack(seat.token)
    if (!back.ok) throw new Error('back')
    expect(await server.seats.seatOf(back.token)).toMatchObject({ seat: { id: seat.id } })
    expect(await server.seats.seatOf(seat.token)).toBeUndefined()
    expect(await comeBack(seat.token)).toMatchObject({ ok: false, rejection: { code: 'unknownSeat' } })
  })

  test('an answer lost on the way, even twice, locks nobody out', async () => {
    const { seat, comeBack } = await seated()
    const lost = await comeBack(seat.token)
    await comeBack(seat.token)
    const third = await comeBack(seat.token)
    if (!third.ok || !lost.ok) throw new Error('back')
    expect(await server.seats.seatOf(third.token)).toMatchObject({ seat: { id: seat.id } })
    expect(await server.seats.seatOf(lost.token)).toBeUndefined()
  })

  test('after a restart as well', async () => {
    const { code, seat } = await seated()
    ;({ server } = await server.crashAndRestart())
    expect(await server.seats.take({ code, role: 'team', teamId: teamA, token: seat.token })).toMatchObject({ ok: true, seat: { id: seat.id } })
  })

  test('a token opens only its own session', async () => {
    const { seat } = await seated()
    const other = await server.open()
    expect(await server.seats.take({ code: other.code, role: 'team', teamId: teamA, token: seat.token })).toMatchObject({ rejection: { code: 'unknownSeat' } })
  })

  test('[I17] the token of a removed seat is dead at once, and its place is free', async () => {
    const { runtime, code, facilitator, seat, comeBack } = await seated()
    await send(runtime, facilitator.actor, { type: 'removeSeat', seatId: seat.id })
    expect(await server.seats.seatOf(seat.token)).toBeUndefined()
    expect(await comeBack(seat.token)).toMatchObject({ rejection: { code: 'unknownSeat' } })
    expect(await server.seats.take({ code, role: 'team', teamId: teamA })).toMatchObject({ ok: true })
  })

  test('made-up tokens open nothing', async () => {
    await seated()
    for (const token of ['', 'x', "' OR 1=1 --", 'A'.repeat(43)]) expect(await server.seats.seatOf(token)).toBeUndefined()
  })
})
