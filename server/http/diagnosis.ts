import { readdir, readFile } from 'node:fs/promises'
import { arch, cpus, freemem, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { LOG_FOLDER } from '../log.ts'
import type { Services } from './Services.ts'
import { version } from './version.ts'

/** A ZIP with the log files, the version, the settings without secrets, and the state of machine and server. */
export async function diagnosis({ config, registry, addresses, clock }: Services, state: object): Promise<Buffer> {
  const sessions = registry.list()
  const facts = {
    at: new Date(clock.now()).toISOString(),
    ...version,
    node: process.version,
    sqlite: process.versions.sqlite,
    machine: { platform: process.platform, release: release(), arch: arch(), cpus: cpus().length, memory: totalmem(), free: freemem() },
    process: { upSeconds: Math.round(process.uptime()), memory: process.memoryUsage() },
    addresses: addresses.origins,
    settings: {
      port: config.port,
      host: config.host,
      publicUrl: config.publicUrl,
      pin: config.facilitatorPin !== undefined,
      postgres: config.databaseUrl !== undefined,
      redis: config.redisUrl !== undefined,
      retentionDays: config.retentionDays,
      backup: config.backupDir !== undefined,
      logLevel: config.logLevel,
    },
    sessions: { count: sessions.length, steps: sessions.map(({ history }) => history.sequence), damaged: registry.damaged.map(({ damage }) => damage) },
    state,
  }
  return Buffer.from(zipSync({ 'zustand.json': strToU8(JSON.stringify(facts, null, 2)), ...(await logFiles(join(config.dataDir, LOG_FOLDER))) }))
}

async function logFiles(folder: string): Promise<Record<string, Uint8Array>> {
  const names = await readdir(folder).catch(() => [])
  const files = await Promise.all(names.map(async (name) => [name, new Uint8Array(await readFile(join(folder, name)))] as const))
  return Object.fromEntries(files)
}
