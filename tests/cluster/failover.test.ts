import { afterEach, describe, expect, test } from 'vitest'
import type { Command } from '../../rules/commands.ts'
import type { LogLine } from '../../server/store/Store.ts'
import { CLUSTER_POSSIBLE, Cluster } from '../helpers/Cluster.ts'
import { ClusterPlayer } from '../helpers/ClusterPlayer.ts'
import { checkHistory } from '../helpers/checkHistory.ts'

/** FAILOVERS=50 for a longer campaign of the same. */
const KILLS = Number(process.env.FAILOVERS ?? 4)
const MOST_MS = 5_000
/** Slower than this it is told how. */
const SLOW_MS = 2_500

let cluster: Cluster
let players: ClusterPlayer[] = []
afterEach(async () => {
  for (const player of players) await player.leave()
  players = []
  await cluster.remove()
})

/** A session whose leader and teams act without pause. */
async function workshop(): Promise<string> {
  const { code, facilitatorToken } = await cluster.openSession(await cluster.leadToken())
  const { body } = await cluster.ask('GET', `/api/sessions/${code}/door`)
  const teams = (body as { teams: { id: string }[] }).teams.map((team) => team.id)
  players = [
    new ClusterPlayer(cluster.url, code, { role: 'facilitator', token: facilitatorToken }),
    ...teams.map((teamId) => new ClusterPlayer(cluster.url, code, { role: 'team', teamId })),
  ]
  await cluster.until('everybody is connected', () => players.every((player) => player.isOpen))
  return code
}

function act(): void {
  const door = (n: number): Command => ({ type: n % 2 === 0 ? 'closeDoor' : 'openDoor' })
  const probe = (n: number): Command => (n % 3 === 0 ? { type: 'finishProbe', step: 1 } : { type: 'setReady', ready: n % 2 === 0 })
  for (const [i, player] of players.entries()) player.act(i === 0 ? door : probe)
}

/** The first answer after this moment; answers of the old line may still have been on their way then, and do not count if there was to be a new one. */
const answerAfter = ({ acknowledged, openedAt }: ClusterPlayer, at: number, line: 'any' | 'new') =>
  line === 'new' && openedAt < at ? undefined : acknowledged.find((ack) => ack.at > (line === 'new' ? openedAt : at))
const count = () => players.reduce((sum, player) => sum + player.acknowledged.length, 0)

/** After this moment: how long until each player has an answer again, in ms. */
async function answersAgain(at: number, line: 'any' | 'new' = 'new'): Promise<number> {
  await cluster.until(
    () => `everybody is answered again: ${players.map((player) => player.link)}`,
    () => players.every((player) => answerAfter(player, at, line)),
    20_000,
  )
  return Math.max(...players.map((player) => (answerAfter(player, at, line)?.at ?? Number.POSITIVE_INFINITY) - at))
}

async function check(code: string): Promise<{ acknowledged: number; entries: number }> {
  for (const player of players) await player.rest()
  const columns = 'sequence, actor, command_id AS "commandId", version, body, hash'
  const lines = (await cluster.schema.query(`SELECT ${columns} FROM log WHERE code = $1 ORDER BY sequence`, [code])) as unknown as LogLine[]
  await cluster.until('every screen shows the end of the log', () => players.every((player) => player.shown.at(-1) === lines.length))
  return checkHistory(lines, players)
}

describe.skipIf(!CLUSTER_POSSIBLE)('two processes behind one proxy', () => {
  test(`[I1][I3][I5] the process of a session is killed ${KILLS} times: the other goes on within five seconds, nothing is lost or done twice`, {
    timeout: 60_000 + KILLS * 20_000,
  }, async () => {
    cluster = await Cluster.start()
    const code = await workshop()
    act()
    const gaps: number[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      const before = count()
      await cluster.until('commands are answered', () => count() > before + 20)
      const holder = await cluster.holder(code)
      const killedAt = performance.now()
      await holder.end('SIGKILL')
      const gap = await answersAgain(killedAt)
      gaps.push(gap)
      if (gap > SLOW_MS) console.log(`${Math.round(gap)} ms: ${players.map((player) => player.link).join('\n')}`)
      await holder.start()
    }
    const { acknowledged, entries } = await check(code)
    const sorted = [...gaps].sort((a, b) => a - b)
    console.log(
      `${KILLS} kills: ${acknowledged} commands acknowledged, 0 lost, 0 doubled, ${entries} in the log; answered again after p50 ${Math.round(sorted[Math.floor(KILLS / 2)] ?? 0)} ms, at most ${Math.round(sorted.at(-1) ?? 0)} ms`,
    )
    expect(sorted.at(-1)).toBeLessThan(MOST_MS)
    expect(players.flatMap((player) => player.refused)).toEqual([])
  })

  test('[I22] a process that freezes loses its session; when it wakes up it is fenced, and shows nobody anything old', { timeout: 90_000 }, async () => {
    cluster = await Cluster.start()
    const code = await workshop()
    act()
    await cluster.until('commands are answered', () => count() > 40)
    const holder = await cluster.holder(code)
    const frozenAt = performance.now()
    holder.signal('SIGSTOP')
    const gap = await answersAgain(frozenAt)
    holder.signal('SIGCONT')
    expect(await cluster.holder(code)).not.toBe(holder)
    const [row] = await cluster.schema.query('SELECT epoch FROM session WHERE code = $1', [code])
    expect(row?.epoch).toBe(2)
    const awakeAt = performance.now()
    await answersAgain(awakeAt, 'any')
    const { acknowledged } = await check(code)
    console.log(`frozen: ${acknowledged} commands acknowledged, 0 lost, 0 doubled; answered again after ${Math.round(gap)} ms`)
    // Who asks the woken process is led to the one that has the session.
    expect((await cluster.ask('GET', `/api/sessions/${code}/door`, {}, holder.url)).status).toBe(200)
    expect((await cluster.schema.query('SELECT epoch FROM session WHERE code = $1', [code]))[0]?.epoch).toBe(2)
  })

  test('a rolling update: each process ends in order and is started again, and no command is lost or refused', { timeout: 120_000 }, async () => {
    cluster = await Cluster.start()
    const code = await workshop()
    act()
    for (const process of cluster.processes) {
      const before = count()
      await cluster.until('commands are answered', () => count() > before + 20)
      const endedAt = performance.now()
      await process.end('SIGTERM')
      await answersAgain(endedAt, 'any')
      await process.start()
    }
    await check(code)
    expect(players.flatMap((player) => player.refused)).toEqual([])
    const [row] = await cluster.schema.query('SELECT epoch FROM session WHERE code = $1', [code])
    expect(row?.epoch).toBeGreaterThan(1)
  })
})
