import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSessionFile } from '../../server/sessions/sessionFile.ts'
import { startTestServer } from '../helpers/startServer.ts'
import { workshop } from '../helpers/workshop.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'aemterrunde-stick-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

test('[I14] at each change of phase a whole copy lies in the second folder, and none after the session is deleted', async () => {
  const stick = folder()
  const server = await startTestServer({ backupDir: stick })
  const { code, facilitatorToken, startPlanning, facilitator } = await workshop(server)
  await startPlanning()
  const file = join(stick, `${code}.ndjson`)
  await facilitator.waitFor(() => existsSync(file) && readFileSync(file, 'utf8').includes('planning-1'), 'the copy is there')
  const [copy] = readSessionFile(readFileSync(file, 'utf8'))
  expect(copy).toMatchObject({ problem: null, manifest: { code } })
  expect((await server.ask('DELETE', `/api/sessions/${code}`, { token: facilitatorToken })).status).toBe(204)
  expect(existsSync(file)).toBe(false)
  const deletions = readFileSync(join(server.dataDir, 'loeschungen.ndjson'), 'utf8').trim().split('\n')
  expect(deletions.map((line) => JSON.parse(line))).toEqual([{ code, deletedAt: expect.stringMatching(/^\d{4}-/), why: 'asked' }])
})

test('a second folder that cannot be written hinders no play', async () => {
  const stick = folder()
  writeFileSync(join(stick, 'no-folder'), '')
  chmodSync(join(stick, 'no-folder'), 0o600)
  const server = await startTestServer({ backupDir: join(stick, 'no-folder') })
  const { facilitator, startPlanning } = await workshop(server)
  await startPlanning()
  expect(facilitator.shared.phase.id).toBe('planning-1')
})
