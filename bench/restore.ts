import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { steadyClock } from '../server/sessions/Clock.ts'
import { newId } from '../server/sessions/joinCode.ts'
import { SessionRegistry } from '../server/sessions/SessionRegistry.ts'
import { SqliteStore } from '../server/store/SqliteStore.ts'
import { type Finding, median, round } from './measure.ts'
import { muldenau } from './tap/scenario.ts'
import { phasesToPlanning, STAGE, tap } from './tap/stage.ts'

const ENTRIES = 10_000
const ROUNDS = 7

/** A session of 10,000 entries: back in play, against reading and parsing the same log. */
export async function restoreBench(): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aemterrunde-bench-'))
  const code = await fill(folder)
  const restore: number[] = []
  const parse: number[] = []
  for (let r = 0; r < ROUNDS; r++) {
    restore.push(await timed(folder, async (store) => void (await registryOn(store).restoreAll())))
    parse.push(await timed(folder, (store) => readAndParse(store, code)))
  }
  rmSync(folder, { recursive: true, force: true })
  const raw = { restoreMs: restore.map(round), parseMs: parse.map(round) }
  return [
    { what: `restore of ${ENTRIES} entries against reading and parsing them`, measured: round(median(restore) / median(parse)), unit: '×', target: 3, raw },
  ]
}

const registryOn = (store: SqliteStore) =>
  new SessionRegistry({
    store,
    clock: steadyClock(),
    newId,
    onMistake: (error) => {
      throw error
    },
  })

/** What any program would have to do to know the log at all. */
async function readAndParse(store: SqliteStore, code: string): Promise<void> {
  for (const { body } of await store.readLog(code)) JSON.parse(body)
}

async function timed(folder: string, work: (store: SqliteStore) => Promise<void>): Promise<number> {
  const store = SqliteStore.open(folder)
  const began = performance.now()
  await work(store)
  const took = performance.now() - began
  await store.close()
  return took
}

/** Plays taps until the log is long enough, many in one batch. */
async function fill(folder: string): Promise<string> {
  const store = SqliteStore.open(folder)
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
  for (let n = 0; runtime.history.sequence < ENTRIES; ) {
    const batch = Array.from({ length: 200 }, () => tap(n++))
    await Promise.all(batch.map(({ teamId, command }) => send(teamId, command)))
  }
  await registry.close()
  await store.close()
  return runtime.code
}
