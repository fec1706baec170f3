import { z } from 'zod'
import { replay } from '../../rules/history.ts'
import { type CheckedLog, checkLog, DAMAGES, type Damage } from '../store/hashChain.ts'
import type { LogLine, SessionRecord, Store } from '../store/Store.ts'
import { currentTitle } from './currentTitle.ts'

const FORMAT = 'aemterrunde-session'
const FORMAT_VERSION = 1

const Manifest = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.int().min(1),
  code: z.string().regex(/^[0-9A-Z]{4,12}$/),
  title: z.string(),
  /** ms */
  createdAt: z.int(),
  entries: z.int(),
  lastHash: z.string(),
  /** only if the stored log was damaged: the file holds what is intact of it */
  damage: z.enum(DAMAGES).optional(),
})

/**
 * The first line of a session in a session file. The file is NDJSON: a manifest, then one line per log entry with its hash;
 * several sessions may follow each other. Tokens are not in it: after a restore the devices sign in anew.
 */
type Manifest = z.infer<typeof Manifest>

/** The text of a session file: all that is intact of the session's log. */
export function renderSessionFile(record: SessionRecord, lines: readonly LogLine[]): string {
  const { entries, lastHash, damage } = checkLog(lines, record)
  const { code, createdAt } = record
  const manifest: Manifest = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    code,
    title: currentTitle(entries) ?? record.title,
    createdAt,
    entries: entries.length,
    lastHash,
    ...(damage && { damage }),
  }
  return [JSON.stringify(manifest), ...lines.slice(0, entries.length).map(renderLine), ''].join('\n')
}

/** The session file of a stored session; undefined if there is none of that code. */
export async function sessionFileOf(store: Store, code: string): Promise<string | undefined> {
  const record = (await store.list()).find((session) => session.code === code)
  return record && renderSessionFile(record, await store.readLog(code))
}

/** The body as it is, so that its hash holds, with version and hash as two more fields. */
function renderLine({ body, version, hash }: LogLine): string {
  return `${body.slice(0, -1)},"version":${version},"hash":"${hash}"}`
}

export type FileProblem = Damage | 'noManifest' | 'newerFormat' | 'notReplayable'

export interface SessionInFile {
  readonly manifest: Manifest | null
  readonly lines: readonly LogLine[]
  readonly log: CheckedLog
  readonly problem: FileProblem | null
}

/** Reads and checks a session file: manifest, chain, and that it replays. */
export function readSessionFile(text: string): readonly SessionInFile[] {
  const sessions: { manifest: Manifest | null; lines: (LogLine | null)[] }[] = []
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const manifest = parseManifest(line)
    if (manifest || sessions.length === 0) sessions.push({ manifest, lines: [] })
    if (!manifest) sessions.at(-1)?.lines.push(parseLine(line))
  }
  return sessions.map(checkSession)
}

function checkSession({ manifest, lines }: { readonly manifest: Manifest | null; readonly lines: readonly (LogLine | null)[] }): SessionInFile {
  const firstUnreadable = lines.indexOf(null)
  const readable = lines.slice(0, firstUnreadable < 0 ? undefined : firstUnreadable).filter((line) => line !== null)
  const log = checkLog(readable, manifest ? { lastSequence: manifest.entries, lastHash: manifest.lastHash } : undefined)
  return { manifest, lines: readable, log, problem: problemOf(manifest, log, firstUnreadable >= 0) }
}

function problemOf(manifest: Manifest | null, log: CheckedLog, unreadable: boolean): FileProblem | null {
  if (!manifest) return 'noManifest'
  if (manifest.formatVersion > FORMAT_VERSION) return 'newerFormat'
  if (log.damage && log.damage !== 'truncated') return log.damage
  if (unreadable) return 'unreadable'
  return log.damage ?? (isReplayable(log) ? null : 'notReplayable')
}

function isReplayable(log: CheckedLog): boolean {
  try {
    replay(log.entries)
    return true
  } catch {
    return false
  }
}

function parseManifest(line: string): Manifest | null {
  return Manifest.safeParse(parseObject(line)).data ?? null
}

function parseLine(line: string): LogLine | null {
  const [end, version, hash] = /,"version":(\d{1,6}),"hash":"([0-9a-f]{64})"\}$/.exec(line) ?? []
  if (end === undefined || hash === undefined) return null
  const body = `${line.slice(0, -end.length)}}`
  const entry = parseObject(body)
  if (!entry) return null
  const { sequence, commandId, actor } = entry as { sequence?: unknown; commandId?: unknown; actor?: { seatId?: unknown; role?: unknown } }
  const sender = actor?.seatId ?? actor?.role
  if (typeof sequence !== 'number' || typeof commandId !== 'string' || typeof sender !== 'string') return null
  return { sequence, actor: sender, commandId, version: Number(version), body, hash }
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : null
  } catch {
    return null
  }
}
