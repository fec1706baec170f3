import { expect } from 'vitest'
import { replay } from '../../rules/history.ts'
import { sharedView } from '../../rules/views.ts'
import { actorKey, checkLog } from '../../server/store/hashChain.ts'
import type { LogLine } from '../../server/store/Store.ts'
import type { ClusterPlayer } from './ClusterPlayer.ts'

/**
 * Holds what devices were told against the log: nothing acknowledged is missing or elsewhere [I1], nothing is there twice [I3],
 * no screen ever went back [I5], and all show what the log replays to.
 */
export function checkHistory(lines: readonly LogLine[], players: readonly ClusterPlayer[]): { readonly acknowledged: number; readonly entries: number } {
  const log = checkLog(lines)
  expect(log.damage).toBeNull()
  const stored = new Map<string, number[]>()
  for (const { actor, commandId, sequence } of log.entries) {
    const key = `${actorKey(actor)} ${commandId}`
    stored.set(key, [...(stored.get(key) ?? []), sequence])
  }
  const doubled = [...stored].filter(([, sequences]) => sequences.length > 1)
  expect(doubled).toEqual([])
  const acknowledged = players.flatMap((player) => player.acknowledged)
  const lost = acknowledged.filter((ack) => stored.get(`${ack.seatId} ${ack.commandId}`)?.[0] !== ack.sequence)
  expect(lost).toEqual([])
  const state = withoutNulls(sharedView(replay(log.entries).state))
  for (const player of players) {
    const wentBack = player.shown.filter((sequence, i) => i > 0 && sequence <= (player.shown[i - 1] as number))
    expect(wentBack).toEqual([])
    if (player.isOpen) expect(withoutNulls(player.shared)).toEqual(state)
  }
  return { acknowledged: acknowledged.length, entries: log.entries.length }
}

/** What is null is absent on the wire. */
function withoutNulls(view: unknown): unknown {
  return JSON.parse(JSON.stringify(view), (_key, value) => value ?? undefined)
}
