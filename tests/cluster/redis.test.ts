import { Redis } from 'ioredis'
import { afterEach, describe, expect, test } from 'vitest'
import { CLUSTER_POSSIBLE, Cluster } from '../helpers/Cluster.ts'
import { ClusterPlayer } from '../helpers/ClusterPlayer.ts'
import { TcpProxy } from '../helpers/TcpProxy.ts'

describe.skipIf(!CLUSTER_POSSIBLE)('Redis carries nothing but ways', () => {
  let cluster: Cluster
  let line: TcpProxy | undefined
  let player: ClusterPlayer | undefined
  afterEach(async () => {
    await player?.leave()
    line?.mend()
    await cluster.remove()
    await line?.close()
    line = undefined
  })
  const door = (at: string, code: string) => cluster.ask('GET', `/api/sessions/${code}/door`, {}, at)
  const opened = async () => {
    const token = await cluster.leadToken()
    const { code, facilitatorToken } = await cluster.openSession(token)
    const seat = { role: 'facilitator', token: facilitatorToken } as const
    const leader = new ClusterPlayer(cluster.url, code, seat)
    player = leader
    await cluster.until('connected', () => leader.isOpen)
    const holder = await cluster.holder(code)
    const other = cluster.processes.find((process) => process !== holder) ?? holder
    return { code, token, leader, holder, other }
  }

  test('any process leads to the one that holds a session, for every kind of request', { timeout: 40_000 }, async () => {
    cluster = await Cluster.start()
    const { code, token, other, holder } = await opened()
    expect((await door(other.url, code)).body).toEqual((await door(holder.url, code)).body)
    const seat = await cluster.ask('POST', `/api/sessions/${code}/seats`, { body: { role: 'wall' } }, other.url)
    const index = cluster.processes.indexOf(holder) + 1
    expect(seat.body).toMatchObject({ reservation: { roomId: `${code}_1`, publicAddress: `${new URL(cluster.url).host}/p${index}` } })
    const rename = await cluster.ask('PATCH', `/api/sessions/${code}`, { token, body: { title: 'Umlaute äöü' } }, other.url)
    expect(rename.body).toMatchObject({ title: 'Umlaute äöü', seats: 2 })
    const exported = await Promise.all([holder, other].map((at) => cluster.ask('GET', `/api/sessions/${code}/exports/csv`, { token }, at.url)))
    expect(exported[0]?.status).toBe(200)
    expect(exported[1]?.body).toEqual(exported[0]?.body)
    expect((await cluster.ask('GET', '/api/sessions', { token }, other.url)).body).toMatchObject({ sessions: [{ code }] })
    expect((await door(other.url, 'ZZZZZZ')).status).toBe(404)
    expect((await cluster.ask('DELETE', `/api/sessions/${code}`, { token }, other.url)).status).toBe(204)
    expect((await door(holder.url, code)).status).toBe(404)
  })

  test('flushed: every session is still found, by every process, and nobody is disturbed', { timeout: 40_000 }, async () => {
    cluster = await Cluster.start()
    const { code, leader, other, holder } = await opened()
    // Everything of this test's own prefix: the Redis is shared with other tests.
    const redis = new Redis(cluster.redisUrl.replace(/\?.*/, ''))
    const keys = await redis.keys(`${cluster.schema.name}:*`)
    expect(keys.length).toBeGreaterThan(0)
    await redis.del(...keys)
    await redis.quit()
    expect((await door(other.url, code)).status).toBe(200)
    expect((await leader.send({ type: 'closeDoor' })).kind).toBe('ok')
    expect(await cluster.holder(code)).toBe(holder)
    expect((await cluster.schema.query('SELECT epoch FROM session WHERE code = $1', [code]))[0]?.epoch).toBe(1)
  })

  test('away: who plays goes on playing; who asks the wrong process is told so, and is led again when it is back', { timeout: 60_000 }, async () => {
    line = await TcpProxy.to(process.env.TEST_REDIS_URL ?? '')
    const { through } = line
    cluster = await Cluster.start({ redisUrl: through.bind(line) })
    const { code, leader, other, holder } = await opened()
    line.cut()
    expect((await leader.send({ type: 'closeDoor' })).kind).toBe('ok')
    expect((await door(holder.url, code)).status).toBe(200)
    const asked = await door(other.url, code)
    expect([asked.status, (asked.body as { error: { message: string } }).error.message]).toEqual([
      503,
      'Diese Sitzung ist gerade nicht zu erreichen. Es ist nichts verloren; bitte versuchen Sie es gleich noch einmal.',
    ])
    // A new device gets in at the process that has the session.
    expect((await cluster.ask('POST', `/api/sessions/${code}/seats`, { body: { role: 'wall' } }, holder.url)).status).toBe(200)
    expect((await leader.send({ type: 'openDoor' })).kind).toBe('ok')
    line.mend()
    await cluster.until('led again', async () => (await door(other.url, code)).status === 200)
    expect(await cluster.holder(code)).toBe(holder)
    expect((await cluster.schema.query('SELECT epoch FROM session WHERE code = $1', [code]))[0]?.epoch).toBe(1)
    expect(cluster.processes.every((process) => process.isRunning)).toBe(true)
  })
})
