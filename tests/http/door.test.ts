import { expect, test } from 'vitest'
import { startTestServer } from '../helpers/startServer.ts'
import { workshop } from '../helpers/workshop.ts'

test('the door shows what the join page needs, to whoever knows the code in any spelling', async () => {
  const server = await startTestServer()
  const { code } = await workshop(server)
  await server.join(code, { role: 'team', teamId: 'housing' })
  const { body } = await server.ask('GET', `/api/sessions/${code.slice(0, 3).toLowerCase()}%20${code.slice(3)}/door`)
  expect(body).toMatchObject({ title: 'Werkstatt', doorOpen: true, closed: false, phaseTitle: 'arrival' })
  expect(body.teams[0]).toMatchObject({ id: 'housing', letter: 'W', shape: 'house', devices: 2 })
  expect(body.roles.map(({ role }: { role: string }) => role)).toContain('observer')
  expect(JSON.stringify(body)).not.toMatch(/token|incident|measure/i)
})

test('[S3] a closed door lets nobody in who has no seat yet, and everybody who has', async () => {
  const server = await startTestServer()
  const { code, facilitator, housing } = await workshop(server)
  await facilitator.command({ type: 'closeDoor' })
  const refused = await server.ask('POST', `/api/sessions/${code}/seats`, { body: { role: 'team', teamId: 'housing' } })
  expect([refused.status, refused.body.error.code]).toEqual([403, 'doorClosed'])
  expect((await server.join(code, { role: 'team', teamId: 'housing', token: housing.token })).seat.id).toBe(housing.seat.id)
})

test('a seat needs a role and a team that are there', async () => {
  const server = await startTestServer()
  const { code } = await server.openSession()
  const ask = (body: unknown) => server.ask('POST', `/api/sessions/${code}/seats`, { body })
  expect((await ask({ role: 'team', teamId: 'nobody' })).body.error.code).toBe('unknownTeam')
  expect((await ask({ role: 'team', teamId: 'constructor' })).body.error.code).toBe('unknownTeam')
  for (const body of [
    { role: 'king' },
    {},
    { role: 'team', teamId: '../x' },
    { role: 'team', teamId: 'housing', label: 'x'.repeat(41) },
    { role: 'wall', seatId: 's1' },
  ]) {
    expect((await ask(body)).status, JSON.stringify(body)).toBe(400)
  }
})

test('the scenario comes without what nobody may know yet', async () => {
  const server = await startTestServer()
  const { code, housing, facilitator } = await workshop(server)
  const forTeam = await server.ask('GET', `/api/sessions/${code}/scenario`, { token: housing.token })
  const forFacilitator = await server.ask('GET', `/api/sessions/${code}/scenario`, { token: facilitator.token })
  expect(forTeam.body.incidents).toEqual([])
  expect(forFacilitator.body.incidents.length).toBeGreaterThan(0)
  expect(forTeam.body.measures.length).toBe(forFacilitator.body.measures.length)
  expect((await server.ask('GET', `/api/sessions/${code}/scenario`)).status).toBe(401)
  const other = await server.openSession()
  expect((await server.ask('GET', `/api/sessions/${other.code}/scenario`, { token: housing.token })).status).toBe(401)
})

test('guessing codes is stopped per device; others behind the same address come in, and so does who has a seat', async () => {
  const server = await startTestServer()
  const { code, housing } = await workshop(server)
  const guess = (device: string, to = 'ZZZZZZ') => server.ask('GET', `/api/sessions/${to}/door`, { headers: { 'x-device': device } })
  const guesses = []
  for (let i = 0; i < 12; i += 1) guesses.push((await guess('device-of-a-guesser')).status)
  expect(guesses).toEqual([...Array(10).fill(404), 429, 429])
  expect((await guess('device-of-a-guesser', code)).status).toBe(429)
  expect((await guess('another-device', code)).status).toBe(200)
  for (let i = 0; i < 115; i += 1) await guess(`device-${i}-of-many`)
  expect((await guess('another-device', code)).status).toBe(429)
  expect((await server.join(code, { role: 'team', teamId: 'housing', token: housing.token })).seat.id).toBe(housing.seat.id)
})

test('a made-up token buys no further guesses', async () => {
  const server = await startTestServer()
  const headers = { 'x-device': 'device-of-a-guesser' }
  const guess = () => server.ask('POST', '/api/sessions/ZZZZZZ/seats', { headers, body: { role: 'team', teamId: 'housing', token: 'made-up' } })
  const answers = []
  for (let i = 0; i < 11; i += 1) answers.push((await guess()).status)
  expect(answers).toEqual([...Array(10).fill(404), 429])
})

test('a hall full of tablets behind one address that know the code is never slowed down', async () => {
  const server = await startTestServer()
  const { code } = await server.openSession()
  const answers = await Promise.all(Array.from({ length: 150 }, () => server.ask('GET', `/api/sessions/${code}/door`)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
})

test('[I18] a restart forgets no failed guess', async () => {
  const headers = { 'x-device': 'device-of-a-guesser' }
  const first = await startTestServer()
  for (let i = 0; i < 10; i += 1) await first.ask('GET', '/api/sessions/ZZZZZZ/door', { headers })
  const noted = () => new Promise((resolve) => setTimeout(resolve, 300))
  await noted()
  await first.stop()
  const second = await startTestServer({ dataDir: first.dataDir })
  expect((await second.ask('GET', '/api/sessions/ZZZZZZ/door', { headers })).status).toBe(429)
})

test('[I18] on a hosted server codes are long enough that a day of guessing finds one in less than a thousand', async () => {
  const server = await startTestServer({ publicUrl: 'https://planspiel.example.de' })
  const { code } = await server.openSession()
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  const [guessesPerMinute, sessions] = [1000, 100]
  expect((guessesPerMinute * 60 * 24 * sessions) / 32 ** code.length).toBeLessThan(1e-3)
})
