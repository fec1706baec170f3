import { afterEach, expect, test } from 'vitest'
import { clock, code, date, fullEuro, joinCode, list, minutesAgo, money, number, rate, signedMoney, signedNumber, tightCode } from '../../client/format.ts'
import { locale } from '../../client/texts/locale.ts'

afterEach(() => {
  locale.value = 'de'
})

test.each([
  [94_000, '94\u00a0T€'],
  [94_500, '94,5\u00a0T€'],
  [94_512, '94.512\u00a0€'],
  [950, '950\u00a0€'],
  [0, '0\u00a0T€'],
  [1_234_000, '1.234\u00a0T€'],
  [-60_000, '\u221260\u00a0T€'],
])('%i euro stand as %s: in thousands only where nothing is lost by it', (euro, text) => {
  expect(money(euro)).toBe(text)
})

test('differences always bear their sign', () => {
  expect(signedMoney(60_000)).toBe('+\u202f60\u00a0T€')
  expect(signedMoney(-60_000)).toBe('\u2212\u202f60\u00a0T€')
  expect(signedNumber(-1)).toBe('\u2212\u202f1')
})

test('rates, full amounts and plain numbers follow the language', () => {
  expect(rate(0.75)).toBe('75\u00a0%')
  expect(rate(0.667)).toBe('66,7\u00a0%')
  expect(fullEuro(94_000)).toBe('94.000\u00a0€')
  expect(number(0.5)).toBe('0,5')
  locale.value = 'en'
  expect(rate(0.75)).toBe('75%')
  expect(money(94_500)).toBe('94.5\u00a0k€')
})

test.each([
  [1_120_000, '18:40'],
  [59_001, '01:00'],
  [1, '00:01'],
  [0, '00:00'],
  [-65_000, '\u221201:05'],
  [3_600_000, '60:00'],
])('%i ms show as %s', (ms, face) => {
  expect(clock(ms)).toBe(face)
})

test('codes have a narrow space in sentences and none in shapes', () => {
  expect(code('K02')).toBe('K\u202f02')
  expect(code('K 02')).toBe('K\u202f02')
  expect(code('WE1')).toBe('WE\u202f1')
  expect(tightCode('K 02')).toBe('K02')
  expect(joinCode('K7F2MD')).toBe('K7F\u00a02MD')
})

test('times that passed are said in whole minutes', () => {
  expect(minutesAgo(179_999)).toBe('vor 2 Minuten')
  expect(minutesAgo(-5000)).toBe('vor 0 Minuten')
  expect(date(Date.UTC(2026, 11, 22, 12))).toBe('22.12.2026')
  expect(list(['Wohnen', 'Mobilität', 'Klima'])).toBe('Wohnen, Mobilität und Klima')
})
