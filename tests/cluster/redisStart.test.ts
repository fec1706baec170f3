import { describe, expect, test } from 'vitest'
import { openRedis } from '../../server/cluster/redisNetwork.ts'
import { createLog } from '../../server/log.ts'
import { CLUSTER_POSSIBLE } from '../helpers/Cluster.ts'

const log = createLog('fatal')
const refusal = (url: string) =>
  openRedis(url, log).then(
    () => 'opened',
    (error) => error.message,
  )

describe('a Redis that cannot be used', () => {
  test('nobody there is a sentence at the start', async () => {
    expect(await refusal('redis://127.0.0.1:1')).toBe('Redis antwortet nicht: 127.0.0.1:1. Läuft der Dienst, und stimmt REDIS_URL?')
  })

  test.skipIf(!CLUSTER_POSSIBLE)('a name that is not let in is a sentence; the password is not repeated', async () => {
    const url = new URL(process.env.TEST_REDIS_URL ?? '')
    Object.assign(url, { username: 'fremd', password: 'geheim' })
    const said = await refusal(url.href)
    expect(said).toMatch(/^Redis (lässt uns nicht ein|antwortet nicht): /)
    expect(said).not.toMatch(/geheim/)
  })
})
