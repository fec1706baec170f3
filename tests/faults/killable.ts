import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect } from 'vitest'
import { replay } from '../../rules/history.ts'
import { checkLog } from '../../server/store/hashChain.ts'
import { SqliteStore } from '../../server/store/SqliteStore.ts'

/** A command whose sender was told that it is stored. */
export interface Acknowledged {
  readonly code: string
  readonly sequence: number
  readonly seatId: string
  readonly commandId: string
}

/** Where the server to be killed lies as one file: starts are what these tests spend their time on, and that halves them. */
export function bundledServer(): { readonly script: string; readonly environment: NodeJS.ProcessEnv } {
  const bundle = mkdtempSync(join(tmpdir(), 'aemterrunde-killable-'))
  beforeAll(async () => {
    const entry = join(import.meta.dirname, 'killableServer.ts')
    await build({ configFile: false, logLevel: 'error', ssr: { noExternal: true }, build: { ssr: entry, outDir: bundle, emptyOutDir: true, minify: false } })
  }, 60_000)
  afterAll(() => rmSync(bundle, { recursive: true, force: true }))
  return { script: join(bundle, 'killableServer.js'), environment: { ...process.env, NODE_COMPILE_CACHE: join(bundle, 'compiled') } }
}

/** What one process said until it was killed. A last line without its end is one that nobody has received. */
export function acknowledgedIn(output: string): Acknowledged[] {
  const lines = output.split('\n').slice(0, -1)
  const unexpected = lines.filter((line) => !/^(ready$|ack |trouble )/.test(line))
  expect(unexpected).toEqual([])
  return lines.flatMap((line) => {
    const [word, code = '', sequence, seatId = '', commandId = ''] = line.split(' ')
    return word === 'ack' ? [{ code, sequence: Number(sequence), seatId, commandId }] : []
  })
}

/** Opens what ended processes have left, and holds it against everything they ever acknowledged. */
export async function missingIn(folder: string, acknowledged: readonly Acknowledged[]): Promise<{ missing: Acknowledged[]; entries: number }> {
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
