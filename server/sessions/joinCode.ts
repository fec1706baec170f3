import { customAlphabet } from 'nanoid'

/** Crockford's base 32: no I, L, O, U, so that a code can be read aloud and typed from a wall. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A join code of 6 characters, about a thousand million of them: enough in a local network. */
export const newJoinCode = customAlphabet(ALPHABET, 6)

/** For a server that everybody in the internet may ask: 8 characters, a million million of them [I18]. */
export const newHostedCode = customAlphabet(ALPHABET, 8)

/** A code as it was meant: capitals, no blanks and hyphens, O for 0, I and L for 1. */
export function normaliseCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}

/** A fresh id within a session: fits rules/ids.ts, easy to read in a log. */
export const newId = customAlphabet('23456789abcdefghjkmnpqrstvwxyz', 12)
