import { german, type MeasureDraft } from './draft.ts'

/** A pair that may belong together, with what speaks for it. */
export interface SuggestedPair {
  readonly a: string
  readonly b: string
  readonly strength: 1 | 2 | 3
  readonly kind: 'sharedConstruction' | 'sharedStaff' | 'amplify'
  /** German sentence, at most 200 characters */
  readonly reason: string
  /** the higher, the more speaks for it */
  readonly score: number
}

/**
 * Synergies between departments that place, goals and funding suggest, the likeliest first. They are suggestions for an author:
 * whether two measures really help each other only people know.
 *
 * @param goalName German name of a goal
 */
export function suggestSynergies(
  measures: readonly MeasureDraft[],
  goalName: (goalId: string) => string,
  areaName: (areaId: string) => string,
): readonly SuggestedPair[] {
  const pairs: SuggestedPair[] = []
  measures.forEach((one, index) => {
    for (const other of measures.slice(index + 1)) {
      if (one.leadTeamId === other.leadTeamId) continue
      const pair = suggested(one, other, goalName, areaName)
      if (pair) pairs.push(pair)
    }
  })
  return pairs.sort((one, other) => other.score - one.score || (one.a + one.b < other.a + other.b ? -1 : 1))
}

function suggested(
  one: MeasureDraft,
  other: MeasureDraft,
  goalName: (goalId: string) => string,
  areaName: (areaId: string) => string,
): SuggestedPair | undefined {
  const samePlace = one.areaId !== undefined && one.areaId === other.areaId
  const sameSite = (one.siteIds ?? []).some((id) => other.siteIds?.includes(id))
  const goals = Object.keys(one.effects).filter((id) => (one.effects[id] ?? 0) > 0 && (other.effects[id] ?? 0) > 0)
  const programme = (one.programmeIds ?? []).some((id) => other.programmeIds?.includes(id))
  const builds = (measure: MeasureDraft) => measure.spatialReference !== 'municipality' && totalOf(measure) >= 100_000
  const score = (samePlace ? 3 : 0) + (sameSite ? 3 : 0) + goals.length * 2 + (programme ? 1 : 0) + sharedWords(german(one.title), german(other.title)) * 2
  const [goal] = goals
  if (score < 4) return undefined
  if (samePlace && builds(one) && builds(other))
    return {
      a: one.id,
      b: other.id,
      strength: sameSite || score >= 8 ? 2 : 1,
      kind: 'sharedConstruction',
      reason: `Beide bauen im selben Gebiet (${areaName(one.areaId ?? '')}); Planung und Baustelle lassen sich verbinden.`.slice(0, 200),
      score,
    }
  if (goal !== undefined)
    return {
      a: one.id,
      b: other.id,
      strength: goals.length > 1 ? 2 : 1,
      kind: 'amplify',
      reason: `Beide dienen dem Ziel „${goalName(goal)}“${samePlace ? ' am selben Ort' : ''} und wirken zusammen stärker.`.slice(0, 200),
      score,
    }
  return {
    a: one.id,
    b: other.id,
    strength: 1,
    kind: 'sharedStaff',
    reason: samePlace
      ? `Beide liegen im Gebiet ${areaName(one.areaId ?? '')}; Abstimmung und Planung lassen sich teilen.`.slice(0, 200)
      : 'Beide brauchen ähnliche Planung; Personal lässt sich teilen.',
    score,
  }
}

function totalOf({ cost }: MeasureDraft): number {
  return typeof cost === 'number' ? cost : (cost.from + cost.to) / 2
}

/** Long words that both titles have. */
function sharedWords(one: string, other: string): number {
  const words = (text: string) =>
    new Set(
      text
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .filter((word) => word.length >= 6),
    )
  const others = words(other)
  return Math.min(2, [...words(one)].filter((word) => others.has(word)).length)
}
