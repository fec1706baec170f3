import { afterEach, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../helpers/startServer.ts'
import { workshop } from '../helpers/workshop.ts'

interface Invitation {
  readonly code: string
  readonly facilitatorToken: string
}

let server: TestServer | undefined
afterEach(async () => {
  await server?.stop()
  server = undefined
})

async function withWorkshop() {
  server = await startTestServer()
  const people = await workshop(server)
  await people.facilitator.command({ type: 'startPhase', phaseId: 'alone' })
  const { url } = server
  const ask = (path: string, token: string, body?: unknown) =>
    fetch(`${url}/api/sessions/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  return { ...people, ask, server }
}

describe('[X1] a copy „Was wäre, wenn“', () => {
  test('is a session of its own that can be led; the original and its log stay as they are', async () => {
    const { code, facilitator, ask, server: running } = await withWorkshop()
    const logBefore = await (await ask(`${code}/log`, facilitator.token)).text()
    const steps = logBefore.trimEnd().split('\n').length - 1
    const answer = await ask(`${code}/branches`, facilitator.token, { sequence: steps, weights: { Z1: 1 }, procedure: 'utility' })
    expect(answer.status).toBe(201)
    const copy = (await answer.json()) as Invitation
    expect(copy.code).not.toBe(code)
    expect(await (await ask(`${code}/log`, facilitator.token)).text()).toBe(logBefore)

    const lead = await running.join(copy.code, { role: 'facilitator', token: copy.facilitatorToken })
    await lead.waitFor(({ shared }) => shared.origin?.code === code, 'it says what it is a copy of')
    expect(lead.shared).toMatchObject({ title: expect.stringMatching(/^Was wäre wenn: /), paused: true, phase: { id: 'alone' } })
    expect((await lead.command({ type: 'resume' })).refused).toBeUndefined()
    expect(await (await ask(copy.code, copy.facilitatorToken)).json()).toMatchObject({ origin: { code, sequence: steps } })
    expect(await (await ask(code, facilitator.token)).json()).toMatchObject({ origin: null })
    // Exports of the original know nothing of it.
    expect(await (await ask(`${code}/exports/json`, facilitator.token)).text()).not.toContain('Was wäre wenn')
  })

  test('comes back after a restart with a chain that holds', async () => {
    const { code, facilitator, ask, server: running } = await withWorkshop()
    const copy = (await (await ask(`${code}/branches`, facilitator.token, { sequence: 3, title: 'Versuch' })).json()) as Invitation
    const { dataDir } = running
    await running.stop()
    server = await startTestServer({ dataDir })
    const lead = await server.join(copy.code, { role: 'facilitator', token: copy.facilitatorToken })
    await lead.waitFor(({ shared }) => shared.title === 'Versuch', 'restored')
    expect(lead.shared.origin).toMatchObject({ code, sequence: 3 })
  })

  test('is deleted with its original, copies of copies too', async () => {
    const { code, facilitator, ask, server: running } = await withWorkshop()
    const copy = (await (await ask(`${code}/branches`, facilitator.token, { sequence: 3 })).json()) as Invitation
    const second = (await (await ask(`${copy.code}/branches`, copy.facilitatorToken, { sequence: 2 })).json()) as Invitation
    const gone = await fetch(`${running.url}/api/sessions/${code}`, { method: 'DELETE', headers: { authorization: `Bearer ${facilitator.token}` } })
    expect(gone.status).toBe(204)
    for (const { code: each } of [copy, second]) expect((await fetch(`${running.url}/api/sessions/${each}/door`)).status).toBe(404)
  })

  test.each([
    ['a step that never was', { sequence: 10_000 }, ['sequence']],
    ['no step', {}, ['sequence']],
    ['an unknown incident', { sequence: 2, without: ['E99'] }, ['without']],
    ['an unknown goal', { sequence: 2, weights: { Z9: 3 } }, ['weights']],
    ['no weight at all', { sequence: 2, weights: { Z1: 0 } }, ['weights']],
    ['an order without order', { sequence: 2, procedure: 'negotiated' }, ['order']],
    ['an order of unknown measures', { sequence: 2, procedure: 'negotiated', order: ['nothing'] }, ['order']],
    ['an unknown procedure', { sequence: 2, procedure: 'dice' }, ['procedure']],
  ])('%s is said with the field', async (_case, wish, fields) => {
    const { code, facilitator, ask } = await withWorkshop()
    const answer = await ask(`${code}/branches`, facilitator.token, wish)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: { code: 'invalidBody', details: { fields } } })
  })

  test('only whoever leads may make one', async () => {
    const { code, housing, ask } = await withWorkshop()
    expect((await ask(`${code}/branches`, housing.token, { sequence: 2 })).status).toBe(401)
  })
})
