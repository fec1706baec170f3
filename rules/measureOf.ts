import { perObject } from './memo.ts'
import type { Measure } from './scenario/parts.ts'
import type { Scenario } from './scenario/scenario.ts'
import type { LastingEffect, SessionState, WrittenMeasure } from './session.ts'

type ById<T> = Readonly<Record<string, T>>

const deckOf = perObject((scenario: Scenario): ReadonlyMap<string, Measure> => new Map(scenario.measures.map((m) => [m.id, m])))

const approved = perObject((written: ById<WrittenMeasure>): readonly Measure[] =>
  Object.values(written)
    .filter(({ status }) => status === 'approved')
    .map(({ measure }) => measure),
)

const broughtByIncidents = perObject((effects: readonly LastingEffect[]): readonly Measure[] =>
  effects.flatMap(({ effect }) => (effect.kind === 'addMeasure' ? [effect.measure] : [])),
)

/** Measures beyond the scenario's deck: written by teams and approved [M3], or brought by incidents [I2]. */
export function addedMeasures(state: SessionState): readonly Measure[] {
  return [...approved(state.writtenMeasures), ...broughtByIncidents(state.lastingEffects)]
}

/** Every measure that can be proposed in this session: the deck first, then what was added. */
export function allMeasures(state: SessionState): readonly Measure[] {
  return [...state.scenario.measures, ...addedMeasures(state)]
}

/** A measure of this session by its id, which may come from outside. */
export function measureOf(state: SessionState, measureId: string): Measure | undefined {
  return deckOf(state.scenario).get(measureId) ?? addedMeasures(state).find(({ id }) => id === measureId)
}

/** Like {@link measureOf}, for ids that the state guarantees (those of proposals); a miss is our own mistake. */
export function knownMeasure(state: SessionState, measureId: string): Measure {
  const measure = measureOf(state, measureId)
  if (!measure) throw new Error(`unknown measure ${measureId}`)
  return measure
}
