import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type History, replay } from '../../rules/history.ts'
import type { LogEntry } from '../../rules/logEntry.ts'
import { pick } from '../../rules/scenario/text.ts'
import { type CheckedLog, checkLog } from '../store/hashChain.ts'
import { SqliteStore } from '../store/SqliteStore.ts'
import { type SessionRecord, type Store, StoreInUse, StoreUnusable } from '../store/Store.ts'
import { FILE_NAME } from '../store/sqliteFile.ts'
import { currentTitle } from './currentTitle.ts'
import { newJoinCode, normaliseCode } from './joinCode.ts'
import { type FileProblem, readSessionFile, renderSessionFile, type SessionInFile } from './sessionFile.ts'

/** What the commands need from the console around them. */
export interface Console {
  /** where the data lie */
  readonly folder: string
  readonly say: (line: string) => void
  /** asks before something is lost */
  readonly confirm: (question: string) => Promise<boolean>
}

/** Something that the person at the console has to know or to change; said without a stack. */
class Refusal extends Error {}

const USAGE = `Aufruf: npm run session -- BEFEHL

  list                    alle gespeicherten Sitzungen
  show CODE               eine Sitzung im Überblick
  replay CODE             eine Sitzung Schritt für Schritt
  verify [DATEI]          prüft eine Sicherung, ohne DATEI alle gespeicherten Sitzungen
  backup DATEI [CODE …]   sichert alle oder die genannten Sitzungen in eine neue Datei
  restore DATEI           holt Sitzungen aus einer Sicherung zurück, ohne etwas zu überschreiben
  delete CODE             löscht eine Sitzung mit allem, was zu ihr gespeichert ist`

const PROBLEMS: Record<FileProblem, string> = {
  sequenceGap: 'es fehlen Einträge',
  hashMismatch: 'ein Eintrag wurde verändert',
  unreadable: 'ein Eintrag ist nicht lesbar',
  truncated: 'das Ende fehlt',
  newerVersion: 'Einträge stammen aus einer neueren Version von Ämterrunde',
  noManifest: 'die erste Zeile fehlt oder ist keine Kopfzeile einer Sicherung',
  newerFormat: 'die Sicherung stammt aus einer neueren Version von Ämterrunde',
  notReplayable: 'die Einträge ergeben keinen gültigen Spielstand',
}

/**
 * `npm run session -- …`: looks after stored sessions while no server is running.
 *
 * @returns the exit code: 0 done, 1 refused or something is damaged, 2 called wrongly
 */
export async function runSessionCommand(args: readonly string[], console: Console): Promise<0 | 1 | 2> {
  const [name = '', ...operands] = args
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command || operands.length < command.operands) {
    console.say(USAGE)
    return 2
  }
  try {
    return (await command.run(operands, console)) ? 0 : 1
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof StoreInUse || error instanceof StoreUnusable)) throw error
    console.say(error.message)
    return 1
  }
}

type Run = (operands: readonly string[], console: Console) => Promise<boolean>

const COMMANDS: Readonly<Record<string, { readonly operands: number; readonly run: Run }>> = {
  list: { operands: 0, run: (_operands, console) => withStore(console, list) },
  show: { operands: 1, run: ([code = ''], console) => withStore(console, (store) => show(store, code, console)) },
  replay: { operands: 1, run: ([code = ''], console) => withStore(console, (store) => showSteps(store, code, console)) },
  verify: { operands: 0, run: ([file], console) => (file === undefined ? withStore(console, verifyStored) : verifyFile(file, console)) },
  backup: { operands: 1, run: ([file = '', ...codes], console) => withStore(console, (store) => backup(store, file, codes, console)) },
  restore: { operands: 1, run: ([file = ''], console) => restore(file, console) },
  delete: { operands: 1, run: ([code = ''], console) => withStore(console, (store) => remove(store, code, console)) },
}

async function withStore(console: Console, use: (store: Store, console: Console) => Promise<boolean>): Promise<boolean> {
  if (!existsSync(join(console.folder, FILE_NAME))) throw new Refusal(`Im Ordner ${console.folder} sind keine Sitzungen gespeichert.`)
  const store = SqliteStore.open(console.folder)
  try {
    return await use(store, console)
  } finally {
    await store.close()
  }
}

async function list(store: Store, { say }: Console): Promise<boolean> {
  const records = await store.list()
  if (records.length === 0) say('Es ist keine Sitzung gespeichert.')
  for (const record of records) {
    const session = await readSession(store, record)
    say(`${record.code}  ${date(record.createdAt)}  ${stand(record, session)}  ${session.title}`)
  }
  return true
}

function stand(record: SessionRecord, { log, history }: StoredSession): string {
  if (!history) return `beschädigt (${log.entries.length} von ${record.lastSequence} Einträgen lesbar)`
  const { state } = history
  return state.closedAt === null ? phaseTitle(history) : 'geschlossen'
}

async function show(store: Store, typed: string, { say }: Console): Promise<boolean> {
  const record = await find(store, typed)
  const { log, history, title } = await readSession(store, record)
  say(`Sitzung ${record.code}: ${title}`)
  say(`Eröffnet: ${date(record.createdAt)}`)
  say(`Einträge: ${record.lastSequence}`)
  if (!history) {
    say(`Beschädigt: ${PROBLEMS[log.damage ?? 'notReplayable']}. Lesbar sind die ersten ${log.entries.length} Einträge.`)
    say(`Retten lassen sie sich mit: npm run session -- backup DATEI ${record.code}`)
    return false
  }
  const { state } = history
  const seats = Object.values(state.attendance.seats)
  say(`Szenario: ${pick(state.scenario.title, 'de')}, ${pick(state.scenario.variantTitle, 'de')}`)
  say(`Phase: ${phaseTitle(history)}, Runde ${state.round} von ${state.scenario.rounds}`)
  say(`Plätze: ${seats.length}, davon ${seats.filter((seat) => seat.role === 'team').length} in Teams`)
  say(`Letzter Eintrag: ${date(log.entries.at(-1)?.at ?? record.createdAt)}`)
  say(state.closedAt === null ? 'Die Sitzung ist offen.' : `Geschlossen: ${date(state.closedAt)}`)
  return true
}

async function showSteps(store: Store, typed: string, { say }: Console): Promise<boolean> {
  const record = await find(store, typed)
  const { log, history } = await readSession(store, record)
  for (const entry of log.entries) say(`${String(entry.sequence).padStart(5)}  ${date(entry.at)}  ${sender(entry)}  ${entry.command.type}`)
  if (!history) {
    say(`Danach ist die Sitzung beschädigt: ${PROBLEMS[log.damage ?? 'notReplayable']}.`)
    return false
  }
  say(`${log.entries.length} Einträge, Kette unversehrt. Prüfsumme des Spielstands: ${stateHash(history)}`)
  return true
}

async function verifyStored(store: Store, { say }: Console): Promise<boolean> {
  let sound = true
  for (const record of await store.list()) {
    const { log, history } = await readSession(store, record)
    sound &&= history !== undefined
    if (history) say(`${record.code}: unversehrt, ${log.entries.length} Einträge`)
    else
      say(
        `${record.code}: beschädigt, ${PROBLEMS[log.damage ?? 'notReplayable']}; lesbar sind die ersten ${log.entries.length} von ${record.lastSequence} Einträgen`,
      )
  }
  return sound
}

async function verifyFile(file: string, { say }: Console): Promise<boolean> {
  const sessions = sessionsIn(file)
  for (const session of sessions) say(`${nameOf(session)}: ${session.problem ? describe(session) : soundness(session)}`)
  return sessions.every((session) => session.problem === null)
}

async function backup(store: Store, file: string, typed: readonly string[], { say }: Console): Promise<boolean> {
  const records = typed.length === 0 ? await store.list() : await Promise.all(typed.map((code) => find(store, code)))
  if (records.length === 0) throw new Refusal('Es ist keine Sitzung gespeichert.')
  const texts = await Promise.all(records.map(async (record) => renderSessionFile(record, await store.readLog(record.code))))
  writeNew(file, texts.join(''))
  const sessions = sessionsIn(file)
  for (const session of sessions) say(`${nameOf(session)}: gesichert, ${soundness(session)}`)
  return sessions.every((session) => !session.manifest?.damage)
}

async function restore(file: string, console: Console): Promise<boolean> {
  const sessions = sessionsIn(file)
  const damaged = sessions.find((session) => session.problem !== null)
  if (damaged) throw new Refusal(`Aus ${file} wird nichts zurückgeholt. ${nameOf(damaged)}: ${describe(damaged)}.`)
  const store = SqliteStore.open(console.folder)
  try {
    for (const session of sessions) console.say(await restoreOne(store, session))
    console.say('Tablets und Leitung melden sich an zurückgeholten Sitzungen neu an.')
    return true
  } finally {
    await store.close()
  }
}

/** Under its own code, or under a fresh one if that is taken by another session; what is there is never touched. */
async function restoreOne(store: Store, { manifest, lines }: SessionInFile): Promise<string> {
  if (!manifest) throw new Refusal(PROBLEMS.noManifest)
  const { code, title, createdAt, lastHash } = manifest
  const stored = await store.list()
  if (stored.some((record) => record.lastHash === lastHash)) return `${code}: ist schon gespeichert`
  const free = stored.some((record) => record.code === code) ? newJoinCode() : code
  const created = await store.create({ code: free, title, createdAt, lines })
  if (!created.ok) throw new Refusal(`${code}: konnte nicht gespeichert werden. Ist der Datenträger voll?`)
  return free === code ? `${code}: zurückgeholt` : `${code}: zurückgeholt unter dem neuen Code ${free}, weil ${code} vergeben ist`
}

async function remove(store: Store, typed: string, { say, confirm }: Console): Promise<boolean> {
  const record = await find(store, typed)
  const { code } = record
  const { title } = await readSession(store, record)
  if (!(await confirm(`Sitzung ${code} („${title}“) endgültig löschen?`))) {
    say('Nichts gelöscht.')
    return false
  }
  const deleted = await store.delete(code)
  say(deleted.ok ? `${code}: gelöscht` : `${code}: konnte nicht gelöscht werden. Ist der Datenträger voll?`)
  return deleted.ok
}

async function find(store: Store, typed: string): Promise<SessionRecord> {
  const code = normaliseCode(typed)
  const record = (await store.list()).find((session) => session.code === code)
  if (!record) throw new Refusal(`Eine Sitzung mit dem Code ${typed} ist nicht gespeichert.`)
  return record
}

interface StoredSession {
  readonly log: CheckedLog
  readonly title: string
  /** undefined if the log is damaged */
  readonly history: History | undefined
}

async function readSession(store: Store, record: SessionRecord): Promise<StoredSession> {
  const log = checkLog(await store.readLog(record.code), record)
  const title = currentTitle(log.entries) ?? record.title
  return { log, title, history: log.damage ? undefined : historyOf(log) }
}

function historyOf({ entries }: CheckedLog): History | undefined {
  try {
    return replay(entries)
  } catch {
    return undefined
  }
}

function sessionsIn(file: string): readonly SessionInFile[] {
  if (!existsSync(file)) throw new Refusal(`Die Datei ${file} gibt es nicht.`)
  const sessions = readSessionFile(readFileSync(file, 'utf8'))
  if (sessions.length === 0) throw new Refusal(`In ${file} ist keine Sitzung.`)
  return sessions
}

function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    throw new Refusal(error.code === 'EEXIST' ? `Die Datei ${file} gibt es schon; sie wird nicht überschrieben.` : `In ${file} kann nicht geschrieben werden.`)
  }
}

function nameOf({ manifest }: SessionInFile): string {
  return manifest ? `${manifest.code} („${manifest.title}“)` : 'Sitzung ohne Kopfzeile'
}

function describe({ problem, log }: SessionInFile): string {
  return `beschädigt, ${problem ? PROBLEMS[problem] : ''}; lesbar sind die ersten ${log.entries.length} Einträge`
}

function soundness({ manifest, log }: SessionInFile): string {
  const count = `${log.entries.length} Einträge`
  return manifest?.damage ? `${count}, die von einer beschädigten Sitzung lesbar waren (${PROBLEMS[manifest.damage]})` : `unversehrt, ${count}`
}

function phaseTitle({ state }: History): string {
  const phase = state.scenario.phases.find((each) => each.id === state.phaseId)
  return phase ? pick(phase.title, 'de') : state.phaseId
}

function sender({ actor }: LogEntry): string {
  return (actor.role === 'team' ? actor.teamId : actor.role).padEnd(14)
}

/** Changes with anything in the state; equal on every machine, since the state holds only ids, texts and numbers in a fixed order. */
function stateHash({ state }: History): string {
  return createHash('sha256').update(JSON.stringify(state)).digest('hex').slice(0, 16)
}

function date(ms: number): string {
  return new Date(ms).toLocaleString('de-DE', { dateStyle: 'short', timeStyle: 'short' })
}
