import { inOrderOf, type Procedure } from './procedure.ts'
import { notRated, scoreUnits } from './score.ts'

/** [L5] The table's own order. What it does not name follows by score. */
export const negotiated: Procedure = (profile, measures, limits, parameters) =>
  inOrderOf(
    measures.map((measure) => {
      const index = profile.order.indexOf(measure.measureId)
      if (index === -1) return notRated(measure, scoreUnits(measure, profile, parameters))
      return { measure, figures: [1, -index], because: { kind: 'negotiated', place: index + 1 } }
    }),
    limits,
    parameters,
  )
