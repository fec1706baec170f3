import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { replay } from '../../rules/history.ts'
import type { Published } from '../../server/sessions/SessionRuntime.ts'
import { checkLog } from '../../server/store/hashChain.ts'
import { type FullDiskStore, fullDiskStore } from '../helpers/fullDiskStore.ts'
import { SessionServer, send } from '../helpers/sessionServer.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const [teamA, teamB] = smallScenario.teams.map((team) => team.id) as [string, string]
const ready = { type: 'setReady', ready: true } as const
const notReady = { type: 'setReady', ready: false } as const

let server: SessionServer
beforeEach(() => {
  server = new SessionServer()
})
afterEach(() => server.remove())

const storedLog = async (code: string) => checkLog(await server.store.readLog(code))

/** A session with a leading facilitator and a seat for each of two teams. */
async function workshop() {
  const runtime = await server.open()
  const facilitator = await server.seat(runtime, 'facilitator')
  const a = await server.seat(runtime, 'team', teamA)
  const b = await server.seat(runtime, 'team', teamB)
  return { runtime, facilitator, a, b }
}

describe('[I3] a command runs once, however often it is sent', () => {
  test('the same id with the same body is answered as before', async () => {
    const { runtime, a } = await workshop()
    const first = await send(runtime, a.actor, ready, 'tap-1')
    expect(first).toEqual({ sequence: 5 })
    expect(await send(runtime, a.actor, ready, 'tap-1')).toEqual({ sequence: 5, duplicate: true })
    expect(runtime.history.sequence).toBe(5)
  })

  test('also when both arrive before either is stored', async () => {
    const { runtime, a } = await workshop()
    const answers = await Promise.all([send(runtime, a.actor, ready, 'tap-1'), send(runtime, a.actor, ready, 'tap-1')])
    expect(answers).toEqual([{ sequence: 5 }, { sequence: 5, duplicate: true }])
    expect((await storedLog(runtime.code)).entries).toHaveLength(5)
  })

  test('the same id with another body is idReused', async () => {
    const { runtime, a } = await workshop()
    await send(runtime, a.actor, ready, 'tap-1')
    expect(await send(runtime, a.actor, notReady, 'tap-1')).toEqual({ rejection: { code: 'idReused', details: {} } })
    expect(runtime.state.ready).toEqual([teamA])
  })

  test('ids belong to a seat: two tablets may choose the same', async () => {
    const { runtime, a, b } = await workshop()
    await send(runtime, a.actor, ready, 'tap-1')
    expect(await send(runtime, b.actor, ready, 'tap-1')).toEqual({ sequence: 6 })
  })

  test('what was rejected may be tried again under its id', async () => {
    const { runtime, facilitator } = await workshop()
    const remove = (seatId: string) => ({ type: 'removeSeat', seatId }) as const
    expect(await send(runtime, facilitator.actor, remove('nobody'), 'tap-1')).toMatchObject({ rejection: { code: 'unknownSeat' } })
    const wall = await server.seat(runtime, 'wall')
    expect(await send(runtime, facilitator.actor, remove(wall.id), 'tap-1')).toEqual({ sequence: 6 })
  })

  test('a new process remembers it from the log', async () => {
    const { runtime, a } = await workshop()
    await send(runtime, a.actor, ready, 'tap-1')
    ;({ server } = await server.crashAndRestart())
    const again = server.registry.get(runtime.code)
    if (!again) throw new Error('restored')
    expect(await send(again, a.actor, ready, 'tap-1')).toEqual({ sequence: 5, duplicate: true })
    expect(await send(again, a.actor, notReady, 'tap-1')).toMatchObject({ rejection: { code: 'idReused' } })
  })
})

describe('[I5] one order for log, screens and answers', () => {
  test('commands that come together are stored in one append, judged one after the other', async () => {
    await server.remove()
    const disk = { current: undefined as FullDiskStore | undefined }
    server = new SessionServer(undefined, undefined, (store) => {
      disk.current = fullDiskStore(store)
      return disk.current
    })
    const { runtime, a, b } = await workshop()
    const before = disk.current?.appends.length ?? 0
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => send(runtime, i % 2 ? a.actor : b.actor, i % 3 ? ready : notReady)))
    expect(answers).toEqual(Array.from({ length: 20 }, (_, i) => ({ sequence: 5 + i })))
    expect(disk.current?.appends.length).toBe(before + 1)
  })

  test('listeners hear of it after it is stored and before the sender is answered', async () => {
    const { runtime, a } = await workshop()
    const order: string[] = []
    const heard: Published[] = []
    runtime.subscribe((published) => {
      heard.push(published)
      order.push('published')
    })
    const before = runtime.history
    await send(runtime, a.actor, ready).then(() => order.push('answered'))
    expect(order).toEqual(['published', 'answered'])
    expect(heard[0]?.previous).toBe(before)
    expect(heard[0]?.history).toBe(runtime.history)
    expect((await storedLog(runtime.code)).entries.at(-1)).toEqual(heard[0]?.entries[0])
  })

  test('a listener that fails hinders neither the session nor the other listeners', async () => {
    const { runtime, a } = await workshop()
    let heard = 0
    runtime.subscribe(() => {
      throw new Error('broken screen')
    })
    const unsubscribe = runtime.subscribe(() => heard++)
    expect(await send(runtime, a.actor, ready)).toEqual({ sequence: 5 })
    expect(heard).toBe(1)
    unsubscribe()
    await send(runtime, a.actor, notReady)
    expect(heard).toBe(1)
    expect(server.mistakes).toHaveLength(2)
  })

  test('[I9] the stored log replays to exactly the state in play', async () => {
    const { runtime, facilitator, a } = await workshop()
    await send(runtime, a.actor, { type: 'finishProbe', step: 2 })
    await send(runtime, facilitator.actor, { type: 'startPhase', phaseId: smallScenario.phases[1]?.id ?? '' })
    await send(runtime, facilitator.actor, { type: 'pause' })
    expect(replay((await storedLog(runtime.code)).entries).state).toStrictEqual(runtime.state)
  })

  test('a mistake in the rules hits only the command that makes it', async () => {
    const { runtime, a } = await workshop()
    const broken = send(runtime, a.actor, { type: 'noSuchCommand' } as never)
    const good = send(runtime, a.actor, ready)
    await expect(broken).rejects.toThrow()
    expect(await good).toEqual({ sequence: 5 })
    expect(server.mistakes).toHaveLength(1)
  })
})

test('a preview tells what a command would do, and does nothing', async () => {
  const { runtime, facilitator, a } = await workshop()
  const before = runtime.history
  const startPhase = { type: 'startPhase', phaseId: smallScenario.phases[1]?.id ?? '' } as const
  expect(runtime.preview(facilitator.actor, startPhase)).toMatchObject({ ok: true, phaseId: startPhase.phaseId })
  expect(runtime.preview(a.actor, startPhase)).toMatchObject({ ok: false, rejection: { code: 'notAllowed' } })
  expect(runtime.preview({ role: 'wall', seatId: 'nobody' }, startPhase)).toMatchObject({ ok: false, rejection: { code: 'unknownSeat' } })
  expect(runtime.history).toBe(before)
  expect((await storedLog(runtime.code)).entries).toHaveLength(4)
})

describe('who acts is what the session says when the command is judged', () => {
  test('[S5] a command of a seat that is removed before it is not done', async () => {
    const { runtime, facilitator, a } = await workshop()
    const removed = send(runtime, facilitator.actor, { type: 'removeSeat', seatId: a.id })
    const late = send(runtime, a.actor, ready)
    expect(await removed).toEqual({ sequence: 5 })
    expect(await late).toEqual({ rejection: { code: 'unknownSeat', details: {} } })
  })

  test('[S5] a seat that is moved acts for its new team at once', async () => {
    const { runtime, facilitator, a } = await workshop()
    const moved = send(runtime, facilitator.actor, { type: 'moveSeat', seatId: a.id, teamId: teamB })
    await Promise.all([moved, send(runtime, a.actor, ready)])
    expect(runtime.state.ready).toEqual([teamB])
  })

  test('a sender cannot make himself another role than his seat has', async () => {
    const { runtime, a } = await workshop()
    expect(await send(runtime, { role: 'facilitator', seatId: a.id }, { type: 'closeSession' })).toMatchObject({ rejection: { code: 'notAllowed' } })
  })

  test('[S4] the lead may be taken over once no device of the leader has been connected for a minute', async () => {
    const { runtime, facilitator } = await workshop()
    const second = await server.seat(runtime, 'facilitator')
    runtime.connected(facilitator.id)
    runtime.connected(facilitator.id)
    runtime.disconnected(facilitator.id)
    server.clock.time += 61_000
    expect(await send(runtime, second.actor, { type: 'takeOver' })).toMatchObject({ rejection: { code: 'leaderPresent' } })
    runtime.disconnected(facilitator.id)
    server.clock.time += 59_000
    expect(await send(runtime, second.actor, { type: 'takeOver' })).toMatchObject({ rejection: { code: 'leaderPresent' } })
    server.clock.time += 1_000
    expect(await send(runtime, second.actor, { type: 'takeOver' })).toHaveProperty('sequence')
    expect(runtime.state.attendance.leaderSeatId).toBe(second.id)
  })
})

describe('[I11] a store that cannot store', () => {
  async function onFullDisk() {
    await server.remove()
    let disk: FullDiskStore | undefined
    server = new SessionServer(undefined, undefined, (store) => {
      disk = fullDiskStore(store)
      return disk
    })
    if (!disk) throw new Error('a disk')
    return { disk, ...(await workshop()) }
  }

  test('every sender is told, nothing changes, nobody sees anything; with room again it goes on under the same ids', async () => {
    const { disk, runtime, a, b } = await onFullDisk()
    const stored = await send(runtime, a.actor, ready, 'tap-0')
    const before = runtime.history
    let heard = 0
    runtime.subscribe(() => heard++)
    disk.trouble = 'storageFull'
    const refused = await Promise.all([send(runtime, a.actor, notReady, 'tap-1'), send(runtime, b.actor, ready, 'tap-1')])
    expect(refused).toEqual(Array(2).fill({ rejection: { code: 'storageFull', details: {} } }))
    expect(runtime.history).toBe(before)
    expect(heard).toBe(0)
    disk.trouble = null
    expect(await send(runtime, b.actor, ready, 'tap-1')).toEqual({ sequence: 6 })
    expect(await send(runtime, a.actor, notReady, 'tap-1')).toEqual({ sequence: 7 })
    expect(await send(runtime, a.actor, ready, 'tap-0')).toEqual({ ...stored, duplicate: true })
    expect((await storedLog(runtime.code)).damage).toBeNull()
  })

  test('what was stored before is still confirmed to whom asks again', async () => {
    const { disk, runtime, a, b } = await onFullDisk()
    await send(runtime, a.actor, ready, 'tap-1')
    disk.trouble = 'storageFull'
    const [again, fresh] = await Promise.all([send(runtime, a.actor, ready, 'tap-1'), send(runtime, b.actor, ready)])
    expect(again).toEqual({ sequence: 5, duplicate: true })
    expect(fresh).toMatchObject({ rejection: { code: 'storageFull' } })
  })

  test('a store that broke is storeUnavailable', async () => {
    const { disk, runtime, a } = await onFullDisk()
    disk.trouble = 'storeUnavailable'
    expect(await send(runtime, a.actor, ready)).toEqual({ rejection: { code: 'storeUnavailable', details: {} } })
  })

  test('[I22] a session that another process has taken over stores and changes nothing more', async () => {
    const { runtime, a } = await workshop()
    await server.store.claim(runtime.code)
    expect(await send(runtime, a.actor, ready)).toEqual({ rejection: { code: 'storeUnavailable', details: {} } })
    expect(runtime.state.ready).toEqual([])
  })
})
