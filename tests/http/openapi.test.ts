import { expect, test } from 'vitest'
import { createApp } from '../../server/http/app.ts'
import { openapi } from '../../server/http/openapi.ts'
import { PAGES } from '../../server/http/pages.ts'
import type { Services } from '../../server/http/Services.ts'
import { startTestServer } from '../helpers/startServer.ts'

interface Layer {
  readonly route?: { readonly path: string | readonly string[]; readonly methods: Readonly<Record<string, boolean>> }
  readonly handle: { readonly stack?: readonly Layer[] }
}

/** `METHOD /path` of every route of an express app, as OpenAPI writes paths. */
function routesOf(layers: readonly Layer[]): string[] {
  return layers.flatMap(({ route, handle }) => {
    if (!route) return routesOf(handle.stack ?? [])
    return [route.path].flat().flatMap((path) => Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${path.replace(/:(\w+)/g, '{$1}')}`))
  })
}

test('the description of the API names every route there is, and none that is not', () => {
  const app = createApp({ config: {}, addresses: {} } as unknown as Services, '/nowhere')
  const pages = PAGES.map((page) => `GET ${page.replace(/:(\w+)/g, '{$1}')}`)
  const routes = routesOf((app.router as unknown as { stack: readonly Layer[] }).stack).filter((route) => !pages.includes(route))
  const described = Object.entries(openapi.paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((method) => method !== 'parameters')
      .map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(described.toSorted()).toEqual(routes.toSorted())
})

test('health, readiness, version and figures are told; figures name nobody', async () => {
  const { ask } = await startTestServer()
  expect((await ask('GET', '/healthz')).body).toEqual({ ok: true })
  expect((await ask('GET', '/readyz')).body).toEqual({ storeWritable: true, diskFree: true, serving: true })
  expect((await ask('GET', '/.well-known/security.txt')).text).toMatch(/^Contact: (https?|mailto):\S+\nExpires: \d{4}-\d\d-\d\dT/)
  expect((await ask('GET', '/version')).body).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+/), protocol: 1 })
  expect((await ask('GET', '/api/openapi.json')).body.openapi).toBe('3.1.0')
  expect((await ask('GET', '/metrics')).text).toMatch(/^aemterrunde_sessions 0$/m)
  expect((await ask('GET', '/metrics', { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(401)
})
