/**
 * What people typed may hold anything: control characters that no XML can carry, halves of characters, line breaks in the middle
 * of a cell, and marks that turn the direction of everything after them. Files get what can be read.
 */
const HALF_CHARACTERS = /\p{Surrogate}/gu
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
const UNREADABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g

/** One line of readable text. */
export function cleanText(text: string): string {
  return text.replace(HALF_CHARACTERS, '').replace(LINE_BREAKS, ' ').replace(UNREADABLE, '')
}

/** The same data with every text in it made readable; keys stay. */
export function cleanTexts<T>(data: T): T {
  if (typeof data === 'string') return cleanText(data) as T
  if (Array.isArray(data)) return data.map(cleanTexts) as T
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, cleanTexts(value)])) as T
}
