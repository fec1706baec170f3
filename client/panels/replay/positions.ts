import { entryStep } from '../../../rules/entryStep.ts'
import type { LogEntry } from '../../../rules/logEntry.ts'

/** How far the slider moves at once. */
export type Pace = 'step' | 'minute'

/** A place to stop at: the last entry (its index in the log) that has happened by then, and the moment it stands for. */
export interface Position {
  readonly index: number
  /** ms */
  readonly at: number
}

const MINUTE_MS = 60_000

/** Where the slider can stop: at the opening and after each step of the game, or at each full minute since the opening. */
export function positionsOf(entries: readonly LogEntry[], pace: Pace): readonly Position[] {
  const opened = entries[0]?.at ?? 0
  if (pace === 'step') {
    return entries.flatMap((entry, index) => (index === 0 || entryStep(entry) || entry.command.type === 'undo' ? [{ index, at: entry.at }] : []))
  }
  const last = entries.at(-1)?.at ?? opened
  const minutes = Math.ceil((last - opened) / MINUTE_MS)
  const positions: Position[] = []
  let index = 0
  for (let minute = 0; minute <= minutes; minute++) {
    const at = opened + minute * MINUTE_MS
    while (index + 1 < entries.length && (entries[index + 1]?.at ?? 0) <= at) index += 1
    positions.push({ index, at: Math.min(at, last) })
  }
  return positions
}

/** The position at or before this entry of the log. */
export function positionAt(positions: readonly Position[], index: number): number {
  const after = positions.findIndex((position) => position.index > index)
  return after === -1 ? positions.length - 1 : Math.max(0, after - 1)
}
