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
    expect(optimumOf(facilitator.own)).toEqual({ status: 'found', found: BEST, bound: BEST })
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

  test('nobody but the clock records it', { timeout: 60_000 }, async () => {
    const server = await startTestServer()
    const { facilitator, housing } = await inDebriefing(server)
    const column = { total: 9, goals: 9, early: 0, synergies: 0, focusAreas: 0, conflicts: 0, funds: 0, staff: 0, measureIds: [] }
    const command = { type: 'recordOptimum', best: { column, bound: 9, proven: true } }
    for (const client of [facilitator, housing]) expect((await client.command(command)).refused?.code).toBe('notAllowed')
  })
})
