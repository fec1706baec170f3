/**
 * A process to be killed: runs sessions on a folder (first argument) and, when told a seed on standard input, sends random commands
 * as fast as they are answered. Every acknowledgement is printed as one line only after it has arrived: `ack code sequence seat commandId`;
 * `trouble` says that the store could not take a command.
 */
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'
import type { Command } from '../../rules/commands.ts'
import { steadyClock } from '../../server/sessions/Clock.ts'
import { actorOf } from '../../server/sessions/currentActor.ts'
import { newId } from '../../server/sessions/joinCode.ts'
import { SessionRegistry } from '../../server/sessions/SessionRegistry.ts'
import type { SessionRuntime } from '../../server/sessions/SessionRuntime.ts'
import { SqliteStore } from '../../server/store/SqliteStore.ts'
import { seededRandom } from '../helpers/seededRandom.ts'
import { smallScenario } from '../helpers/smallScenario.ts'

const SESSIONS = 2
const SENDERS = 4
const TROUBLES: ReadonlySet<string> = new Set(['storageFull', 'storeUnavailable'])

const [folder = '', seed = '1'] = process.argv.slice(2)
const random = seededRandom(Number(seed))
const say = (text: string) => writeSync(1, `${text}\n`)
const store = SqliteStore.open(folder)
const registry = new SessionRegistry({ store, clock: steadyClock(), newId, onMistake: (error) => say(`mistake ${error}`) })

const { damaged } = await registry.restoreAll()
for (const { code, damage } of damaged) say(`damaged ${code} ${damage}`)
while (registry.list().length < SESSIONS) {
  const created = await registry.create({ scenario: smallScenario, title: 'Abbruch' })
  if (!created.ok) throw new Error(created.trouble)
  for (const command of seatCommands()) await created.runtime.submit({ actor: { role: 'door' }, commandId: newId(), command })
}
// A process that is killed saves nothing of what it has compiled.
flushCompileCache()
say('ready')
for (const runtime of registry.list()) for (let i = 0; i < SENDERS; i++) void sendForEver(runtime)

function seatCommands(): Command[] {
  const teams = smallScenario.teams.map((team): Command => ({ type: 'takeSeat', role: 'team', teamId: team.id }))
  return [{ type: 'takeSeat', role: 'facilitator' }, ...teams]
}

async function sendForEver(runtime: SessionRuntime): Promise<never> {
  for (;;) {
    const seats = Object.values(runtime.state.attendance.seats)
    const seat = seats[Math.floor(random() * seats.length)]
    if (!seat) throw new Error('seats are taken')
    const commandId = newId()
    const answer = await runtime.submit({ actor: actorOf(seat), commandId, command: randomCommand(seat.role === 'facilitator') })
    if ('sequence' in answer) say(`ack ${runtime.code} ${answer.sequence} ${seat.id} ${commandId}`)
    else if (TROUBLES.has(answer.rejection.code)) {
      say(`trouble ${answer.rejection.code}`)
      await wait(20)
    }
  }
}

function randomCommand(leads: boolean): Command {
  const pick = <T>(...choices: readonly [T, ...T[]]): T => choices[Math.floor(random() * choices.length)] ?? choices[0]
  if (!leads) return pick<Command>({ type: 'setReady', ready: random() < 0.5 }, { type: 'finishProbe', step: pick(1, 2, 3) })
  const phases = smallScenario.phases.filter((phase) => phase.round === 0).map((phase) => phase.id)
  return pick<Command>(
    { type: 'openDoor' },
    { type: 'closeDoor' },
    { type: 'pause' },
    { type: 'resume' },
    { type: 'extendPhase', minutes: pick(1, 5) },
    { type: 'startPhase', phaseId: pick('arrival', ...phases) },
  )
}
