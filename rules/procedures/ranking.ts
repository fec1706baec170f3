import { doubledBorda, type Preference } from '../participatoryBudgeting/borda.ts'
import { kemeny, preferenceFor } from '../participatoryBudgeting/kemeny.ts'
import { pointsOfVoters } from './ballotPoints.ts'
import { inOrderOf, type Judged, type ListedMeasure, type Procedure, standing } from './procedure.ts'
import { notRated, scoreUnits } from './score.ts'

/**
 * [L5] Merged orders: each voter's points are an order of the measures; the joint order contradicts as few of all pairwise preferences as
 * possible (Kemeny). Above eighteen measures that takes too long: then by Borda points, the number of measures ranked below, summed over
 * the voters. What nobody gave points follows by score.
 */
export const ranking: Procedure = (profile, measures, limits, parameters) => {
  const preferences = pointsOfVoters(profile, measures).map(({ points }): Preference => ({ weight: 1, points }))
  const ranked = [...measures].sort((a, b) => standing(a, b, parameters)).filter(({ measureId }) => preferences.some(({ points }) => points.has(measureId)))
  const ids = ranked.map(({ measureId }) => measureId)
  const borda = doubledBorda(ids, preferences)
  const merged = kemeny(ids, preferences)
  const order = merged === 'tooMany' ? undefined : merged.order
  const judge = (measure: ListedMeasure): Judged => {
    const { measureId } = measure
    const doubled = borda.get(measureId)
    if (doubled === undefined) return notRated(measure, scoreUnits(measure, profile, parameters))
    const because = { kind: 'ranking', borda: doubled / 2, isExact: order !== undefined } as const
    if (!order) return { measure, figures: [1, doubled], because }
    return { measure, figures: [1, -order.indexOf(measureId)], tied: isTied(order, measureId, preferences), because }
  }
  return inOrderOf(measures.map(judge), limits, parameters)
}

/** Would changing places with a neighbour contradict just as few preferences? */
function isTied(order: readonly string[], id: string, preferences: readonly Preference[]): boolean {
  const place = order.indexOf(id)
  return [order[place - 1], order[place + 1]].some(
    (other) => other !== undefined && preferenceFor(id, other, preferences) === preferenceFor(other, id, preferences),
  )
}
