import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'

/** Needs the npm registry and a minute: one of the campaigns of `npm run test:long`. */
const target = `linux-${process.arch}`
const canUnpack = process.platform === 'linux' && spawnSync('unzip', ['-v']).status === 0
const LONG_MS = 300_000

describe.skipIf(!canUnpack)('[operation] the portable folder (Linux, unzip)', () => {
  test(
    'unpacked into an empty folder, with no Node on the PATH, it serves the pages, opens a session and makes the documents',
    async () => {
      execFileSync(process.execPath, ['server/setup/run.mjs', 'server/setup/package.ts', target], { stdio: 'ignore' })
      const folder = mkdtempSync(join(tmpdir(), 'aemterrunde-portable-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      execFileSync('unzip', ['-q', join(process.cwd(), `out/Aemterrunde-${target}.zip`), '-d', folder])

      const starter = join(folder, `Aemterrunde-${target}`, 'aemterrunde-starten.sh')
      const env = { PATH: '/usr/bin:/bin', HOME: folder, PORT: '0', HOST: '127.0.0.1', OPEN_BROWSER: '0' }
      const child = spawn('/bin/sh', [starter], { env, cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] })
      onTestFinished(() => {
        child.kill('SIGKILL')
      })
      const [, origin = '', ticket] = await new Promise<RegExpExecArray>((resolve, reject) => {
        let said = ''
        child.stdout.on('data', (part) => {
          said += part
          const match = /(http:\/\/localhost:\d+)\/leitung#([\w-]{43})/.exec(said)
          if (match) resolve(match)
        })
        child.on('exit', () => reject(new Error(`ended: ${said}`)))
      })
      const post = async (path: string, body: object, token = '') => {
        const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
        return (await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()
      }
      expect(await (await fetch(`${origin}/`)).text()).toContain('<script')
      expect((await fetch(`${origin}/version`).then((answer) => answer.json())).commit).toMatch(/^[0-9a-f]{40}$/)
      const { token } = await post('/api/lead', { ticket })
      const { code } = await post('/api/sessions', { scenario: 'muldenau' }, token)
      for (const format of ['docx', 'xlsx', 'pdf', 'png']) {
        const file = await fetch(`${origin}/api/sessions/${code}/exports/${format}`, { headers: { authorization: `Bearer ${token}` } })
        expect([format, file.status, (await file.arrayBuffer()).byteLength > 2000]).toEqual([format, 200, true])
      }
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      expect(await ended).toBe(0)
      const said = execFileSync('/bin/sh', [starter, 'sitzung', 'verify'], { env, encoding: 'utf8' })
      expect(said).toContain(`${code}: unversehrt`)
    },
    LONG_MS,
  )
})
