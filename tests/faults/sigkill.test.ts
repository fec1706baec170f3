import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { seededRandom } from '../helpers/seededRandom.ts'
import { type Acknowledged, acknowledgedIn, bundledServer, missingIn } from './killable.ts'

/** KILLS=2000 for a longer campaign of the same. */
const KILLS = Number(process.env.KILLS ?? 200)
const LANES = 4

const { script, environment } = bundledServer()

/** Runs a server on the folder and kills it `afterMs` after its first command was acknowledged. */
async function runAndKill(folder: string, seed: number, afterMs: number): Promise<readonly Acknowledged[]> {
  const child: ChildProcess = spawn(process.execPath, [script, folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment,
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
