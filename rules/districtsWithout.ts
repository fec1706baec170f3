import { districtsOf } from './geometry.ts'
import type { SessionState } from './session.ts'

/** [R2] Ids of local districts that no standing proposal touches, in the order of the scenario. Measures for the whole municipality do not count. */
export function districtsWithout(state: SessionState): readonly string[] {
  const standing = Object.values(state.proposals).filter(({ status }) => status !== 'withdrawn')
  const touched = new Set(standing.flatMap(({ place }) => districtsOf(state.scenario, place)))
  return state.scenario.localDistricts.map(({ id }) => id).filter((id) => !touched.has(id))
}
