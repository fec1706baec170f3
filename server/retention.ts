import { noteDeletion } from './deletions.ts'
import type { Services } from './http/Services.ts'

const DAY_MS = 86_400_000
const LOOK_EVERY_MS = 3_600_000
/** Timers of several processes do not ring at the same moment. */
const SLACK_MS = 60_000

/**
 * Deletes what need not be kept any longer: sessions in which nothing has happened for RETENTION_DAYS, and expired tokens.
 * @returns a function that ends it
 */
export function keepNoLonger(services: Services): () => void {
  const timer = setInterval(() => {
    deleteExpired(services).catch((error) => services.log.error({ err: error }, 'mistake while deleting what is expired'))
  }, LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** One round of it. */
export async function deleteExpired({ registry, rooms, store, shared, clock, config, log }: Services): Promise<void> {
  // Where several processes share a log, whoever comes first does it for all.
  if (shared && !(await shared.store.takeTurn('retention', LOOK_EVERY_MS - SLACK_MS))) return
  const now = clock.now()
  const before = now - config.retentionDays * DAY_MS
  const expired = shared ? (await shared.store.unusedSince(before)).map(({ code }) => code) : registry.unusedSince(before)
  for (const code of expired) {
    const runtime = registry.get(code)
    const deleted = await registry.delete(code)
    if (!deleted.ok) continue
    if (runtime) await rooms.close(runtime)
    await noteDeletion(config.dataDir, { code, deletedAt: new Date(now).toISOString(), why: 'retention' })
    log.info({ code }, 'session deleted, its time of keeping is over')
  }
  await store.deleteExpiredAdminTokens(now)
}
