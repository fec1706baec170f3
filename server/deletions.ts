import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Proof that a session was deleted, and when; nothing of what was in it. */
interface Deletion {
  readonly code: string
  readonly deletedAt: string
  /** `retention`: its time of keeping was over · `asked`: somebody who leads it wanted it */
  readonly why: 'retention' | 'asked'
}

/** One line for each deleted session. */
export async function noteDeletion(dataDir: string, deletion: Deletion): Promise<void> {
  await appendFile(join(dataDir, 'loeschungen.ndjson'), `${JSON.stringify(deletion)}\n`)
}
