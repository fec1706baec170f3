import { inOrderOf, type Procedure } from './procedure.ts'
import { scoreOf } from './score.ts'

/** [L5] Nutzwertanalyse: the highest score first (formula of domain 8.1). */
export const utility: Procedure = (profile, measures, limits, parameters) =>
  inOrderOf(
    measures.map((measure) => {
      const score = scoreOf(measure, profile, parameters)
      return { measure, score, figures: [score.units], because: { kind: 'utility', score: score.points } }
    }),
    limits,
  )
