import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMoney, readNumber, readRate, unitIn } from '../../../rules/authoring/list/figures.ts'

const known = (from: number, to = from, yearly = false) => ({ amount: { kind: 'known', from, to, yearly } })

describe('an amount as offices write it', () => {
  test.each([
    ['1,2 Mio. €', 1_200_000],
    ['1.5 Mio €', 1_500_000],
    ['350 T€', 350_000],
    ['350 TEUR', 350_000],
    ['120 Tsd. Euro', 120_000],
    ['350.000', 350_000],
    ['350.000 €', 350_000],
    ['1.200.000,00 €', 1_200_000],
    ['1.200.000,- €', 1_200_000],
    ['1 200 000 EUR', 1_200_000],
    ["1'200'000", 1_200_000],
    ['ca. 80.000 Euro', 80_000],
    ['rd. 2 Millionen Euro', 2_000_000],
    ['geschätzt 45.000 € (brutto)', 45_000],
    ['12,50', 13],
    ['-30.000', -30_000],
  ])('„%s“ is %i €', (written, euro) => expect(readMoney(written, 'euro')).toEqual(known(euro)))

  test.each([
    ['500–800 T€', 500_000, 800_000],
    ['500.000 - 800.000 €', 500_000, 800_000],
    ['1,2 bis 1,5 Mio. €', 1_200_000, 1_500_000],
    ['zwischen 80.000 und 120.000 €', 80_000, 120_000],
    ['800 T€ – 1,2 Mio. €', 800_000, 1_200_000],
  ])('„%s“ is a range', (written, from, to) => expect(readMoney(written, 'euro')).toEqual(known(from, to)))

  test.each(['k. A.', 'k.A.', '–', '-', '', '?', 'offen', 'n. b.', 'noch unklar', 'keine Angabe'])('„%s“ is not stated', (written) =>
    expect(readMoney(written, 'thousand')).toEqual({ amount: { kind: 'unknown' } }),
  )

  test.each(['60 T€ p. a.', '60.000 € pro Jahr', '60.000 €/Jahr'])('„%s“ falls due every year', (written) =>
    expect(readMoney(written, 'euro')).toEqual(known(60_000, 60_000, true)),
  )

  test('a plain figure is counted in what the heading says, a unit in the cell goes before', () => {
    expect(readMoney('350', 'thousand')).toEqual(known(350_000))
    expect(readMoney(431.25, 'thousand')).toEqual(known(431_250))
    expect(readMoney('1,2', 'million')).toEqual(known(1_200_000))
    expect(readMoney('2 Mio. €', 'thousand')).toEqual(known(2_000_000))
    expect(unitIn('Kosten in T€')).toBe('thousand')
    expect(unitIn('Kosten (Mio. EUR)')).toBe('million')
  })

  test('what can be read in two ways is read in the likelier one and told', () => {
    expect(readMoney('1,200', 'euro')).toMatchObject({ ...known(1200), doubt: expect.stringContaining('mehrdeutig') })
  })

  test.each([
    ['siehe Anlage 3', 'kein Betrag'],
    ['viel', 'kein Betrag'],
    ['100 / 200 / 300 €', 'mehr als zwei'],
    ['800–500 T€', 'untere Wert'],
    ['7.000.000.000', 'Milliarde'],
  ])('„%s“ is refused with a sentence', (written, words) => expect(readMoney(written, 'euro')).toEqual({ problem: expect.stringContaining(words) }))

  test('every amount that is written the German way is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (euro) => {
        const written = String(euro).replace(/\B(?=(\d{3})+$)/g, '.')
        expect(readMoney(`${written} €`, 'thousand')).toEqual(known(euro))
      }),
      { seed: 20261124, numRuns: 300 },
    )
  })
})

test('rates are shares, in per cent or as a spreadsheet holds them', () => {
  expect(['75 %', '75', 'bis zu 75 %', '66,7', '–', 'halbe-halbe', '120 %'].map(readRate)).toEqual([0.75, 0.75, 0.75, 0.667, null, undefined, undefined])
  expect([0.75, 75, 0].map(readRate)).toEqual([0.75, 0.75, 0])
})

test('figures may come with what they count', () => {
  expect(['2', '0,5 VZÄ', 'ca. 3', 'k. A.', 'zwei'].map(readNumber)).toEqual([2, 0.5, 3, null, undefined])
})
