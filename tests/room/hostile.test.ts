import { expect, test } from 'vitest'
import { PROTOCOL_VERSION } from '../../server/wire/protocol.ts'
import { closeCodeOf, rawSocket } from '../helpers/raw.ts'
import { startTestServer } from '../helpers/startServer.ts'
import type { TestClient } from '../helpers/TestClient.ts'
import { workshop } from '../helpers/workshop.ts'

/** Sends raw bytes over the client's own socket. */
function sendBytes(client: TestClient, bytes: Uint8Array | string): void {
  const { ws } = client.room.connection.transport as unknown as { readonly ws: { send(data: Uint8Array | string): void } }
  ws.send(bytes)
}

test('whatever is no command is refused by name; the sender stays, the log stays as it was', async () => {
  const server = await startTestServer()
  const { housing, facilitator } = await workshop(server)
  const before = facilitator.sequence
  const ready = { type: 'setReady', ready: true }
  const deep = Array.from({ length: 300 }).reduce<unknown>((inner) => [inner], 1)
  const messages: unknown[] = [
    undefined,
    null,
    7,
    'setReady',
    [],
    {},
    { v: PROTOCOL_VERSION, id: 'x' },
    { v: PROTOCOL_VERSION + 1, id: 'x', command: ready },
    { v: PROTOCOL_VERSION, command: ready },
    { v: PROTOCOL_VERSION, id: '', command: ready },
    { v: PROTOCOL_VERSION, id: 'x'.repeat(65), command: ready },
    { v: PROTOCOL_VERSION, id: { toString: 'x' }, command: ready },
    { v: PROTOCOL_VERSION, id: 'x', command: ready, actor: { role: 'facilitator' } },
    { v: PROTOCOL_VERSION, id: 'x', command: { ...ready, teamId: 'climate' } },
    { v: PROTOCOL_VERSION, id: 'x', command: { type: 'setReady', ready: 'yes' } },
    { v: PROTOCOL_VERSION, id: 'x', command: { type: 'becomeMayor' } },
    { v: PROTOCOL_VERSION, id: 'x', command: { type: 'constructor' } },
    { v: PROTOCOL_VERSION, id: 'x', command: { type: '__proto__' } },
    { v: PROTOCOL_VERSION, id: 'x', command: { type: 'pledge', targetId: 'W3', funds: Number.NaN, staff: 0 } },
    { v: PROTOCOL_VERSION, id: 'x', command: { type: 'pledge', targetId: 'W3', funds: -5, staff: 0 } },
    { v: PROTOCOL_VERSION, id: 'x', command: new Set(['setReady']) },
    { v: PROTOCOL_VERSION, id: 'x', command: deep },
  ]
  for (const [index, message] of messages.entries()) {
    expect((await housing.request('command', message)).refused?.code, `message ${index}`).toBe('invalidCommand')
  }
  expect((await housing.request('preview', { command: { type: 'becomeMayor' } })).refused?.code).toBe('invalidCommand')
  expect(facilitator.sequence).toBe(before)
  expect(housing.closeCode).toBe(0)
})

test('nobody acts for another team, for the clock or for the door', async () => {
  const server = await startTestServer()
  const { housing, facilitator, mobility } = await workshop(server)
  const before = facilitator.sequence
  const refused = async (client: TestClient, command: object) => (await client.command(command)).refused?.code
  expect(await refused(housing, { type: 'actFor', teamId: 'mobility', command: { type: 'setReady', ready: true } })).toBe('notAllowed')
  expect(await refused(housing, { type: 'timeUp' })).toBe('notAllowed')
  expect(await refused(facilitator, { type: 'timeUp' })).toBe('notAllowed')
  expect(await refused(facilitator, { type: 'pauseAfterRestart', remainingMs: 0 })).toBe('notAllowed')
  expect(await refused(housing, { type: 'takeSeat', role: 'facilitator' })).toBe('notAllowed')
  expect(await refused(facilitator, { type: 'takeSeat', role: 'facilitator' })).toBe('notAllowed')
  expect(await refused(facilitator, { type: 'actFor', teamId: 'mobility', command: { type: 'takeSeat', role: 'facilitator' } })).toBe('notAllowed')
  expect(await refused(facilitator, { type: 'actFor', teamId: 'nobody', command: { type: 'setReady', ready: true } })).toBe('unknownTeam')
  expect(facilitator.sequence).toBe(before)
  expect(mobility.shared.teams.mobility?.ready).toBe(false)
})

test('frames that are too large, garbage and floods end only the connection that sent them', async () => {
  const server = await startTestServer()
  const { code, housing, mobility, climate, facilitator } = await workshop(server)
  sendBytes(housing, new Uint8Array(17 * 1024))
  await housing.waitFor((c) => c.closeCode !== 0, 'the large frame ends it')
  const before = facilitator.sequence
  for (let i = 0; i < 60; i += 1) mobility.room.request('ping', {}).catch(() => undefined)
  await mobility.waitFor((c) => c.closeCode !== 0, 'the flood ends it')
  for (let byte = 0; byte < 256; byte += 1) {
    if (climate.closeCode !== 0) break
    sendBytes(climate, Uint8Array.of(byte, 0xff, 0xdf, 0xff, 0xff, 0xff, 0xff))
  }
  const back = await server.join(code, { role: 'team', teamId: 'housing', token: housing.token })
  expect((await back.request('ping', {})) as object).toEqual({ now: expect.any(Number) })
  expect(facilitator.sequence).toBe(before)
  expect((await facilitator.command({ type: 'announce', text: 'Weiter geht es.' })).sequence).toBe(before + 1)
})

test('a reservation opens one connection, once', async () => {
  const server = await startTestServer()
  const { code } = await server.openSession()
  const { body } = await server.ask('POST', `/api/sessions/${code}/seats`, { body: { role: 'team', teamId: 'housing' } })
  const { reservation } = body
  const path = `/${reservation.processId}/${reservation.roomId}?sessionId=${reservation.sessionId}`
  const first = await rawSocket(server.url, path, { origin: server.url })
  const second = await rawSocket(server.url, path, { origin: server.url })
  if (typeof first === 'number' || typeof second === 'number') throw new Error('sockets open before they are judged')
  expect(await closeCodeOf(second)).toBeGreaterThanOrEqual(4000)
  first.terminate()
})

test('a preview shows what a command would do, and stores nothing', async () => {
  const server = await startTestServer()
  const { housing, startPlanning } = await workshop(server)
  await startPlanning()
  const before = housing.sequence
  const preview = await housing.request('preview', { command: { type: 'proposeMeasure', measureId: 'W3', place: { kind: 'municipality' } } })
  expect(preview).toMatchObject({ ok: true, proposals: [{ measureId: 'W3', before: null }] })
  expect(housing.sequence).toBe(before)
  expect(housing.shared.proposals).toEqual({})
})
