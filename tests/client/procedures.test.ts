import { afterEach, expect, test } from 'vitest'
import { de } from '../../client/texts/de/index.ts'
import { en } from '../../client/texts/en/index.ts'
import { locale } from '../../client/texts/locale.ts'
import type { RankReason } from '../../rules/procedures/procedure.ts'

const nameOf = (teamId: string) => ({ wohnen: 'Wohnen', klima: 'Klimavorsorge' })[teamId] ?? teamId
const paid: RankReason = {
  kind: 'equalShares',
  how: 'shared',
  shares: [
    { teamId: 'wohnen', amount: 120_000 },
    { teamId: 'klima', amount: 40_000 },
  ],
}
afterEach(() => {
  locale.value = 'de'
})

test('who would pay what is the reason for a rank by Equal Shares', () => {
  expect(de.procedures.because(paid, nameOf)).toBe('Wohnen 120\u00a0T€ · Klimavorsorge 40\u00a0T€')
  locale.value = 'en'
  expect(en.procedures.because(paid, nameOf)).toBe('Wohnen 120\u00a0k€ · Klimavorsorge 40\u00a0k€')
})

test.each<[RankReason, string]>([
  [{ kind: 'equalShares', how: 'filled', shares: [] }, 'vom Rest des Budgets bezahlt'],
  [{ kind: 'equalShares', how: 'beyond', shares: [] }, 'das Budget reicht nicht bis hierher'],
  [{ kind: 'utility', score: 14.5 }, 'Punktwert 14,5'],
  [{ kind: 'dots', dots: 1 }, '1 Punkt'],
  [{ kind: 'consensus', mean: 5.5, max: 9, worseThanStatusQuo: true }, 'Widerstand im Mittel 5,5, höchstens 9; mehr als gegen „Nichts davon jetzt“'],
  [{ kind: 'notRated', score: 3 }, 'nicht bewertet, nach Punktwert 3'],
  [{ kind: 'negotiated', place: 2 }, 'vom Tisch auf Platz 2 gesetzt'],
  [{ kind: 'ranking', borda: 3.5, isExact: true }, '3,5 Rangpunkte'],
  [{ kind: 'ranking', borda: 20, isExact: false }, '20 Rangpunkte; bei mehr als 18 Maßnahmen entscheiden diese'],
])('%j', (reason, sentence) => {
  expect(de.procedures.because(reason, nameOf)).toBe(sentence)
})
