import { expect, test } from 'vitest'
import { DARK, GROUNDS, LIGHT, type Palette } from '../../../client/map/palette.ts'
import { contrastOnWhite } from '../../../rules/scenario/contrast.ts'
import { muldenau } from '../../helpers/muldenau.ts'

/** Contrast of two colours after WCAG 2.2, 1 … 21. */
function contrast(a: string, b: string): number {
  const [x, y] = [contrastOnWhite(a), contrastOnWhite(b)]
  return Math.max(x, y) / Math.min(x, y)
}

const palettes: readonly (readonly [string, Palette])[] = [
  ['light', LIGHT],
  ['dark', DARK],
]

test.each(palettes)('%s: names read on every ground and on their halo', (_name, palette) => {
  for (const ground of [...GROUNDS.map((name) => palette[name]), palette.halo]) {
    for (const ink of [palette.label, palette.quietLabel]) expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  }
  expect(contrast(palette.waterLabel, palette.halo)).toBeGreaterThanOrEqual(4.5)
})

test.each(palettes)('%s: lines and outlines stand out from every ground', (_name, palette) => {
  for (const ground of GROUNDS) {
    for (const line of [palette.ink, palette.synergy, palette.conflict, palette.settled, palette.cursor]) {
      expect(contrast(line, palette[ground]), `${line} on ${ground}`).toBeGreaterThanOrEqual(3)
    }
  }
})

test('pins of every team stand out from the light ground, and their white edge from the dark one', () => {
  for (const { colour } of muldenau('halfDay').teams) {
    for (const ground of GROUNDS) expect(contrast(colour, LIGHT[ground]), `${colour} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  }
  for (const ground of GROUNDS) expect(contrast('#ffffff', DARK[ground])).toBeGreaterThanOrEqual(7)
})
