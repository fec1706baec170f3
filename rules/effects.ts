import { entry } from './ids.ts'
import { lasting } from './lasting.ts'
import { measureOf } from './measureOf.ts'
import type { SessionState } from './session.ts'

/** Goal id → points of a measure, as incidents left them [I2]; zeros are left out. Empty for an unknown measure. */
export function effectsOf(state: SessionState, measureId: string): Readonly<Record<string, number>> {
  const base = measureOf(state, measureId)?.effects ?? {}
  const changes = lasting(state, 'addEffect').filter(({ measureIds }) => measureIds.includes(measureId))
  return changes.length === 0 ? base : withoutZeros(changes.reduce((points, { goalId, amount }) => added(points, goalId, amount), base))
}

/** Goal id → weight in the common value [W1], as incidents left it; never below zero. */
export function goalWeights(state: SessionState): Readonly<Record<string, number>> {
  const base = Object.fromEntries(state.scenario.goals.map(({ id, weight }) => [id, weight]))
  const changed = lasting(state, 'changeGoalWeight').reduce((weights, { goalId, amount }) => added(weights, goalId, amount), base)
  return Object.fromEntries(state.scenario.goals.map(({ id }) => [id, Math.max(0, entry(changed, id) ?? 0)]))
}

/** Σ weight × points, over goals that have a weight. */
export function weighted(points: Readonly<Record<string, number>>, weights: Readonly<Record<string, number>>): number {
  return Object.entries(points).reduce((sum, [goalId, amount]) => sum + amount * (entry(weights, goalId) ?? 0), 0)
}

/** The record with `amount` added at `id`. */
export function added(points: Readonly<Record<string, number>>, id: string, amount: number): Readonly<Record<string, number>> {
  return { ...points, [id]: (entry(points, id) ?? 0) + amount }
}

function withoutZeros(points: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(points).filter(([, amount]) => amount !== 0))
}
