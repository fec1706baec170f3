import { describe, expect, test } from 'vitest'
import type { FacilitatorView } from '../../rules/sessionView.ts'
import { startTestServer, type TestServer } from '../helpers/startServer.ts'
import { workshop } from '../helpers/workshop.ts'

/** Through all phases to the debriefing, without anybody doing anything. */
async function inDebriefing(server: TestServer) {
  const people = await workshop(server)
  for (const phaseId of PHASES) expect((await people.facilitator.command({ type: 'startPhase', phaseId })).refused).toBeUndefined()
  return people
}
const PHASES = [
  'alone',
  'planning-1',
  'incident-1',
  'resolution-1',
  'planning-2',
  'incident-2',
  'resolution-2',
  'weigh',
  'dots',
  'resistance',
  'classify',
  'justify',
  'debriefing',
]

const optimumOf = (own: unknown) => (own as FacilitatorView | undefined)?.optimum
/** The best list of the small scenario, whatever the table does. */
const BEST = 199

describe('[W2] the best list in the debriefing', () => {
  test('is found, told to the facilitator at once, and to everyone with the figures', { timeout: 60_000 }, async () => {
    const server = await startTestServer()
    const { facilitator, housing, code } = await inDebriefing(server)
    const wall = await server.join(code, { role: 'wall' })
    await facilitator.waitFor((client) => optimumOf(client.own)?.status === 'found', 'the best list is found', 30_000)
    expect(optimumOf(facilitator.own)).toMatchObject({ status: 'found', found: BEST, bound: BEST })
    expect(optimumOf(housing.own)).toBeUndefined()
    expect(housing.shared.debriefing.value ?? null).toBeNull()
    await facilitator.command({ type: 'spotlight', target: { kind: 'slide', id: 'value' }, figures: true })
    await wall.waitFor((client) => client.shared.debriefing.value?.best?.total === BEST, 'the wall shows it')
    const { value } = wall.shared.debriefing
    expect(value).toMatchObject({ bound: BEST, proven: true, added: { kind: 'share', points: 0, potential: BEST, atLeast: 0, atMost: 0 } })
    expect(value?.best?.measureIds).toHaveLength(9)
  })

  test('[V1] how far the search is goes to facilitators alone, not even as bytes to others', { timeout: 60_000 }, async () => {
    const server = await startTestServer()
    const { facilitator, housing } = await inDebriefing(server)
    await facilitator.waitFor((client) => optimumOf(client.own)?.status === 'found', 'the best list is found', 30_000)
    expect(facilitator.received.some((bytes) => bytes.includes('optimum'))).toBe(true)
    expect(housing.received.some((bytes) => bytes.includes('optimum'))).toBe(false)
  })

  test('is found again after the facilitator has taken a step back, and after a restart', { timeout: 60_000 }, async () => {
    const server = await startTestServer()
    const { facilitator, code } = await inDebriefing(server)
    await facilitator.waitFor((client) => optimumOf(client.own)?.status === 'found', 'found', 30_000)
    const steps = Object.values((facilitator.own as FacilitatorView).steps)
    const back = steps.at(-1)?.sequence
    expect((await facilitator.command({ type: 'undo', toSequence: back })).refused).toBeUndefined()
    await facilitator.waitFor((client) => client.shared.phase.id === 'justify' && optimumOf(client.own)?.status !== 'searching', 'back in the vote')
    await facilitator.command({ type: 'resume' })
    await facilitator.command({ type: 'startPhase', phaseId: 'debriefing' })
    await facilitator.waitFor((client) => client.shared.phase.id === 'debriefing' && optimumOf(client.own)?.status === 'found', 'found again', 30_000)

    const { dataDir } = server
    await server.stop()
    const again = await startTestServer({ dataDir })
    const returned = await again.join(code, { role: 'facilitator', token: facilitator.token })
    expect(optimumOf(returned.own)).toMatchObject({ status: 'found', found: BEST })
  })

  test('[W3] then what it is compared with, which the facilitator may stop and resume; all of it is recorded', { timeout: 120_000 }, async () => {
    const server = await startTestServer()
    const { facilitator, code } = await inDebriefing(server)
    await facilitator.waitFor((client) => optimumOf(client.own)?.status === 'found', 'found', 30_000)
    const ask = (method: string) => fetch(`${server.url}/api/sessions/${code}/search`, { method, headers: { authorization: `Bearer ${facilitator.token}` } })
    expect((await ask('DELETE')).status).toBe(204)
    const isDone = (own: unknown) => optimumOf(own)?.compared === undefined
    await facilitator.waitFor((client) => optimumOf(client.own)?.compared?.stopped || isDone(client.own), 'stopped, unless it was faster', 30_000)
    expect((await ask('POST')).status).toBe(204)
    await facilitator.waitFor((client) => isDone(client.own) && (client.own as FacilitatorView).value?.compared.front.length !== 0, 'all is there', 60_000)
    const value = (facilitator.own as FacilitatorView).value
    const { compared } = value ?? {}
    if (!value || !compared?.alone || !compared.sources) throw new Error('nothing recorded')
    const { pooledMeans, commonGoals, crossReferences } = compared.sources
    expect(pooledMeans + commonGoals + crossReferences).toBeCloseTo(BEST - compared.alone.total, 6)
    expect(compared.withoutLosers?.total).toBeLessThanOrEqual(BEST)
    expect(compared.balanced?.total).toBeLessThanOrEqual(BEST)
    for (const [goalId, points] of Object.entries(compared.alone.goals)) expect(compared.withoutLosers?.goals[goalId]).toBeGreaterThanOrEqual(points)
    expect(compared.front[0]).toMatchObject({ value: BEST, proven: true })
    const values = compared.front.map((point) => point.value)
    expect(values).toEqual([...values].sort((a, b) => b - a))
    expect(compared.core[value.best?.measureIds[0] ?? '']).toBeGreaterThan(0)
  })

  test('nobody but the facilitator stops the search', { timeout: 60_000 }, async () => {
    const server = await startTestServer()
    const { housing, code } = await inDebriefing(server)
    for (const method of ['DELETE', 'POST'])
      expect((await fetch(`${server.url}/api/sessions/${code}/search`, { method, headers: { authorization: `Bearer ${housing.token}` } })).status).toBe(401)
  })

  test('nobody but the clock records it', { timeout: 60_000 }, async () => {
    const server = await startTestServer()
    const { facilitator, housing } = await inDebriefing(server)
    const column = { total: 9, goals: 9, early: 0, synergies: 0, focusAreas: 0, conflicts: 0, funds: 0, staff: 0, measureIds: [] }
    const command = { type: 'recordOptimum', best: { column, bound: 9, proven: true } }
    for (const client of [facilitator, housing]) expect((await client.command(command)).refused?.code).toBe('notAllowed')
  })
})
