import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { build } from 'vite'
import { busyTown } from './busyTown.ts'

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }
/** As the server of the game sends it. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' blob:"

export interface MapPage {
  readonly address: string
  readonly close: () => Promise<void>
}

/** Builds the map's own page as the client is built, and serves it with the game's content security policy. */
export async function serveMapPage(): Promise<MapPage> {
  const folder = mkdtempSync(join(tmpdir(), 'map-page-'))
  const root = new URL('../play/mapPage', import.meta.url).pathname
  const configFile = new URL('../../vite.config.ts', import.meta.url).pathname
  await build({ configFile, root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://map')
    response.setHeader('content-security-policy', POLICY)
    if (pathname === '/town.json') {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(busyTown(Number(searchParams.get('count') || 18))))
      return
    }
    try {
      const file = normalize(pathname === '/' ? '/index.html' : pathname)
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
      response.end(readFileSync(join(folder, file)))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true })
    },
  }
}
