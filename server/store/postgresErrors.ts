import { StoreUnusable, type Trouble } from './Store.ts'

const MAY_PASS = ['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOENT']
/** classes of SQLSTATE: connection, resources, operator intervention, system; and a server that only reads for now */
const STATES_THAT_PASS = /^(08|53|57|58)|^25006$|^40(001|P01)$|^55P03$/
const DISK_FULL = '53100'

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

/** Was the statement never answered? Then nobody knows whether it was carried out. */
export function isUnanswered(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  return MAY_PASS.includes(code) || /^(08|57P0[123])/.test(code) || (code === '' && /connection|timeout|not queryable|ended|closed/i.test(error.message))
}

/** What an error of the database means for who wanted to write; undefined: it is our own mistake. */
export function troubleOf(error: unknown): Trouble | undefined {
  const code = codeOf(error)
  if (code === DISK_FULL) return { ok: false, trouble: 'storageFull' }
  return isUnanswered(error) || STATES_THAT_PASS.test(code) ? { ok: false, trouble: 'storeUnavailable' } : undefined
}

/** An error at the start as a sentence for the person at the console. Passwords are never repeated. */
export function explainStart(error: unknown, where: string): unknown {
  if (error instanceof StoreUnusable) return error
  const code = codeOf(error)
  const sentence = SENTENCES[code] ?? (isUnanswered(error) ? NOT_REACHED : undefined)
  return sentence === undefined ? error : new StoreUnusable(sentence(where))
}

const NOT_REACHED = (where: string) => `PostgreSQL ist unter ${where} nicht zu erreichen. Läuft der Dienst, und stimmt DATABASE_URL?`
const NOT_ALLOWED = (where: string) => `PostgreSQL (${where}) lässt diesen Benutzer nicht ein. Stimmen Name und Kennwort in DATABASE_URL?`

const SENTENCES: Readonly<Record<string, (where: string) => string>> = {
  ENOTFOUND: (where) => `Den Rechner aus DATABASE_URL (${where}) gibt es nicht. Stimmt der Name?`,
  '28P01': NOT_ALLOWED,
  '28000': NOT_ALLOWED,
  '3D000': (where) => `Diese Datenbank gibt es nicht: ${where}. Legen Sie sie an, oder berichtigen Sie DATABASE_URL.`,
  '42501': (where) =>
    `In der Datenbank ${where} fehlen Rechte. Der Benutzer muss das Schema anlegen dürfen oder darin Tabellen lesen, schreiben und löschen. Geändert wurde nichts.`,
  '25006': (where) => `Die Datenbank ${where} lässt nur Lesen zu (Nebenserver?). DATABASE_URL muss auf den Hauptserver zeigen.`,
}
