import { describe, expect, test } from 'vitest'
import { checkedPercentile } from '../helpers/percentile.ts'
import { violationsOf } from './checkHistory.ts'
import { playThroughFaults } from './playThroughFaults.ts'

/** `HISTORIES=100` for a longer campaign of the same; `SEED` moves it to other seeds. */
const HISTORIES = Number(process.env.HISTORIES ?? 1)
const FIRST_SEED = Number(process.env.SEED ?? 1)
const A_PLAY_MS = 60_000
/** plays at a time */
const LANES = Math.min(2, HISTORIES)

describe('[I1] [I3] [I5] whatever happens to network and server, devices are told the truth', () => {
  test(`${HISTORIES} plays with kills, cuts, black holes and messages that arrive twice`, { timeout: HISTORIES * A_PLAY_MS }, async () => {
    const back = { network: [] as number[], server: [] as number[] }
    let acknowledged = 0
    let next = FIRST_SEED
    const lane = async () => {
      for (let seed = next++; seed < FIRST_SEED + HISTORIES; seed = next++) {
        const { devices, log, backAfterNetwork, backAfterServer } = await playThroughFaults(seed, { faults: HISTORIES > 1 ? 5 : 3 })
        expect(violationsOf(devices, log), `seed ${seed}`).toEqual([])
        const here = devices.flatMap(({ asked }) => asked).filter(({ outcome }) => outcome.kind === 'ok').length
        expect(here, `seed ${seed}`).toBeGreaterThan(30)
        acknowledged += here
        back.network.push(...backAfterNetwork)
        back.server.push(...backAfterServer)
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    const p95 = (samples: readonly number[]) => (samples.length === 0 ? '–' : `${Math.round(checkedPercentile(samples, 0.95))} ms`)
    console.log(
      `${HISTORIES} plays from seed ${FIRST_SEED}: ${acknowledged} commands acknowledged, 0 violations; back after the network p95 ` +
        `${p95(back.network)} (${back.network.length}), after the server p95 ${p95(back.server)} (${back.server.length})`,
    )
    // [I7] How long it took to come back is told, not judged: a machine that is busy with other tests says nothing about it.
  })

  test.each(['ackFirst', 'noDedup'])('the checker finds a planted bug: %s', { timeout: 3 * A_PLAY_MS }, async (bug) => {
    for (const seed of [1, 2, 3]) {
      const { devices, log } = await playThroughFaults(seed, { bug })
      if (violationsOf(devices, log).length > 0) return
    }
    expect.fail('not found in three plays')
  })
})
