import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SessionState } from '../../rules/session.ts'
import { BotPlayers } from '../../server/sessions/BotPlayers.ts'
import { newId } from '../../server/sessions/joinCode.ts'
import type { SessionRuntime } from '../../server/sessions/SessionRuntime.ts'
import { seededRandom } from '../helpers/seededRandom.ts'
import { SessionServer, send } from '../helpers/sessionServer.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const [teamA, teamB] = smallScenario.teams.map((team) => team.id) as [string, string]
const AT_ONCE = { shortestMs: 0, longestMs: 1 }

let server: SessionServer
const players: BotPlayers[] = []
beforeEach(() => {
  server = new SessionServer()
})
afterEach(async () => {
  for (const player of players.splice(0)) player.stop()
  await server.remove()
})

async function ledSession() {
  const runtime = await server.open()
  const facilitator = await server.seat(runtime, 'facilitator')
  const lead = (command: Parameters<typeof send>[2]) => send(runtime, facilitator.actor, command)
  players.push(new BotPlayers(runtime, { newId, random: seededRandom(1), thinking: AT_ONCE }))
  return { runtime, lead }
}

/** Resolves as soon as the session is so. */
function until(runtime: SessionRuntime, holds: (state: SessionState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (state: SessionState) => {
      if (!holds(state)) return
      unsubscribe()
      resolve()
    }
    const unsubscribe = runtime.subscribe(({ history }) => look(history.state))
    look(runtime.state)
  })
}

describe('[V3] a department given to the computer plays by itself', () => {
  test('it does the probe task and says that it is done', async () => {
    const { runtime, lead } = await ledSession()
    await lead({ type: 'seatBot', teamId: teamA })
    await until(runtime, (state) => state.probe[teamA] === 3 && state.ready.includes(teamA))
    expect(runtime.state.probe[teamB]).toBeUndefined()
  })

  test('it stands still while everything is frozen, and goes on afterwards', async () => {
    const { runtime, lead } = await ledSession()
    await lead({ type: 'freeze' })
    await lead({ type: 'seatBot', teamId: teamA })
    await lead({ type: 'note', text: 'Alle schauen nach vorn.' })
    expect(runtime.state.probe[teamA]).toBeUndefined()
    await lead({ type: 'unfreeze' })
    await until(runtime, (state) => state.probe[teamA] === 3)
  })

  test('dismissed, it does nothing more; what it did stays', async () => {
    const { runtime, lead } = await ledSession()
    await lead({ type: 'seatBot', teamId: teamA })
    await until(runtime, (state) => (state.probe[teamA] ?? 0) >= 1)
    await lead({ type: 'dismissBot', teamId: teamA })
    const { sequence } = runtime.history
    await lead({ type: 'startPhase', phaseId: 'alone' })
    await lead({ type: 'note', text: 'Nun planen Menschen.' })
    await runtime.settled()
    expect(runtime.history.sequence).toBe(sequence + 2)
    expect(runtime.state.probe[teamA]).toBeGreaterThanOrEqual(1)
    expect(runtime.state.soloPlans[teamA]?.handedIn).toBe(false)
  })

  test('[L6] it hands in all its classes in one go, however long it thinks before other steps', { timeout: 20_000 }, async () => {
    const { runtime, lead } = await ledSession()
    await lead({ type: 'startPhase', phaseId: 'alone' })
    await lead({ type: 'startPhase', phaseId: 'planning-1' })
    for (const id of ['W1', 'W2', 'W3'] as const) await lead({ type: 'actFor', teamId: 'housing', command: { type: 'proposeMeasure', measureId: id } })
    const { phases } = runtime.state.scenario
    for (const phase of phases.slice(phases.findIndex(({ id }) => id === 'planning-1') + 1)) {
      await lead({ type: 'startPhase', phaseId: phase.id })
      if (phase.kind === 'prioritisation' && phase.step === 'classify') break
    }
    expect(runtime.state.prioritisation.measureIds).toHaveLength(3)
    for (const player of players.splice(0)) player.stop()
    const slow = { shortestMs: 3_000, longestMs: 3_000 }
    players.push(new BotPlayers(runtime, { newId, random: seededRandom(1), thinking: slow }))
    const began = performance.now()
    await lead({ type: 'seatBot', teamId: teamA })
    await until(runtime, (state) => Object.keys(state.prioritisation.classes[teamA] ?? {}).length === 3)
    // One thought and two further lines; three thoughts would take nine seconds.
    expect(performance.now() - began).toBeLessThan(6_000)
  })

  test('after a restart of the server it plays on', async () => {
    const { runtime, lead } = await ledSession()
    await lead({ type: 'seatBot', teamId: teamA })
    await until(runtime, (state) => state.probe[teamA] === 3)
    await lead({ type: 'startPhase', phaseId: 'alone' })
    await lead({ type: 'freeze' })
    for (const player of players.splice(0)) player.stop()
    const { server: next } = await server.crashAndRestart()
    server = next
    const restored = next.registry.get(runtime.code)
    if (!restored) throw new Error('the session is gone')
    players.push(new BotPlayers(restored, { newId, random: seededRandom(2), thinking: AT_ONCE }))
    const leader = restored.state.attendance.leaderSeatId ?? ''
    await send(restored, { role: 'facilitator', seatId: leader }, { type: 'unfreeze' })
    await send(restored, { role: 'facilitator', seatId: leader }, { type: 'resume' })
    await until(restored, (state) => (state.soloPlans[teamA]?.measureIds.length ?? 0) > 0)
  })
})
