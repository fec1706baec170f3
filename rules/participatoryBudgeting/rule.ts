import { completedEqualShares, type Raising } from './completion.ts'
import type { Election } from './election.ts'
import { greedy } from './greedy.ts'
import { instanceOf } from './instance.ts'
import type { Outcome } from './outcome.ts'
import { paymentsOf } from './payments.ts'
import { phragmen, phragmenPayments } from './phragmen.ts'
import { fraction, ONE, type Rational } from './rational.ts'
import { bySupport, type TieBreak } from './tieBreaking.ts'
import { suits, type Utility, valuationOf } from './utilities.ts'

/** `mes` is the Method of Equal Shares; the words behind it say how its purses are raised, `u` that the rest is filled. */
export const RULES = ['greedy', 'mes', 'mes-add1', 'mes-add1-nostop', 'mes-add1u', 'phragmen'] as const
export type RuleId = (typeof RULES)[number]

export interface RuleParameters {
  readonly rule: RuleId
  readonly utility: Utility
  /** what still fits is bought from the rest, the most utility per cost first */
  readonly fill?: boolean
  /** greedy, filling and Phragmén also buy what nobody wants, last */
  readonly unsupported?: boolean
  /** absent: {@link bySupport} */
  readonly ties?: TieBreak
  /** by which raising enlarges the purse of a voter of weight 1; absent: 1 */
  readonly step?: Rational
}

/** Why a rule does not suit an election. */
export type Misfit = 'utilityDoesNotSuit' | 'phragmenNeedsApprovals'

export function misfit({ kind }: Pick<Election, 'kind'>, { rule, utility }: Pick<RuleParameters, 'rule' | 'utility'>): Misfit | undefined {
  if (rule === 'phragmen' && kind !== 'approval') return 'phragmenNeedsApprovals'
  return suits(utility, kind) ? undefined : 'utilityDoesNotSuit'
}

const RAISING: Readonly<Record<Exclude<RuleId, 'greedy' | 'phragmen'>, Raising>> = {
  mes: 'none',
  'mes-add1': 'exhaustive',
  'mes-add1-nostop': 'infeasible',
  'mes-add1u': 'infeasible',
}

/**
 * What a rule makes of an election. Equal input gives the equal outcome, whatever the order of projects and voters.
 *
 * @throws RangeError if rule and ballots do not suit each other, see {@link misfit}
 * @throws StepTooSmall if raising the purses does not end
 */
export function runRule(election: Election, parameters: RuleParameters): Outcome {
  const reason = misfit(election, parameters)
  if (reason) throw new RangeError(reason)
  const { rule, utility, fill = rule === 'mes-add1u', unsupported = false, ties = bySupport, step = ONE } = parameters
  const valuation = valuationOf(election, utility)
  const instance = instanceOf(valuation)
  const first = (() => {
    if (rule === 'greedy') return { ...greedy(instance, { ties, unsupported }), payments: new Map<string, ReadonlyMap<string, Rational>>() }
    if (rule === 'phragmen') {
      const { bought, ties: tied, payments } = phragmen(instance, { ties, unsupported })
      return { bought, ties: tied, payments: phragmenPayments(payments, instance, valuation) }
    }
    const { run, purse } = completedEqualShares(instance, RAISING[rule], step, { ties })
    return { ...run, payments: paymentsOf(run, purse, instance, valuation) }
  })()
  const filled = fill && rule !== 'greedy' ? greedy(instance, { ties, unsupported }, first.bought) : { bought: [], ties: [] }
  const bought = [...first.bought, ...filled.bought]
  return {
    winners: bought.map(({ id }) => id),
    cost: fraction(
      bought.reduce((sum, { cost }) => sum + cost, 0n),
      instance.moneyUnit,
    ),
    payments: first.payments,
    ties: [...first.ties, ...filled.ties],
  }
}
