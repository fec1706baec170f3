import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LogEntry } from '../../rules/logEntry.ts'
import { CHAIN_START, toLine } from '../../server/store/hashChain.ts'
import { SqliteStore } from '../../server/store/SqliteStore.ts'

/** A data folder that holds one session with this log, for a server to start on. */
export async function storedSession(code: string, log: readonly LogEntry[]): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'aemterrunde-stored-'))
  const store = SqliteStore.open(dataDir)
  let hash = CHAIN_START
  const lines = log.map((entry) => {
    const line = toLine(entry, hash)
    hash = line.hash
    return line
  })
  const created = await store.create({ code, title: 'Prüfung', createdAt: log[0]?.at ?? 0, lines })
  if (!created.ok) throw new Error(created.trouble)
  await store.close()
  return dataDir
}
