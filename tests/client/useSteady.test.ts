import { expect, test } from 'vitest'
import { steady } from '../../client/panels/useSteady.ts'

const items = (...ids: readonly string[]) => ids.map((id) => ({ id }))
const idOf = ({ id }: { readonly id: string }) => id
const shown = (order: readonly string[], now: readonly { readonly id: string }[], isTouched: boolean) => {
  const list = steady(order, now, idOf, isTouched)
  return { ids: list.shown.map(idOf), waiting: list.waiting }
}

test('a list that nobody touches shows everything in its present order', () => {
  expect(shown(['a', 'b'], items('c', 'b', 'a'), false)).toEqual({ ids: ['c', 'b', 'a'], waiting: 0 })
})

test('while it is touched, what was there keeps its place and what is new waits', () => {
  expect(shown(['a', 'b'], items('d', 'c', 'b', 'a'), true)).toEqual({ ids: ['a', 'b'], waiting: 2 })
})

test('what is gone goes, touched or not; what changed is shown as it is now', () => {
  const [changed] = steady(['a', 'b'], [{ id: 'b', text: 'neu' }], ({ id }) => id, true).shown
  expect(changed).toEqual({ id: 'b', text: 'neu' })
  expect(shown(['a', 'b'], items('b'), true)).toEqual({ ids: ['b'], waiting: 0 })
})
