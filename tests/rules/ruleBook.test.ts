import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
const numbersIn = (text: string): readonly string[] => [...text.matchAll(/\[([A-Z]\d+)\]/g)].flatMap(([, number]) => number ?? [])

const ruleBook = readFileSync(`${root}rules/README.md`, 'utf8')
const given = [...ruleBook.matchAll(/^- \*\*\[([A-Z]\d+)\]\*\*/gm)].flatMap(([, number]) => number ?? [])

/** Titles of the tests of this folder: the first argument of `it`, `test` or their `each(…)`. Tests of the server number its own promises. */
const titles = globSync('tests/rules/*.test.ts', { cwd: root }).flatMap((file) =>
  [...readFileSync(root + file, 'utf8').matchAll(/\b(?:it|test)(?:\.\w+\([\s\S]*?\))?\(\s*(['"`])(.*?)\1/g)].map(([, , title]) => title ?? ''),
)
const tested = new Set(titles.flatMap(numbersIn))

describe('Rule book', () => {
  it('gives each number once, in order, and has rules at all', () => {
    expect(given.length).toBeGreaterThan(50)
    expect(given).toEqual([...new Set(given)])
    const chapters = given.map((number) => number[0] ?? '')
    for (const chapter of new Set(chapters)) {
      const numbers = given.filter((number) => number.startsWith(chapter)).map((number) => Number(number.slice(1)))
      expect(numbers, chapter).toEqual(numbers.toSorted((a, b) => a - b))
      expect(chapters.lastIndexOf(chapter) - chapters.indexOf(chapter), `chapter ${chapter} stands in one piece`).toBe(numbers.length - 1)
    }
  })

  it('names in its sentences only rules that it has', () => {
    expect(numbersIn(ruleBook).filter((number) => !given.includes(number))).toEqual([])
  })

  it('has a sentence for every number that a test names', () => {
    expect([...tested].filter((number) => !given.includes(number))).toEqual([])
  })

  it('has a test for every rule', () => {
    expect(given.filter((number) => !tested.has(number))).toEqual([])
  })
})
