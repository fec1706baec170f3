import { inOrderOf, type Procedure } from './procedure.ts'
import { scoreOf } from './score.ts'

/** [L5] The table's own order. What it does not name follows by score. */
export const negotiated: Procedure = (profile, measures, limits, parameters) =>
  inOrderOf(
    measures.map((measure) => {
      const score = scoreOf(measure, profile, parameters)
      const index = profile.order.indexOf(measure.measureId)
      if (index === -1) return { measure, score, figures: [0, score.units], because: { kind: 'notRated', score: score.points } }
      return { measure, score, figures: [1, -index], because: { kind: 'negotiated', place: index + 1 } }
    }),
    limits,
  )
