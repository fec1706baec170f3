import { STATUS_QUO } from '../session.ts'
import { inOrderOf, type Procedure } from './procedure.ts'
import { resistanceTo } from './resistanceTo.ts'
import { notRated, scoreUnits } from './score.ts'

/**
 * [L5] Systemisches Konsensieren: the least mean resistance first, then the least single one. What meets more resistance than
 * „nichts davon jetzt“ (Passivlösung) is marked. Measures below the rated top follow by score.
 */
export const consensus: Procedure = (profile, measures, limits, parameters) => {
  const statusQuo = resistanceTo(profile.resistance, STATUS_QUO)
  return inOrderOf(
    measures.map((measure) => {
      const met = resistanceTo(profile.resistance, measure.measureId)
      if (!met) return notRated(measure, scoreUnits(measure, profile, parameters))
      const worseThanStatusQuo = statusQuo !== undefined && met.mean > statusQuo.mean
      return { measure, figures: [1, -met.mean, -met.max], because: { kind: 'consensus', ...met, worseThanStatusQuo } }
    }),
    limits,
    parameters,
  )
}
