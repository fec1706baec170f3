import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { normaliseCode } from '../../server/sessions/joinCode.ts'
import { SessionRegistry } from '../../server/sessions/SessionRegistry.ts'
import type { SessionRuntime } from '../../server/sessions/SessionRuntime.ts'
import { type FullDiskStore, fullDiskStore } from '../helpers/fullDiskStore.ts'
import { SessionServer, send } from '../helpers/sessionServer.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const MINUTE = 60_000
/** first phase of the small scenario that has a clock */
const timed = smallScenario.phases.find((phase) => phase.minutes > 0) ?? smallScenario.phases[0]
if (!timed) throw new Error('a phase with a clock')

let server: SessionServer
beforeEach(() => {
  server = new SessionServer()
})
afterEach(async () => {
  vi.useRealTimers()
  await server.remove()
})

async function running(runtime: SessionRuntime) {
  const facilitator = await server.seat(runtime, 'facilitator')
  await send(runtime, facilitator.actor, { type: 'startPhase', phaseId: timed?.id ?? '' })
  expect(runtime.state.clock.running).toBe(true)
  return facilitator
}

const restoredIn = (code: string) => {
  const runtime = server.registry.get(code)
  if (!runtime) throw new Error('restored')
  return runtime
}

describe('join codes', () => {
  test('can be read aloud: six signs without I, L, O, U', async () => {
    for (let i = 0; i < 20; i++) expect((await server.open()).code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/)
  })

  test('are found as people type them', async () => {
    expect(normaliseCode(' ab-Oi lz ')).toBe('AB011Z')
    const runtime = await server.open()
    expect(server.registry.get(` ${runtime.code.slice(0, 3).toLowerCase()} ${runtime.code.slice(3)}`)).toBe(runtime)
    expect(server.registry.get('constructor')).toBeUndefined()
  })

  test('one that is taken is not given twice', async () => {
    const codes = ['AAAAAA', 'AAAAAA', 'AAAAAA', 'BBBBBB']
    const registry = new SessionRegistry({ store: server.store, clock: server.clock, newId: () => 'id', onMistake: () => undefined }, () => codes.shift() ?? '')
    const open = async () => registry.create({ scenario: smallScenario, title: 'T' })
    expect(await open()).toMatchObject({ ok: true, runtime: { code: 'AAAAAA' } })
    expect(await open()).toMatchObject({ ok: true, runtime: { code: 'BBBBBB' } })
    await registry.close()
  })
})

describe('[I20] a restart', () => {
  test('[P3] leaves the clock paused with what was left when the server was last alive', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    await server.remove()
    server = new SessionServer()
    const runtime = await server.open()
    await running(runtime)
    server.clock.time += 2 * MINUTE
    vi.advanceTimersByTime(5_000)
    server.clock.time += 3_000
    // killed 3 s after it was last noted, and started again an hour later
    await vi.waitFor(async () => expect((await server.store.list())[0]?.aliveAt).toBe(server.clock.time - 3_000))
    ;({ server } = await server.crashAndRestart())
    server.clock.time += 60 * MINUTE
    const again = restoredIn(runtime.code)
    expect(again.state).toMatchObject({ paused: true, pausedBy: 'restart', clock: { running: false, remainingMs: (timed.minutes - 2) * MINUTE } })
    expect(again.epoch).toBe(runtime.epoch + 1)
  })

  test('[P3] a command that came after the last note counts as sign of life', async () => {
    const runtime = await server.open()
    const facilitator = await running(runtime)
    server.clock.time += MINUTE
    await send(runtime, facilitator.actor, { type: 'closeDoor' })
    server.clock.time += MINUTE
    ;({ server } = await server.crashAndRestart())
    expect(restoredIn(runtime.code).state.clock.remainingMs).toBe((timed.minutes - 1) * MINUTE)
  })

  test('[P3] an orderly stop loses nothing of the clock', async () => {
    const runtime = await server.open()
    await running(runtime)
    server.clock.time += 90_000
    await server.registry.close()
    ;({ server } = await server.crashAndRestart())
    expect(restoredIn(runtime.code).state.clock.remainingMs).toBe(timed.minutes * MINUTE - 90_000)
  })

  test('a clock that stood is left as it was, and nothing is written', async () => {
    const runtime = await server.open()
    const facilitator = await running(runtime)
    await send(runtime, facilitator.actor, { type: 'pause' })
    ;({ server } = await server.crashAndRestart())
    expect(restoredIn(runtime.code).state).toStrictEqual(runtime.state)
    expect(restoredIn(runtime.code).history.sequence).toBe(runtime.history.sequence)
  })

  test('[I13] a machine whose clock was set back meanwhile goes on after the last entry', async () => {
    const runtime = await server.open()
    const facilitator = await running(runtime)
    server.clock.time += MINUTE
    await send(runtime, facilitator.actor, { type: 'pause' })
    const { lastAt } = runtime
    server.clock.time -= 120 * MINUTE
    ;({ server } = await server.crashAndRestart())
    const again = restoredIn(runtime.code)
    expect(again.now()).toBe(lastAt)
    await send(again, facilitator.actor, { type: 'resume' })
    server.clock.time += MINUTE
    await send(again, facilitator.actor, { type: 'pause' })
    expect(again.lastAt).toBe(lastAt + MINUTE)
    expect(again.state.clock.remainingMs).toBe((timed.minutes - 2) * MINUTE)
  })

  test('on a full disk: sessions are there, refuse, and pause their clocks rightly once there is room', async () => {
    const runtime = await server.open()
    const facilitator = await running(runtime)
    server.clock.time += MINUTE
    await server.registry.close()
    await server.store.close()
    let disk: FullDiskStore | undefined
    server = new SessionServer(server.folder, server.clock, (store) => {
      disk = fullDiskStore(store)
      disk.trouble = 'storageFull'
      return disk
    })
    const { sessions, damaged } = await server.registry.restoreAll()
    expect([sessions.length, damaged.length]).toEqual([1, 0])
    const again = restoredIn(runtime.code)
    expect(await send(again, facilitator.actor, { type: 'closeDoor' }, 'a1')).toMatchObject({ rejection: { code: 'storageFull' } })
    server.clock.time += 10 * MINUTE
    if (disk) disk.trouble = null
    expect(await send(again, facilitator.actor, { type: 'closeDoor' }, 'a1')).toHaveProperty('sequence')
    expect(again.state).toMatchObject({ pausedBy: 'restart', clock: { remainingMs: (timed.minutes - 1) * MINUTE } })
  })

  test('[I10] a damaged session is reported with what is intact of it; the others start', async () => {
    const sound = await server.open()
    const broken = await server.open()
    await running(broken)
    await server.store.close()
    const db = new DatabaseSync(join(server.folder, 'sessions.db'))
    db.prepare("UPDATE log SET body = replace(body, 'startPhase', 'stopPhase') WHERE code = ?").run(broken.code)
    db.close()
    const { server: next, restored } = await server.crashAndRestart()
    server = next
    expect(restored.sessions.map((runtime) => runtime.code)).toEqual([sound.code])
    expect(restored.damaged).toEqual([{ code: broken.code, title: 'Prüfung', damage: 'hashMismatch', intactEntries: 2, expectedEntries: 3 }])
    expect(server.registry.get(broken.code)).toBeUndefined()
    expect(await server.registry.delete(broken.code)).toEqual({ ok: true })
    expect(server.registry.damaged).toEqual([])
    expect((await server.store.list()).map((record) => record.code)).toEqual([sound.code])
  })
})

describe('[P4] where the scenario closes phases when time is up', () => {
  const closing = { ...smallScenario, settings: { ...smallScenario.settings, onTimeUp: 'close' as const } }
  const passes = async (ms: number) => {
    server.clock.time += ms
    vi.advanceTimersByTime(ms)
  }

  test('time up starts the grace period, and after it the phase is closed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const runtime = await server.open(closing)
    await running(runtime)
    await passes(timed.minutes * MINUTE - 1)
    await runtime.settled()
    expect(runtime.state.clock.closesAt).toBeNull()
    await passes(1)
    await vi.waitUntil(() => runtime.state.clock.closesAt === server.clock.time + 30_000)
    await passes(30_000)
    await vi.waitUntil(() => runtime.state.clock.phaseClosed)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('an extension during the grace period moves the end', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const runtime = await server.open(closing)
    const facilitator = await running(runtime)
    await passes(timed.minutes * MINUTE)
    await vi.waitUntil(() => runtime.state.clock.closesAt !== null)
    await send(runtime, facilitator.actor, { type: 'extendPhase', minutes: 5 })
    await passes(30_000)
    await runtime.settled()
    expect(runtime.state.clock.phaseClosed).toBe(false)
    await passes(5 * MINUTE)
    await vi.waitUntil(() => runtime.state.clock.closesAt !== null)
  })

  test('where time up is only a signal, the server says nothing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const runtime = await server.open()
    await running(runtime)
    expect(vi.getTimerCount()).toBe(0)
  })
})

test('a deleted session is gone, and its seats with it', async () => {
  const runtime = await server.open()
  const seat = await server.seat(runtime, 'wall')
  expect(await server.registry.delete(runtime.code.toLowerCase())).toEqual({ ok: true })
  expect(server.registry.get(runtime.code)).toBeUndefined()
  expect(await server.seats.seatOf(seat.token)).toBeUndefined()
  expect(await send(runtime, { role: 'door' }, { type: 'takeSeat', role: 'wall' })).toMatchObject({ rejection: { code: 'storeUnavailable' } })
})

test('sessions unused since a moment are named, for deletion after the time of keeping', async () => {
  const old = await server.open()
  server.clock.time += 40 * 24 * 60 * MINUTE
  const fresh = await server.open()
  expect(server.registry.unusedSince(server.clock.time - 30 * 24 * 60 * MINUTE)).toEqual([old.code])
  expect(server.registry.list()).toEqual([old, fresh])
})
