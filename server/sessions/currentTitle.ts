import type { LogEntry } from '../../rules/logEntry.ts'

const TITLED: ReadonlySet<string> = new Set(['sessionOpened', 'sessionBranched', 'sessionRenamed'])

/** The title that a session has after these entries of its log [S7], also where they are all that is intact of it; undefined for none. */
export function currentTitle(entries: readonly LogEntry[]): string | undefined {
  const titled = entries.flatMap(({ events }) => events).findLast(({ type }) => TITLED.has(type))
  return titled && 'title' in titled ? titled.title : undefined
}
