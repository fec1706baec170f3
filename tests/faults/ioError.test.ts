import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { acknowledgedIn, bundledServer, missingIn } from './killable.ts'
import { canTrace, runTraced } from './traced.ts'

/** Errors of the disk are put into the system calls of a real server. */
describe.skipIf(!canTrace)('a disk that fails (needs strace)', () => {
  const { script, environment } = bundledServer()

  /** Runs a server with this fault until `enough` of its output is there, and kills it. */
  const runWith = (fault: string, folder: string, enough: (said: string) => boolean) => {
    const options = ['-e', `trace=${fault.split(':')[0]}`, '-e', `inject=${fault}`, '-o', '/dev/null']
    return runTraced({ options, script: [script, folder, '7'], environment }, enough)
  }

  async function holdAgainstLog(folder: string, said: string) {
    const acknowledged = acknowledgedIn(said)
    return { acknowledged: acknowledged.length, ...(await missingIn(folder, acknowledged)) }
  }

  const withFolder = async (use: (folder: string) => Promise<void>) => {
    const folder = mkdtempSync(join(tmpdir(), 'aemterrunde-io-'))
    await use(folder).finally(() => rmSync(folder, { recursive: true, force: true }))
  }

  test.each([
    ['fsync:error=EIO', [23, 24, 31, 38, 47]],
    ['pwrite64:error=EIO', [141, 190, 260, 333]],
  ])('[I12] after %s nothing that the disk does not have is acknowledged', { timeout: 120_000 }, async (fault, calls) => {
    let stopped = 0
    for (const call of calls) {
      await withFolder(async (folder) => {
        // While the WAL is copied into the file an error harms nobody: the WAL is kept, and play goes on.
        const said = await runWith(`${fault}:when=${call}`, folder, (text) => text.includes('trouble ') || text.split('ack ').length > 2000)
        const [before = '', after = ''] = said.split('trouble storeUnavailable')
        if (after) stopped++
        expect(after, `call ${call}`).not.toContain('ack ')
        const { missing, entries, acknowledged } = await holdAgainstLog(folder, said)
        expect(missing, `call ${call}`).toEqual([])
        // Beside what was acknowledged: the sessions' beginnings, and at most the batch that was under way.
        expect(entries, before.slice(-100)).toBeLessThanOrEqual(acknowledged + 10 + 8)
      })
    }
    expect(stopped).toBeGreaterThan(1)
  })

  test('[I11] a full disk is said, and with room again play goes on; nothing acknowledged is lost', { timeout: 60_000 }, async () => {
    await withFolder(async (folder) => {
      const said = await runWith('pwrite64:error=ENOSPC:when=200..320', folder, (text) => {
        const full = text.indexOf('trouble storageFull')
        return full >= 0 && text.slice(full).split('ack ').length > 40
      })
      expect(said).toContain('trouble storageFull')
      expect(said).not.toContain('trouble storeUnavailable')
      const { missing, acknowledged } = await holdAgainstLog(folder, said)
      expect(missing).toEqual([])
      expect(acknowledged).toBeGreaterThan(40)
    })
  })
})
