import { MIN_BALLOTS_FOR_SPREAD } from '../ballots.ts'
import { SELF_ASSESSMENT_ITEMS, SELF_ASSESSMENT_STEPS, type SessionState } from '../session.ts'

/** What the devices said of themselves before and after. */
export interface SelfAssessmentResult {
  readonly before: AssessmentCounts
  readonly after: AssessmentCounts
}

export interface AssessmentCounts {
  readonly given: number
  /** per item the mean of its answers, 1…5; empty below five [L7] */
  readonly means: readonly number[]
  /** per item how often each of the five steps was given; empty below five [L7] */
  readonly counts: readonly (readonly number[])[]
}

/** [T7] Below five assessments nothing but their number is told: it would be somebody's own. */
export function selfAssessmentResult({ selfAssessment }: SessionState): SelfAssessmentResult {
  return { before: countsOf(Object.values(selfAssessment.before)), after: countsOf(Object.values(selfAssessment.after)) }
}

function countsOf(given: readonly (readonly number[])[]): AssessmentCounts {
  if (given.length < MIN_BALLOTS_FOR_SPREAD) return { given: given.length, means: [], counts: [] }
  const items = Array.from({ length: SELF_ASSESSMENT_ITEMS }, (_, item) => given.map((values) => values[item] ?? 0))
  return {
    given: given.length,
    means: items.map((values) => Math.round((10 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 10),
    counts: items.map((values) => Array.from({ length: SELF_ASSESSMENT_STEPS }, (_, step) => values.filter((value) => value === step + 1).length)),
  }
}
