import type { CommandType } from './commands.ts'
import type { Actor } from './decision.ts'
import type { SessionEvent } from './events.ts'

/** One accepted command with what came of it: a line of the log. `sequence` counts from 1 without gaps. */
export interface LogEntry {
  readonly sequence: number
  readonly at: number
  readonly actor: Actor
  /** the client's own id of the command [idempotency]; the server's own commands carry one as well */
  readonly commandId: string
  readonly command: { readonly type: CommandType | 'openSession' | 'branchSession' } & Readonly<Record<string, unknown>>
  readonly events: readonly SessionEvent[]
}
