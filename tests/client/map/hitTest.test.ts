import { expect, test } from 'vitest'
import { hitTest, nextInDirection } from '../../../client/map/hitTest.ts'

const targets = [
  { id: 'K01', at: [100, 100] as const },
  { id: 'K02', at: [150, 100] as const },
  { id: 'K03', at: [100, 300] as const },
  { id: 'K04', at: [320, 140] as const },
]

test('a tap means the nearest target within its 44 pixels', () => {
  expect(hitTest(targets, [118, 110], 22)?.id).toBe('K01')
  expect(hitTest(targets, [130, 100], 22)?.id).toBe('K02')
  expect(hitTest(targets, [100, 122], 22)?.id).toBe('K01')
  expect(hitTest(targets, [100, 123], 22)).toBeUndefined()
})

test('arrow keys go to what lies ahead, near rather than straight', () => {
  expect(nextInDirection(targets, [100, 100], 'right')?.id).toBe('K02')
  expect(nextInDirection(targets, [150, 100], 'right')?.id).toBe('K04')
  expect(nextInDirection(targets, [100, 100], 'down')?.id).toBe('K03')
  expect(nextInDirection(targets, [320, 140], 'left')?.id).toBe('K02')
  expect(nextInDirection(targets, [100, 100], 'left')).toBeUndefined()
})

test('from every target every other can be reached by arrow keys', () => {
  const directions = ['left', 'right', 'up', 'down'] as const
  for (const start of targets) {
    const reached = new Set([start.id])
    const open = [start]
    for (let target = open.pop(); target; target = open.pop()) {
      for (const direction of directions) {
        const next = nextInDirection(targets, target.at, direction)
        if (next && !reached.has(next.id)) {
          reached.add(next.id)
          open.push(next)
        }
      }
    }
    expect(reached.size).toBe(targets.length)
  }
})
