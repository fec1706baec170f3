import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { tokenHash } from '../../server/sessions/token.ts'
import { PostgresStore } from '../../server/store/PostgresStore.ts'
import { DATABASE_URL, type TestSchema, testSchema } from '../helpers/postgresSchema.ts'
import { startTestServer, type TestServer } from '../helpers/startServer.ts'
import { TcpProxy } from '../helpers/TcpProxy.ts'

const KEY = 'kreis-schluessel-1234567890'

describe.skipIf(DATABASE_URL === undefined)('one process on PostgreSQL', () => {
  let schema: TestSchema
  let server: TestServer
  let proxy: TcpProxy | undefined
  const dataDir = mkdtempSync(join(tmpdir(), 'aemterrunde-shared-'))
  const start = async (idleMs?: number, through: (url: string) => string = (url) => url) => {
    schema = testSchema()
    server = await startTestServer({ databaseUrl: through(schema.url), dataDir }, { idleMs })
  }
  afterEach(async () => {
    proxy?.mend()
    await server.stop()
    await proxy?.close()
    proxy = undefined
    await schema.remove()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const until = async (what: string, condition: () => Promise<boolean>) => {
    const end = Date.now() + 12_000
    while (!(await condition())) {
      if (Date.now() > end) throw new Error(`did not happen: ${what}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const ownerOf = async (code: string) => (await schema.query('SELECT owner FROM session WHERE code = $1', [code]))[0]?.owner

  test('[S3] a session nobody uses is put away, is listed as it was, and is there again with the next seat', async () => {
    await start(300)
    const { code, facilitatorToken } = await server.openSession('Pause')
    const facilitator = await server.join(code, { role: 'facilitator', token: facilitatorToken })
    await facilitator.command({ type: 'closeDoor' })
    const { token } = facilitator
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    expect(await ownerOf(code), 'somebody is connected').not.toBeNull()
    await facilitator.leave()
    await until('put away', async () => (await ownerOf(code)) === null)
    const { body } = await server.ask('GET', '/api/sessions', { token: server.leadToken })
    expect(body.sessions).toMatchObject([{ code, title: 'Pause', connected: 0, seats: 1 }])
    expect((await server.ask('GET', '/metrics')).text).toContain('aemterrunde_sessions 0')
    const back = await server.join(code, { role: 'facilitator', token })
    expect(back.seat.id).toBe(facilitator.seat.id)
    expect(back.shared.doorOpen).toBe(false)
    expect(await ownerOf(code)).not.toBeNull()
  })

  test('[X1] with a session its copies are deleted, those that nobody holds as well', async () => {
    await start(300)
    const { code, facilitatorToken: token } = await server.openSession('Vorlage')
    const copied = await server.ask('POST', `/api/sessions/${code}/branches`, { token, body: { sequence: 1 } })
    expect(copied.status).toBe(201)
    await until('both are put away', async () => (await ownerOf(code)) === null && (await ownerOf(copied.body.code)) === null)
    expect((await server.ask('DELETE', `/api/sessions/${code}`, { token })).status).toBe(204)
    expect(await schema.query('SELECT code FROM session')).toEqual([])
  })

  test('names are replaced in the log on PostgreSQL too, and the session goes on from it', async () => {
    await start()
    const { code, facilitatorToken: token } = await server.openSession()
    const wall = await server.join(code, { role: 'team', teamId: 'housing', label: 'Erika Muster' })
    const answer = await server.ask('POST', `/api/sessions/${code}/pseudonyms`, { token, body: {} })
    expect(answer.status).toBe(200)
    await wall.waitFor(({ closeCode }) => closeCode !== 0, 'devices come back by themselves')
    const bodies = await schema.query('SELECT body FROM log WHERE code = $1', [code])
    expect(JSON.stringify(bodies)).not.toContain('Erika')
    const back = await server.join(code, { role: 'team', token: wall.token })
    expect(back.seat.id).toBe(wall.seat.id)
  })

  test('an organisation signs in with its own key, sees its own sessions only, and has limits of its own', async () => {
    await start()
    const store = await PostgresStore.open(schema.url, 'beside').catch((error) => String(error))
    expect(store).toMatch(/arbeitet ein Prozess ohne REDIS_URL/)
    const columns = 'id, name, key_hash, most_sessions, most_seats'
    await schema.query(`INSERT INTO organisation (${columns}) VALUES ('kreis', 'Kreis Nord', $1, 1, 2)`, [tokenHash(KEY)])
    expect((await server.ask('POST', '/api/lead', { body: { key: `${KEY}x` } })).body.error.code).toBe('keyUnknown')
    const { token } = (await server.ask('POST', '/api/lead', { body: { key: KEY } })).body
    const house = await server.openSession('Haus')
    const mine = await server.ask('POST', '/api/sessions', { token, body: { scenario: 'probe', title: 'Kreis' } })
    expect(mine.status).toBe(201)
    const titles = async (lead: string) =>
      (await server.ask('GET', '/api/sessions', { token: lead })).body.sessions.map(({ title }: { title: string }) => title)
    expect(await titles(token)).toEqual(['Kreis'])
    expect(await titles(server.leadToken)).toEqual(['Haus'])
    // Neither leads what is the other's, in whatever way it is asked for.
    for (const [lead, code] of [
      [token, house.code],
      [server.leadToken, mine.body.code],
    ])
      for (const [method, path] of [
        ['GET', ''],
        ['GET', '/log'],
        ['GET', '/exports/json'],
        ['DELETE', ''],
      ])
        expect((await server.ask(method as string, `/api/sessions/${code}${path}`, { token: lead })).status).toBe(401)
    expect((await server.ask('GET', `/api/sessions/${mine.body.code}`, { token })).status).toBe(200)
    const full = await server.ask('POST', '/api/sessions', { token, body: { scenario: 'probe' } })
    expect([full.status, full.body.error.code]).toEqual([409, 'mostSessions'])
    const { code } = mine.body
    const first = await server.join(code, { role: 'wall' })
    await server.join(code, { role: 'wall' })
    await expect(server.join(code, { role: 'wall' })).rejects.toMatchObject({ status: 409, code: 'mostSeats' })
    // Who has a seat comes back to it all the same.
    expect((await server.join(code, { role: 'wall', token: first.token })).seat.id).toBe(first.seat.id)
  })

  test('[I11] while PostgreSQL is away commands are refused with a reason, the play is seen on, and goes on when it is back', async () => {
    proxy = await TcpProxy.to(DATABASE_URL ?? '')
    await start(undefined, proxy.through.bind(proxy))
    const { code, facilitatorToken } = await server.openSession()
    const facilitator = await server.join(code, { role: 'facilitator', token: facilitatorToken })
    const { sequence } = await facilitator.command({ type: 'closeDoor' })
    proxy.cut()
    expect((await facilitator.command({ type: 'openDoor' }, 'again')).refused?.code).toBe('storeUnavailable')
    expect(facilitator.closeCode).toBe(0)
    expect(facilitator.sequence).toBe(sequence)
    const seats = await server.ask('POST', `/api/sessions/${code}/seats`, { body: { role: 'wall' } })
    expect([seats.status, seats.body.error.message]).toEqual([503, 'Im Augenblick kann nichts gespeichert werden. Bitte versuchen Sie es gleich noch einmal.'])
    proxy.mend()
    await until('commands are taken again', async () => (await facilitator.command({ type: 'openDoor' }, 'again')).sequence === (sequence ?? 0) + 1)
    expect((await facilitator.command({ type: 'openDoor' }, 'again')).duplicate).toBe(true)
  })

  test('a second process that cannot be found by the first is refused, and the first goes on', async () => {
    await start()
    const { code } = await server.openSession()
    const second = await PostgresStore.open(schema.url, 'second', 'alone').catch((error) => error.message)
    expect(second).toMatch(/arbeitet schon ein anderer Prozess\. Mehrere brauchen REDIS_URL/)
    expect((await server.join(code, { role: 'wall' })).seat.role).toBe('wall')
  })
})
