import { createHash } from 'node:crypto'
import type { LogEntry } from '../../rules/logEntry.ts'
import type { Scenario } from '../../rules/scenario/scenario.ts'

/** By the hash of its text: the scenarios of the sessions in play. */
const known = new Map<string, WeakRef<Scenario>>()
const forgotten = new FinalizationRegistry<string>((hash) => {
  if (known.get(hash)?.deref() === undefined) known.delete(hash)
})

/**
 * The same log, with its scenario as one object for all sessions that play the same: a thousand sessions of one town keep its map once.
 * Nothing in a state is ever changed in place, so that nobody can tell.
 */
export function shareScenario(entries: readonly LogEntry[]): readonly LogEntry[] {
  const [first, ...others] = entries
  const event = first?.events[0]
  if (!first || event?.type !== 'sessionOpened') return entries
  const hash = createHash('sha256').update(JSON.stringify(event.scenario)).digest('base64')
  const shared = known.get(hash)?.deref()
  if (shared) return [{ ...first, events: [{ ...event, scenario: shared }] }, ...others]
  known.set(hash, new WeakRef(event.scenario))
  forgotten.register(event.scenario, hash)
  return entries
}
