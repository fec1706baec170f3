import { hash as digest } from 'node:crypto'
import type { LogEntry } from '../../rules/logEntry.ts'
import type { LogLine } from './Store.ts'

/** What the first line of a log is tied to. */
export const CHAIN_START = '0'.repeat(64)

/** Version of the format of a line's body. Readers lift older ones up and refuse newer ones. */
const BODY_VERSION = 1

/** The actor that a command id belongs to: a seat has its own command ids, and so has each part of the server. */
export function actorKey(actor: LogEntry['actor']): string {
  return 'seatId' in actor ? actor.seatId : actor.role
}

/** The line that stores an entry, tied to the line before it. */
export function toLine(entry: LogEntry, previousHash: string): LogLine {
  const line = { sequence: entry.sequence, actor: actorKey(entry.actor), commandId: entry.commandId, version: BODY_VERSION, body: JSON.stringify(entry) }
  return { ...line, hash: hashOf(line, previousHash) }
}

/** SHA-256 over everything in the line and the hash before it. Unkeyed: it shows accidents, it does not prove who wrote. */
function hashOf(line: Omit<LogLine, 'hash'>, previousHash: string): string {
  const text = JSON.stringify([previousHash, line.sequence, line.actor, line.commandId, line.version, line.body])
  return digest('sha256', text)
}

/** Why a log cannot be trusted beyond a point. `truncated`: lines at its end are missing. */
export const DAMAGES = ['sequenceGap', 'hashMismatch', 'unreadable', 'truncated', 'newerVersion'] as const
export type Damage = (typeof DAMAGES)[number]

export interface CheckedLog {
  /** everything up to the first damage */
  readonly entries: readonly LogEntry[]
  readonly lastHash: string
  readonly damage: Damage | null
}

/**
 * Reads a log line by line as far as it is intact.
 *
 * @param end what the log must come to, where that is known from elsewhere
 */
export function checkLog(lines: Iterable<LogLine>, end?: { readonly lastSequence: number; readonly lastHash: string }): CheckedLog {
  const entries: LogEntry[] = []
  let lastHash = CHAIN_START
  for (const line of lines) {
    const damage = damageOf(line, entries.length + 1, lastHash)
    if (damage) return { entries, lastHash, damage }
    const entry = parseBody(line)
    if (!entry) return { entries, lastHash, damage: 'unreadable' }
    entries.push(entry)
    lastHash = line.hash
  }
  const complete = !end || (end.lastSequence === entries.length && end.lastHash === lastHash)
  return { entries, lastHash, damage: complete ? null : 'truncated' }
}

function damageOf(line: LogLine, sequence: number, previousHash: string): Damage | undefined {
  if (line.sequence !== sequence) return 'sequenceGap'
  if (hashOf(line, previousHash) !== line.hash) return 'hashMismatch'
  if (line.version > BODY_VERSION) return 'newerVersion'
  return undefined
}

function parseBody(line: LogLine): LogEntry | undefined {
  try {
    const entry = JSON.parse(line.body) as LogEntry
    return entry.sequence === line.sequence && Array.isArray(entry.events) ? entry : undefined
  } catch {
    return undefined
  }
}
