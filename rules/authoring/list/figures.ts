/** What an amount is counted in where the cell itself does not say. */
export type MoneyUnit = 'euro' | 'thousand' | 'million'

/** An amount in whole euro: one figure, a range, or not stated. `yearly`: the cell says that it falls due every year. */
export type Amount = { readonly kind: 'known'; readonly from: number; readonly to: number; readonly yearly: boolean } | { readonly kind: 'unknown' }

/** An amount, or why the cell is none. `doubt`: it can be read in two ways; this is the likelier one. */
export type ReadAmount = { readonly amount: Amount; readonly doubt?: string } | { readonly problem: string }

export const UNKNOWN: Amount = { kind: 'unknown' }
const FACTOR: Readonly<Record<MoneyUnit, number>> = { euro: 1, thousand: 1000, million: 1_000_000 }
/** What people write where they have no figure. */
const NOT_STATED = /^(?:k\.?\s?a\.?|n\.?\s?b\.?|n\.?\s?n\.?|n\/a|keine angaben?|unbekannt|offen|noch offen|noch unklar|unklar|tbd|xx+|\?+|[-–—.]+|)$/i
const YEARLY = /(?:p\.?\s?a\.?|pro jahr|je jahr|jährlich|\/\s?jahr|\/\s?a\b|per year)/i
/** 1.234.567,89 · 1 234 567 · 1'234'567 · 1,2 · 1.5 */
const FIGURE = /[-−–]?\d{1,3}(?:[.'’ \u00a0\u202f]\d{3})+(?:,\d+)?|[-−–]?\d+(?:[.,]\d+)?/gu
const WORDS_AROUND =
  /(?:^|[^a-zäöü])(?:ca|circa|rd|rund|etwa|geschätzt|gesch|voraussichtlich|max|maximal|mind|mindestens|bis zu|bis|ab|von|über|unter|zwischen|und|je|brutto|netto|einmalig|eur|euro)(?=$|[^a-zäöü])/giu

/**
 * Reads an amount as German offices write it: „1,2 Mio. €“, „350 T€“, „500–800 T€“, „ca. 1.200.000,- €“, „k. A.“.
 *
 * @param unit what plain figures of the column are counted in
 */
export function readMoney(cell: string | number | null, unit: MoneyUnit): ReadAmount {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { amount: exactly(cell * FACTOR[unit]) } : { problem: 'Der Betrag ist keine Zahl.' }
  const text = tidy(cell ?? '')
  if (NOT_STATED.test(text)) return { amount: UNKNOWN }
  const yearly = YEARLY.test(text)
  const parts = figuresIn(text.replace(YEARLY, ' '))
  if (parts.length === 0) return { problem: `„${text}“ ist kein Betrag.` }
  if (parts.length > 2) return { problem: `„${text}“ nennt mehr als zwei Beträge; bitte einen Betrag oder eine Spanne angeben.` }
  const last = parts.at(-1)
  const amounts = parts.map((part) => Math.round(part.value * FACTOR[part.unit ?? last?.unit ?? unit]))
  const [from = 0, to = from] = amounts
  if (from > to) return { problem: `„${text}“: der untere Wert liegt über dem oberen.` }
  if (Math.max(Math.abs(from), Math.abs(to)) > 1_000_000_000)
    return { problem: `„${text}“ sind mehr als eine Milliarde Euro; steht die Einheit in der Überschrift richtig?` }
  const doubtful = parts.find(({ doubtful }) => doubtful)
  return {
    amount: { kind: 'known', from, to, yearly },
    ...(doubtful ? { doubt: `„${text}“ ist mehrdeutig und wurde als ${doubtful.value.toString().replace('.', ',')} gelesen.` } : {}),
  }
}

function exactly(euro: number): Amount {
  return { kind: 'known', from: Math.round(euro), to: Math.round(euro), yearly: false }
}

interface Part {
  readonly value: number
  readonly unit: MoneyUnit | undefined
  readonly doubtful: boolean
}

/** Every figure with the unit right behind it. What else stands in the cell must be a known word. */
function figuresIn(text: string): readonly Part[] {
  // A dash between figures is a range, one before the first is a minus.
  const spaced = text.replace(/(\d|€|(?:mio|tsd|t|m)\.?)\s*[-–—]\s*(?=\d)/giu, '$1 bis ').replace(/,\s?[-–—]+/g, ' ')
  const found = [...spaced.matchAll(FIGURE)]
  const parts = found.map((match, index): Part => {
    const behind = spaced.slice(match.index + match[0].length, found[index + 1]?.index)
    return { ...figure(match[0]), unit: unitIn(behind) }
  })
  const rest = spaced.replace(FIGURE, ' ').replace(UNITS, ' ').replace(WORDS_AROUND, ' ')
  return /\p{L}{2,}/u.test(rest) ? [] : parts
}

const UNITS = /millionen|million|mio\.?|mill\.?|tausend|tsd\.?|tds\.?|t\s?€|t\s?eur(?:o)?|teur|k\s?€|m\s?€|€|eur(?:o)?/giu

/** The unit in the text behind a figure; undefined: it names none. */
export function unitIn(text: string): MoneyUnit | undefined {
  if (/millionen|million|mio|mill\b|m\s?€/iu.test(text)) return 'million'
  if (/tausend|tsd|tds|t\s?€|t\s?eur|k\s?€/iu.test(text)) return 'thousand'
  return /€|eur/iu.test(text) ? 'euro' : undefined
}

function figure(written: string): Pick<Part, 'value' | 'doubtful'> {
  const bare = written.replace(/[−–]/g, '-').replace(/['’ \u00a0\u202f]/g, '')
  if (/\.\d{3}(?:\.|,|$)/.test(bare)) return { value: Number(bare.replaceAll('.', '').replace(',', '.')), doubtful: false }
  // 1,200: three digits behind the comma are rare in German lists and usual thousands in English ones.
  if (/^-?\d{1,3},\d{3}$/.test(bare)) return { value: Number(bare.replace(',', '')), doubtful: true }
  return { value: Number(bare.replace(',', '.')), doubtful: false }
}

/** A plain number of either notation; null where the cell names none. */
export function readNumber(cell: string | number | null): number | null | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined
  const text = tidy(cell ?? '')
  if (NOT_STATED.test(text)) return null
  const match = /^(?:ca\.?|rd\.?)?\s*([-−–+]?\d+(?:[.,]\d+)?)\s*(?:%|vzä|stellen?|punkte?|p\b|ak)?\.?$/iu.exec(text)
  return match?.[1] === undefined ? undefined : Number(match[1].replace(/[−–]/g, '-').replace('+', '').replace(',', '.'))
}

/** A share 0…1 from „75 %“, „75“ or 0.75; null: not stated; undefined: unreadable. */
export function readRate(cell: string | number | null): number | null | undefined {
  const text = typeof cell === 'string' ? tidy(cell).replace(/^bis(?: zu)?\s*/i, '') : cell
  const value = readNumber(text)
  if (value === null || value === undefined) return value
  // A spreadsheet holds 75 % as 0.75.
  const share = value > 1 || (typeof text === 'string' && text.includes('%')) ? value / 100 : value
  return share >= 0 && share <= 1 ? Math.round(share * 10_000) / 10_000 : undefined
}

/** One line, plain blanks, nothing around it. */
export function tidy(text: string): string {
  return text.replace(/[\s\u00a0\u202f\u200b]+/gu, ' ').trim()
}
