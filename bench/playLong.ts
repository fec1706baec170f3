import { steadyClock } from '../server/sessions/Clock.ts'
import { newId } from '../server/sessions/joinCode.ts'
import { SessionRegistry } from '../server/sessions/SessionRegistry.ts'
import type { Store } from '../server/store/Store.ts'
import { muldenau } from './tap/scenario.ts'
import { phasesToPlanning, STAGE, tap } from './tap/stage.ts'

/** Sessions on a store, as a server has them. */
export const registryOn = (store: Store) =>
  new SessionRegistry({
    store,
    clock: steadyClock(),
    newId,
    onMistake: (error) => {
      throw error
    },
  })

/** Plays taps until the log of a session is so long, many in one batch. @returns its code */
export async function playLong(store: Store, entries: number): Promise<string> {
  const registry = registryOn(store)
  const created = await registry.create({ scenario: muldenau, title: 'Messung' })
  if (!created.ok) throw new Error(created.trouble)
  const { runtime } = created
  await runtime.submit({ actor: { role: 'door' }, commandId: newId(), command: { type: 'takeSeat', role: 'facilitator' } })
  const leader = { role: 'facilitator', seatId: runtime.state.attendance.leaderSeatId ?? '' } as const
  for (const phaseId of phasesToPlanning(muldenau)) await runtime.submit({ actor: leader, commandId: newId(), command: { type: 'startPhase', phaseId } })
  const send = async (teamId: string, command: ReturnType<typeof tap>['command']) => {
    const answer = await runtime.submit({ actor: leader, commandId: newId(), command: { type: 'actFor', teamId, command: command as never } })
    if ('rejection' in answer) throw new Error(`${command.type}: ${answer.rejection.code}`)
  }
  for (const [teamId, command] of STAGE) await send(teamId, command)
  for (let n = 0; runtime.history.sequence < entries; ) {
    const batch = Array.from({ length: 200 }, () => tap(n++))
    await Promise.all(batch.map(({ teamId, command }) => send(teamId, command)))
  }
  await registry.close()
  return runtime.code
}
