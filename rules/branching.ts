import type { Command } from './commands.ts'
import { decide } from './decide.ts'
import type { DecideContext } from './decision.ts'
import { entryStep } from './entryStep.ts'
import type { SessionEvent } from './events.ts'
import { type History, record, replay } from './history.ts'
import type { LogEntry } from './logEntry.ts'

/** What is copied of a log. */
export interface BranchWish {
  /** the last entry that is copied */
  readonly sequence: number
  /** incidents that are to be as if nobody had played them */
  readonly without: readonly string[]
}

export interface Branch {
  /** the beginning of the copy's log, sequences from 1 without gaps */
  readonly entries: readonly LogEntry[]
  readonly history: History
  /** steps that no longer fitted */
  readonly dropped: number
}

/** What is told in the debriefing of the original alone: a copy that runs differently computes its own. */
const COMPUTED: ReadonlySet<string> = new Set(['recordOptimum', 'recordComparison'])

/**
 * [X1] The log of a copy. Up to the first incident that is left out, every entry is the original's. From there on each command of the
 * original is judged anew by the rules, at its time, by its sender and with its ids; one that the rules now refuse is left out.
 *
 * A generator, so that whoever makes a copy of a long log may do something else in between: it yields after every entry judged anew.
 */
export function* branching(original: readonly LogEntry[], { sequence, without }: BranchWish): Generator<void, Branch> {
  const copied = original.slice(0, sequence)
  const first = copied.findIndex(({ command }) => playsOneOf(command, without))
  const entries = first === -1 ? copied : copied.slice(0, first)
  let history = replay(entries)
  if (first === -1) return { entries, history, dropped: 0 }
  let dropped = 0
  /** sequence of the original → of the copy */
  const moved = new Map(entries.map((entry) => [entry.sequence, entry.sequence]))
  for (const before of copied.slice(first)) {
    const entry = playsOneOf(before.command, without) || COMPUTED.has(before.command.type) ? undefined : judgedAnew(before, history, moved)
    if (entry) {
      moved.set(before.sequence, entry.sequence)
      entries.push(entry)
      history = record(history, entry)
    } else if (!playsOneOf(before.command, without) && entryStep(before)) dropped += 1
    yield
  }
  return { entries, history, dropped }
}

function playsOneOf(command: LogEntry['command'], incidentIds: readonly string[]): boolean {
  return command.type === 'playIncident' && incidentIds.some((id) => id === command.incidentId)
}

/** The entry that this command makes now; undefined if it is refused. */
function judgedAnew(before: LogEntry, history: History, moved: ReadonlyMap<number, number>): LogEntry | undefined {
  const command = inCopy(before.command, moved)
  if (!command) return undefined
  const context: DecideContext = { actor: before.actor, now: before.at, newId: idsOf(before), leaderAwayMs: Number.MAX_SAFE_INTEGER }
  const decision = decide(command, context, history.state)
  if (!decision.ok) return undefined
  return { ...before, sequence: history.sequence + 1, command: command as LogEntry['command'], events: decision.events }
}

/** Steps are taken back by their place in the log, which may be another one here; undefined if that step is not in the copy. */
function inCopy(command: LogEntry['command'], moved: ReadonlyMap<number, number>): Command | undefined {
  if (command.type !== 'undo') return command as Command
  const toSequence = moved.get(Number(command.toSequence))
  return toSequence === undefined ? undefined : { type: 'undo', toSequence }
}

/** The ids that the original gave, in their order, so that later commands still find what they are about. */
function idsOf({ events, sequence }: LogEntry): () => string {
  const given = events.flatMap(idsGivenIn)
  let next = 0
  return () => given[next++] ?? `x${sequence}-${next}`
}

function idsGivenIn(event: SessionEvent): readonly string[] {
  switch (event.type) {
    case 'seatTaken':
      return [event.seatId]
    case 'measureRequested':
      return [event.requestId]
    case 'offerMade':
      return [event.offerId]
    case 'roundStarted':
      return event.shortfalls.map(({ shortfallId }) => shortfallId)
    case 'transferCardAdded':
      return [event.cardId]
    case 'announced':
    case 'hinted':
    case 'noted':
    case 'annotated':
      return [event.messageId]
    default:
      return []
  }
}
