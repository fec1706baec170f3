import { readFileSync } from 'node:fs'

/** Drawn instead of what the font has no picture for: Hebrew, Chinese, emoji. */
const UNKNOWN = '?'
/** Not in the font, but drawn by the template. */
const DRAWN = '★'

const covered = new Set([...charactersOf(readFileSync(new URL('./FiraSans-Regular.ttf', import.meta.url))), ...[...DRAWN].map(codePoint)])

/**
 * The text with what our font can show. An accessible PDF must not hold a character without a picture, and fonts of the machine
 * would make it look different everywhere.
 */
export function onlyCovered(text: string): string {
  const composed = text.normalize('NFC')
  if ([...composed].every((character) => covered.has(codePoint(character)))) return composed
  const clusters = new Intl.Segmenter('de', { granularity: 'grapheme' }).segment(composed)
  return [...clusters].map(({ segment }) => ([...segment].every((character) => covered.has(codePoint(character))) ? segment : UNKNOWN)).join('')
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0
}

/** Code points in the character map of a TrueType font: its segments of format 4 (OpenType specification, table `cmap`). */
function charactersOf(font: Buffer): ReadonlySet<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16)
  const cmap = font.readUInt32BE((tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 12) + 8)
  const maps = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => cmap + font.readUInt32BE(cmap + 8 + index * 8))
  const characters = new Set<number>([0x0a])
  for (const map of maps.filter((at) => font.readUInt16BE(at) === 4)) {
    const segments = font.readUInt16BE(map + 6) / 2
    const field = (row: number, segment: number) => map + 14 + row * 2 * segments + (row > 0 ? 2 : 0) + 2 * segment
    for (let segment = 0; segment < segments; segment++) {
      const [end, start] = [font.readUInt16BE(field(0, segment)), font.readUInt16BE(field(1, segment))]
      const [delta, offset] = [font.readUInt16BE(field(2, segment)), font.readUInt16BE(field(3, segment))]
      for (let code = start; code <= end && code < 0xffff; code++) {
        const glyph = offset === 0 ? (code + delta) & 0xffff : font.readUInt16BE(field(3, segment) + offset + 2 * (code - start))
        if (glyph !== 0) characters.add(code)
      }
    }
  }
  return characters
}
