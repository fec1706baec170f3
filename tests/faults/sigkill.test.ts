import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { replay } from '../../rules/history.ts'
import { checkLog } from '../../server/store/hashChain.ts'
import { SqliteStore } from '../../server/store/SqliteStore.ts'
import { seededRandom } from '../helpers/seededRandom.ts'

/** KILLS=2000 for a longer campaign of the same. */
const KILLS = Number(process.env.KILLS ?? 200)
const LANES = 4

/** Where the server to be killed lies as one file: 200 starts are what this test spends its time on, and that halves them. */
const bundle = mkdtempSync(join(tmpdir(), 'aemterrunde-killable-'))

beforeAll(async () => {
  const entry = join(import.meta.dirname, 'killableServer.ts')
  await build({ configFile: false, logLevel: 'error', ssr: { noExternal: true }, build: { ssr: entry, outDir: bundle, emptyOutDir: true, minify: false } })
}, 60_000)
afterAll(() => rmSync(bundle, { recursive: true, force: true }))

interface Acknowledged {
  readonly code: string
  readonly sequence: number
  readonly seatId: string
  readonly commandId: string
}

/** What one process said until it was killed. A last line without its end is one that nobody has received. */
function acknowledgedIn(output: string): Acknowledged[] {
  const lines = output.split('\n').slice(0, -1)
  const unexpected = lines.filter((line) => !/^(ready$|ack )/.test(line))
  expect(unexpected).toEqual([])
  return lines.flatMap((line) => {
    const [word, code = '', sequence, seatId = '', commandId = ''] = line.split(' ')
    return word === 'ack' ? [{ code, sequence: Number(sequence), seatId, commandId }] : []
  })
}

/** Runs a server on the folder and kills it `afterMs` after its first command was acknowledged. */
async function runAndKill(folder: string, seed: number, afterMs: number): Promise<readonly Acknowledged[]> {
  const child: ChildProcess = spawn(process.execPath, [join(bundle, 'killableServer.js'), folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(bundle, 'compiled') },
  })
  let output = ''
  const working = new Promise<void>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (output.includes('ack ')) resolve()
    })
    child.on('exit', () => reject(new Error(`ended by itself: ${output}`)))
  })
  const closed = once(child, 'close')
  await working
  await wait(afterMs)
  child.kill('SIGKILL')
  await closed
  return acknowledgedIn(output)
}

/** Opens what the killed processes have left, and holds it against everything they ever acknowledged. */
async function missingIn(folder: string, acknowledged: readonly Acknowledged[]): Promise<{ missing: Acknowledged[]; entries: number }> {
  const store = SqliteStore.open(folder)
  const stored = new Map<string, string>()
  let entries = 0
  for (const record of await store.list()) {
    const log = checkLog(await store.readLog(record.code), record)
    expect(log.damage, `chain of ${record.code}`).toBeNull()
    expect(replay(log.entries).sequence).toBe(record.lastSequence)
    for (const { sequence, actor, commandId } of log.entries)
      stored.set(`${record.code} ${sequence}`, `${'seatId' in actor ? actor.seatId : actor.role} ${commandId}`)
    entries += log.entries.length
  }
  await store.close()
  return { missing: acknowledged.filter((ack) => stored.get(`${ack.code} ${ack.sequence}`) !== `${ack.seatId} ${ack.commandId}`), entries }
}

async function lane(number: number, kills: number) {
  const folder = mkdtempSync(join(tmpdir(), 'aemterrunde-kill-'))
  const random = seededRandom(number)
  const acknowledged: Acknowledged[] = []
  let result = { missing: [] as Acknowledged[], entries: 0 }
  try {
    for (let kill = 0; kill < kills; kill++) {
      acknowledged.push(...(await runAndKill(folder, number * 100_000 + kill, 5 + random() * 145)))
      result = await missingIn(folder, acknowledged)
      if (result.missing.length > 0) break
    }
    return { ...result, acknowledged: acknowledged.length }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test(`[I1] what was acknowledged survives a kill at any moment (${KILLS} SIGKILLs)`, { timeout: 600_000 }, async () => {
  const started = performance.now()
  const lanes = await Promise.all(Array.from({ length: LANES }, (_, i) => lane(i + 1, KILLS / LANES)))
  const total = (field: 'acknowledged' | 'entries') => lanes.reduce((sum, each) => sum + each[field], 0)
  const missing = lanes.flatMap((each) => each.missing)
  console.log(
    `${KILLS} SIGKILLs: ${total('acknowledged')} commands acknowledged, ${missing.length} lost, ${total('entries')} in the logs, ` +
      `${Math.round((performance.now() - started) / 1000)} s`,
  )
  expect(missing).toEqual([])
  expect(total('acknowledged')).toBeGreaterThan(KILLS * 5)
})
