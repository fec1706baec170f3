import { commonValue, type Plan, type Scoring } from '../commonValue.ts'
import type { ValueColumn } from '../sessionView.ts'
import { type CheckedPlan, checkPlan } from './checkPlan.ts'
import type { Portfolio, PortfolioPlan } from './portfolio.ts'

/** Points that belong to no goal stand under this name, which no goal can have: ids know no spaces. */
const NO_GOAL = 'no goal'

/** A plan, checked, and what it is worth by the very function that scores the table and the departments [W1]. */
export interface ValuedPlan extends CheckedPlan {
  readonly value: ValueColumn
}

/** The plan checked against the portfolio's rules, and its common value, whether or not it keeps them. */
export function valueOfPlan(portfolio: Portfolio, plan: PortfolioPlan): ValuedPlan {
  const checked = checkPlan(portfolio, plan)
  const scored = planOf(portfolio, plan, checked)
  const value = commonValue(scored, scoringOf(portfolio))
  const settled = { funds: sum(checked.settlements.map(({ funds }) => funds)), staff: sum(checked.settlements.map(({ staff }) => staff)) }
  return { ...checked, value: { ...value, funds: value.funds + settled.funds, staff: value.staff + settled.staff } }
}

function planOf(portfolio: Portfolio, { settled, focusAreas }: PortfolioPlan, { decided }: CheckedPlan): Plan {
  const isDecided = new Set(decided.map(({ measureId }) => measureId))
  const both = ({ a, b }: { readonly a: string; readonly b: string }) => isDecided.has(a) && isDecided.has(b)
  return {
    decided: decided.map(({ measureId, measure, areaId, round, funds, staff }) => ({
      measureId,
      teamId: measure.teamId,
      areaId: areaId ?? undefined,
      round,
      effects: { ...measure.effects, [NO_GOAL]: measure.value },
      funds,
      staff,
    })),
    synergies: portfolio.synergies.filter(both).map(({ a, b, points }) => ({ a, b, effect: 'amplify' as const, strength: points })),
    conflicts: portfolio.conflicts
      .filter(both)
      .filter(({ a, b }) => !settled.some((way) => way.a === a && way.b === b))
      .map(({ a, b, points }) => ({ a, b, strength: points })),
    focusAreas,
    goalWeights: { ...Object.fromEntries(portfolio.goals.map(({ id, weight }) => [id, weight])), [NO_GOAL]: 1 },
    goalChanges: portfolio.goalChanges,
  }
}

/** Synergies and conflicts of a portfolio already stand in points: one point per strength. */
function scoringOf({ rounds, pointsPerRoundEarlier, focusAreas }: Portfolio): Scoring {
  return {
    rounds,
    value: { pointsPerRoundEarlier, focusAreaPoints: focusAreas.points, conflictPointsPerStrength: 1 },
    crossReferenceRules: { pointsPerStrength: { sharedConstruction: 1, sharedStaff: 1, amplify: 1 } },
    focusAreas,
  }
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0)
}
