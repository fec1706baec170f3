import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type Finding, round } from './measure.ts'

const DIST = fileURLToPath(new URL('../dist', import.meta.url))

interface ManifestEntry {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
}

/** What a tablet loads: the join page before one may tap, and everything there is. Fonts are compressed already. */
export async function sizeBench(): Promise<readonly Finding[]> {
  const manifest = JSON.parse(readFileSync(join(DIST, '.vite', 'manifest.json'), 'utf8')) as Record<string, ManifestEntry>
  const joinPage = new Set(['index.html'])
  for (const name of Object.keys(manifest)) if (name.endsWith('JoinPage.tsx') || manifest[name]?.isEntry) follow(manifest, name, joinPage)
  const all = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(html|js|css|woff2|svg|png|json)$/.test(file) && !file.startsWith('.vite'),
  )
  const kB = (files: Iterable<string>) => round([...files].reduce((sum, file) => sum + transferred(file), 0) / 1000)
  return [
    { what: 'join page before one may tap (gzip)', measured: kB(joinPage), unit: 'kB', target: 150, raw: { files: joinPage.size } },
    { what: 'everything (gzip)', measured: kB(all), unit: 'kB', target: 700, raw: { files: all.length } },
  ]
}

function follow(manifest: Readonly<Record<string, ManifestEntry>>, name: string, into: Set<string>): void {
  const entry = manifest[name]
  if (!entry || into.has(entry.file)) return
  for (const file of [entry.file, ...(entry.css ?? []), ...(entry.assets ?? [])]) into.add(file)
  for (const imported of entry.imports ?? []) follow(manifest, imported, into)
}

function transferred(file: string): number {
  const bytes = readFileSync(join(DIST, file))
  return file.endsWith('.woff2') || file.endsWith('.png') ? bytes.length : gzipSync(bytes, { level: 9 }).length
}
