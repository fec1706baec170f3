import { describe, expect, it } from 'vitest'
import type { Election } from '../../rules/participatoryBudgeting/election.ts'
import { rational } from '../../rules/participatoryBudgeting/rational.ts'
import { type RuleParameters, runRule } from '../../rules/participatoryBudgeting/rule.ts'
import { byId } from '../../rules/participatoryBudgeting/tieBreaking.ts'
import { approvals, election, plain } from './elections.ts'

const run = (input: Election, parameters: Partial<RuleParameters>) => runRule(input, { rule: 'greedy', utility: 'cardinality', ties: byId, ...parameters })

describe('Greedy', () => {
  // Points per euro: a 6 ÷ 3 = 2, b 6 ÷ 4 = 1.5, c 4 ÷ 4 = 1, d free, e wanted by nobody.
  const input = election({ budget: 8, costs: { a: 3, b: 4, c: 4, d: 0, e: 1 }, ballots: [[{ a: 4, b: 6, d: 1 }], [{ a: 2, c: 4 }]] })

  it('buys the most points per euro first and skips what does not fit', () => {
    expect(run(input, { utility: 'points' }).winners).toEqual(['d', 'a', 'b'])
    expect(run({ ...input, budget: rational(7.5) }, { utility: 'points' }).winners).toEqual(['d', 'a', 'b'])
    expect(run({ ...input, budget: rational(6) }, { utility: 'points' }).winners).toEqual(['d', 'a'])
  })

  it('buys what nobody wants last, and only if asked to', () => {
    expect(run(input, { utility: 'points', unsupported: true }).winners).toEqual(['d', 'a', 'b', 'e'])
  })

  it('with cost as utility orders by the number of approvals', () => {
    const approved = approvals(10, { a: 9, b: 1, c: 5 }, ['ab', 'a', 'c', 'bc', 'b'])
    expect(run(approved, { utility: 'cost' }).winners).toEqual(['b', 'a'])
  })

  it('marks ties; more supporters go first, then the cheaper one', () => {
    const tied = election({ budget: 20, costs: { a: 4, b: 2, c: 2, d: 2 }, ballots: [[{ a: 4, b: 2, c: 1, d: 2 }], [{ c: 1 }]] })
    const outcome = runRule(tied, { rule: 'greedy', utility: 'points' })
    expect(outcome.winners).toEqual(['c', 'b', 'd', 'a'])
    expect(outcome.ties.map(({ among }) => among)).toEqual([
      ['c', 'b', 'd', 'a'],
      ['b', 'd', 'a'],
      ['d', 'a'],
    ])
    expect(run(tied, { utility: 'points' }).winners).toEqual(['a', 'b', 'c', 'd'])
  })

  it('counts points against a project', () => {
    const input2 = election({ budget: 4, costs: { a: 2, b: 2 }, ballots: [[{ a: 5, b: 2 }], [{ a: -4 }]] })
    expect(run(input2, { utility: 'points' }).winners).toEqual(['b', 'a'])
  })
})

describe('Phragmén', () => {
  it('Lackner and Skowron (2023), the running example: a, b, c and d', () => {
    const running = approvals(4, Object.fromEntries([...'abcdefgh'].map((id) => [id, 1])), [
      'ab',
      'ab',
      'ab',
      'ac',
      'ac',
      'ac',
      'ad',
      'ad',
      'bcf',
      'e',
      'f',
      'g',
    ])
    const { winners, payments, ties } = run(running, { rule: 'phragmen' })
    expect(winners).toEqual(['a', 'b', 'c', 'd'])
    // Loads after b: (3/8 + 1) ÷ 4 = 11/32; after c: (3/8 + 11/32 + 1) ÷ 4 = 55/128; after d: (2/8 + 1) ÷ 2 = 5/8.
    const [eighth, b, c, d] = ['1/8', '7/32', '39/128', '1/2']
    expect(plain(payments)).toEqual({
      a: Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`v${n}`, eighth])),
      b: { v1: b, v2: b, v3: b, v9: '11/32' },
      c: { v4: c, v5: c, v6: c, v9: '11/128' },
      d: { v7: d, v8: d },
    })
    expect(ties).toEqual([{ chosen: 'b', among: ['b', 'c'] }])
  })

  it('money comes in: the first whose supporters have saved enough is bought, until one exceeds the budget', () => {
    // After 2 a head: a (4, two supporters). v3 alone has saved 3 for b then at 3. c would come at (2 + 2 + 6) ÷ 2 = 5 and exceeds 10.
    const input = approvals(10, { a: 4, b: 3, c: 6, d: 1, e: 11 }, ['ace', 'ace', 'be'])
    expect(run(input, { rule: 'phragmen' }).winners).toEqual(['a', 'b'])
    expect(run(input, { rule: 'phragmen', fill: true }).winners).toEqual(['a', 'b'])
  })

  it('it ends even if another one that is tied would still fit', () => {
    const input = approvals(5, { a: 3, b: 6, c: 3 }, ['a', 'c'])
    expect(run(input, { rule: 'phragmen' }).winners).toEqual(['a'])
    const tied = approvals(6, { a: 3, b: 3, c: 6 }, ['ac', 'bc'])
    // a and b at 3, then c at 6 exceeds; at 3 both are bought.
    expect(run(tied, { rule: 'phragmen' }).winners).toEqual(['a', 'b'])
    const edge = approvals(5, { a: 2, b: 4, d: 2 }, ['a', 'bd', 'bd'])
    // d at 1 (rest 3); then a at 2; b at (1 + 1 + 4) ÷ 2 = 3 exceeds.
    expect(run(edge, { rule: 'phragmen' }).winners).toEqual(['d', 'a'])
    const both = approvals(7, { a: 3, b: 6 }, ['a', 'b', 'b'])
    // a and b both at 3; b fits alone, a too, but once a is bought b does not: a and b are each within 7, so a, then the end.
    expect(run(both, { rule: 'phragmen' }).winners).toEqual(['a'])
  })

  it('what nobody wants comes last, only if asked to, and all of it or nothing', () => {
    const input = approvals(5, { a: 2, b: 1, c: 2 }, ['a', ''])
    expect(run(input, { rule: 'phragmen' }).winners).toEqual(['a'])
    expect(run(input, { rule: 'phragmen', unsupported: true }).winners).toEqual(['a', 'b', 'c'])
    expect(run({ ...input, budget: rational(3) }, { rule: 'phragmen', unsupported: true }).winners).toEqual(['a'])
  })

  it('reckons with approvals only', () => {
    expect(() => run(election({ budget: 1, costs: { a: 1 }, ballots: [[{ a: 1 }]] }), { rule: 'phragmen' })).toThrow(RangeError)
  })
})
