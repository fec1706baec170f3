import type { LogEntry } from '../../rules/logEntry.ts'
import { CHAIN_START, toLine } from '../store/hashChain.ts'
import type { LogLine } from '../store/Store.ts'

/** Shorter ones are words of every text as well. */
const SHORTEST_NAME = 3

/**
 * The log with the names that people gave their devices replaced by „Person 1“, „Person 2“ …, also where they stand in what somebody wrote.
 * Everything else stays, so that it replays to the same game; its chain is made anew.
 *
 * @returns the new lines and how many names were replaced
 */
export function withoutNames(entries: readonly LogEntry[]): { readonly lines: readonly LogLine[]; readonly names: number } {
  const names = namesIn(entries)
  if (names.size === 0) return { lines: [], names: 0 }
  const lines: LogLine[] = []
  for (const entry of entries) {
    const { command, events } = entry
    lines.push(toLine({ ...entry, command: replaced(command, names), events: replaced(events, names) }, lines.at(-1)?.hash ?? CHAIN_START))
  }
  return { lines, names: names.size }
}

/** Name → what stands for it, in the order in which people came. */
function namesIn(entries: readonly LogEntry[]): ReadonlyMap<string, string> {
  const labels = entries.flatMap(({ events }) => events.flatMap((event) => (event.type === 'seatTaken' && event.label ? [event.label] : [])))
  const real = [...new Set(labels)].filter((label) => !/^Person \d+$/.test(label))
  // Who came after an earlier replacement goes on counting.
  const before = labels.filter((label) => /^Person \d+$/.test(label)).length
  return new Map(real.map((label, index) => [label, `Person ${before + index + 1}`]))
}

/** Fields in which people write; ids, codes and the scenario are never touched. */
const WRITTEN = new Set(['text', 'reason', 'answer', 'title', 'topic', 'note', 'remark'])

function replaced<T>(value: T, names: ReadonlyMap<string, string>, field = ''): T {
  if (typeof value === 'string') {
    if (field === 'label') return (names.get(value) ?? value) as T
    return WRITTEN.has(field) ? (withoutNamesIn(value, names) as T) : value
  }
  if (Array.isArray(value)) return value.map((part) => replaced(part, names, field)) as T
  if (value === null || typeof value !== 'object') return value
  // A scenario is nobody's text.
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === 'scenario' ? part : replaced(part, names, key)])) as T
}

function withoutNamesIn(text: string, names: ReadonlyMap<string, string>): string {
  let result = text
  const longestFirst = [...names].filter(([name]) => name.length >= SHORTEST_NAME).toSorted(([a], [b]) => b.length - a.length)
  for (const [name, person] of longestFirst) {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    result = result.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu'), person)
  }
  return result
}

/** What is stored of one seat: every step that it sent, or that is about it. */
export function entriesOfSeat(entries: readonly LogEntry[], seatId: string): readonly LogEntry[] {
  return entries.filter(({ actor, command, events }) => {
    if ('seatId' in actor && actor.seatId === seatId) return true
    return command.seatId === seatId || events.some((event) => 'seatId' in event && event.seatId === seatId)
  })
}
