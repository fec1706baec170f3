import { locale } from './texts/locale.ts'

/**
 * The one place where numbers, amounts and times become text. Formatters are cached per language.
 * Reads the language signal: what is rendered with these functions changes with it.
 */

const NO_BREAK = '\u00a0'
const NARROW = '\u202f'
const MINUS = '\u2212'

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>()
const tag = () => (locale.value === 'de' ? 'de-DE' : 'en-GB')

function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(name: string, make: (tag: string) => T): T {
  const key = `${tag()}/${name}`
  const found = cache.get(key)
  if (found) return found as T
  const made = make(tag())
  cache.set(key, made)
  return made
}

/** A plain number: 1.234 or 0,5 (at most `digits` after the comma). */
export function number(value: number, digits = 1): string {
  return cached(`number${digits}`, (t) => new Intl.NumberFormat(t, { maximumFractionDigits: digits }))
    .format(value)
    .replace('-', MINUS)
}

/** Whole euro in thousands where nothing is lost by it: 94 T€, 94,5 T€, 94.512 €. */
export function money(euro: number): string {
  const thousands = euro / 1000
  if (euro !== 0 && (Math.abs(euro) < 1000 || euro % 100 !== 0)) return fullEuro(euro)
  return `${number(thousands)}${NO_BREAK}${locale.value === 'de' ? 'T€' : 'k€'}`
}

/** 94.000 € */
export function fullEuro(euro: number): string {
  return `${number(euro, 0)}${NO_BREAK}€`
}

/** With its sign always: + 60 T€, − 60 T€. */
export function signedMoney(euro: number): string {
  return `${euro < 0 ? MINUS : '+'}${NARROW}${money(Math.abs(euro))}`
}

export function signedNumber(value: number): string {
  return `${value < 0 ? MINUS : '+'}${NARROW}${number(Math.abs(value))}`
}

/** A share 0…1 as 75 %. */
export function rate(share: number): string {
  return cached('rate', (t) => new Intl.NumberFormat(t, { style: 'percent', maximumFractionDigits: 1 })).format(share)
}

/** A duration as clock face: 18:40; −1:05 once time is up. */
export function clock(ms: number): string {
  const seconds = Math.ceil(Math.abs(ms) / 1000)
  const face = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
  return ms < 0 && seconds > 0 ? `${MINUS}${face}` : face
}

/** Whole minutes that have passed, at least 0. */
export function minutesSince(ms: number): number {
  return Math.max(0, Math.floor(ms / 60_000))
}

/** „vor 3 Minuten“, „vor 0 Minuten“ becomes „gerade eben“ in the texts. */
export function minutesAgo(ms: number): string {
  return cached('ago', (t) => new Intl.RelativeTimeFormat(t, { numeric: 'always' })).format(-minutesSince(ms), 'minute')
}

/** 14:05 */
export function timeOfDay(at: number): string {
  return cached('time', (t) => new Intl.DateTimeFormat(t, { hour: '2-digit', minute: '2-digit' })).format(at)
}

/** 22.12.2026 */
export function date(at: number): string {
  return cached('date', (t) => new Intl.DateTimeFormat(t, { day: '2-digit', month: '2-digit', year: 'numeric' })).format(at)
}

/** Code of a measure in running text, with a narrow no-break space: K 02. */
export function code(text: string): string {
  return text.replace(/^(\p{L}+)\s*(\d)/u, `$1${NARROW}$2`)
}

/** Code of a measure inside a shape, without space: K02. */
export function tightCode(text: string): string {
  return text.replace(/\s/g, '')
}

/** Join code in two groups: K7F 2MD. */
export function joinCode(text: string): string {
  const half = text.length / 2
  return text.length === 6 || text.length === 8 ? `${text.slice(0, half)}${NO_BREAK}${text.slice(half)}` : text
}

/** „Wohnen, Mobilität und Klima“ */
export function list(parts: readonly string[]): string {
  return new Intl.ListFormat(tag(), { type: 'conjunction' }).format(parts)
}
