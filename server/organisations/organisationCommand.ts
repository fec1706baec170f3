import { newToken, tokenHash } from '../sessions/token.ts'
import { PostgresStore } from '../store/PostgresStore.ts'
import type { Organisation } from '../store/SharedStore.ts'
import { StoreUnusable } from '../store/Store.ts'

const USAGE = [
  'Aufruf (DATABASE_URL muss gesetzt sein; Server dürfen dabei laufen, wenn sie REDIS_URL haben):',
  '  npm run organisation -- list',
  '  npm run organisation -- add KENNUNG "Name" [--sessions 20] [--seats 100]',
  '  npm run organisation -- limits KENNUNG --sessions 20 --seats 100',
  '  npm run organisation -- key KENNUNG      (neuer Schlüssel; der alte gilt nicht mehr)',
]
const DEFAULTS = { mostSessions: 20, mostSeats: 100 }

interface Surroundings {
  readonly databaseUrl: string | undefined
  readonly say: (line: string) => void
}

/** Organisations that host workshops on one set of servers. @returns the exit code */
export async function runOrganisationCommand(words: readonly string[], { databaseUrl, say }: Surroundings): Promise<number> {
  const [command = '', id = '', name = ''] = words.filter((word, i) => !word.startsWith('--') && !(words[i - 1] ?? '').startsWith('--'))
  const limits = { ...limit(words, 'sessions', 'mostSessions'), ...limit(words, 'seats', 'mostSeats') }
  const complete = command === 'list' || (/^[a-z0-9-]{1,40}$/.test(id) && (command !== 'add' || name !== ''))
  if (!['list', 'add', 'limits', 'key'].includes(command) || !complete || Object.values(limits).some((value) => !(value >= 1))) {
    for (const line of USAGE) say(line)
    return 2
  }
  if (!databaseUrl) {
    say('DATABASE_URL ist nicht gesetzt. Organisationen gibt es nur auf PostgreSQL; auf dem eingebauten Speicher ist es eine, die Ihre.')
    return 1
  }
  try {
    const store = await PostgresStore.open(databaseUrl, 'organisation-command')
    try {
      return await run(store, command, { id, name, limits }, say)
    } finally {
      await store.close()
    }
  } catch (error) {
    if (!(error instanceof StoreUnusable)) throw error
    say(error.message)
    return 1
  }
}

function limit(words: readonly string[], word: string, field: keyof typeof DEFAULTS): Partial<Record<keyof typeof DEFAULTS, number>> {
  const at = words.indexOf(`--${word}`)
  return at < 0 ? {} : { [field]: Number(words[at + 1]) }
}

interface Wish {
  readonly id: string
  readonly name: string
  readonly limits: Partial<typeof DEFAULTS>
}

async function run(store: PostgresStore, command: string, { id, name, limits }: Wish, say: (line: string) => void): Promise<number> {
  if (command === 'list') {
    const all = await store.listOrganisations()
    for (const each of all)
      say(`${each.id}: ${each.name} (${(await store.listOf(each.id)).length} von ${each.mostSessions} Sitzungen, ${each.mostSeats} Plätze je Sitzung)`)
    if (all.length === 0) say('Es ist keine Organisation angelegt.')
    return 0
  }
  const found = await store.findOrganisation(id)
  if ((command === 'add') === (found !== undefined)) {
    say(found ? `${id} gibt es schon.` : `${id} gibt es nicht.`)
    return 1
  }
  const key = command === 'limits' ? undefined : newToken()
  const organisation: Organisation = {
    ...(found ?? { id, name, keyHash: '', ...DEFAULTS }),
    ...limits,
    ...(key !== undefined && { keyHash: tokenHash(key) }),
  }
  const saved = await store.saveOrganisation(organisation)
  if (!saved.ok) say('Das konnte nicht gespeichert werden. Ist der Datenträger voll?')
  else if (key === undefined) say(`${id}: ${organisation.mostSessions} Sitzungen, ${organisation.mostSeats} Plätze je Sitzung`)
  else for (const line of [`Der Schlüssel von ${id}. Er wird nur dieses eine Mal gezeigt:`, '', `    ${key}`, '']) say(line)
  return saved.ok ? 0 : 1
}
