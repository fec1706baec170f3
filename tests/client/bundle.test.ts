import { gzipSync } from 'node:zlib'
import { build, type Rollup } from 'vite'
import { beforeAll, expect, test } from 'vitest'

/** The map's page, built as the client is; its entry stands for every station that shows a map. */
let chunks: readonly Rollup.OutputChunk[]
const compressed = (chunk: Rollup.OutputChunk | undefined) => gzipSync(chunk?.code ?? '').length
/** What the whole of Phaser has and its core has not. */
const ABSENT = ['WebAudioSoundManager', 'ArcadePhysics', 'CanvasRenderer', 'NineSlice']
const hasPhaser = ({ code }: Rollup.OutputChunk) => code.includes('WebGLRenderer')

beforeAll(async () => {
  const configFile = new URL('../../vite.config.ts', import.meta.url).pathname
  const root = new URL('../play/mapPage', import.meta.url).pathname
  const output = (await build({ configFile, root, logLevel: 'silent', build: { write: false } })) as Rollup.RollupOutput
  chunks = output.output.filter((part) => part.type === 'chunk')
}, 60_000)

test('Phaser comes with the map and with nothing else', () => {
  const carriers = chunks.filter(hasPhaser)
  expect(carriers.map(({ name }) => name)).toEqual(['TownMap'])
  expect(carriers[0]?.isDynamicEntry).toBe(true)
})

test('the map is at most 230 kB to load, and its Phaser has neither sound nor physics', () => {
  const map = chunks.find(hasPhaser)
  expect(compressed(map)).toBeGreaterThan(100_000)
  expect(compressed(map)).toBeLessThan(230_000)
  for (const part of ABSENT) expect(map?.code.includes(part), part).toBe(false)
})
