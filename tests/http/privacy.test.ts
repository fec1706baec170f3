import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { replay } from '../../rules/history.ts'
import { checkLog } from '../../server/store/hashChain.ts'
import { SqliteStore } from '../../server/store/SqliteStore.ts'
import { startTestServer } from '../helpers/startServer.ts'
import { workshop } from '../helpers/workshop.ts'

test('names are replaced for good: in seats and texts, on the disk as well; the session goes on, and everyone comes back', async () => {
  const server = await startTestServer()
  const { code, facilitatorToken, facilitator, housing } = await workshop(server)
  const named = await server.join(code, { role: 'team', teamId: 'housing', label: 'Quirina Zwetschgenmus' })
  await facilitator.command({ type: 'note', text: 'Quirina Zwetschgenmus fragt nach der Turnhalle.' })
  const ask = (method: string, path: string, token = facilitatorToken) => server.ask(method, `/api/sessions/${code}${path}`, { token })

  expect((await ask('POST', '/pseudonyms', housing.token)).status).toBe(401)
  expect((await ask('POST', '/pseudonyms')).body).toEqual({ names: 1 })
  await housing.waitFor((client) => client.closeCode !== 0, 'sent to the new room')
  const { text } = await ask('GET', '/log')
  expect(text).not.toContain('Zwetschgenmus')
  expect(text).toContain('Person 1 fragt nach der Turnhalle.')
  const back = await server.join(code, { role: 'team', teamId: 'housing', token: named.token })
  expect(back.seat.id).toBe(named.seat.id)
  expect((await back.command({ type: 'setReady', ready: true })).sequence).toBeGreaterThan(1)
  expect((await ask('POST', '/pseudonyms')).body).toEqual({ names: 0 })

  await server.stop()
  for (const file of ['sessions.db', 'sessions.db-wal']) {
    const bytes = (() => {
      try {
        return readFileSync(join(server.dataDir, file), 'latin1')
      } catch {
        return ''
      }
    })()
    expect(bytes).not.toContain('Zwetschgenmus')
  }
  const store = SqliteStore.open(server.dataDir)
  const [record] = await store.list()
  const log = checkLog(await store.readLog(code), record)
  expect(log.damage).toBeNull()
  expect(replay(log.entries).sequence).toBe(log.entries.length)
  await store.close()
})

test('whoever leads can tell a participant everything that is stored of a seat, and nothing of others', async () => {
  const server = await startTestServer()
  const { code, facilitatorToken, housing, mobility } = await workshop(server)
  await housing.command({ type: 'finishProbe', step: 2 })
  await mobility.command({ type: 'finishProbe', step: 2 })
  const path = `/api/sessions/${code}/seats/${housing.seat.id}/data`
  const { body } = await server.ask('GET', path, { token: facilitatorToken })
  expect(body.entries.map(({ command }: { command: { type: string } }) => command.type)).toEqual(['takeSeat', 'finishProbe'])
  expect(JSON.stringify(body)).not.toContain(mobility.seat.id)
  expect((await server.ask('GET', path, { token: housing.token })).status).toBe(401)
  expect((await server.ask('GET', `/api/sessions/${code}/seats/nobody/data`, { token: facilitatorToken })).status).toBe(401)
})
