import { expect, test } from 'vitest'
import { symbolPath } from '../../../client/map/symbols.ts'
import { SYMBOLS } from '../../../rules/scenario/symbols.ts'
import { muldenau } from '../../helpers/muldenau.ts'

test('every symbol that a scenario may name is drawn, each differently', () => {
  const paths = SYMBOLS.map((symbol) => symbolPath(symbol) ?? '')
  for (const path of paths) expect(path).toMatch(/^[Mm][-\d.,\sA-Za-z]+$/)
  expect(new Set(paths).size).toBe(SYMBOLS.length)
})

test('nothing is drawn where none is named, or one that is not known', () => {
  expect(symbolPath(undefined)).toBeUndefined()
  expect(symbolPath('constructor')).toBeUndefined()
})

test('every measure of Muldenau has a symbol', () => {
  expect(
    muldenau('fullDay')
      .measures.filter(({ symbol }) => !symbolPath(symbol))
      .map(({ id }) => id),
  ).toEqual([])
})
