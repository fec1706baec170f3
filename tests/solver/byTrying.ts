import { type PlannedDecision, type Portfolio, type PortfolioPlan, roundsOf } from '../../rules/portfolio/portfolio.ts'
import { valueOfPlan } from '../../rules/portfolio/valueOfPlan.ts'

/** The greatest value and the least cost at it, found by trying every plan there is. Knows nothing of linear models. */
export function bestByTrying(portfolio: Portfolio, costAtMost = Number.POSITIVE_INFINITY): { readonly value: number; readonly cost: number } | null {
  let best: { value: number; cost: number } | null = null
  for (const decisions of allDecisions(portfolio)) {
    for (const settled of allSettlements(portfolio, decisions)) {
      for (const focusAreas of subsets(portfolio.focusAreas.areaIds, portfolio.focusAreas.max)) {
        const { value, broken } = valueOfPlan(portfolio, { decisions, settled, focusAreas })
        if (broken.length > 0 || value.funds > costAtMost) continue
        if (!best || value.total > best.value || (value.total === best.value && value.funds < best.cost)) best = { value: value.total, cost: value.funds }
      }
    }
  }
  return best
}

function* allDecisions(portfolio: Portfolio, index = 0): Generator<PlannedDecision[]> {
  const measure = portfolio.measures[index]
  if (!measure) {
    yield []
    return
  }
  // An area in which it counts for nothing makes no difference to another one.
  const areas: readonly (string | null)[] = measure.areaIds.length > 0 ? measure.areaIds : [null]
  for (const rest of allDecisions(portfolio, index + 1)) {
    yield rest
    for (const round of roundsOf(portfolio)) {
      for (const programmeId of [null, ...measure.programmeIds]) {
        for (const areaId of areas) yield [{ measureId: measure.id, round, programmeId, areaId }, ...rest]
      }
    }
  }
}

function* allSettlements(portfolio: Portfolio, decisions: readonly PlannedDecision[], index = 0): Generator<PortfolioPlan['settled']> {
  const conflict = portfolio.conflicts[index]
  if (!conflict) {
    yield []
    return
  }
  const met = [conflict.a, conflict.b].every((id) => decisions.some(({ measureId }) => measureId === id))
  for (const rest of allSettlements(portfolio, decisions, index + 1)) {
    yield rest
    if (met) for (const { way } of conflict.ways) yield [{ a: conflict.a, b: conflict.b, way }, ...rest]
  }
}

function subsets(items: readonly string[], most: number): readonly string[][] {
  return Array.from({ length: 2 ** items.length }, (_, set) => items.filter((__, index) => (set >> index) & 1)).filter(({ length }) => length <= most)
}
