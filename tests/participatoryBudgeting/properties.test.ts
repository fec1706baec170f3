import { describe, expect, it } from 'vitest'
import type { Election, Voter } from '../../rules/participatoryBudgeting/election.ts'
import type { Outcome } from '../../rules/participatoryBudgeting/outcome.ts'
import { add, compare, isPositive, multiply, type Rational, rational, subtract, toText, total, ZERO } from '../../rules/participatoryBudgeting/rational.ts'
import { RULES, type RuleId, runRule } from '../../rules/participatoryBudgeting/rule.ts'
import { byId } from '../../rules/participatoryBudgeting/tieBreaking.ts'
import type { Utility } from '../../rules/participatoryBudgeting/utilities.ts'
import { holds, plain, someElection } from './elections.ts'
import { equalPurse } from './plainEqualShares.ts'

const size = { projects: 7, voters: 6, weight: 3, points: 5 }
const points = someElection(size)
const approval = someElection(size, 'approval')
const ruleOf = (rule: RuleId) => (rule === 'phragmen' ? approval : points)
const result = (input: Election, rule: RuleId, utility: Utility = 'points') => runRule(input, { rule, utility, ties: byId })
const asText = (outcome: Outcome) => ({ ...outcome, cost: toText(outcome.cost), payments: plain(outcome.payments) })
const wantedBy = (input: Election, id: string) => input.voters.filter(({ ballot }) => isPositive(ballot.get(id) ?? ZERO))
const costOf = (input: Election, ids: readonly string[]) => total(input.projects.filter(({ id }) => ids.includes(id)).map(({ cost }) => cost))

describe.each(RULES)('%s', (rule) => {
  it('costs at most the budget and buys nothing twice or unwanted', () => {
    holds(ruleOf(rule), 150, (input) => {
      const { winners, cost } = result(input, rule)
      expect(compare(cost, input.budget)).toBeLessThanOrEqual(0)
      expect(cost).toEqual(costOf(input, winners))
      expect(new Set(winners).size).toBe(winners.length)
      expect(winners.filter((id) => wantedBy(input, id).length === 0)).toEqual([])
    })
  })

  it('does not depend on the order of voters and projects, changes nothing that it is given, and says the same twice', () => {
    holds(ruleOf(rule), 100, (input) => {
      const before = JSON.stringify(input, (_key, value) => (typeof value === 'bigint' ? String(value) : value instanceof Map ? [...value] : value))
      const outcome = asText(result(input, rule))
      expect(asText(result(input, rule))).toEqual(outcome)
      const turned = { ...input, voters: input.voters.toReversed(), projects: input.projects.toReversed() }
      expect(asText(result(turned, rule))).toEqual(outcome)
      expect(JSON.stringify(input, (_key, value) => (typeof value === 'bigint' ? String(value) : value instanceof Map ? [...value] : value))).toBe(before)
    })
  })

  it('knows no unit: a thousand times the money or seven times the points changes nothing', () => {
    holds(ruleOf(rule), 100, (input) => {
      const thousand = rational(1000)
      const dear = {
        ...input,
        budget: multiply(input.budget, thousand),
        projects: input.projects.map(({ id, cost }) => ({ id, cost: multiply(cost, thousand) })),
      }
      const { winners } = result(input, rule)
      expect(runRule(dear, { rule, utility: 'points', ties: byId, step: thousand }).winners).toEqual(winners)
      const seven = rational(7)
      const generous = input.voters.map((voter) => ({ ...voter, ballot: new Map([...voter.ballot].map(([id, given]) => [id, multiply(given, seven)])) }))
      expect(result({ ...input, voters: generous }, rule).winners).toEqual(winners)
    })
  })

  it('a voter of weight w is w voters with the same ballot', () => {
    holds(ruleOf(rule), 100, (input) => {
      const clones = input.voters.flatMap((voter) =>
        Array.from({ length: Number(voter.weight.numerator) }, (_, index): Voter => ({ ...voter, id: `${voter.id}-${index}`, weight: rational(1) })),
      )
      expect(result({ ...input, voters: clones }, rule).winners).toEqual(result(input, rule).winners)
    })
  })

  it('without any wish buys nothing', () => {
    holds(ruleOf(rule), 30, (input) => {
      const silent = { ...input, voters: input.voters.map((voter) => ({ ...voter, ballot: new Map<string, Rational>() })) }
      expect(result(silent, rule).winners).toEqual([])
      expect(result({ ...input, voters: [] }, rule).winners).toEqual([])
    })
  })
})

describe.each(['greedy', 'mes-add1u'] as const)('%s', (rule) => {
  it('leaves nothing unbought that is wanted and fits', () => {
    holds(points, 200, (input) => {
      const { winners, cost } = result(input, rule)
      const fitting = input.projects.filter(({ id, cost: own }) => !winners.includes(id) && compare(add(cost, own), input.budget) <= 0)
      expect(fitting.filter(({ id }) => wantedBy(input, id).length > 0)).toEqual([])
    })
  })
})

describe.each(['mes', 'mes-add1', 'mes-add1-nostop', 'phragmen'] as const)('%s', (rule) => {
  it('payments come from supporters and sum to the cost', () => {
    holds(ruleOf(rule), 150, (input) => {
      const { winners, payments } = result(input, rule)
      for (const { id, cost } of input.projects.filter((project) => winners.includes(project.id))) {
        const paid = payments.get(id) ?? new Map<string, Rational>()
        expect(total(paid.values())).toEqual(cost)
        const supporters = wantedBy(input, id).map((voter) => voter.id)
        expect([...paid.keys()].filter((voter) => !supporters.includes(voter))).toEqual([])
      }
    })
  })
})

describe('Equal Shares', () => {
  it('nobody pays more than the purse, and what supporters have left together buys nothing more they want', () => {
    holds(points, 250, (input) => {
      const { winners, payments } = result(input, 'mes')
      const purse = equalPurse(input)
      const spent = (voter: string) => total([...payments.values()].flatMap((paid) => paid.get(voter) ?? []))
      const left = new Map(input.voters.map(({ id, weight }) => [id, subtract(multiply(weight, purse), spent(id))]))
      for (const rest of left.values()) expect(compare(rest, ZERO)).toBeGreaterThanOrEqual(0)
      for (const { id, cost } of input.projects.filter((project) => !winners.includes(project.id))) {
        const supporters = wantedBy(input, id)
        const together = total(supporters.map((voter) => left.get(voter.id) ?? ZERO))
        if (supporters.length > 0) expect(compare(together, cost)).toBeLessThan(0)
      }
    })
  })

  it('with one voter alone is greedy, once completed', () => {
    holds(someElection({ ...size, voters: 1 }), 150, (input) => {
      expect(result(input, 'mes-add1u').winners.toSorted()).toEqual(result(input, 'greedy').winners.toSorted())
    })
  })

  it('with cost as utility of approvals follows the effective vote count: cost ÷ the highest share anyone pays', () => {
    holds(approval, 150, (input) => {
      const positive = { ...input, projects: input.projects.filter(({ cost }) => isPositive(cost)) }
      expect(result(positive, 'mes', 'cost').winners).toEqual(byEffectiveVotes(positive))
    })
  })

  it.each(['mes', 'mes-add1u'] as const)('gives every group what it could have bought alone, up to one project (EJR-1, %s)', (rule) => {
    holds(someElection({ projects: 5, voters: 5, weight: 3, points: 4 }), 100, (input) => {
      expect(neglectedGroups(input, result(input, rule).winners)).toEqual([])
    })
  })
})

describe('Greedy', () => {
  it('leaves a group without anything that its part of the budget would have paid', () => {
    const voter = (id: string, wishes: string): Voter => ({ id, weight: rational(1), ballot: new Map([...wishes].map((wish) => [wish, rational(5)])) })
    const voters = [voter('m1', 'abcfg'), voter('m2', 'abcfg'), voter('m3', 'abcfg'), voter('n1', 'de'), voter('n2', 'de')]
    const input: Election = { kind: 'scoring', budget: rational(50), projects: [...'abcdefg'].map((id) => ({ id, cost: rational(10) })), voters }
    expect(result(input, 'greedy').winners).toEqual(['a', 'b', 'c', 'f', 'g'])
    expect(neglectedGroups(input, result(input, 'greedy').winners)).toContain('n1,n2: d,e')
    expect(neglectedGroups(input, result(input, 'mes').winners)).toEqual([])
  })
})

/** The rule as equalshares.net explains it for approvals: the highest number of votes that count, each supporter paying an equal part. */
function byEffectiveVotes(input: Election): readonly string[] {
  const purse = equalPurse(input)
  const left = new Map(input.voters.map(({ id, weight }) => [id, { weight, each: purse }]))
  const winners: string[] = []
  for (;;) {
    let best: { id: string; share: Rational; votes: Rational } | undefined
    for (const { id, cost } of input.projects.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const share = winners.includes(id)
        ? undefined
        : highestShare(
            cost,
            wantedBy(input, id).flatMap((voter) => left.get(voter.id) ?? []),
          )
      if (!share) continue
      const votes = { numerator: cost.numerator * share.denominator, denominator: cost.denominator * share.numerator }
      if (!best || compare(votes, best.votes) > 0) best = { id, share, votes }
    }
    if (!best) return winners
    winners.push(best.id)
    for (const voter of wantedBy(input, best.id)) {
      const own = left.get(voter.id)
      if (own) own.each = subtract(own.each, compare(own.each, best.share) < 0 ? own.each : best.share)
    }
  }
}

function highestShare(cost: Rational, purses: readonly { readonly weight: Rational; readonly each: Rational }[]): Rational | undefined {
  let rest = cost
  let weight = total(purses.map((purse) => purse.weight))
  for (const purse of purses.toSorted((a, b) => compare(a.each, b.each))) {
    const share = { numerator: rest.numerator * weight.denominator, denominator: rest.denominator * weight.numerator }
    if (compare(share, purse.each) <= 0) return share
    rest = subtract(rest, multiply(purse.weight, purse.each))
    weight = subtract(weight, purse.weight)
  }
  return undefined
}

/**
 * Groups S with projects T that their part of the budget would pay, all of whom have less from the outcome and any one more project than
 * everyone in S has from T (extended justified representation up to one project; Peters, Pierczyński, Skowron 2021).
 */
function neglectedGroups(input: Election, winners: readonly string[]): readonly string[] {
  const everyone = total(input.voters.map(({ weight }) => weight))
  const worth = (voter: Voter, ids: readonly string[]) => total(ids.map((id) => voter.ballot.get(id) ?? ZERO))
  const ids = input.projects.map(({ id }) => id)
  return subsets(input.voters).flatMap((group) =>
    subsets(ids).flatMap((wished) => {
      const part = multiply(total(group.map(({ weight }) => weight)), input.budget)
      if (compare(multiply(costOf(input, wished), everyone), part) > 0) return []
      const common = total(wished.map((id) => group.map(({ ballot }) => ballot.get(id) ?? ZERO).reduce((a, b) => (compare(a, b) < 0 ? a : b))))
      if (!isPositive(common)) return []
      const isServed = group.some(
        (voter) =>
          compare(worth(voter, winners), common) >= 0 || ids.some((id) => !winners.includes(id) && compare(worth(voter, [...winners, id]), common) > 0),
      )
      return isServed ? [] : [`${group.map(({ id }) => id).join()}: ${wished.join()}`]
    }),
  )
}

/** All but the empty one. */
function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** all.length - 1 }, (_, index) => all.filter((_item, bit) => (index + 1) & (1 << bit)))
}
