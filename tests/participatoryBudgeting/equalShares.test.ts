import { describe, expect, it } from 'vitest'
import type { Election } from '../../rules/participatoryBudgeting/election.ts'
import { add, compare, ONE, rational, total, ZERO } from '../../rules/participatoryBudgeting/rational.ts'
import { type RuleId, runRule } from '../../rules/participatoryBudgeting/rule.ts'
import { byId } from '../../rules/participatoryBudgeting/tieBreaking.ts'
import type { Utility } from '../../rules/participatoryBudgeting/utilities.ts'
import { approvals, election, holds, plain, someElection } from './elections.ts'
import { equalPurse, plainEqualShares } from './plainEqualShares.ts'

const run = (input: Election, rule: RuleId, utility: Utility) => runRule(input, { rule, utility, ties: byId })

describe('Equal Shares, worked out by hand', () => {
  it('buys at the least price per point, each pays by its points, and who has less gives what it has', () => {
    // Purses of 60. a: 90 ÷ 9 points = 10 a point: 60 and 30. b: v1 has nothing left; v2 alone 30 ÷ 2 = 15. c: 40 ÷ 4 = 10, v3 has 60.
    const input = election({ budget: 180, costs: { a: 90, b: 30, c: 40, d: 25 }, ballots: [[{ a: 6, b: 4 }], [{ a: 3, b: 2 }], [{ c: 4, d: 1 }]] })
    const outcome = run(input, 'mes', 'points')
    // b costs 5 a point at first, so it goes before a: 20 and 10. Then a: v1 has 40, v2 50: 40 from v1, 50 from v2.
    expect(outcome.winners).toEqual(['b', 'c', 'a'])
    expect(plain(outcome.payments)).toEqual({ b: { v1: '20', v2: '10' }, c: { v3: '40' }, a: { v1: '40', v2: '50' } })
    expect(outcome.cost).toEqual(rational(160))
  })

  it('pays with a fraction where the sum does not divide', () => {
    const outcome = run(election({ budget: 30, costs: { a: 10 }, ballots: [[{ a: 1 }], [{ a: 2 }], [{}]] }), 'mes', 'points')
    expect(plain(outcome.payments)).toEqual({ a: { v1: '10/3', v2: '20/3' } })
  })

  it('what costs nothing and is wanted comes first; what nobody wants is never bought', () => {
    const input = election({ budget: 10, costs: { z: 0, y: 0, x: 5, w: 1 }, ballots: [[{ x: 3, z: 1 }]] })
    expect(run(input, 'mes', 'points').winners).toEqual(['z', 'x'])
    expect(plain(run(input, 'mes', 'points').payments)).toEqual({ x: { v1: '5' } })
  })

  it('ties are marked and go by support, cost, id; or by id alone', () => {
    const input = election({ budget: 12, costs: { a: 2, b: 1, c: 1, d: 2 }, ballots: [[{ a: 2, b: 1, c: 1, d: 1 }], [{ d: 1 }]] })
    const bySupport = runRule(input, { rule: 'mes', utility: 'points' })
    expect(bySupport.winners).toEqual(['d', 'b', 'c', 'a'])
    expect(bySupport.ties[0]).toEqual({ chosen: 'd', among: ['d', 'b', 'c', 'a'] })
    expect(bySupport.ties).toHaveLength(3)
    expect(run(input, 'mes', 'points').winners).toEqual(['a', 'b', 'c', 'd'])
  })

  it('a price exactly at the edge of all purses is still paid', () => {
    const input = election({ budget: 1, costs: { a: 1 }, ballots: [[{ a: 1 }], [{ a: 5 }], [{ a: 7 }]] })
    expect(plain(run(input, 'mes', 'points').payments)).toEqual({ a: { v1: '1/3', v2: '1/3', v3: '1/3' } })
  })
})

describe('Equal Shares, where doubles cannot tell', () => {
  const purse = 10n ** 20n
  const budget = String(2n * purse)

  it('who is poorer by half a euro in a hundred quintillion gives what it has', () => {
    const input = election({ budget, costs: { a: 1, b: String(2n * purse - 1n) }, ballots: [[{ a: 1, b: 1 }], [{ b: 1 }]] })
    expect(plain(run(input, 'mes', 'points').payments)).toEqual({ a: { v1: '1' }, b: { v1: String(purse - 1n), v2: String(purse) } })
  })

  it('a cost above all purses by a tenth of a euro is too much', () => {
    const input = election({ budget, costs: { a: 1, b: `${2n * purse - 1n}.1` }, ballots: [[{ a: 1, b: 1 }], [{ b: 1 }]] })
    expect(run(input, 'mes', 'points').winners).toEqual(['a'])
  })

  it('the cheaper one goes first, however little cheaper', () => {
    const input = election({ budget, costs: { a: '70000000000000000.00001', b: '70000000000000000' }, ballots: [[{ a: 3, b: 3 }], [{}]] })
    expect(run(input, 'mes', 'points').winners).toEqual(['b', 'a'])
    expect(run(input, 'mes', 'points').ties).toEqual([])
  })
})

describe('Equal Shares, published examples', () => {
  // Lackner, Skowron: Multi-Winner Voting with Approval Preferences (2023), Examples 1 and 11.
  const running = approvals(4, Object.fromEntries([...'abcdefgh'].map((id) => [id, 1])), ['ab', 'ab', 'ab', 'ac', 'ac', 'ac', 'ad', 'ad', 'bcf', 'e', 'f', 'g'])

  it.each(['cost', 'cardinality', 'points'] as const)('Lackner and Skowron, Example 11: a at an eighth each, and nothing more (%s)', (utility) => {
    const { winners, payments } = run(running, 'mes', utility)
    expect(winners).toEqual(['a'])
    expect([...(payments.get('a')?.values() ?? [])]).toEqual(Array.from({ length: 8 }, () => rational('1/8')))
  })

  it('Lackner and Skowron, Example 11: of equal purses 5/24 remain, so b needs larger ones', () => {
    // 3 × 5/24 + 1/3 = 23/24 < 1: the next increment that suffices for b is the first of 1/96 or more.
    const { winners } = runRule(running, { rule: 'mes-add1', utility: 'cardinality', step: rational('1/96'), ties: byId })
    expect(winners.slice(0, 2)).toEqual(['a', 'b'])
  })
})

describe('Raising the purses', () => {
  const input = approvals(4, { p: 1, q: '0.9', r: 2, s: '1.09' }, ['p', 'qrs', 'qrs', 'r'])

  it('the example by hand: with cost as utility r and p, after raising q too; with one point each q, s and p', () => {
    expect(run(input, 'mes', 'cost').winners).toEqual(['r', 'p'])
    expect(runRule(input, { rule: 'mes-add1', utility: 'cost', step: rational('0.1'), ties: byId }).winners.toSorted()).toEqual(['p', 'q', 'r'])
    expect(run(input, 'mes', 'cardinality').winners).toEqual(['q', 's', 'p'])
  })

  it('with the exhaustive stop it ends at the first outcome that leaves nothing to buy, without it goes on', () => {
    // Budget 6, purses 3, 4, 5 …: a (5) is wanted by v1 alone, b (4) and c (2) by v2. At 3: c. At 4: b, which is cheaper per point.
    const growing = election({ budget: 6, costs: { a: 5, b: 4, c: 2 }, ballots: [[{ a: 1 }], [{ b: 4, c: 1 }]] })
    expect(run(growing, 'mes', 'points').winners).toEqual(['c'])
    // At 4 there are 2 left and c fits, so it is not exhaustive; at 5 a and b together are too much: the last is kept.
    expect(run(growing, 'mes-add1', 'points').winners).toEqual(['b'])
    expect(run(growing, 'mes-add1-nostop', 'points').winners).toEqual(['b'])
    expect(run(growing, 'mes-add1u', 'points').winners).toEqual(['b', 'c'])
    const stopping = election({ budget: 6, costs: { a: 5, b: 4, c: 3 }, ballots: [[{ a: 1 }], [{ b: 4, c: 1 }]] })
    // At 3: c, with 3 left, neither a nor b fits: exhaustive.
    expect(run(stopping, 'mes-add1', 'points').winners).toEqual(['c'])
    expect(run(stopping, 'mes-add1-nostop', 'points').winners).toEqual(['b'])
  })

  it('if everything wanted is affordable together, everything is bought', () => {
    const lopsided = election({ budget: 1_000_000_000, costs: { a: 900_000_000, b: 5 }, ballots: [[{ a: 1 }], [{ b: 1 }], [{ b: 1 }]] })
    const outcome = run(lopsided, 'mes-add1-nostop', 'points')
    expect(outcome.winners.toSorted()).toEqual(['a', 'b'])
    expect(plain(outcome.payments)).toEqual({ a: { v1: '900000000' }, b: { v2: '5/2', v3: '5/2' } })
  })
})

describe('Equal Shares against its definition', () => {
  it.each(['points', 'cost', 'cardinality'] as const)('the same winners in the same order with the same payments (%s)', (utility) => {
    holds(someElection({ projects: 8, voters: 6, weight: 3, points: 4 }), 250, (input) => {
      const { winners, payments } = run(input, 'mes', utility)
      const expected = plainEqualShares(input, utility, equalPurse(input))
      expect(winners).toEqual(expected.winners)
      expect(plain(payments)).toEqual(plain(expected.payments))
    })
  })

  it('with raised purses too', () => {
    holds(someElection({ projects: 6, voters: 5, weight: 3, points: 4 }), 120, (input) => {
      for (const rule of ['mes-add1', 'mes-add1-nostop'] as const) {
        const { winners } = run(input, rule, 'points')
        expect(rule === 'mes-add1' ? winners : winners.toSorted()).toEqual(rule === 'mes-add1' ? plainAdd1(input, true) : plainAdd1(input, false).toSorted())
      }
    })
  })
})

/** Raising as the references describe it: pabutools with its exhaustive stop, equalshares.net without. */
function plainAdd1(input: Election, stopsWhenExhaustive: boolean): readonly string[] {
  const wanted = input.projects.filter(({ id }) => input.voters.some(({ ballot }) => compare(ballot.get(id) ?? ZERO, ZERO) > 0))
  const costOf = (ids: readonly string[]) => total(wanted.filter(({ id }) => ids.includes(id)).map(({ cost }) => cost))
  const everything = wanted.map(({ id }) => id)
  if (!stopsWhenExhaustive && compare(costOf(everything), input.budget) <= 0) return everything
  let last: readonly string[] = []
  for (let purse = equalPurse(input); ; purse = add(purse, ONE)) {
    const { winners } = plainEqualShares(input, 'points', purse)
    if (compare(costOf(winners), input.budget) > 0) return last
    last = winners
    const nothingFits = everything.every((id) => winners.includes(id) || compare(costOf([...winners, id]), input.budget) > 0)
    if (stopsWhenExhaustive && nothingFits) return last
  }
}
