import { entry } from '../ids.ts'
import { inOrderOf, type Procedure } from './procedure.ts'

/** [L5] Punkteabfrage: the most dots first. */
export const dots: Procedure = (profile, measures, limits, parameters) =>
  inOrderOf(
    measures.map((measure) => {
      const given = Object.values(profile.dots).reduce((sum, ballot) => sum + (entry(ballot, measure.measureId) ?? 0), 0)
      return { measure, figures: [given], because: { kind: 'dots', dots: given } }
    }),
    limits,
    parameters,
  )
