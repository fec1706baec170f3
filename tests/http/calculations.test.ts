import { expect, test } from 'vitest'
import { PROCEDURES } from '../../rules/scenario/scenario.ts'
import { playWithBots } from '../helpers/playWithBots.ts'
import { smallScenario } from '../helpers/smallScenario.ts'
import { startTestServer } from '../helpers/startServer.ts'
import { storedSession } from '../helpers/storedSession.ts'
import { workshop } from '../helpers/workshop.ts'

test('[L9] facilitators get the way of every procedure, nobody else, and an unknown one is said', async () => {
  const dataDir = await storedSession('K7F2MD', playWithBots(smallScenario, 1).log)
  const server = await startTestServer({ dataDir })
  for (const procedure of PROCEDURES) {
    const { status, body } = await server.ask('GET', `/api/sessions/K7F2MD/calculations/${procedure}`, { token: server.leadToken })
    expect(status).toBe(200)
    expect(body.calculation).toMatchObject({ procedure, stability: { topSize: expect.any(Number) } })
  }
  expect((await server.ask('GET', '/api/sessions/K7F2MD/calculations/dice', { token: server.leadToken })).body.error.code).toBe('unknownProcedure')
  expect((await server.ask('GET', '/api/sessions/K7F2MD/calculations/dots')).status).toBe(401)
})

test('[L9] [L4] nothing is told before the list is shown: it would steer those who vote', async () => {
  const server = await startTestServer()
  const { code, facilitator, housing } = await workshop(server)
  const path = `/api/sessions/${code}/calculations/utility`
  expect((await server.ask('GET', path, { token: facilitator.token })).body).toEqual({ calculation: null })
  expect((await server.ask('GET', path, { token: housing.token })).status).toBe(401)
})
