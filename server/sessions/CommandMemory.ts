import type { Command } from '../../rules/commands.ts'
import type { LogEntry } from '../../rules/logEntry.ts'
import { actorKey } from '../store/hashChain.ts'

interface Remembered {
  readonly sequence: number
  readonly command: LogEntry['command']
}

/**
 * Which commands a session has accepted, by whom and under which id, so that none runs twice however often a tablet sends it.
 * Rejected commands are not remembered: what was refused may be tried again under the same id.
 */
export class CommandMemory {
  readonly #accepted = new Map<string, Remembered>()

  constructor(entries: Iterable<LogEntry>) {
    for (const entry of entries) this.remember(entry)
  }

  remember(entry: LogEntry): void {
    this.#accepted.set(key(actorKey(entry.actor), entry.commandId), { sequence: entry.sequence, command: entry.command })
  }

  /** `new`, the sequence under which this very command was accepted, or `reused` if the id stood for another one. */
  recall(actor: string, commandId: string, command: Command): 'new' | 'reused' | { readonly sequence: number } {
    const remembered = this.#accepted.get(key(actor, commandId))
    if (!remembered) return 'new'
    return JSON.stringify(remembered.command) === JSON.stringify(command) ? { sequence: remembered.sequence } : 'reused'
  }
}

/** Actors are ids or role names, so that a blank separates them safely from what clients choose as id. */
function key(actor: string, commandId: string): string {
  return `${actor} ${commandId}`
}
