import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { seededRandom } from '../helpers/seededRandom.ts'
import { type DiskCall, readTrace, TRACED } from './DiskTrace.ts'
import { acknowledgedIn, bundledServer, missingIn } from './killable.ts'
import { SimulatedDisk } from './SimulatedDisk.ts'
import { canTrace, runTraced } from './traced.ts'

/**
 * The system calls of a real server are recorded; the disk is built again from them as a power cut at any moment would have left it.
 * `CUTS=5000` for a longer campaign of the same; `SEED` repeats one.
 */
const CUTS = Number(process.env.CUTS ?? 500)
const SEED = Number(process.env.SEED ?? 20_261_124)
/** lives of a server, each recorded: the first begins with an empty folder, the later ones with what the one before has left */
const LIVES = 4
const ACKNOWLEDGED_IN_A_LIFE = 250

describe.skipIf(!canTrace)('[I2] a power cut (needs strace)', () => {
  const { script, environment } = bundledServer()
  const work = mkdtempSync(join(tmpdir(), 'aemterrunde-power-'))
  afterAll(() => rmSync(work, { recursive: true, force: true }))

  interface Life {
    readonly before: ReadonlyMap<string, Buffer>
    readonly calls: readonly DiskCall[]
  }

  async function recordLife(seed: number, folder: string): Promise<Life> {
    const before = filesIn(folder)
    const trace = join(work, 'trace')
    const options = ['-y', '-xx', '-s', '1000000', '-e', `trace=${TRACED.join(',')}`, '-o', trace]
    await runTraced({ options, script: [script, folder, String(seed)], environment }, (said) => said.split('ack ').length > ACKNOWLEDGED_IN_A_LIFE)
    return { before, calls: await readTrace(trace, folder) }
  }

  async function recorded(): Promise<readonly Life[]> {
    const folder = join(work, 'data')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    const lives: Life[] = []
    for (let life = 0; life < LIVES; life++) lives.push(await recordLife(SEED + life, folder))
    return lives
  }

  /** Cuts the power at evenly spread moments of a life. @returns cuts after which something acknowledged was missing, and how much */
  async function cut({ before, calls }: Life, cuts: number, random: () => number) {
    const result = { cuts: 0, lost: 0, worst: 0 }
    const disk = new SimulatedDisk(before)
    let said = ''
    for (const [at, call] of calls.entries()) {
      if (call.does === 'say') said += call.text
      disk.apply(call)
      if (random() >= (cuts * 1.02) / calls.length && at < calls.length - 1) continue
      const missing = await missingAfter(disk.afterPowerCut(random), said)
      result.cuts++
      if (missing > 0) result.lost++
      result.worst = Math.max(result.worst, missing)
    }
    return result
  }

  async function missingAfter(files: ReadonlyMap<string, Buffer>, said: string): Promise<number> {
    const folder = mkdtempSync(join(work, 'after-'))
    for (const [name, content] of files) writeFileSync(join(folder, name), content)
    const { missing } = await missingIn(folder, acknowledgedIn(said))
    rmSync(folder, { recursive: true, force: true })
    return missing.length
  }

  let lives: readonly Life[] = []

  test(`loses nothing that was acknowledged (${CUTS} cuts, unsynced writes lost, reordered and torn)`, { timeout: 600_000 }, async () => {
    lives = await recorded()
    const random = seededRandom(SEED)
    const results: Awaited<ReturnType<typeof cut>>[] = []
    for (const life of lives) results.push(await cut(life, CUTS / LIVES, random))
    const sum = (field: 'cuts' | 'lost') => results.reduce((total, result) => total + result[field], 0)
    console.log(`${sum('cuts')} power cuts (seed ${SEED}): in ${sum('lost')} of them something acknowledged was lost`)
    expect(sum('lost')).toBe(0)
    expect(sum('cuts')).toBeGreaterThan(CUTS * 0.8)
  })

  test('and would be noticed if it did: a disk that only says it has synced loses commands', { timeout: 120_000 }, async () => {
    const lying = lives.map(({ before, calls }) => ({ before, calls: calls.filter((call) => !(call.does === 'sync' && call.file.endsWith('-wal'))) }))
    const random = seededRandom(SEED)
    let lost = 0
    for (const life of lying.slice(0, 2)) lost += (await cut(life, 20, random).catch(() => ({ lost: 1 }))).lost
    expect(lost).toBeGreaterThan(0)
  })
})

function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
}
