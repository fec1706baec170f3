import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { PAGES } from '../../server/http/pages.ts'
import { closeCodeOf, rawBytes, rawRequest, rawSocket } from '../helpers/raw.ts'
import { startTestServer } from '../helpers/startServer.ts'
import { workshop } from '../helpers/workshop.ts'

test('a name that was made to point here gets no answer', async () => {
  const { url } = await startTestServer()
  const { port } = new URL(url)
  for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1:1', `127.0.0.1.evil.example:${port}`, `localhost:${port}@evil.example`]) {
    const { status, text } = await rawRequest(url, { path: '/api/scenarios', headers: { host } })
    expect([status, JSON.parse(text).error.code], host).toEqual([421, 'wrongHost'])
  }
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`]) expect((await rawRequest(url, { path: '/healthz', headers: { host } })).status).toBe(200)
})

test('another site cannot write here, whatever it sends', async () => {
  const { url, ask } = await startTestServer()
  const { host } = new URL(url)
  const foreign: Record<string, string>[] = [
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: `https://${host}` },
    { origin: 'http://localhost:1' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign) {
    const { status, body } = await ask('POST', '/api/lead', { headers, body: { ticket: 'x'.repeat(43) } })
    expect([status, body.error.code], JSON.stringify(headers)).toEqual([403, 'wrongOrigin'])
  }
  const { headers } = await ask('GET', '/healthz', { headers: { origin: 'http://evil.example' } })
  expect(headers.get('access-control-allow-origin')).toBeNull()
})

test('a socket opens only for our own page', async () => {
  const server = await startTestServer()
  const { host } = new URL(server.url)
  for (const headers of [{}, { origin: 'http://evil.example' }, { origin: `https://${host}` }, { origin: server.url, host: 'evil.example' }]) {
    expect(await rawSocket(server.url, '/process/ROOM_1?sessionId=x', headers as Record<string, string>), JSON.stringify(headers)).toBe(403)
  }
})

test('without a reservation of the door nobody gets into a room', async () => {
  const server = await startTestServer()
  const { code, facilitator } = await workshop(server)
  for (const query of [
    '',
    '?sessionId=',
    `?sessionId=${facilitator.room.sessionId}`,
    '?sessionId=constructor',
    `?sessionId=x&reconnectionToken=${facilitator.room.reconnectionToken}`,
  ]) {
    const socket = await rawSocket(server.url, `/x/${code}_1${query}`, { origin: server.url })
    if (!(socket instanceof WebSocket)) throw new Error(`not opened: ${query}`)
    expect(await closeCodeOf(socket), query).toBeGreaterThanOrEqual(4000)
  }
  expect(facilitator.closeCode).toBe(0)
})

test('matchmaking does not exist', async () => {
  const { url, ask } = await startTestServer()
  for (const method of ['create', 'join', 'joinOrCreate', 'joinById', 'reconnect']) {
    const { status, headers } = await ask('POST', `/matchmake/${method}/session`, { body: {}, headers: { origin: url } })
    expect(status, method).toBe(404)
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
  expect((await ask('GET', '/__healthcheck')).status).toBe(404)
})

test('bodies that are too large, no JSON, or of another type are refused in German, without a path or a stack', async () => {
  const { ask } = await startTestServer()
  const cases = [
    [{ body: `{"ticket":"${'x'.repeat(70_000)}"}` }, 413, 'tooLarge'],
    [{ body: '{"ticket":' }, 400, 'unreadable'],
    [{ body: '"ticket"' }, 400, 'unreadable'],
    [{ body: 'ticket=x', headers: { 'content-type': 'text/plain' } }, 415, 'wrongType'],
    [{ body: { ticket: 'x'.repeat(43), more: 1 } }, 400, 'invalidBody'],
    [{ body: { ticket: { $ne: '' } } }, 400, 'invalidBody'],
  ] as const
  for (const [options, status, code] of cases) {
    const answer = await ask('POST', '/api/lead', options)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
    expect(answer.body.error.message).toMatch(/^[A-ZÄÖÜ].*\.$/)
    expect(answer.text).not.toMatch(/node_modules|\.ts|at \w+ \(/)
  }
})

test('paths that climb, dot files and unknown addresses find nothing', async () => {
  const { url } = await startTestServer()
  for (const path of [
    '/../package.json',
    '/..%2fpackage.json',
    '/assets/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/.git/HEAD',
    '/data/sessions.db',
    '/api/nothing',
    '/%',
    '/api/sessions/%E0%A4%A',
  ]) {
    const { status, text } = await rawRequest(url, { path })
    expect([400, 404], path).toContain(status)
    expect(JSON.parse(text).error.message, path).toMatch(/\.$/)
  }
})

test('a request that never ends is ended', async () => {
  const { url } = await startTestServer()
  const started = performance.now()
  expect(await rawBytes(url, 'POST /api/lead HTTP/1.1\r\nHost: localhost\r\nContent-Le')).toContain('408')
  expect(performance.now() - started).toBeLessThan(9000)
})

test('pages and answers carry the strict policy: nothing from elsewhere, nothing inline, in no frame', async () => {
  const { ask } = await startTestServer()
  for (const path of ['/healthz', ...PAGES.map((page) => page.replace(':code', 'K7F2MD'))]) {
    const { headers, status } = await ask('GET', path)
    expect([200, 503], path).toContain(status)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
  }
})
