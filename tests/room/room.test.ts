import { expect, test } from 'vitest'
import { startTestServer } from '../helpers/startServer.ts'
import { workshop } from '../helpers/workshop.ts'

const proposeW3 = { type: 'proposeMeasure', measureId: 'W3', place: { kind: 'municipality' } } as const

test('a tap of one team is on all eight screens, after the answer tells its place in the log', async () => {
  const server = await startTestServer()
  const { code, facilitator, housing, mobility, climate, startPlanning } = await workshop(server)
  const others = await Promise.all([
    server.join(code, { role: 'wall' }),
    server.join(code, { role: 'observer' }),
    server.join(code, { role: 'team', teamId: 'housing' }),
    server.join(code, { role: 'team', teamId: 'climate' }),
  ])
  await startPlanning()
  const answer = await housing.command({ type: 'setReady', ready: true })
  expect(answer.sequence).toBeGreaterThan(1)
  for (const client of [facilitator, housing, mobility, climate, ...others]) {
    await client.waitFor((c) => c.shared.teams.housing?.ready === true && c.sequence >= (answer.sequence ?? 0), 'the tap is shown')
  }
})

test('everyone sees the same, whenever they came', async () => {
  const server = await startTestServer()
  const { code, facilitator, housing, startPlanning } = await workshop(server)
  await startPlanning()
  await housing.command(proposeW3)
  const late = await server.join(code, { role: 'wall' })
  await facilitator.waitFor((c) => c.sequence === late.sequence, 'same place in the log')
  expect(late.shared).toEqual(facilitator.shared)
  expect(late.shared.proposals.W3?.teamId).toBe('housing')
})

test('[P1] a refused command is refused with its code, and changes nothing', async () => {
  const server = await startTestServer()
  const { housing, facilitator } = await workshop(server)
  const before = facilitator.sequence
  expect((await housing.command(proposeW3)).refused?.code).toBe('notInThisPhase')
  expect((await housing.command({ type: 'startPhase', phaseId: 'planning-1' })).refused?.code).toBe('notAllowed')
  expect(facilitator.sequence).toBe(before)
})

test('a command sent twice under one id is done once; another one under the same id is refused', async () => {
  const server = await startTestServer()
  const { housing, startPlanning } = await workshop(server)
  await startPlanning()
  const first = await housing.command({ type: 'setReady', ready: true }, 'one-and-the-same')
  expect(await housing.command({ type: 'setReady', ready: true }, 'one-and-the-same')).toEqual({ sequence: first.sequence, duplicate: true })
  expect((await housing.command({ type: 'setReady', ready: false }, 'one-and-the-same')).refused?.code).toBe('idReused')
  expect(housing.shared.teams.housing?.ready).toBe(true)
})

test('[V1] what a team plans alone reaches no other device, not even as bytes', async () => {
  const server = await startTestServer()
  const { code, facilitator, housing, mobility, climate } = await workshop(server)
  const wall = await server.join(code, { role: 'wall' })
  const colleague = await server.join(code, { role: 'team', teamId: 'housing' })
  await facilitator.command({ type: 'startPhase', phaseId: 'alone' })
  await facilitator.command({ type: 'hint', teamId: 'housing', text: 'SENTINEL-HINT-4711' })
  expect((await housing.command({ type: 'planAlone', measureIds: ['W2', 'W3'] })).refused).toBeUndefined()
  await colleague.waitFor((c) => JSON.stringify(c.own).includes('SENTINEL-HINT-4711'), 'the hint is with its team')
  const last = await facilitator.command({ type: 'announce', text: 'ANNOUNCED-0815' })
  for (const client of [mobility, climate, wall]) {
    await client.waitFor((c) => c.sequence >= (last.sequence ?? 0), 'all was sent')
    const bytes = Buffer.concat(client.received).toString('latin1')
    expect(bytes).toContain('ANNOUNCED-0815')
    expect(bytes).not.toContain('SENTINEL-HINT-4711')
    expect(bytes).not.toContain('["W2","W3"]')
  }
  expect(Buffer.concat(housing.received).toString('latin1')).toContain('["W2","W3"]')
  expect(wall.own).toBeUndefined()
  expect(mobility.own).toMatchObject({ role: 'team', teamId: 'mobility' })
  for (const client of [housing, mobility, facilitator, wall]) {
    const bytes = Buffer.concat(client.received).toString('latin1')
    for (const token of [housing.token, facilitator.token, server.leadToken]) expect(bytes).not.toContain(token)
  }
})

test('[S3] the newest device has the seat, the one before is told so', async () => {
  const server = await startTestServer()
  const { code, housing, mobility } = await workshop(server)
  const second = await server.join(code, { role: 'team', teamId: 'housing', token: housing.token })
  expect(second.seat.id).toBe(housing.seat.id)
  await housing.waitFor((c) => c.closeCode === 4100, 'closed with 4100')
  await mobility.waitFor((c) => c.presence[second.seat.id] === true, 'still there')
  expect(second.shared.teams.housing).toBeDefined()
})

test('[S3] a device that reloads comes back to its seat with its token, and its old token is dead', async () => {
  const server = await startTestServer()
  const { code, housing, mobility } = await workshop(server)
  await housing.leave()
  await mobility.waitFor((c) => c.presence[housing.seat.id] === false, 'seen as away')
  const back = await server.join(code, { role: 'team', teamId: 'housing', token: housing.token })
  expect(back.seat).toEqual(housing.seat)
  expect(back.token).not.toBe(housing.token)
  await mobility.waitFor((c) => c.presence[housing.seat.id] === true, 'seen again')
  const again = await server.join(code, { role: 'team', teamId: 'housing', token: back.token })
  await expect(server.join(code, { role: 'team', teamId: 'housing', token: housing.token })).rejects.toMatchObject({ status: 401, code: 'unknownSeat' })
  expect(again.seat.id).toBe(housing.seat.id)
})

test('[S5] a moved seat sees and does what its new team does; a removed one is shown out for good', async () => {
  const server = await startTestServer()
  const { code, facilitator, housing, mobility } = await workshop(server)
  await facilitator.command({ type: 'hint', teamId: 'climate', text: 'Nur für Klima' })
  await facilitator.command({ type: 'moveSeat', seatId: housing.seat.id, teamId: 'climate' })
  await housing.waitFor((c) => JSON.stringify(c.own ?? {}).includes('Nur für Klima'), 'sees its new team')
  expect(housing.own).toMatchObject({ teamId: 'climate' })
  await facilitator.command({ type: 'moveSeat', seatId: housing.seat.id, teamId: 'housing' })
  await housing.waitFor((c) => c.own?.role === 'team' && c.own.teamId === 'housing', 'sees its old team again')
  await facilitator.command({ type: 'moveSeat', seatId: housing.seat.id, teamId: 'climate' })
  await housing.waitFor((c) => c.own?.role === 'team' && c.own.teamId === 'climate', 'and the new one')
  await housing.command({ type: 'setReady', ready: true })
  await mobility.waitFor((c) => c.shared.teams.climate?.ready === true, 'acts for its new team')
  await facilitator.command({ type: 'hint', teamId: 'housing', text: 'SENTINEL-OLD-TEAM' })
  const last = await facilitator.command({ type: 'announce', text: 'danach' })
  await housing.waitFor((c) => c.sequence >= (last.sequence ?? 0), 'all was sent')
  expect(Buffer.concat(housing.received).toString('latin1')).not.toContain('SENTINEL-OLD-TEAM')

  await facilitator.command({ type: 'removeSeat', seatId: mobility.seat.id })
  await mobility.waitFor((c) => c.closeCode === 4101, 'closed with 4101')
  await expect(server.join(code, { role: 'team', teamId: 'mobility', token: mobility.token })).rejects.toMatchObject({ status: 401 })
})

test('[P3] after a restart everyone comes back by the same way, and what was answered is there', async () => {
  const first = await startTestServer()
  const { code, facilitator, housing, startPlanning } = await workshop(first)
  await startPlanning()
  await housing.command(proposeW3)
  await facilitator.waitFor((c) => c.shared.proposals.W3 !== undefined, 'shown')
  const before = facilitator.shared
  await first.stop()
  await housing.waitFor((c) => c.closeCode === 4001, 'sent away with 4001')

  const second = await startTestServer({ dataDir: first.dataDir })
  const back = await second.join(code, { role: 'team', teamId: 'housing', token: housing.token })
  const leader = await second.join(code, { role: 'facilitator', token: facilitator.token })
  expect(back.seat).toEqual(housing.seat)
  expect(leader.shared.proposals).toEqual(before.proposals)
  expect(leader.shared).toMatchObject({ paused: true, pausedBy: 'restart' })
  expect((await leader.command({ type: 'resume' })).sequence).toBeGreaterThan(1)
})

test('a session that is deleted sends its devices away for good', async () => {
  const server = await startTestServer()
  const { code, facilitatorToken, housing } = await workshop(server)
  expect((await server.ask('DELETE', `/api/sessions/${code}`, { token: facilitatorToken })).status).toBe(204)
  await housing.waitFor((c) => c.closeCode === 4102, 'closed with 4102')
  expect((await server.ask('GET', `/api/sessions/${code}/door`)).status).toBe(404)
})
