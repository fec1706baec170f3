import { inOrderOf, type Procedure } from './procedure.ts'
import { pointsOf, scoreUnits } from './score.ts'

/** [L5] Nutzwertanalyse: the highest score first (formula of domain 8.1). */
export const utility: Procedure = (profile, measures, limits, parameters) =>
  inOrderOf(
    measures.map((measure) => {
      const units = scoreUnits(measure, profile, parameters)
      return { measure, figures: [units], because: { kind: 'utility', score: pointsOf(units) } }
    }),
    limits,
    parameters,
  )
