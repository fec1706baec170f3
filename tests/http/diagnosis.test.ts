import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../../server/log.ts'
import { RotatingFile } from '../../server/RotatingFile.ts'
import { startTestServer } from '../helpers/startServer.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'aemterrunde-log-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

test('a log never grows beyond its share, and keeps what is newest', () => {
  const where = folder()
  const file = new RotatingFile(join(where, 'server.log'), { mostBytes: 1000, files: 3 })
  for (let line = 0; line < 100; line++) file.write(`${String(line).padStart(49, '0')}\n`)
  expect(readdirSync(where).toSorted()).toEqual(['server.log', 'server.log.1', 'server.log.2'])
  for (const name of readdirSync(where)) expect(statSync(join(where, name)).size).toBeLessThanOrEqual(1000)
  expect(readFileSync(join(where, 'server.log'), 'utf8')).toContain(`${'99'.padStart(49, '0')}\n`)
})

test('the log names no person and no secret, whatever it is told', () => {
  const where = folder()
  const log = createLog('info', where)
  log.info(
    { token: 'geheim-1', pin: '12345678', label: 'Frau Quitte', req: { headers: { authorization: 'Bearer geheim-2' } }, seat: { label: 'Herr Mus' } },
    'x',
  )
  const text = readFileSync(join(where, 'protokoll', 'server.log'), 'utf8')
  expect(text).toContain('"msg":"x"')
  expect(text).not.toMatch(/geheim|12345678|Quitte|Mus/)
})

test('the diagnosis package tells about the server and nothing about sessions, and only whoever looks after it gets it', async () => {
  const server = await startTestServer()
  const { code, facilitatorToken } = await server.openSession('Vertrauliche Klausur')
  expect((await server.ask('GET', '/api/diagnosis')).status).toBe(401)
  expect((await server.ask('GET', '/api/diagnosis', { token: facilitatorToken })).status).toBe(401)
  const answer = await fetch(`${server.url}/api/diagnosis`, { headers: { authorization: `Bearer ${server.leadToken}` } })
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const text = strFromU8(files['zustand.json'] ?? new Uint8Array())
  expect(JSON.parse(text)).toMatchObject({ version: expect.any(String), settings: { pin: false }, sessions: { count: 1 } })
  for (const secret of [code, 'Vertrauliche', server.leadToken, facilitatorToken]) expect(text).not.toContain(secret)
})
