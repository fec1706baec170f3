import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * `node server/setup/run.mjs server/setup/subsetFonts.ts`: makes the fonts that screens load from those of KERN, with the letters of
 * German, its neighbours' Latin alphabets (Sorbian, Polish, Czech) and the signs that we set; whatever else someone writes comes from the device.
 * To be run again when KERN brings new fonts.
 */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2009, 0x2026],
] as const
const SIGNS = 'ẞ\u202f\u2030\u2032\u2033\u2039\u203a€™←↑→↓−∙√≈≠≤≥✓★'

const letters = RANGES.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))).join('') + SIGNS
for (const weight of ['Regular', 'SemiBold']) {
  const whole = readFileSync(join(root, 'node_modules', '@kern-ux', 'native', 'dist', 'fonts', 'fira-sans', `FiraSans-${weight}.woff2`))
  const part = await subsetFont(whole, letters, { targetFormat: 'woff2' })
  writeFileSync(join(root, 'client', 'styles', 'fonts', `FiraSans-${weight}.woff2`), part)
  console.log(`${weight}: ${whole.length} → ${part.length} bytes`)
}
