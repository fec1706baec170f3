import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { expect, test } from 'vitest'

/** Who may import whom. `type` marks an edge that carries types only. A package not named is allowed where `package` stands. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, 'any' | 'type'>>>> = {
  rules: { rules: 'any', zod: 'any' },
  'client/charts': { 'client/charts': 'any', rules: 'any', 'd3-sankey': 'any' },
  'server/wire': { 'server/wire': 'any', rules: 'any', '@colyseus/schema': 'any' },
  server: { server: 'any', 'server/wire': 'any', rules: 'any', package: 'any' },
  client: { client: 'any', 'client/map': 'any', 'client/charts': 'any', rules: 'any', 'server/wire': 'type', package: 'any' },
  'client/map': { client: 'any', 'client/map': 'any', rules: 'any', 'server/wire': 'type', package: 'any', phaser: 'any' },
}
/** Packages that only a layer that names them may import. */
const RESERVED = ['phaser']
const LAYERS = ['server/wire', 'client/map', 'client/charts', 'rules', 'server', 'client']

interface Import {
  readonly specifier: string
  readonly typeOnly: boolean
}

function layerOf(path: string): string | undefined {
  return LAYERS.find((layer) => path === layer || path.startsWith(`${layer}/`))
}

/** Static imports and exports, dynamic import(), and require() of a source text. */
function importsOf(source: string): Import[] {
  const found: Import[] = []
  const statement = /^[ \t]*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
  for (const [, typeOnly, specifier] of source.matchAll(statement)) found.push({ specifier: specifier ?? '', typeOnly: Boolean(typeOnly) })
  const call = /(typeof\s+)?\b(?:import|require)\s*\(\s*(?:\/\*[^*]*\*\/\s*)?['"`]([^'"`]+)['"`]/g
  for (const [, typeOnly, specifier] of source.matchAll(call)) found.push({ specifier: specifier ?? '', typeOnly: Boolean(typeOnly) })
  return found
}

/** What is wrong with a file's imports; empty when nothing is. */
function violations(file: string, source: string): string[] {
  const from = layerOf(file)
  const allowed = ALLOWED[from ?? '']
  if (!allowed) return [`${file} belongs to no layer`]
  return importsOf(source).flatMap(({ specifier, typeOnly }) => {
    const relative = specifier.startsWith('.')
    const target = relative ? normalize(join(dirname(file), specifier)).replaceAll('\\', '/') : specifier
    const layer = relative ? layerOf(target) : undefined
    const edge = relative ? allowed[layer ?? ''] : (allowed[specifier] ?? (RESERVED.includes(specifier) ? undefined : allowed.package))
    // package.json may be read for the version
    if (relative && target === 'package.json' && from === 'server') return []
    if (!edge) return [`${file} must not import ${specifier}`]
    if (edge === 'type' && !typeOnly) return [`${file} must use "import type" for ${specifier}`]
    return []
  })
}

const FORBIDDEN_IN_RULES =
  /\bDate\.now\b|\bMath\.random\b|\bnew Date\(\s*\)|\bperformance\.|\blocaleCompare\b|\btoLocale\w*|\bIntl\.|\bcrypto\.|\bsetTimeout\b|\bprocess\.|\bstructuredClone\b/

function impurities(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1')
  return code.match(FORBIDDEN_IN_RULES)?.slice(0, 1) ?? []
}

const files = ['rules', 'server', 'client'].flatMap((root) => sourcesIn(root))

function sourcesIn(root: string): string[] {
  try {
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
      .map((file) => join(root, file).replaceAll(sep, '/'))
  } catch {
    return []
  }
}

test('every file imports only what its layer may', () => {
  expect(files.length).toBeGreaterThan(30)
  expect(files.flatMap((file) => violations(file, readFileSync(file, 'utf8')))).toEqual([])
})

test('rules know no clock, no chance and no locale', () => {
  const impure = files.filter((file) => file.startsWith('rules/')).flatMap((file) => impurities(readFileSync(file, 'utf8')).map((found) => `${file}: ${found}`))
  expect(impure).toEqual([])
})

test('rules and wire run wherever TypeScript does: no .tsx outside the client', () => {
  expect(files.filter((file) => file.endsWith('.tsx') && !file.startsWith('client/'))).toEqual([])
})

test.each([
  ['rules/phases.ts', "import { readFile } from 'node:fs'"],
  ['rules/phases.ts', "const x = await import('../server/store/Store.ts')"],
  ['rules/phases.ts', "export * from '../client/main.tsx'"],
  ['server/wire/RoomState.ts', "import { Room } from '@colyseus/core'"],
  ['server/http/app.ts', "import { App } from '../../client/main.tsx'"],
  ['client/main.tsx', "import { RoomState } from '../server/wire/RoomState.ts'"],
  ['client/main.tsx', "import type { Store } from '../server/store/Store.ts'"],
  ['client/panels/MapPanel.tsx', "const Phaser = await import('phaser')"],
  ['client/panels/MapPanel.tsx', "import {\n  Game,\n} from 'phaser'"],
])('the boundary test sees through %s: %s', (file, source) => {
  expect(violations(file, source)).toHaveLength(1)
})

test.each(['const now = Date.now()', 'a.localeCompare(b)', 'new Date()', 'Math.random()', 'n.toLocaleString()'])('the purity test sees %s', (source) => {
  expect(impurities(source)).toHaveLength(1)
})
