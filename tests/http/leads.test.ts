import { expect, test } from 'vitest'
import { startTestServer } from '../helpers/startServer.ts'
import { workshop } from '../helpers/workshop.ts'

test('the link on the console opens the lead page once; without its token nothing can be led', async () => {
  const { ask, ticket, leadToken } = await startTestServer()
  expect((await ask('GET', '/api/lead', { token: leadToken })).status).toBe(200)
  const again = await ask('POST', '/api/lead', { body: { ticket } })
  expect([again.status, again.body.error.code]).toEqual([401, 'ticketUnknown'])
  for (const token of [undefined, 'x', ticket, `${leadToken}x`]) {
    for (const [method, path] of [
      ['GET', '/api/scenarios'],
      ['POST', '/api/sessions'],
      ['GET', '/api/sessions'],
    ] as const) {
      const options = { ...(token && { token }), ...(method === 'POST' && { body: { scenario: 'probe' } }) }
      expect((await ask(method, path, options)).status, `${method} ${path} ${token}`).toBe(401)
    }
  }
})

test('a fresh link can be asked for at the console, and outlives nothing but its own use', async () => {
  const { ask, newTicket } = await startTestServer()
  const ticket = await newTicket()
  expect((await ask('POST', '/api/lead', { body: { ticket } })).status).toBe(201)
  expect((await ask('POST', '/api/lead', { body: { ticket } })).status).toBe(401)
})

test('a wrong PIN is refused, five of them lock, and a restart does not open the lock', async () => {
  const first = await startTestServer({ facilitatorPin: '20261124' })
  expect(first.ticket).toBeUndefined()
  expect((await first.ask('POST', '/api/lead', { body: { pin: '20261124' } })).body.token).toMatch(/^[\w-]{43}$/)
  const tries = await Promise.all(Array.from({ length: 5 }, () => first.ask('POST', '/api/lead', { body: { pin: '00000000' } })))
  expect(tries.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
  expect((await first.ask('POST', '/api/lead', { body: { pin: '20261124' } })).status).toBe(429)
  await first.stop()
  const second = await startTestServer({ facilitatorPin: '20261124', dataDir: first.dataDir })
  expect((await second.ask('POST', '/api/lead', { body: { pin: '20261124' } })).status).toBe(429)
})

test('a session tells what one needs to run it; its own token leads it and no other', async () => {
  const { ask, leadToken, openSession } = await startTestServer()
  const one = await openSession('Erste')
  const other = await openSession('Zweite')
  expect(one).toMatchObject({ code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{6}$/), joinUrl: expect.stringMatching(/\/s\/#[0-9A-Z]{6}$/) })
  const { body } = await ask('GET', `/api/sessions/${one.code}`, { token: one.facilitatorToken })
  expect(body).toMatchObject({ code: one.code, title: 'Erste', phaseId: 'arrival', seats: 0, connected: 0 })
  for (const path of [`/api/sessions/${other.code}`, `/api/sessions/${other.code}/log`, '/api/sessions', '/api/scenarios']) {
    expect((await ask('GET', path, { token: one.facilitatorToken })).status, path).toBe(401)
  }
  const all = await ask('GET', '/api/sessions', { token: leadToken })
  expect(all.body.sessions.map(({ title }: { title: string }) => title)).toEqual(['Erste', 'Zweite'])
})

test('the title is corrected while a session runs and after its end, and every screen, export and backup has the new one', async () => {
  const server = await startTestServer()
  const { code, facilitatorToken, facilitator, housing } = await workshop(server)
  const rename = (title: unknown, token = facilitatorToken) => server.ask('PATCH', `/api/sessions/${code}`, { token, body: { title } })
  expect((await rename('Klausur Muldenau')).body).toMatchObject({ code, title: 'Klausur Muldenau' })
  expect((await server.ask('GET', `/api/sessions/${code}/door`)).body.title).toBe('Klausur Muldenau')
  await facilitator.command({ type: 'closeSession' })
  expect((await rename('Ämterklausur Muldenau', server.leadToken)).status).toBe(200)
  const log = await server.ask('GET', `/api/sessions/${code}/log`, { token: facilitatorToken })
  expect(JSON.parse(log.text.split('\n')[0] ?? '').title).toBe('Ämterklausur Muldenau')
  expect((await rename('Wohnen', housing.token)).status).toBe(401)
  for (const title of ['', '   ', 'x'.repeat(121), 7, undefined]) expect((await rename(title)).body.error, String(title)).toMatchObject({ code: 'invalidBody' })
  expect((await server.ask('GET', `/api/sessions/${code}`, { token: facilitatorToken })).body.title).toBe('Ämterklausur Muldenau')
})

test('[S4] a colleague comes with a code for two minutes, watches, and leads once the lead is handed over', async () => {
  const server = await startTestServer()
  const { code, facilitator, housing } = await workshop(server)
  expect((await server.ask('POST', `/api/sessions/${code}/colleagues`, { token: housing.token })).status).toBe(401)
  const { status, body } = await server.ask('POST', `/api/sessions/${code}/colleagues`, { token: facilitator.token })
  expect(status).toBe(201)
  const [address, token = ''] = String(body.url).split('#')
  expect(address).toMatch(new RegExp(`/leitung/${code}$`))
  expect(body.expiresAt - Date.now()).toBeGreaterThan(100_000)
  expect(body.expiresAt - Date.now()).toBeLessThanOrEqual(120_000)
  const colleague = await server.join(code, { role: 'facilitator', token })
  expect((await colleague.command({ type: 'startPhase', phaseId: 'alone' })).refused?.code).toBe('notAllowed')
  expect((await colleague.command({ type: 'takeOver' })).refused?.code).toBe('leaderPresent')
  expect((await facilitator.command({ type: 'handOver', seatId: colleague.seat.id })).refused).toBeUndefined()
  expect((await colleague.command({ type: 'takeOver' })).refused).toBeUndefined()
  expect((await colleague.command({ type: 'startPhase', phaseId: 'alone' })).refused).toBeUndefined()
  expect((await facilitator.command({ type: 'startPhase', phaseId: 'planning-1' })).refused?.code).toBe('notAllowed')
})

test('a team reads neither log nor exports, deletes nothing, and does not become a facilitator', async () => {
  const server = await startTestServer()
  const { code, housing, facilitator } = await workshop(server)
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/log'],
    ['GET', '/exports/csv'],
    ['DELETE', ''],
  ] as const) {
    expect((await server.ask(method, `/api/sessions/${code}${path}`, { token: housing.token })).status, `${method} ${path}`).toBe(401)
  }
  await expect(server.join(code, { role: 'facilitator' })).rejects.toMatchObject({ status: 403, code: 'notAllowed' })
  const back = await server.join(code, { role: 'facilitator', token: housing.token })
  expect(back.seat.role).toBe('team')
  expect((await server.ask('GET', `/api/sessions/${code}/log`, { token: facilitator.token })).status).toBe(200)
})

test('the log comes with its chain, and holds no token', async () => {
  const server = await startTestServer()
  const { code, facilitatorToken, facilitator, housing } = await workshop(server)
  const { text, headers } = await server.ask('GET', `/api/sessions/${code}/log`, { token: facilitatorToken })
  expect(headers.get('content-type')).toContain('application/x-ndjson')
  const [manifest, ...entries] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(manifest).toMatchObject({ code, entries: entries.length })
  expect(entries[0]).toMatchObject({ sequence: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  for (const token of [facilitatorToken, facilitator.token, housing.token]) expect(text).not.toContain(token)
})

test('an own scenario with mistakes is refused with all of them at their places', async () => {
  const { ask, leadToken } = await startTestServer()
  const { status, body } = await ask('POST', '/api/scenarios', { token: leadToken, body: { scenario: { id: 'eigenes' }, map: {} } })
  expect([status, body.error.code]).toEqual([422, 'scenarioInvalid'])
  expect(body.error.details.problems.length).toBeGreaterThan(1)
  expect(body.error.details.problems[0]).toMatchObject({ path: expect.any(String), message: expect.any(String) })
  expect((await ask('POST', '/api/scenarios', { body: { scenario: {}, map: {} } })).status).toBe(401)
  const listed = await ask('GET', '/api/scenarios', { token: leadToken })
  expect(listed.body.scenarios.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['probe', 'muldenau']))
})
