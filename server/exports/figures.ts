import type { Locale } from '../../rules/scenario/text.ts'

const MINUS = '\u2212'
const NO_BREAK = '\u00a0'
/** Workshops take place in Germany, wherever the server stands. */
const TIME_ZONE = 'Europe/Berlin'
/** Amounts below this many euro are shown with one decimal of thousands, so that small follow-up costs do not vanish. */
const FINE_BELOW = 10_000

/** Figures, dates and codes as text, in the conventions of a language. */
export interface Figures {
  /** 1.234 or 0,5, with exactly `digits` decimals; the minus sign is a real one */
  number(value: number, digits?: number): string
  /** euro in thousands, rounded: 431; below 10 T€ with one decimal: 2,5 */
  thousands(euro: number): string
  /** + 3, − 2 */
  signed(value: number): string
  /** 24. November 2026 */
  date(at: number): string
  /** 9:05 */
  time(at: number): string
}

export function figuresIn(locale: Locale): Figures {
  const tag = locale === 'de' ? 'de-DE' : 'en-GB'
  const formats = [0, 1, 2].map(
    (digits) => new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' }),
  )
  const dates = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: TIME_ZONE })
  const times = new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit', timeZone: TIME_ZONE })
  const number = (value: number, digits = 0) => (formats[digits] ?? formats[0])?.format(value).replace('-', MINUS) ?? ''
  return {
    number,
    thousands: (euro) => number(euro / 1000, digitsOfThousands(euro)),
    signed: (value) => (value < 0 ? number(value, digitsOf(value)) : `+${number(value, digitsOf(value))}`),
    date: (at) => dates.format(at),
    time: (at) => times.format(at),
  }
}

/** Decimals of an amount that is shown in thousands. */
export function digitsOfThousands(euro: number): number {
  return Math.abs(euro) < FINE_BELOW && euro % 1000 !== 0 ? 1 : 0
}

/** Decimals that a small figure needs, at most two: scores come in eighths, means in tenths. */
export function digitsOf(value: number): number {
  return [0, 1].find((digits) => Math.abs(value * 10 ** digits - Math.round(value * 10 ** digits)) < 1e-9) ?? 2
}

/** 2026-11-24, for file names. */
export function isoDate(at: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(at)
}

/** Code of a measure or goal as it stands in lists: K 02. */
export function spacedCode(code: string): string {
  return code.replace(/^(\p{L}+)\s*(\d)/u, `$1${NO_BREAK}$2`)
}
