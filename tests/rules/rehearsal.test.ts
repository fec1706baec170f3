import { describe, expect, test } from 'vitest'
import { CHARACTERS } from '../../rules/bot/character.ts'
import { rehearse, rehearsed } from '../../rules/rehearsal.ts'
import { seededRandom } from '../../rules/seededRandom.ts'
import { becauseWords } from '../../server/scenarios/commands/becauseWords.ts'
import { muldenau } from '../helpers/muldenau.ts'
import { shippedScenarios } from '../helpers/shippedScenarios.ts'

const compact = muldenau('compact')

describe.each(shippedScenarios())('$name', ({ scenario }) => {
  test.each(CHARACTERS)(
    'is played to its end by %s departments',
    (character) => {
      const state = rehearsed(scenario, { random: seededRandom(5), characterOf: () => character })
      expect(state.closedAt).not.toBeNull()
      expect(Object.values(state.proposals).some(({ adoptedRound }) => adoptedRound !== null)).toBe(true)
    },
    60_000,
  )
})

test('the same numbers give the same workshop, other numbers another one', () => {
  const play = (seed: number) => [...rehearse(compact, { random: seededRandom(seed) })].map(({ command }) => command)
  expect(play(1)).toEqual(play(1))
  expect(play(1)).not.toEqual(play(2))
})

test('every step of a department has a reason that can be said in a sentence', () => {
  for (const { actor, because } of rehearse(compact, { random: seededRandom(3) })) {
    expect(because === null).toBe(actor.role === 'facilitator')
    if (because) expect(becauseWords(because)).toMatch(/^\p{L}.*[.:]$/u)
    if (because) expect(becauseWords(because)).not.toMatch(/undefined|„“|NaN/)
  }
})

test('departments of different characters can sit at one table', () => {
  const turns = { housing: 'sectoral', mobility: 'generous', climate: 'cautious', digital: 'integrative' } as const
  const characterOf = (teamId: string) => turns[teamId as keyof typeof turns]
  expect(rehearsed(compact, { random: seededRandom(1), characterOf }).closedAt).not.toBeNull()
})
