import type { SessionState } from '../session.ts'

/**
 * A function of the state that depends on a few of its slices only: it is worked out anew when one of them is another object
 * (states are immutable, so the same reference means the same content). One result per session is kept, for as long as the
 * session's scenario lives.
 */
export function remember<T>(slicesOf: (state: SessionState) => readonly unknown[], compute: (state: SessionState) => T): (state: SessionState) => T {
  const last = new WeakMap<object, { readonly slices: readonly unknown[]; readonly value: T }>()
  return (state) => {
    const slices = slicesOf(state)
    const known = last.get(state.scenario)
    if (known?.slices.every((slice, index) => Object.is(slice, slices[index]))) return known.value
    const value = compute(state)
    last.set(state.scenario, { slices, value })
    return value
  }
}
