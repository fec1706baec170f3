import { afterEach, beforeEach, expect, test } from 'vitest'
import { SessionServer } from '../helpers/sessionServer.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

let server: SessionServer
beforeEach(() => {
  server = new SessionServer()
})
afterEach(() => server.remove())

test('sessions of the same scenario keep it once, after a restart too; another scenario is another object', async () => {
  const other = { ...smallScenario, title: { de: 'Anders', en: 'Other' } }
  const [one, two, three] = [await server.open(), await server.open(), await server.open(other)]
  expect(two.state.scenario).toBe(one.state.scenario)
  expect(three.state.scenario).toEqual(other)
  const { server: next, restored } = await server.crashAndRestart()
  server = next
  const scenarios = restored.sessions.map((runtime) => runtime.state.scenario)
  expect(new Set(scenarios).size).toBe(2)
  for (const before of [one, two, three]) expect(server.registry.get(before.code)?.state.scenario).toEqual(before.state.scenario)
})
