import type { SimpleEffect } from './scenario/incident.ts'
import type { SessionState } from './session.ts'

/** Effects of one kind that incidents left behind and that hold in the present round [I2]. */
export function lasting<K extends SimpleEffect['kind']>(state: SessionState, kind: K): readonly Extract<SimpleEffect, { kind: K }>[] {
  if (state.lastingEffects.length === 0) return []
  return state.lastingEffects
    .filter(({ fromRound, untilRound }) => fromRound <= state.round && (untilRound === null || state.round <= untilRound))
    .map(({ effect }) => effect)
    .filter((effect): effect is Extract<SimpleEffect, { kind: K }> => effect.kind === kind)
}
